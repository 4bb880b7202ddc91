#include "records/outbox.hpp"

#include "storage/random.hpp"

namespace host_stub {
namespace {

constexpr std::size_t kMaxReason = 300;

using Rows = std::vector<std::tuple<std::string, std::string, std::int64_t, std::string, std::string,
                                    std::string, std::string, std::string, std::string, std::string,
                                    std::string, std::int64_t, std::int64_t, std::int64_t, std::string>>;

MailState stateOf(const std::string& name) {
  if (name == "sent") return MailState::sent;
  return name == "failed" ? MailState::failed : MailState::waiting;
}

template <class... Values>
std::vector<Mail> select(SqlSession& sql, const char* query, const Values&... values) {
  const Rows rows = sql.query<std::string, std::string, std::int64_t, std::string, std::string, std::string,
                              std::string, std::string, std::string, std::string, std::string, std::int64_t,
                              std::int64_t, std::int64_t, std::string>(query, values...);
  std::vector<Mail> mails;
  for (const auto& [company, id, at, connection, kind, text, hireId, applicationId, name, email, state,
                    attempts, nextAt, sentAt, reason] : rows)
    mails.push_back({company, id, at, connection, kind, text, hireId, applicationId, name, email,
                     stateOf(state), attempts, nextAt, sentAt, reason});
  return mails;
}

}  // namespace

std::string mailStateName(MailState state) {
  if (state == MailState::sent) return "sent";
  return state == MailState::failed ? "failed" : "waiting";
}

void Outbox::add(SqlSession& sql, const ConnectionKey& key, const integration::Notice& notice,
                 const NoticeRecipient& to, std::int64_t now) {
  sql.execute(
      "INSERT INTO outbox (company, id, at, connection, kind, text, hire_id, application_id, name, email,"
      " state, attempts, next_at, sent_at, reason)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, 0, '')",
      key.company, newId(now), now, key.connection, notice.kind, notice.text, notice.hireId.value_or(""),
      notice.applicationId.value_or(""), to.name, to.email, now);
}

std::vector<Mail> Outbox::due(std::int64_t now, std::int64_t limit) {
  return database_.read([&](SqlSession& sql) {
    return select(sql,
                  "SELECT company, id, at, connection, kind, text, hire_id, application_id, name, email,"
                  " state, attempts, next_at, sent_at, reason FROM outbox"
                  " WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at LIMIT ?",
                  now, limit);
  });
}

void Outbox::settle(const Mail& mail, MailState state, std::int64_t nextAt, std::int64_t sentAt,
                    const std::string& reason) {
  database_.write([&](SqlSession& sql) {
    sql.execute(
        "UPDATE outbox SET state = ?, attempts = attempts + 1, next_at = ?, sent_at = ?, reason = ?"
        " WHERE company = ? AND id = ?",
        mailStateName(state), nextAt, sentAt, reason.substr(0, kMaxReason), mail.company, mail.id);
  });
}

void Outbox::sent(const Mail& mail, std::int64_t now) {
  settle(mail, MailState::sent, 0, now, "");
}
void Outbox::later(const Mail& mail, std::int64_t nextAt, const std::string& reason) {
  settle(mail, MailState::waiting, nextAt, 0, reason);
}
void Outbox::failed(const Mail& mail, const std::string& reason) {
  settle(mail, MailState::failed, 0, 0, reason);
}

MailPage Outbox::list(const std::string& company, std::int64_t limit, std::int64_t skip,
                      const std::string& before) {
  constexpr const char* kBehindAllIds = "g";  // ids are hexadecimal
  return database_.read([&](SqlSession& sql) {
    MailPage page;
    page.total = std::get<0>(
        sql.query<std::int64_t>("SELECT count(*) FROM outbox WHERE company = ?", company).front());
    page.data = select(sql,
                       "SELECT company, id, at, connection, kind, text, hire_id, application_id, name, email,"
                       " state, attempts, next_at, sent_at, reason FROM outbox"
                       " WHERE company = ? AND id < ? ORDER BY id DESC LIMIT ? OFFSET ?",
                       company, before.empty() ? std::string(kBehindAllIds) : before, limit, skip);
    return page;
  });
}

std::int64_t Outbox::forget(std::int64_t before) {
  return database_.write([&](SqlSession& sql) {
    const auto waiting = std::get<0>(
        sql.query<std::int64_t>("SELECT count(*) FROM outbox WHERE at < ? AND state = 'waiting'", before)
            .front());
    sql.execute("DELETE FROM outbox WHERE at < ?", before);
    return waiting;
  });
}

}  // namespace host_stub
