#include "hires/rereading/verdict.hpp"

#include "hires/rereading/fingerprint.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

// The value that a setting has, in short.
Text valueOf(DecidedBy setting, const Settings& settings) {
  switch (setting) {
    case DecidedBy::importFrom:
      return integration::formatTime(settings.countsFrom());
    case DecidedBy::scope: {
      const Scope scope = settings.chosen().scope.value_or(Scope{});
      return fingerprint({&scope.departments, &scope.jobs, &scope.locations});
    }
    case DecidedBy::source:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DecidedBy> deciderOf(const ApplicationRecord& identity) {
  if (identity.fate != HireStatus::ignored && identity.fate != HireStatus::withdrawn) return std::nullopt;
  if (identity.decidedBy) return identity.decidedBy;
  if (identity.reason.starts_with("hired before ")) return DecidedBy::importFrom;
  if (identity.reason.ends_with(" is not among those that are imported")) return DecidedBy::scope;
  return DecidedBy::source;
}

void noteVerdict(ApplicationRecord& identity, DecidedBy decidedBy, const Settings& settings) {
  identity.decidedBy = decidedBy;
  identity.settingThen = valueOf(decidedBy, settings);
}

bool isOutdated(const ApplicationRecord& identity, const Settings& settings) {
  const auto decidedBy = deciderOf(identity);
  if (!decidedBy || *decidedBy == DecidedBy::source) return false;
  return !identity.settingThen || identity.settingThen != valueOf(*decidedBy, settings);
}

}  // namespace ashby
