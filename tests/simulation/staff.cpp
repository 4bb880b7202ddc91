#include "staff.hpp"

#include "integration/extensions.hpp"

namespace ashby_simulation {

using integration::CallKind;
using integration::HireState;
using integration::NewHire;
using integration::simulation::Nothing;
using integration::simulation::Outcome;

namespace {

constexpr std::int64_t kAgainMs = 20000;

}  // namespace

Staff::Staff(const Seed& seed, SimulatedHost& host, Ashby& ashby, Post& post, Promises& promises)
    : host_(host), ashby_(ashby), post_(post), promises_(promises), prng_(seed, "staff") {}

void Staff::setUp() {
  makeSecret();
  const bool keyFirst = prng_.chance(300);
  host_.later(keyFirst ? 0 : prng_.between(0, 90000), [this] { giveKey(); });
  host_.later(keyFirst ? prng_.between(0, 90000) : 0, [this] { enable(); });
  host_.later(30000, [this] { post_.createWebhooks(); });
}

void Staff::giveKey() {
  host_.configure(R"({"apiKey":"apiKey"})", {{"apiKey", ashby_.key()}},
                  [this](const Outcome<Nothing>& outcome) {
                    host_.met(outcome.ok() ? "key accepted" : "key not saved");
                    if (!outcome.ok()) host_.later(kAgainMs, [this] { giveKey(); });
                  });
}

void Staff::enable() {
  wantsEnabled_ = true;
  promises_.enabledIs(std::nullopt);
  const bool alone = disabling_ == 0;
  host_.enable([this, alone, before = disables_](const Outcome<Nothing>& outcome) {
    // Only an answer that no disabling overlapped says how it ended.
    const bool certain = outcome.ok() && alone && before == disables_;
    if (certain) promises_.enabledIs(true);
    if (!certain && wantsEnabled_) host_.later(kAgainMs, [this] { enable(); });
  });
}

void Staff::disable() {
  wantsEnabled_ = false;
  promises_.enabledIs(std::nullopt);
  ++disables_;
  ++disabling_;
  host_.disable([this](const Outcome<Nothing>& outcome) {
    --disabling_;
    host_.met(outcome.ok() ? "disabled" : "disabling failed");
    host_.later(prng_.between(1000, 1800000), [this] { enable(); });
  });
}

void Staff::makeSecret() {
  const std::string secret = "the-secret-token-" + std::to_string(++secrets_);
  host_.rotateSecret("webhookSecret", secret);
  promises_.secretMade(secret);
}

// Made by the host, pasted into Ashby some minutes later.
void Staff::rotate() {
  makeSecret();
  host_.met("secret rotated");
  host_.later(prng_.between(0, 600000), [this] { post_.enterNewestSecret(); });
}

void Staff::choose(HireState state, Chosen then) {
  integration::ListQuery query;
  query.state = state;
  host_.list(query, [this, then = std::move(then)](const Outcome<integration::ListPage>& outcome) {
    if (!outcome.ok() || outcome.value.data.empty()) return;
    for (const NewHire& hire : outcome.value.data) promises_.shown(hire);
    then(prng_.oneOf(outcome.value.data));
  });
}

void Staff::promote(const NewHire& hire) {
  integration::PromoteRequest request{hire.id, {}, {}};
  if (prng_.chance(500)) request.ifVersion = hire.version;
  if (prng_.chance(400)) request.fields["middleName"] = "Edited";
  if (prng_.chance(50)) request.fields["jobTitle"] = std::nullopt;
  promises_.promoteBegins(hire.id);
  host_.promote(request,
                [this, id = hire.source.applicationId](const Outcome<integration::PromoteResult>& outcome) {
                  if (outcome.ok()) promises_.promoted(id, outcome.value);
                  if (outcome.error)
                    host_.met("promote refused: " + std::to_string(static_cast<int>(outcome.error->code)));
                });
}

void Staff::discard(const std::string& hireId) {
  promises_.discardBegins(hireId);
  const integration::DiscardRequest request{hireId, prng_.chance(250)};
  host_.discard(request, [this, hireId, begunAt = host_.now()](const Outcome<Nothing>& outcome) {
    if (outcome.ok()) promises_.discarded(hireId, begunAt);
    if (outcome.failedWith(integration::Code::failedPrecondition)) host_.met("discard refused");
  });
}

void Staff::restore(const std::string& hireId) {
  promises_.restoreBegins(hireId);
  host_.run<Nothing>(CallKind::sourceAction, integration::kRestore, integration::RestoreRequest{hireId},
                     [this, hireId](const Outcome<Nothing>& outcome) {
                       promises_.restoreEnded(hireId);
                       host_.met(outcome.ok() ? "restored" : "restore refused");
                     });
}

void Staff::ask(std::size_t question) {
  if (question == 0) host_.run<Nothing>(CallKind::userAction, integration::kSync, integration::SyncRequest{});
  if (question == 1)
    host_.status([this](const Outcome<integration::ConnectionStatus>& outcome) {
      if (!outcome.ok()) return;
      host_.met(std::string("connection ") + boost::describe::enum_to_string(outcome.value.state, "?"));
      promises_.printed(outcome.value.health);
    });
  if (question == 2)
    host_.run<integration::ActivityPage>(
        CallKind::query, integration::kActivity, integration::ActivityQuery{},
        [this](const Outcome<integration::ActivityPage>& outcome) {
          if (!outcome.ok()) return;
          for (const auto& line : outcome.value.data) promises_.printed(line.reason);
          if (outcome.value.data.empty()) return;
          const auto& line = prng_.oneOf(outcome.value.data);
          if (line.kind == "import")
            host_.run<Nothing>(CallKind::userAction, integration::kRetry, integration::RetryRequest{line.id},
                               [this](const Outcome<Nothing>& retried) {
                                 host_.met(retried.ok() ? "import retried by hand" : "nothing to retry");
                               });
        });
}

void Staff::edit(const NewHire& hire) {
  const std::string name = "Qedited" + std::to_string(++edits_);
  integration::EditRequest request{hire.id, {{"preferredName", name}}, {}, {}};
  if (prng_.chance(500)) request.ifVersion = hire.version;
  if (prng_.chance(100)) request.fields["salaryAmount"] = "much";
  promises_.editBegins(hire.id);
  host_.run<Nothing>(CallKind::userAction, integration::kEdit, request,
                     [this, name, id = hire.id](const Outcome<Nothing>& outcome) {
                       if (outcome.ok()) promises_.edited(id, name);
                       host_.met(outcome.ok() ? "edited" : "edit refused");
                     });
}

void Staff::planChange(std::size_t change, std::int64_t at) {
  if (change < 2)
    host_.plan(at, "a reviewer edits a hire",
               [this] { choose(HireState::staged, [this](const NewHire& hire) { edit(hire); }); });
  else if (change == 2)
    host_.plan(at, "the admin catches up",
               [this, dryRun = prng_.chance(400), cancels = prng_.chance(300)] { catchUp(dryRun, cancels); });
  else
    host_.plan(at, "the admin changes the settings", [this] { changeSettings(); });
}

void Staff::looksAfterQuiet() {
  host_.status([this](const Outcome<integration::ConnectionStatus>& outcome) {
    if (outcome.ok()) promises_.saidAfterQuiet(outcome.value);
  });
  host_.settle();
  if (catchUpId_.empty()) return;
  host_.run<integration::CatchUpProgress>(
      CallKind::query, integration::kCatchUpProgress, integration::CatchUpId{catchUpId_},
      [this](const Outcome<integration::CatchUpProgress>& outcome) {
        if (!outcome.ok()) return;
        host_.met("catch-up " + outcome.value.state);
        // An application that Ashby doesn't show to the key is waited for.
        const bool waits = outcome.value.state == "importing" && outcome.value.waiting != 0;
        if (!outcome.value.finishedAt && !waits)
          host_.found("a catch-up comes to its end", "it is " + outcome.value.state);
      });
  host_.settle();
}

void Staff::plan(const std::function<std::int64_t()>& when) {
  const std::size_t actions = 6 + prng_.below(7);
  for (std::size_t i = 0; i < actions; ++i) {
    const bool twice = prng_.chance(300);
    const std::size_t action = prng_.below(24);
    if (action < 7)
      host_.plan(when(), twice ? "two reviewers add a hire" : "a reviewer adds a hire", [=, this] {
        choose(HireState::staged, [=, this](const NewHire& hire) {
          promote(hire);
          if (twice) promote(hire);
        });
      });
    else if (action < 11)
      host_.plan(when(), twice ? "a reviewer deletes a hire that another adds" : "a reviewer deletes a hire",
                 [=, this] {
                   choose(HireState::staged, [=, this](const NewHire& hire) {
                     discard(hire.id);
                     if (twice) promote(hire);
                   });
                 });
    else if (action < 14)
      host_.plan(when(), twice ? "a reviewer restores a hire and deletes it" : "a reviewer restores a hire",
                 [=, this] {
                   choose(HireState::discarded, [=, this](const NewHire& hire) {
                     restore(hire.id);
                     if (twice) host_.later(prng_.between(0, 3000), [this, id = hire.id] { discard(id); });
                   });
                 });
    else if (action < 17)
      host_.plan(when(), "somebody asks", [this, question = action - 14] { ask(question); });
    else if (action >= 20)
      planChange(action - 20, when());
    else if (action == 17)
      host_.plan(when(), "the admin rotates the secret", [this] { rotate(); });
    else if (action == 18 && twice)
      host_.plan(when(), "the admin disables the connection", [this] { disable(); });
    else
      host_.plan(when(), "a reviewer looks at the deleted",
                 [this] { choose(HireState::withdrawn, [this](const NewHire& hire) { discard(hire.id); }); });
  }
}

void Staff::calm() {
  enable();
  giveKey();
  removeScope();
}

}  // namespace ashby_simulation
