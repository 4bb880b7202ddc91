#include "net/mail/mail_answer.hpp"

#include <gmock/gmock.h>

#include "net/mail/mail_headers.hpp"

namespace host_stub {
namespace {

using Step = MailAnswer::Step;

MailVerdict verdictOf(Step step, const std::string& reply) {
  return MailAnswer{std::stoi(reply), reply, step}.verdict();
}

TEST(MailAnswer, IsForGoodOnlyAboutTheMailbox) {
  for (const char* reply :
       {"550 5.1.1 <ada@example.org>: user unknown", "551 5.1.6 moved", "553 5.1.3 bad address",
        "550 5.2.1 mailbox disabled", "550-5.1.1 no\n550 5.1.1 such user", "550 no such user",
        "550 5.1.10 null MX", "550"})
    EXPECT_EQ(verdictOf(Step::recipient, reply), MailVerdict::refused) << reply;
  for (const char* reply :
       {"554 5.7.1 Client host rejected", "504 5.5.2 Helo command rejected", "530 5.7.0 STARTTLS first",
        "550 5.7.1 relaying denied", "550 relay not permitted", "550 5.1.8 sender rejected",
        "550 5.1.7 bad sender", "550 Sender verify failed", "553 5.7.1 not yours", "552 5.2.2 mailbox full",
        "450 4.2.1 greylisted", "451 4.7.1 later", "452 4.2.2 full", "503 5.5.1 bad sequence",
        "521 no mail here", "550 5.4.1 no answer of the next host", "550 Blocked for spam"})
    EXPECT_EQ(verdictOf(Step::recipient, reply), MailVerdict::later) << reply;
}

TEST(MailAnswer, AfterTheTextIsAboutThisMail) {
  EXPECT_EQ(verdictOf(Step::text, "554 5.6.0 rejected"), MailVerdict::refused);
  EXPECT_EQ(verdictOf(Step::text, "452 4.3.1 no space"), MailVerdict::later);
  EXPECT_EQ(verdictOf(Step::text, "250 ok"), MailVerdict::taken);
  EXPECT_EQ(verdictOf(Step::start, "554 5.5.1 no valid recipients"), MailVerdict::later);
}

TEST(MailAnswer, HasCodesThatNameNobody) {
  EXPECT_EQ((MailAnswer{550, "550 5.1.1 <ada@example.org> unknown", Step::recipient}.codes()), "550 5.1.1");
  EXPECT_EQ((MailAnswer{550, "550 192.0.2.1 blocked", Step::recipient}.codes()), "550");
}

TEST(MailHeader, HoldsTextOfAnyLanguage) {
  EXPECT_EQ(headerText("A new hire"), "A new hire");
  EXPECT_EQ(headerText("a\r\nBcc: b"), "a  Bcc: b");
  EXPECT_EQ(headerText("M\xc3\xbcller"), "=?UTF-8?B?TcO8bGxlcg==?=");
  const std::string words = headerText("\xc3\xbc" + std::string(43, 'a') + "\xc3\xbc" + std::string(60, 'b'));
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t end = std::min(words.find("\r\n", from), words.size());
    EXPECT_LE(end - from, 76U);
    from = end + 2;
  }
  EXPECT_THAT(words, testing::HasSubstr("?=\r\n =?UTF-8?B?w7x"));  // the second umlaut stays whole
}

TEST(MailHeader, HoldsAMailbox) {
  EXPECT_EQ(headerMailbox("", "ada@example.org"), "<ada@example.org>");
  EXPECT_EQ(headerMailbox("Ada, \"the\" \\", "ada@example.org"),
            "\"Ada, \\\"the\\\" \\\\\" <ada@example.org>");
  EXPECT_EQ(headerMailbox("Zo\xc3\xab", "zoe@example.org"), "=?UTF-8?B?Wm/Dqw==?=\r\n <zoe@example.org>");
}

}  // namespace
}  // namespace host_stub
