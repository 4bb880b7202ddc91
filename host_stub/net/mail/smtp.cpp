#include "net/mail/smtp.hpp"

#include <Poco/Net/MailMessage.h>
#include <Poco/Net/NetException.h>
#include <Poco/String.h>
#include <Poco/Timestamp.h>

#include <chrono>
#include <sstream>

#include "net/mail/mail_headers.hpp"

namespace host_stub {
namespace {

using Poco::Net::MailMessage;

constexpr int kServerCloses = 421;

Resolver::Addresses addressesOf(const MailServer& server, Resolver& resolver) {
  if (Poco::Net::IPAddress address; Poco::Net::IPAddress::tryParse(server.host, address)) return {address};
  return resolver.resolve(server.host, std::chrono::steady_clock::now() + server.timeout);
}

Poco::Net::StreamSocket connectTo(const Poco::Net::SocketAddress& address, const Poco::Timespan& timeout) {
  Poco::Net::StreamSocket socket(address.family());
  socket.connect(address, timeout);
  socket.setSendTimeout(timeout);
  socket.setReceiveTimeout(timeout);
  return socket;
}

// Tries one address after the other.
Poco::Net::StreamSocket connect(const MailServer& server, Resolver& resolver) {
  const Poco::Timespan timeout(server.timeout.count() * 1000);
  std::string reason = "it has no address";
  try {
    for (const Poco::Net::IPAddress& address : addressesOf(server, resolver)) {
      try {
        return connectTo({address, server.port}, timeout);
      } catch (const Poco::Exception& error) {
        reason = error.displayText();
      }
    }
  } catch (const Poco::Exception& error) {
    reason = error.displayText();
  }
  throw MailServerAway("the mail server can't be reached: " + reason);
}

// RFC 5321, 2.3.8: a line ends with both, never with one of them.
std::string withCrlf(const std::string& text) {
  return Poco::replace(Poco::replace(text, "\r\n", "\n"), "\n", "\r\n");
}

std::string write(const MailServer& server, const MailText& mail) {
  MailMessage message;
  message.setSender(server.from);
  message.set("To", headerMailbox(mail.toName, mail.toAddress));
  message.set("Subject", headerText(mail.subject));
  message.setContentType("text/plain; charset=utf-8");
  message.setContent(withCrlf(mail.body), MailMessage::ENCODING_QUOTED_PRINTABLE);
  message.setDate(Poco::Timestamp());
  message.set("Message-ID", "<" + mail.id + server.from.substr(server.from.find('@')) + ">");
  message.set("Auto-Submitted", "auto-generated");
  std::ostringstream out;
  message.write(out);
  return out.str();
}

// RFC 5321, 4.1.3: who has no name says its address. Many servers refuse "localhost".
std::string nameOf(const Poco::Net::StreamSocket& socket) {
  const Poco::Net::IPAddress address = socket.address().host();
  return (address.family() == Poco::Net::IPAddress::IPv6 ? "[IPv6:" : "[") + address.toString() + "]";
}

}  // namespace

SmtpConnection::SmtpConnection(const MailServer& server, Resolver& resolver)
    : server_(server), socket_(connect(server, resolver)), session_(socket_) {
  try {
    session_.setTimeout(Poco::Timespan(server.timeout.count() * 1000));
    session_.login(nameOf(socket_));
  } catch (const Poco::Exception& error) {
    throw MailServerAway("the mail server doesn't greet: " + error.displayText());
  }
}

SmtpConnection::~SmtpConnection() {
  try {
    session_.close();
  } catch (const Poco::Exception&) {
    return;  // it has all it took
  }
}

MailAnswer SmtpConnection::command(const std::string& line, MailAnswer::Step step) {
  MailAnswer answer;
  answer.step = step;
  answer.status = session_.sendCommand(line, answer.reply);
  if (answer.status == kServerCloses) throw MailServerAway("the mail server closes: " + answer.reply);
  return answer;
}

MailAnswer SmtpConnection::sendText(const MailText& mail) {
  std::istringstream text(write(server_, mail));
  try {
    session_.sendMessage(text);
    return {250, {}, MailAnswer::Step::text};
  } catch (const Poco::Net::SMTPException& refused) {
    if (refused.code() == kServerCloses) throw MailServerAway("the mail server closes");
    return {refused.code(), refused.message(), MailAnswer::Step::text};
  }
}

MailAnswer SmtpConnection::send(const MailText& mail) {
  try {
    // Nothing about this mail yet: whoever we are, the server doesn't take mail from us.
    const MailAnswer sender = command("MAIL FROM:<" + server_.from + ">", MailAnswer::Step::start);
    if (!sender.taken()) throw MailServerAway("the mail server refuses the sender: " + sender.reply);
    MailAnswer answer = command("RCPT TO:<" + mail.toAddress + ">", MailAnswer::Step::recipient);
    if (answer.taken()) {
      answer = command("DATA", MailAnswer::Step::start);
      if (answer.status / 100 == 3) return sendText(mail);
    }
    command("RSET", MailAnswer::Step::start);
    return answer;
  } catch (const Poco::Exception& error) {
    throw MailServerAway("the mail server went away: " + error.displayText());
  }
}

}  // namespace host_stub
