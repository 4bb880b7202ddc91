// Mail, handed to an SMTP server.
#pragma once

#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/StreamSocket.h>

#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "net/client/resolver.hpp"
#include "net/mail/mail_answer.hpp"

namespace host_stub {

struct MailServer {
  std::string host;
  std::uint16_t port = 25;
  std::string from;                          // an address
  std::chrono::milliseconds timeout{10000};  // of looking up, of connecting, and of each answer
};

struct MailText {
  std::string id;  // makes the Message-ID: the same mail sent twice shows as one in many programs
  std::string toName, toAddress;
  std::string subject, body;  // UTF-8
};

// The server takes no mail at all now: it can't be reached, is busy, or doesn't speak with us.
class MailServerAway : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A connection to a mail server, for any number of mails. Used by one thread.
class SmtpConnection {
 public:
  // Looks the server up, connects and greets. Throws MailServerAway, as send() does.
  SmtpConnection(const MailServer& server, Resolver& resolver);
  ~SmtpConnection();
  SmtpConnection(const SmtpConnection&) = delete;
  SmtpConnection& operator=(const SmtpConnection&) = delete;

  // On return the server has the mail, or has said why not. Where it throws, it may have it or not.
  MailAnswer send(const MailText& mail);

 private:
  MailAnswer sendText(const MailText& mail);
  MailAnswer command(const std::string& line, MailAnswer::Step step);

  const MailServer& server_;
  const Poco::Net::StreamSocket socket_;
  Poco::Net::SMTPClientSession session_;
};

}  // namespace host_stub
