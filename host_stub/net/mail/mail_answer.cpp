#include "net/mail/mail_answer.hpp"

#include <Poco/Ascii.h>
#include <Poco/String.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace host_stub {
namespace {

// Words of servers that give no code of RFC 3463 and don't speak of the mailbox, though they answer 550.
constexpr std::array<std::string_view, 14> kNotOfTheMailbox = {
    "relay", "sender", "client", "helo",  "ehlo",      "access", "policy",
    "spf",   "dkim",   "dmarc",  "block", "blacklist", "spam",   "authenticat"};

// Returns the code of RFC 3463 behind the status, "" if there is none.
std::string enhancedCode(const std::string& reply) {
  constexpr std::size_t kBehindStatus = 4;  // three digits, and a blank or a hyphen
  if (reply.size() <= kBehindStatus) return "";
  std::string code = reply.substr(kBehindStatus);
  code.resize(std::min(code.find_first_not_of("0123456789."), code.size()));
  const bool isOne = std::count(code.begin(), code.end(), '.') == 2 && Poco::Ascii::isDigit(code.front()) &&
                     Poco::Ascii::isDigit(code.back());
  return isOne ? code : "";
}

// RFC 5321, 4.2.3: 550, 551 and 553 speak of the mailbox, which RFC 3463 says for sure: its subjects 1
// (address) and 2 (mailbox), but for 5.1.7 and 5.1.8, which are the sender's address.
bool isOfTheMailbox(int status, const std::string& reply) {
  if (status != 550 && status != 551 && status != 553) return false;
  const std::string code = enhancedCode(reply);
  if (!code.empty())
    return (code.starts_with("5.1.") && code != "5.1.7" && code != "5.1.8") || code.starts_with("5.2.");
  const std::string words = Poco::toLower(reply);
  return std::none_of(kNotOfTheMailbox.begin(), kNotOfTheMailbox.end(),
                      [&](std::string_view word) { return words.find(word) != std::string::npos; });
}

}  // namespace

MailVerdict MailAnswer::verdict() const {
  if (taken()) return MailVerdict::taken;
  const bool isOfThisMail =
      (step == Step::recipient && isOfTheMailbox(status, reply)) || (step == Step::text && status / 100 == 5);
  return isOfThisMail ? MailVerdict::refused : MailVerdict::later;
}

std::string MailAnswer::codes() const {
  const std::string code = enhancedCode(reply);
  return std::to_string(status) + (code.empty() ? "" : " " + code);
}

}  // namespace host_stub
