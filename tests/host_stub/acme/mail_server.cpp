#include "mail_server.hpp"

#include <Poco/Net/DialogSocket.h>
#include <Poco/String.h>

namespace host_stub_test {
namespace {

const Poco::Timespan kLook(0, 50000);

// Returns the text between < and >.
std::string addressIn(const std::string& line) {
  const std::size_t from = line.find('<') + 1;
  return line.substr(from, line.find('>') - from);
}

// Returns the text up to the line with the dot. Only \r
//  ends that line.
std::string receiveText(Poco::Net::DialogSocket& dialog) {
  const std::string end = "\r\n.\r\n";
  std::string text = "\r\n";
  while (!text.ends_with(end)) {
    const int next = dialog.get();
    if (next < 0) return "";
    text.push_back(static_cast<char>(next));
  }
  return text.substr(2, text.size() - 2 - 3);
}

}  // namespace

MailServer::MailServer(std::uint16_t port) : port_(port) {
  listener_.bind(Poco::Net::SocketAddress("127.0.0.1", port), true);
  listener_.listen();
  port_ = listener_.address().port();
  thread_ = std::thread([this] { run(); });
}

MailServer::~MailServer() {
  stopping_ = true;
  thread_.join();
}

void MailServer::reply(const std::string& verb, const std::string& reply, int times) {
  const std::lock_guard lock(mutex_);
  replies_[verb] = {reply, times};
}

std::vector<TakenMail> MailServer::taken() const {
  const std::lock_guard lock(mutex_);
  return taken_;
}

std::string MailServer::greeting() const {
  const std::lock_guard lock(mutex_);
  return greeting_;
}

void MailServer::run() {
  while (!stopping_) {
    if (!listener_.poll(kLook, Poco::Net::Socket::SELECT_READ)) continue;
    try {
      Poco::Net::StreamSocket socket = listener_.acceptConnection();
      serve(socket);
    } catch (const Poco::Exception&) {
      continue;  // the client went away
    }
  }
}

bool MailServer::answer(Poco::Net::StreamSocket& socket, const std::string& verb, const std::string& usual,
                        bool& good) {
  std::string said = usual;
  {
    const std::lock_guard lock(mutex_);
    const auto other = replies_.find(verb);
    if (other != replies_.end() && other->second.second > 0) {
      --other->second.second;
      said = other->second.first;
    }
  }
  good = said == usual;
  if (said.empty()) return false;
  said += "\r\n";
  socket.sendBytes(said.data(), static_cast<int>(said.size()));
  return true;
}

void MailServer::serve(Poco::Net::StreamSocket& socket) {
  Poco::Net::DialogSocket dialog(socket);
  dialog.setReceiveTimeout(Poco::Timespan(5, 0));
  TakenMail mail;
  std::string line;
  bool good = false;
  if (!answer(socket, "connect", "220 test", good)) return;
  while (!stopping_ && dialog.receiveMessage(line)) {
    const std::string verb = line.substr(0, 4);
    if (verb == "EHLO" || verb == "HELO") {
      const std::lock_guard lock(mutex_);
      greeting_ = line;
    }
    if (verb == "MAIL") {
      mail = {addressIn(line), {}, {}, {}};
      if (!answer(socket, verb, "250 ok", good)) return;
    } else if (verb == "RCPT") {
      mail.to = addressIn(line);
      if (!answer(socket, verb, "250 ok", good)) return;
    } else if (verb == "DATA") {
      if (!answer(socket, verb, "354 go on", good)) return;
      if (!good) continue;
      mail.raw = receiveText(dialog);
      mail.text = Poco::replace(mail.raw, "\r\n", "\n");
      if (!answer(socket, ".", "250 taken", good)) return;
      if (!good) continue;
      const std::lock_guard lock(mutex_);
      taken_.push_back(mail);
    } else if (verb == "QUIT") {
      answer(socket, verb, "221 bye", good);
      return;
    } else if (!answer(socket, verb, "250 ok", good)) {
      return;
    }
  }
}

}  // namespace host_stub_test
