#include "net/client/resolver.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/DNS.h>

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace host_stub {

// Shared with the threads of the look-ups: nothing can end one, so it may outlast the resolver.
struct Resolver::State : std::enable_shared_from_this<State> {
  struct Answer {
    bool isThere = false;
    Addresses addresses;
    std::exception_ptr failure;  // null if the name was found
  };

  explicit State(LookUp how) : lookUp(std::move(how)) {}

  std::shared_ptr<Answer> begin(const std::string& name);
  void find(const std::string& name, Answer& answer);

  const LookUp lookUp;
  std::mutex mutex;  // guards what follows, and the answers
  std::condition_variable changed;
  std::map<std::string, std::shared_ptr<Answer>> inFlight;  // by name
  bool isStopping = false;
};

// Returns where the answer for a name will stand. The lock is held.
std::shared_ptr<Resolver::State::Answer> Resolver::State::begin(const std::string& name) {
  if (const auto found = inFlight.find(name); found != inFlight.end()) return found->second;
  const auto answer = std::make_shared<Answer>();
  std::thread([self = shared_from_this(), name, answer] { self->find(name, *answer); }).detach();
  inFlight.emplace(name, answer);
  return answer;
}

void Resolver::State::find(const std::string& name, Answer& answer) {
  Addresses addresses;
  std::exception_ptr failure;
  try {
    addresses = lookUp(name);
  } catch (const std::exception&) {
    failure = std::current_exception();
  }
  const std::lock_guard lock(mutex);
  answer = {true, std::move(addresses), failure};
  inFlight.erase(name);
  changed.notify_all();
}

Resolver::Resolver(LookUp lookUp) : state_(std::make_shared<State>(std::move(lookUp))) {}

Resolver::~Resolver() {
  stop();
}

Resolver::Addresses Resolver::resolve(const std::string& name,
                                      std::chrono::steady_clock::time_point deadline) {
  State& state = *state_;
  std::unique_lock lock(state.mutex);
  const bool hasPlace = state.changed.wait_until(lock, deadline, [&] {
    return state.isStopping || state.inFlight.contains(name) || state.inFlight.size() < kMostAtOnce;
  });
  if (!hasPlace)
    throw Poco::TimeoutException("no name server answers, and " + std::to_string(kMostAtOnce) +
                                 " names are being looked up already");
  if (state.isStopping) throw Poco::IllegalStateException("the host is stopping");
  const auto answer = state.begin(name);
  const bool inTime =
      state.changed.wait_until(lock, deadline, [&] { return state.isStopping || answer->isThere; });
  if (!inTime) throw Poco::TimeoutException("no name server has told the address of " + name + " in time");
  if (!answer->isThere) throw Poco::IllegalStateException("the host is stopping");
  if (answer->failure) std::rethrow_exception(answer->failure);
  return answer->addresses;
}

void Resolver::stop() {
  const std::lock_guard lock(state_->mutex);
  state_->isStopping = true;
  state_->changed.notify_all();
}

Resolver::Addresses Resolver::askSystem(const std::string& name) {
  return Poco::Net::DNS::hostByName(name).addresses();
}

}  // namespace host_stub
