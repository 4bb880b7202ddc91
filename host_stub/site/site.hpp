// Everything that the host serves over HTTP: who is let in, and whose threads answer.
#pragma once

#include <atomic>
#include <string>

#include "hosting/connections/slot_waits.hpp"
#include "site/deliveries.hpp"
#include "site/lane.hpp"
#include "site/user_requests.hpp"

namespace host_stub {

// Thread-safe.
class Site : public WebHandler {
 public:
  // threads: for deliveries; as many again for the requests of people.
  Site(Platform& platform, ConnectionHub& hub, ConnectionRemover& removals, std::size_t threads = 64);
  ~Site() override;

  // Once the address is known, before the server is told to everybody.
  void serveAs(const std::string& publicUrl);
  // From now on everything but /healthz is answered 503.
  void stopServing() { serving_ = false; }

  void admit(const RequestHead& head, Decide decide) override;
  void handle(WebRequest request, Respond respond) override;

 private:
  struct Job;
  void run(const std::shared_ptr<const Job>& job);
  WebResponse ready();

  Platform& platform_;
  std::string publicUrl_;
  std::atomic<bool> serving_{false};
  Deliveries deliveries_;
  UserRequests userRequests_;
  SlotWaits slotWaits_;  // of requests that call one connection, while all of its slots are taken
  // Ended first: their threads use the rest. No kind of request waits for another's.
  Lane probing_;
  Lane lookingUp_;   // authentication; a share for each peer
  Lane answering_;   // people; a share for each company
  Lane delivering_;  // a share for each connection, a group for each plugin
};

}  // namespace host_stub
