// Mails to send, with their recipients and outcomes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/notices.hpp"

namespace host_stub {

enum class MailState { waiting, sent, failed };
std::string mailStateName(MailState state);

// Complete in itself: who is told, in which words, about what.
struct Mail {
  std::string company, id;
  std::int64_t at = 0;
  std::string connection, kind, text;
  std::string hireId, applicationId;  // "" = none
  std::string name, email;
  MailState state = MailState::waiting;
  std::int64_t attempts = 0;
  std::int64_t nextAt = 0;  // while it waits: not before
  std::int64_t sentAt = 0;
  std::string reason;  // why it isn't sent; may name the recipient
};

struct MailPage {
  std::int64_t total = 0;
  std::vector<Mail> data;
};

// [thread-safe]
class Outbox {
 public:
  static constexpr std::int64_t kKeptMs = 30LL * 24 * 60 * 60 * 1000;

  explicit Outbox(Database& database) : database_(database) {}

  // Within a transaction of the caller's, so that a notice is told to all of its recipients or not yet.
  static void add(SqlSession& sql, const ConnectionKey& key, const integration::Notice& notice,
                  const NoticeRecipient& to, std::int64_t now);

  // Returns mails that wait and may be tried now, the longest due first.
  std::vector<Mail> due(std::int64_t now, std::int64_t limit);
  // Notes the outcome of an attempt.
  void sent(const Mail& mail, std::int64_t now);
  void later(const Mail& mail, std::int64_t nextAt, const std::string& reason);
  void failed(const Mail& mail, const std::string& reason);

  // Newest first, from behind the mail `before` on ("" begins).
  MailPage list(const std::string& company, std::int64_t limit, std::int64_t skip,
                const std::string& before = {});
  // Deletes mails from before that time; returns the number of those that were still waiting.
  std::int64_t forget(std::int64_t before);

 private:
  void settle(const Mail& mail, MailState state, std::int64_t nextAt, std::int64_t sentAt,
              const std::string& reason);

  Database& database_;
};

}  // namespace host_stub
