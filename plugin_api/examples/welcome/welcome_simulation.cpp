// How an author finds what no test of his thought of: runs of the real library in a simulated host. This
// source system delivers a few hires, again and again until it is answered 2xx; reviewers add and delete
// them; hosts die.
#include <map>
#include <set>

#include "integration/describe_json.hpp"
#include "integration/simulation/simulate.hpp"

using namespace integration;
using namespace integration::simulation;

namespace {

class WelcomeLife final : public Scenario {
 public:
  explicit WelcomeLife(const Seed& seed) : prng_(seed, "welcome") {}

  void begin(SimulatedHost& host) override {
    host_ = &host;
    host.rotateSecret("sharedSecret", "the-first-secret");
    enable();
    for (int i = 0; i < 35; ++i) {
      const std::string id = std::to_string(1 + prng_.below(5));
      const std::int64_t at = host.now() + prng_.between(0, 60000);
      const std::size_t kind = prng_.below(10);
      if (kind < 4) host.plan(at, "hire " + id + " is delivered", [this, id] { deliver(id); });
      if (kind >= 4 && kind < 7) host.plan(at, "hire " + id + " is added", [this, id] { promote(id); });
      if (kind >= 7 && kind < 9) host.plan(at, "hire " + id + " is deleted", [this, id] { discard(id); });
      if (kind == 9) host.plan(at, "the secret is rotated", [this] { rotate(); });
    }
    for (int i = 0; i < 2; ++i)
      host.plan(host.now() + prng_.between(0, 60000), "a host is about to die",
                [&host, calls = prng_.between(1, 20)] { host.crashAt(static_cast<std::uint64_t>(calls)); });
  }

  HttpOutcome answer(const HttpRequest&, const std::string&) override { return {}; }  // it asks nobody

  void memberCreated(SimulatedHost& host, const Person& person) override {
    if (!added_.contains(person.sourceId)) host.found("nobody is added by itself", person.sourceId);
  }

  void afterQuiet(SimulatedHost& host) override {
    std::map<std::string, HireState> listed;
    for (const HireState state : {HireState::staged, HireState::promoted, HireState::discarded}) {
      ListQuery query;
      query.state = state;
      host.list(query, [&](const Outcome<ListPage>& outcome) {
        for (const NewHire& hire : outcome.value.data)
          if (!listed.emplace(hire.id, state).second) host.found("a hire is listed once", hire.id);
      });
      host.settle();
    }
    for (const std::string& id : acknowledged_)
      if (!listed.contains(id)) host.found("no acknowledged hire is forgotten", id);
    for (const auto& [id, state] : listed)
      if (state == HireState::staged && deleted_.contains(id))
        host.found("what was deleted stays deleted", id);
  }

 private:
  // Until it is enabled, the host answers deliveries 403 by itself.
  void enable() {
    host_->enable([this](const Outcome<Nothing>& outcome) {
      if (!outcome.ok()) host_->later(1000, [this] { enable(); });
    });
  }
  void deliver(const std::string& id) {
    const std::string secret = host_->validSecrets("sharedSecret").back();
    const std::string body =
        R"({"id":")" + id + R"(","fields":{"firstName":"A","lastName":"B","jobTitle":"C"}})";
    host_->deliver({"POST", {{"X-Welcome-Secret", secret}}, body},
                   [=, this](const Outcome<WebhookReply>& outcome) {
                     if (outcome.ok() && outcome.value.httpStatus == 401)
                       host_->found("no valid secret is refused", id);
                     if (outcome.ok() && outcome.value.httpStatus == 200)
                       acknowledged_.insert(id);
                     else
                       host_->later(5000, [this, id] { deliver(id); });
                   });
  }
  void promote(const std::string& id) {
    added_.insert(id);
    host_->promote({id, {}, {}}, [this](const Outcome<PromoteResult>& outcome) {
      if (outcome.ok()) host_->met("added");
    });
  }
  void discard(const std::string& id) {
    host_->discard({id}, [this, id](const Outcome<Nothing>& outcome) {
      if (!outcome.ok()) return;
      host_->met("deleted");
      deleted_.insert(id);
    });
  }
  void rotate() {
    // The host keeps the former one valid for a day; this source goes on using it.
    if (host_->validSecrets("sharedSecret").size() == 1)
      host_->rotateSecret("sharedSecret", "the-second-secret");
  }

  Prng prng_;
  SimulatedHost* host_ = nullptr;
  std::set<std::string> acknowledged_, added_, deleted_;
};

}  // namespace

int main(int argc, char** argv) {
  return simulate(
      argc, argv,
      {[](const Seed& seed) { return std::make_unique<WelcomeLife>(seed); }, {"added", "deleted"}});
}
