#include "net/client/egress_connection.hpp"

#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <fcntl.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "net/client/response_reader.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::HttpOutcome;

constexpr std::chrono::milliseconds kFirstAddressTimeout{3000};

// Keeps the breaker on a socket while this thread works with it.
class Attached {
 public:
  Attached(CancelToken& breaker, const Poco::Net::StreamSocket& socket) : breaker_(breaker) {
    if (breaker_.attach(socket.impl()->sockfd())) return;
    breaker_.detach();
    throw ConnectionLost("given up", true);
  }
  ~Attached() { breaker_.detach(); }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;

 private:
  CancelToken& breaker_;
};

std::chrono::milliseconds remaining(const PendingRequest& exchange) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(exchange.deadline - std::chrono::steady_clock::now());
  return std::max(left, std::chrono::milliseconds(1));
}

Poco::Timespan timespan(std::chrono::milliseconds duration) {
  return Poco::Timespan(static_cast<Poco::Timespan::TimeDiff>(duration.count()) *
                        Poco::Timespan::MILLISECONDS);
}

Resolver::Addresses addressesOf(const PendingRequest& exchange, Resolver& resolver) {
  const Origin& target = exchange.target;
  Resolver::Addresses addresses;
  if (Poco::Net::IPAddress address; Poco::Net::IPAddress::tryParse(target.host, address))
    addresses.push_back(address);
  else
    addresses = resolver.resolve(target.host, exchange.deadline);
  // Plain text never leaves this machine, whatever a name server makes of a name.
  if (target.scheme == "http")
    addresses.erase(
        std::remove_if(addresses.begin(), addresses.end(), [](const auto& a) { return !a.isLoopback(); }),
        addresses.end());
  if (addresses.empty()) throw Poco::Net::NoAddressFoundException(target.host);
  return addresses;
}

}  // namespace

TlsTrust::TlsTrust(std::string caFile) : caFile_(std::move(caFile)) {
  Poco::Net::initializeSSL();
}

TlsTrust::~TlsTrust() {
  contexts_.clear();
  Poco::Net::uninitializeSSL();
}

Poco::Net::Context::Ptr TlsTrust::contextFor(const std::string& host) {
  const std::lock_guard lock(mutex_);
  Poco::Net::Context::Ptr& context = contexts_[host];
  if (!context.isNull()) return context;

  Poco::Net::Context::Params params;
  params.verificationMode = Poco::Net::Context::VERIFY_STRICT;
  params.loadDefaultCAs = true;
  params.caLocation = caFile_;
  params.cipherList = "HIGH:!aNULL:!eNULL:!MD5:!3DES";
  Poco::Net::Context::Ptr created = new Poco::Net::Context(Poco::Net::Context::TLS_CLIENT_USE, params);
  created->requireMinimumProtocol(Poco::Net::Context::PROTO_TLSV1_2);
  // OpenSSL compares the names during the handshake, so no byte is sent to a wrong host; Poco would look
  // afterwards.
  created->enableExtendedCertificateVerification(false);
  X509_VERIFY_PARAM* verification = SSL_CTX_get0_param(created->sslContext());
  X509_VERIFY_PARAM_set_hostflags(verification, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  Poco::Net::IPAddress address;
  const bool named = Poco::Net::IPAddress::tryParse(host, address)
                         ? X509_VERIFY_PARAM_set1_ip_asc(verification, host.c_str()) == 1
                         : X509_VERIFY_PARAM_set1_host(verification, host.c_str(), host.size()) == 1;
  if (!named) throw Poco::InvalidArgumentException("cannot check certificates for", host);
  return context = created;
}

std::unique_ptr<EgressConnection> EgressConnection::open(PendingRequest& exchange, Resolver& resolver,
                                                         TlsTrust& trust) {
  const Origin& target = exchange.target;
  const Resolver::Addresses addresses = addressesOf(exchange, resolver);
  for (std::size_t i = 0;; ++i) {
    const bool last = i + 1 == addresses.size();
    Poco::Net::StreamSocket socket(addresses[i].family());
    ::fcntl(socket.impl()->sockfd(), F_SETFD, FD_CLOEXEC);
    const Attached attached(exchange.breaker, socket);
    try {
      socket.connect(
          Poco::Net::SocketAddress(addresses[i], target.port),
          timespan(last ? remaining(exchange) : std::min(remaining(exchange), kFirstAddressTimeout)));
    } catch (const Poco::Exception&) {
      if (last) throw;
      continue;
    }
    socket.setNoDelay(true);
    socket.setReceiveTimeout(timespan(remaining(exchange)));
    socket.setSendTimeout(timespan(remaining(exchange)));
    if (target.scheme == "https")
      socket = Poco::Net::SecureStreamSocket::attach(socket, target.host, trust.contextFor(target.host));
    return std::unique_ptr<EgressConnection>(new EgressConnection(socket));
  }
}

HttpOutcome EgressConnection::perform(PendingRequest& exchange) {
  const Attached attached(exchange.breaker, socket_);
  reusable_ = false;
  try {
    socket_.setReceiveTimeout(timespan(remaining(exchange)));
    socket_.setSendTimeout(timespan(remaining(exchange)));
    sendAll(exchange.head.view());
    sendAll(exchange.body);
  } catch (const Poco::TimeoutException& e) {
    throw ConnectionLost(e.displayText(), false);
  } catch (const Poco::Exception& e) {
    throw ConnectionLost(e.displayText(), true);
  }
  return receive(exchange);
}

void EgressConnection::sendAll(std::string_view bytes) {
  while (!bytes.empty()) {
    const int sent =
        socket_.sendBytes(bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), 1 << 20)));
    if (sent <= 0) throw Poco::TimeoutException("the request could not be sent");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

// Boost.Beast reads the answer, since Poco's chunked stream can't tell a cut from an end
// (HTTPChunkedStream.cpp).
HttpOutcome EgressConnection::receive(const PendingRequest& exchange) {
  using State = ResponseReader::State;
  ResponseReader reader(exchange.expectsBody);
  std::array<char, 32 * 1024> part;
  bool nothing = true;
  State state = State::reading;
  while (state == State::reading) {
    int length = 0;
    try {
      length = socket_.receiveBytes(part.data(), static_cast<int>(part.size()));
    } catch (const Poco::TimeoutException& e) {
      throw ConnectionLost(e.displayText(), false);
    } catch (const Poco::Exception& e) {
      throw ConnectionLost(e.displayText(), nothing);
    }
    if (length <= 0) {
      if (nothing) throw ConnectionLost("the connection was closed without an answer", true);
      if (reader.finish() != State::complete) throw ConnectionLost(reader.problem(), false);
      return reader.take();
    }
    nothing = false;
    state = reader.feed({part.data(), static_cast<std::size_t>(length)});
  }
  if (state == State::tooLarge)
    return failed(Code::resourceExhausted, exchange.origin.text() + " answered with more than 8 MiB.");
  if (state == State::broken)
    return failed(Code::unavailable,
                  exchange.origin.text() + " gave no answer that can be read: " + reader.problem() + ".");
  reusable_ = reader.reusable();
  return reader.take();
}

bool EgressConnection::stale() {
  return socket_.poll(Poco::Timespan(), Poco::Net::Socket::SELECT_READ);
}

}  // namespace host_stub
