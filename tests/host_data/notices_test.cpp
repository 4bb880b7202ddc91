#include "records/notices.hpp"

#include "host_data/data_fixture.hpp"
#include "records/outbox.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::Notice;
using testing::ElementsAre;
using testing::IsEmpty;

const Notice kArrived{"hire/1", "new_hire", "A new hire has arrived.", "h1", "app-1"};

class NoticesTest : public DataTest {
 protected:
  Notices notices_{*database_};
  Outbox outbox_{*database_};
  ConnectionKey key_ = connect();

  void wants(const std::vector<NoticeRecipient>& recipients, const std::string& company = "main") {
    notices_.setRecipients(company, recipients);
  }
  // Returns the addresses of the mails that are due at this time.
  std::vector<std::string> waiting(std::int64_t now = 5000) {
    std::vector<std::string> emails;
    for (const Mail& mail : outbox_.due(now, 100)) emails.push_back(mail.email);
    return emails;
  }
  std::vector<std::string> issuesOf(const std::vector<NoticeRecipient>& recipients) {
    std::vector<std::string> paths;
    try {
      notices_.setRecipients("main", recipients);
    } catch (const Failure& failure) {
      for (const auto& issue : failure.error().issues) paths.push_back(issue.path);
    }
    return paths;
  }
};

TEST_F(NoticesTest, ANoticeIsToldOnceToEachWhoWantsItsKind) {
  wants({{"Ada", "ada@example.org", {"new_hire", "withdrawn"}},
         {"", "bob@example.org", {"import_failed"}},
         {"", "cyd@example.org", {"new_hire"}}});
  wants({{"", "eve@example.org", {"new_hire"}}}, "rival");
  EXPECT_EQ(notices_.tell(key_, kArrived, 2000), 2u);
  EXPECT_EQ(notices_.tell(key_, kArrived, 3000), 0u);
  EXPECT_THAT(waiting(), ElementsAre("ada@example.org", "cyd@example.org"));
  const Mail mail = outbox_.list("main", 10, 1).data.at(0);
  EXPECT_EQ(mail.name, "Ada");
  EXPECT_EQ(mail.connection, key_.connection);
  EXPECT_EQ(mail.text, "A new hire has arrived.");
  EXPECT_EQ(mail.hireId, "h1");
  EXPECT_EQ(mail.applicationId, "app-1");
  EXPECT_EQ(mail.at, 2000);
}

TEST_F(NoticesTest, TheSameKeyOfAnotherConnectionIsAnotherNotice) {
  wants({{"", "ada@example.org", {"new_hire"}}});
  EXPECT_EQ(notices_.tell(key_, kArrived, 2000), 1u);
  EXPECT_EQ(notices_.tell(connect(), kArrived, 2000), 1u);
}

TEST_F(NoticesTest, WhatIsToldOutlivesTheHost) {
  wants({{"", "ada@example.org", {"new_hire"}}});
  notices_.tell(key_, kArrived, 2000);
  restart();
  EXPECT_EQ(Notices(*database_).tell(key_, kArrived, 3000), 0u);
  EXPECT_EQ(Outbox(*database_).due(3000, 10).size(), 1u);
}

TEST_F(NoticesTest, UnknownKindIsAcceptedAndSentToNobody) {
  wants({{"", "ada@example.org", {"new_hire"}}});
  EXPECT_EQ(notices_.tell(key_, {"k", "of_tomorrow", "text", {}, {}}, 2000), 0u);
}

TEST_F(NoticesTest, ANoticeWithoutKeyOrTextIsRefused) {
  EXPECT_EQ(codeOf([&] {
              notices_.tell(key_, {"", "new_hire", "text", {}, {}}, 2000);
            }),
            Code::invalidArgument);
  EXPECT_EQ(codeOf([&] { notices_.tell(key_, {"k", "new_hire", "", {}, {}}, 2000); }), Code::invalidArgument);
  EXPECT_EQ(codeOf([&] {
              notices_.tell(key_, {"k", "new_hire", std::string(1001, 't'), {}, {}}, 2000);
            }),
            Code::invalidArgument);
}

