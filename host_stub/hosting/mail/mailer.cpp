#include "hosting/mail/mailer.hpp"

#include <algorithm>

#include "services/system_clock.hpp"

namespace host_stub {
namespace {

constexpr std::int64_t kLookMs = 1000;
constexpr std::int64_t kUnusableMs = 60000;
constexpr std::int64_t kMailsAtOnce = 100;

std::int64_t backOff(std::int64_t first, std::int64_t longest, std::int64_t times) {
  return std::min(longest, first << std::min<std::int64_t>(times, 16));
}

std::string subjectOf(const std::string& kind) {
  if (kind == "new_hire") return "A new hire has arrived";
  if (kind == "import_failed") return "A new hire could not be imported";
  if (kind == "withdrawn") return "A new hire was withdrawn";
  if (kind == "member_differs") return "A member differs from the source";
  return "A connection needs attention";
}

}  // namespace

Mailer::Mailer(Outbox& outbox, LogWriter& log, Metrics& metrics, MailHealth& health, MailerOptions options)
    : outbox_(outbox),
      log_(log),
      metrics_(metrics),
      health_(health),
      options_(std::move(options)),
      thread_([this] { run(); }) {}

Mailer::~Mailer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  resolver_.stop();
  thread_.join();
}

bool Mailer::stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void Mailer::run() {
  while (!stopping()) {
    std::int64_t waitMs = kLookMs;
    try {
      waitMs = std::max(kLookMs, sendDue());
    } catch (const std::exception& error) {
      // A mail that the server took may not be marked, so it isn't sent again at once.
      waitMs = kUnusableMs;
      log_.warning("the outbox can't be used", {{"reason", error.what()}});
    }
    std::unique_lock lock(mutex_);
    stop_.wait_for(lock, std::chrono::milliseconds(waitMs), [&] { return stopping_; });
  }
}

std::int64_t Mailer::sendDue() {
  for (;;) {
    const std::vector<Mail> due = outbox_.due(unixNow(), kMailsAtOnce);
    if (due.empty()) return 0;
    auto next = due.begin();
    try {
      SmtpConnection server(options_.server, resolver_);
      for (; next != due.end(); ++next) {
        if (stopping()) return 0;
        send(server, *next);
        timesAway_ = 0;
      }
    } catch (const MailServerAway& away) {
      return serverAway(*next, away.what());
    }
  }
}

void Mailer::send(SmtpConnection& server, const Mail& mail) {
  const MailAnswer answer = server.send({mail.id, mail.name, mail.email, subjectOf(mail.kind),
                                         mail.text + "\n\n" + options_.newHiresUrl + "\n"});
  const std::int64_t now = unixNow();
  const std::string reason = answer.reply.empty() ? answer.codes() : answer.reply;
  switch (answer.verdict()) {
    case MailVerdict::taken:
      outbox_.sent(mail, now);
      health_.sent();
      return count("sent");
    case MailVerdict::refused:
      outbox_.failed(mail, reason);
      health_.sent();
      count("failed");
      break;
    case MailVerdict::later:
      outbox_.later(mail, now + backOff(options_.firstRetryMs, options_.longestMailRetryMs, mail.attempts),
                    reason);
      count("later");
      if (answer.status / 100 == 5)
        health_.failing("E-mails wait: the mail server refuses them from this host (" + answer.codes() +
                        "). They are tried again.");
      break;
  }
  log_.warning("a mail was not taken", {{"mail", mail.id}, {"answer", answer.codes()}});
}

// The other mails stay due: it isn't about them.
std::int64_t Mailer::serverAway(const Mail& first, const std::string& reason) {
  const std::int64_t waitMs = backOff(options_.firstRetryMs, options_.longestServerRetryMs, timesAway_++);
  count("server_away");
  if (timesAway_ == 1) log_.warning("the mail server takes no mail: it is tried again", {{"mail", first.id}});
  outbox_.later(first, unixNow() + waitMs, reason);
  health_.failing("E-mails wait: the mail server takes none at the moment. They are tried again.");
  return waitMs;
}

void Mailer::count(const char* outcome) {
  metrics_.counter("host_stub_mails", "attempts to hand a mail to the mail server", {{"outcome", outcome}})
      .add();
}

}  // namespace host_stub
