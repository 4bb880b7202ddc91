#include "net/smtp.hpp"

#include <Poco/Net/MailMessage.h>
#include <Poco/Net/MailRecipient.h>
#include <Poco/Net/NetException.h>
#include <Poco/Timestamp.h>

#include <algorithm>
#include <chrono>
#include <sstream>

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

// Within quotes, which these would end.
std::string quotable(std::string name) {
  std::replace(name.begin(), name.end(), '"', '\'');
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

std::string write(const MailServer& server, const MailText& mail) {
  MailMessage message;
  message.setSender(server.from);
  message.addRecipient({Poco::Net::MailRecipient::PRIMARY_RECIPIENT, mail.toAddress,
                        MailMessage::encodeWord(quotable(mail.toName))});
  message.setSubject(MailMessage::encodeWord(mail.subject));
  message.setContentType("text/plain; charset=utf-8");
  message.setContent(mail.body, MailMessage::ENCODING_QUOTED_PRINTABLE);
  message.setDate(Poco::Timestamp());
  message.set("Message-ID", "<" + mail.id + server.from.substr(server.from.find('@')) + ">");
  message.set("Auto-Submitted", "auto-generated");
  std::ostringstream out;
  message.write(out);
  return out.str();
}

}  // namespace

SmtpConnection::SmtpConnection(const MailServer& server, Resolver& resolver)
    : server_(server), session_(connect(server, resolver)) {
  try {
    session_.setTimeout(Poco::Timespan(server.timeout.count() * 1000));
    session_.login("localhost");
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

MailAnswer SmtpConnection::command(const std::string& line) {
  MailAnswer answer;
  answer.status = session_.sendCommand(line, answer.reply);
  if (answer.status == kServerCloses) throw MailServerAway("the mail server closes: " + answer.reply);
  return answer;
}

MailAnswer SmtpConnection::send(const MailText& mail) {
  try {
    // Nothing about this mail yet: whoever we are, the server doesn't take mail from us.
    const MailAnswer sender = command("MAIL FROM:<" + server_.from + ">");
    if (!sender.taken()) throw MailServerAway("the mail server refuses the sender: " + sender.reply);
    MailAnswer answer = command("RCPT TO:<" + mail.toAddress + ">");
    if (answer.taken()) {
      answer = command("DATA");
      if (answer.status / 100 == 3) {
        std::istringstream text(write(server_, mail));
        try {
          session_.sendMessage(text);
          return {250, {}};
        } catch (const Poco::Net::SMTPException& refused) {
          answer = {refused.code(), refused.message()};
          if (answer.status == kServerCloses) throw MailServerAway("the mail server closes");
          return answer;
        }
      }
    }
    command("RSET");
    return answer;
  } catch (const Poco::Exception& error) {
    throw MailServerAway("the mail server went away: " + error.displayText());
  }
}

}  // namespace host_stub
