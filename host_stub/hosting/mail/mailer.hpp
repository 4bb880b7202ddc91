// The thread that hands the outbox to a mail server.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "hosting/mail/mail_health.hpp"
#include "net/mail/smtp.hpp"
#include "net/server/metrics.hpp"
#include "records/outbox.hpp"
#include "services/log.hpp"

namespace host_stub {

struct MailerOptions {
  MailServer server;
  std::string newHiresUrl;  // what each mail links to
  std::int64_t firstRetryMs = 1000;
  std::int64_t longestServerRetryMs = 5LL * 60 * 1000;  // where the server takes no mail at all
  std::int64_t longestMailRetryMs = 60LL * 60 * 1000;   // where it doesn't take this one
};

// Marks a mail as sent after the server has accepted it. A host that crashes in between sends it again, so
// that none is lost. Nothing else waits for it.
class Mailer {
 public:
  Mailer(Outbox& outbox, LogWriter& log, Metrics& metrics, MailHealth& health, MailerOptions options);
  ~Mailer();  // waits for the server's answer to the mail in hand
  Mailer(const Mailer&) = delete;
  Mailer& operator=(const Mailer&) = delete;

 private:
  void run();
  // How long to leave the server alone, in ms.
  std::int64_t sendDue();
  void send(SmtpConnection& server, const Mail& mail);
  std::int64_t serverAway(const Mail& first, const std::string& reason);
  void count(const char* outcome);
  bool stopping();

  Outbox& outbox_;
  LogWriter& log_;
  Metrics& metrics_;
  MailHealth& health_;
  const MailerOptions options_;
  Resolver resolver_;
  std::uint32_t timesAway_ = 0;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace host_stub