TEST_F(NoticesTest, RecipientsAreKeptAsGivenButTrimmed) {
  wants({{" Ada ", " ada@example.org ", {"new_hire", "connection_failing"}},
         {"", "b@example.org", {"withdrawn"}}});
  restart();
  EXPECT_THAT(Notices(*database_).recipients("main"),
              ElementsAre(NoticeRecipient{"Ada", "ada@example.org", {"new_hire", "connection_failing"}},
                          NoticeRecipient{"", "b@example.org", {"withdrawn"}}));
}

TEST_F(NoticesTest, EveryWrongRecipientIsNamedAndNothingSaved) {
  wants({{"", "ada@example.org", {"new_hire"}}});
  EXPECT_THAT(issuesOf({{"x\r\nBcc: y", "b@example.org", {"new_hire"}},
                        {"", "b@example.org\r\nBcc: c@example.org", {"new_hire"}},
                        {"", "c@example.org", {}},
                        {"", "C@example.org", {"new_hire", "everything", "new_hire"}}}),
              ElementsAre("recipients/0/name", "recipients/1/email", "recipients/2/kinds",
                          "recipients/3/email", "recipients/3/kinds/1", "recipients/3/kinds/2"));
  EXPECT_EQ(notices_.recipients("main").size(), 1u);
}

TEST_F(NoticesTest, RemovedRecipientLosesWaitingNotices) {
  wants({{"", "ada@example.org", {"new_hire"}}, {"", "bob@example.org", {"new_hire"}}});
  notices_.tell(key_, kArrived, 2000);
  wants({{"", "bob@example.org", {"withdrawn"}}});
  EXPECT_THAT(waiting(), ElementsAre("bob@example.org"));
}

TEST_F(NoticesTest, AMailIsDueAgainAtItsTimeUntilItIsSentOrFailed) {
  wants({{"", "ada@example.org", {"new_hire"}}});
  notices_.tell(key_, kArrived, 2000);
  const Mail mail = outbox_.due(5000, 1).at(0);
  outbox_.later(mail, 9000, "451 try later");
  EXPECT_THAT(waiting(8999), IsEmpty());
  EXPECT_EQ(outbox_.due(9000, 1).at(0).attempts, 1);
  EXPECT_EQ(outbox_.due(9000, 1).at(0).reason, "451 try later");
  outbox_.sent(mail, 9500);
  EXPECT_THAT(waiting(99999), IsEmpty());
  const Mail sent = outbox_.list("main", 1, 0).data.at(0);
  EXPECT_EQ(sent.state, MailState::sent);
  EXPECT_EQ(sent.attempts, 2);
  EXPECT_EQ(sent.sentAt, 9500);
  outbox_.failed(mail, "550 no such user");
  EXPECT_EQ(outbox_.list("main", 1, 0).data.at(0).state, MailState::failed);
  EXPECT_THAT(waiting(99999), IsEmpty());
}

TEST_F(NoticesTest, TheOutboxIsListedNewestFirstAndForgottenByAge) {
  wants({{"", "ada@example.org", {"new_hire"}}});
  for (int i = 0; i < 5; ++i)
    notices_.tell(key_, {"k" + std::to_string(i), "new_hire", std::to_string(i), {}, {}}, 1000 * (i + 1));
  const MailPage page = outbox_.list("main", 2, 1);
  EXPECT_EQ(page.total, 5);
  ASSERT_EQ(page.data.size(), 2u);
  EXPECT_EQ(page.data[0].text, "3");
  EXPECT_EQ(outbox_.list("main", 1, 0, page.data[1].id).data.at(0).text, "1");
  EXPECT_EQ(outbox_.list("rival", 2, 0).total, 0);
  EXPECT_EQ(outbox_.forget(3000), 2);
  EXPECT_EQ(outbox_.list("main", 9, 0).total, 3);
  notices_.forget(3000);
  EXPECT_EQ(notices_.tell(key_, {"k0", "new_hire", "text", {}, {}}, 9000), 1u);
  EXPECT_EQ(notices_.tell(key_, {"k4", "new_hire", "text", {}, {}}, 9000), 0u);
}

}  // namespace
}  // namespace host_stub
