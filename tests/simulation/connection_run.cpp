#include "connection_run.hpp"

#include "post.hpp"
#include "promises.hpp"
#include "staff.hpp"

namespace ashby_simulation {
namespace {

using integration::simulation::Scenario;

// A connection, from its set-up to the quiet hours.
class ConnectionRun final : public Scenario {
 public:
  explicit ConnectionRun(const Seed& seed) : seed_(seed), prng_(seed, "plan") {}

  void begin(SimulatedHost& host) override {
    parts_ = std::make_unique<Parts>(seed_, host);
    Parts& parts = *parts_;
    parts.staff.setUp();
    chooseMoments(host.now());
    const auto when = [this] { return moment(); };
    parts.ashby.plan(when);
    parts.post.plan(when);
    parts.staff.plan(when);
    planHosts(host);
  }

  integration::HttpOutcome answer(const integration::HttpRequest& request,
                                  const std::string& secret) override {
    return parts_->ashby.answer(request, secret);
  }
  void committed(SimulatedHost&, const integration::Commit& commit) override {
    parts_->promises.committed(commit);
  }
  void memberCreated(SimulatedHost&, const integration::Person& person) override {
    parts_->promises.memberCreated(person);
  }
  void printed(SimulatedHost&, std::string_view text) override { parts_->promises.printed(text); }

  void calm(SimulatedHost& host) override {
    parts_->ashby.calm();
    parts_->staff.calm();
    parts_->post.calm();
    host.later(4 * kMinute, [this, &host] {
      const std::string id = parts_->ashby.hireNow();
      host.later(2 * kMinute, [this, id] { parts_->promises.isThere(id); });
      host.later(3 * kMinute, [this, id] {
        parts_->ashby.unhireUnseen(id);
        parts_->ashby.sendOddLines();
      });
      host.later(20 * kMinute, [this, id] { parts_->promises.isGone(id); });
    });
  }
  void afterQuiet(SimulatedHost&) override {
    parts_->promises.kept();
    parts_->staff.looksAfterQuiet();
  }

 private:
  struct Parts {
    Parts(const Seed& seed, SimulatedHost& host)
        : ashby(seed, host, [this] { post.collect(); }),
          promises(host, ashby),
          post(seed, host, ashby, promises),
          staff(seed, host, ashby, post, promises) {}
    Ashby ashby;
    Promises promises;
    Post post;
    Staff staff;
  };

  // Events come in bunches, since nothing meets where they are spread evenly.
  void chooseMoments(std::int64_t from) {
    static const std::vector<std::int64_t> kSpans = {2 * kMinute, 10 * kMinute, 40 * kMinute};
    const std::int64_t span = prng_.oneOf(kSpans);
    const std::size_t count = 4 + prng_.below(5);
    for (std::size_t i = 0; i < count; ++i) moments_.push_back(from + prng_.between(0, span));
  }
  std::int64_t moment() {
    const std::int64_t around = prng_.oneOf(moments_);
    return around + (prng_.chance(600) ? prng_.between(0, 3 * kSecond) : prng_.between(0, 3 * kMinute));
  }

  void planHosts(SimulatedHost& host) {
    const std::size_t crashes = 1 + prng_.below(3);
    for (std::size_t i = 0; i < crashes; ++i)
      host.plan(moment(), "a host is about to die",
                [&host, calls = prng_.between(1, 60)] { host.crashAt(static_cast<std::uint64_t>(calls)); });
    if (prng_.chance(400)) host.plan(moment(), "the work moves", [&host] { host.failOver(); });
  }

  const Seed seed_;
  Prng prng_;
  std::vector<std::int64_t> moments_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace

integration::simulation::Subject connectionLives() {
  return {[](const Seed& seed) { return std::make_unique<ConnectionRun>(seed); },
          {"hired",
           "hired years ago",
           "hired on a confidential job",
           "un-hired",
           "hired again",
           "archived",
           "application edited",
           "candidate edited",
           "transferred",
           "offer made",
           "offer changed",
           "offer waits for approval",
           "offer approved",
           "offer not approved",
           "offer accepted late",
           "offer cancelled",
           "offer deleted",
           "team of the application changed",
           "team of the job changed",
           "team of the opening changed",
           "merged",
           "anonymised",
           "deleted",
           "tokens forgotten",
           "key deactivated",
           "Ashby: status 500",
           "Ashby: status 502",
           "Ashby: status 429",
           "Ashby: status 403",
           "Ashby: html",
           "Ashby: halfBody",
           "Ashby: hang",
           "Ashby: drop",
           "Ashby: lostAnswer",
           "Ashby: staleRead",
           "Ashby: syncTokenExpired",
           "Ashby: cursorExpired",
           "Ashby: error",
           "Ashby: odd",
           "webhook lost",
           "webhook delayed for hours",
           "webhook doubled",
           "webhook answered too late",
           "webhook forged",
           "webhook replayed",
           "webhook answered 200",
           "webhook answered 401",
           "webhook answered 403",
           "ping failed",
           "secret rotated",
           "disabled",
           "key not saved",
           "nothing -> staged",
           "staged -> promoted",
           "staged -> discarded",
           "staged -> withdrawn",
           "discarded -> staged",
           "withdrawn -> staged",
           "withdrawn -> discarded",
           "ignored with a reason",
           "member created",
           "promote told: already added",
           "restored",
           "discard refused",
           "restore refused",
           "import retried by hand",
           "shown as staged, busy",
           "work moves while it runs",
           "fenced out",
           "edited",
           "edit refused",
           "catch-up begun",
           "catch-up cancelled",
           "dry run begun",
           "catch-up done",
           "settings changed",
           "scope changed",
           "withdrawn by a scope",
           "custom field mapped",
           "custom field vanished",
           "told: a mapped field is lacking",
           "told: lines without an id",
           "told of several new hires at once",
           "member shows that it left",
           "told: new_hire",
           "told: withdrawn",
           "told: member_differs",
           "connection waiting",
           "connection active",
           "connection failing",
           "connection incomplete"}};
}

}  // namespace ashby_simulation
