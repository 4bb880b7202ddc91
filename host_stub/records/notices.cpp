#include "records/notices.hpp"

#include <Poco/String.h>

#include <algorithm>
#include <set>

#include "integration/text/email_address.hpp"
#include "records/outbox.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::Issue;
using integration::Notice;

constexpr std::size_t kMaxKey = 256, kMaxText = 1000, kMaxName = 100;

void require(bool holds, const char* path, const char* message) {
  if (!holds)
    throw Failure(Code::invalidArgument, std::string("a notice's ") + path + " " + message,
                  {{path, "invalid", message}});
}

void check(const Notice& notice) {
  require(!notice.key.empty() && notice.key.size() <= kMaxKey, "key", "has 1 to 256 bytes");
  require(!notice.kind.empty() && notice.kind.size() <= kMaxKey, "kind", "has 1 to 256 bytes");
  require(!notice.text.empty() && notice.text.size() <= kMaxText, "text", "has 1 to 1000 bytes");
  require(notice.hireId.value_or("").size() <= kMaxKey, "hireId", "has at most 256 bytes");
  require(notice.applicationId.value_or("").size() <= kMaxKey, "applicationId", "has at most 256 bytes");
}

bool hasControls(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7f;
  });
}

class Check {
 public:
  std::vector<Issue> issues;

  void recipient(const std::string& path, const NoticeRecipient& one) {
    that(one.name.size() <= kMaxName && !hasControls(one.name), path + "/name",
         "has at most 100 bytes, none of them a control character");
    that(integration::text::isEmailAddress(one.email), path + "/email",
         "is no e-mail address: write it as name@example.org");
    that(emails_.insert(integration::text::comparableEmail(one.email)).second, path + "/email",
         "is there already: give each address once");
    std::set<std::string> seen;
    that(!one.kinds.empty(), path + "/kinds", "is empty: name what to tell, or leave the recipient out");
    for (std::size_t i = 0; i < one.kinds.size(); ++i) {
      const std::string place = path + "/kinds/" + std::to_string(i);
      that(std::find(Notices::kKinds.begin(), Notices::kKinds.end(), one.kinds[i]) != Notices::kKinds.end(),
           place, "is none of new_hire, import_failed, withdrawn, member_differs and connection_failing");
      that(seen.insert(one.kinds[i]).second, place, "is there already: give each kind once");
    }
  }

 private:
  void that(bool holds, const std::string& path, const char* message) {
    if (!holds) issues.push_back({path, "invalid", message});
  }
  std::set<std::string> emails_;
};

// Kinds are words of this host's own, so a space separates them.
std::string join(const std::vector<std::string>& kinds) {
  std::string all;
  for (const std::string& kind : kinds) all += (all.empty() ? "" : " ") + kind;
  return all;
}
std::vector<std::string> split(const std::string& all) {
  std::vector<std::string> kinds;
  for (std::size_t from = 0; from < all.size();) {
    const std::size_t to = std::min(all.find(' ', from), all.size());
    kinds.push_back(all.substr(from, to - from));
    from = to + 1;
  }
  return kinds;
}

std::vector<NoticeRecipient> recipientsOf(SqlSession& sql, const std::string& company) {
  std::vector<NoticeRecipient> recipients;
  for (auto& [name, email, kinds] : sql.query<std::string, std::string, std::string>(
           "SELECT name, email, kinds FROM notice_recipients WHERE company = ? ORDER BY position", company))
    recipients.push_back({name, email, split(kinds)});
  return recipients;
}

}  // namespace

std::size_t Notices::tell(const ConnectionKey& key, const Notice& notice, std::int64_t now) {
  check(notice);
  return database_.write([&](SqlSession& sql) -> std::size_t {
    requireWritable(sql, key);
    const auto isNew = sql.execute(
        "INSERT INTO notices (company, connection, key, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        key.company, key.connection, notice.key, now);
    if (isNew == 0) return 0;
    std::size_t mails = 0;
    for (const NoticeRecipient& one : recipientsOf(sql, key.company)) {
      if (std::find(one.kinds.begin(), one.kinds.end(), notice.kind) == one.kinds.end()) continue;
      Outbox::add(sql, key, notice, one, now);
      ++mails;
    }
    return mails;
  });
}

std::vector<NoticeRecipient> Notices::recipients(const std::string& company) {
  return database_.read([&](SqlSession& sql) { return recipientsOf(sql, company); });
}

std::vector<NoticeRecipient> Notices::setRecipients(const std::string& company,
                                                    std::vector<NoticeRecipient> recipients,
                                                    const AuditedAction& action) {
  if (recipients.size() > kMaxRecipients)
    throw Failure(Code::invalidArgument, "there are too many recipients",
                  {{"recipients", "too_many", "has more than 100: give fewer"}});
  Check wrong;
  for (std::size_t i = 0; i < recipients.size(); ++i) {
    Poco::trimInPlace(recipients[i].name);
    Poco::trimInPlace(recipients[i].email);
    wrong.recipient("recipients/" + std::to_string(i), recipients[i]);
  }
  if (!wrong.issues.empty())
    throw Failure(Code::invalidArgument, "the recipients can't be kept as they are", wrong.issues);
  database_.write([&](SqlSession& sql) {
    sql.execute("DELETE FROM notice_recipients WHERE company = ?", company);
    for (std::size_t i = 0; i < recipients.size(); ++i)
      sql.execute(
          "INSERT INTO notice_recipients (company, position, name, email, kinds) VALUES (?, ?, ?, ?, ?)",
          company, static_cast<std::int64_t>(i), recipients[i].name, recipients[i].email,
          join(recipients[i].kinds));
    sql.execute(
        "DELETE FROM outbox WHERE company = ?1 AND state = 'waiting'"
        " AND email NOT IN (SELECT email FROM notice_recipients WHERE company = ?1)",
        company);
    action.join(sql);
  });
  return recipients;
}

void Notices::forget(std::int64_t before) {
  database_.write([&](SqlSession& sql) { sql.execute("DELETE FROM notices WHERE at < ?", before); });
}

}  // namespace host_stub
