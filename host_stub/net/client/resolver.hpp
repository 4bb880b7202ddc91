// Looks names of hosts up within a deadline: the system's resolver knows none.
#pragma once

#include <Poco/Net/IPAddress.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace host_stub {

// Thread-safe. A name that is being looked up already isn't looked up twice. A look-up that outlasts those
// who asked goes on by itself, also after the resolver's end.
class Resolver {
 public:
  using Addresses = std::vector<Poco::Net::IPAddress>;
  // Blocks for as long as it must. Throws Poco::Exception.
  using LookUp = std::function<Addresses(const std::string& name)>;

  static constexpr std::size_t kMostAtOnce = 32;  // names

  explicit Resolver(LookUp lookUp = askSystem);
  ~Resolver();
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;

  // Blocks until the deadline at most. Throws what the look-up throws, Poco::TimeoutException at the
  // deadline, and Poco::IllegalStateException after stop().
  Addresses resolve(const std::string& name, std::chrono::steady_clock::time_point deadline);
  // Ends every wait, now and from now on.
  void stop();

  // Asks /etc/hosts and the name servers, as the system is set up.
  static Addresses askSystem(const std::string& name);

 private:
  struct State;
  const std::shared_ptr<State> state_;
};

}  // namespace host_stub
