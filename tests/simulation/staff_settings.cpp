// Changes that the admin makes while hires come and go: catch-ups and settings.
#include "integration/extensions.hpp"
#include "staff.hpp"

namespace ashby_simulation {

using integration::CallKind;
using integration::simulation::Nothing;
using integration::simulation::Outcome;

namespace {

constexpr std::int64_t kScopeAgainMs = 20000;

}  // namespace

void Staff::catchUp(bool dryRun, bool cancels) {
  if (!dryRun) promises_.catchUpBegins();
  host_.run<integration::CatchUpStarted>(
      CallKind::userAction, integration::kStartCatchUp, integration::StartCatchUp{"2022-01-01", dryRun},
      [=, this](const Outcome<integration::CatchUpStarted>& outcome) {
        if (!outcome.ok()) return host_.met("catch-up refused");
        host_.met(dryRun ? "dry run begun" : "catch-up begun");
        catchUpId_ = outcome.value.id;
        if (!cancels) return;
        host_.later(prng_.between(0, 60000), [this, id = outcome.value.id] {
          host_.run<Nothing>(CallKind::userAction, integration::kCancelCatchUp, integration::CatchUpId{id},
                             [this](const Outcome<Nothing>& cancelled) {
                               if (cancelled.ok()) host_.met("catch-up cancelled");
                             });
        });
      });
}

void Staff::changeSettings() {
  static const std::vector<std::string> kSettings = {R"({"payPeriod":"annual"})",
                                                     R"({"fields":{"personalPhoneNumber":false}})",
                                                     R"({"fields":null})", R"({"keepDiscardedDays":7})"};
  static const std::vector<std::string> kScopes = {
      R"({"scope":{"departments":["Department 0","Department 3"]}})",
      R"({"scope":{"departments":["Department 0","Department 1","Department 3","Department 4"]}})",
      R"({"scope":null})"};
  const std::size_t choice = prng_.below(8);
  const std::string settings =
      choice < 3    ? prng_.oneOf(kScopes)
      : choice == 3 ? R"({"sources":{"bonusAmount":["offer:)" + ashby_.customField() + R"("]}})"
                    : prng_.oneOf(kSettings);
  if (choice < 3) promises_.scopeBegins();
  host_.configure(settings, {}, [this, choice](const Outcome<Nothing>& outcome) {
    host_.met(outcome.ok() ? "settings changed" : "settings not changed");
    if (outcome.ok() && choice < 3) host_.met("scope changed");
    if (outcome.ok() && choice == 3) host_.met("custom field mapped");
  });
}

// In the end everybody is in scope: whoever was left aside must come.
void Staff::removeScope() {
  host_.configure(R"({"scope":null})", {}, [this](const Outcome<Nothing>& outcome) {
    if (!outcome.ok()) host_.later(kScopeAgainMs, [this] { removeScope(); });
  });
}

}  // namespace ashby_simulation
