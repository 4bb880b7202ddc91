// The recipients that a company has chosen, and the notices that have been sent already.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "integration/services.hpp"
#include "records/audited_action.hpp"
#include "storage/connection_state.hpp"
#include "storage/database.hpp"

namespace host_stub {

struct NoticeRecipient {
  std::string name;  // "" = none
  std::string email;
  std::vector<std::string> kinds;
  bool operator==(const NoticeRecipient&) const = default;
};

// [thread-safe]
class Notices {
 public:
  static constexpr std::array<std::string_view, 5> kKinds{"new_hire", "import_failed", "withdrawn",
                                                          "member_differs", "connection_failing"};
  static constexpr std::size_t kMaxRecipients = 100;

  explicit Notices(Database& database) : database_(database) {}

  // Puts it into the outbox, once for each who wants to know; nothing if this key was told before. Gives
  // how many mails that makes. Throws invalidArgument, and permissionDenied for a deleted connection.
  std::size_t tell(const ConnectionKey& key, const integration::Notice& notice, std::int64_t now);

  std::vector<NoticeRecipient> recipients(const std::string& company);
  // Replaces them all; what still waits for someone who is none any more is taken back. Gives them as they
  // are kept. Throws invalidArgument with an issue per field.
  std::vector<NoticeRecipient> setRecipients(const std::string& company,
                                             std::vector<NoticeRecipient> recipients,
                                             const AuditedAction& action = {});

  // Told before that time: a key may then be told anew.
  void forget(std::int64_t before);

 private:
  Database& database_;
};

}  // namespace host_stub
