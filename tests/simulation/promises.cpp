#include "promises.hpp"

#include <algorithm>

#include "integration/time.hpp"
#include "world/signature.hpp"

namespace ashby_simulation {

using ashby::ApplicationRecord;
using ashby::HireDocument;
using integration::Entry;
using integration::HireState;
using integration::Op;

namespace {

std::string stateName(std::optional<HireState> state) {
  return state ? boost::describe::enum_to_string(*state, "?") : "nothing";
}

template <class T>
T decoded(const Op& op) {
  return *ashby::decode<T>({op.key, op.value, 1});
}

std::optional<HireState> stateOfKey(std::string_view key) {
  if (!key.starts_with("hire/")) return std::nullopt;
  for (const HireState state :
       {HireState::staged, HireState::promoted, HireState::discarded, HireState::withdrawn})
    if (key.starts_with(ashby::keys::hires(state))) return state;
  return std::nullopt;
}

}  // namespace

void Promises::committed(const integration::Commit& commit) {
  std::vector<std::pair<HireState, HireDocument>> puts;
  for (const Op& op : commit.ops) {
    if (op.kind == Op::Kind::put && op.key.starts_with(ashby::keys::kApplication))
      identityPut(op.key.substr(sizeof(ashby::keys::kApplication) - 1), decoded<ApplicationRecord>(op));
    const auto state = stateOfKey(op.key);
    if (state && op.kind == Op::Kind::put) puts.emplace_back(*state, decoded<HireDocument>(op));
    if (state && op.kind == Op::Kind::remove) {
      const std::string id = op.key.substr(ashby::keys::hires(*state).size());
      const bool moves = std::any_of(commit.ops.begin(), commit.ops.end(), [&](const Op& other) {
        return other.kind == Op::Kind::put && stateOfKey(other.key) && other.key.ends_with(id);
      });
      if (!moves) host_.found("no hire vanishes", id + " was removed");
    }
  }
  for (const auto& [state, document] : puts) hirePut(state, document);
}

void Promises::hirePut(HireState state, const HireDocument& document) {
  const std::string& applicationId = document.source.applicationId;
  Hire& hire = hires_[document.id];
  if (hire.state != state) {
    checkMove(document.id, hire, state);
    host_.met(stateName(hire.state) + " -> " + stateName(state));
  }
  hire.applicationId = applicationId;
  hire.state = state;
  hire.busy = document.promotion.has_value();
  auto& hires = hiresOf_[applicationId];
  hires.insert(document.id);
  if (hires.size() > 1) host_.found("no second new hire of an application", applicationId + " has two");
  if (state == HireState::staged && !document.erasedAt) checkFields(applicationId, document.fields);
  checkStanding(document.id, hire);
}

void Promises::checkMove(const std::string& hireId, const Hire& hire, HireState to) {
  if (hire.state == HireState::promoted)
    host_.found("who was added stays added", hireId + " became " + stateName(to));
  if (hire.state == HireState::discarded && to != HireState::discarded && !restores_[hireId].asked)
    host_.found("what was deleted stays deleted",
                hireId + " became " + stateName(to) + " and nobody restored it");
  if (to == HireState::discarded && !discardAsked_.contains(hireId))
    host_.found("nothing is deleted by itself", hireId + " was discarded");
  if (to == HireState::promoted && !promoteAsked_.contains(hireId))
    host_.found("nobody is added by itself", hireId + " was promoted");
  if (to != HireState::staged) edits_.erase(hireId);
  if (to == HireState::withdrawn) {
    const Application* application = ashby_.truth.find(hire.applicationId);
    const bool left = application != nullptr && (application->everLeft || application->gone);
    if (application != nullptr && !left && scoped_) host_.met("withdrawn by a scope");
    if (application == nullptr || !(left || scoped_))
      host_.found("only who left Hired or a scope is withdrawn", hireId + " was withdrawn");
  }
}

// A member's hire is promoted, or about to be: nobody may delete or add it a second time.
void Promises::checkStanding(const std::string& hireId, const Hire& hire) {
  if (!isMember(hire.applicationId)) return;
  if (hire.state != HireState::promoted && !hire.busy)
    host_.found("a member is no new hire any more", hireId + " is " + stateName(hire.state));
}

void Promises::checkFields(const std::string& applicationId, const integration::HireFields& fields) {
  const Application* application = ashby_.truth.find(applicationId);
  if (application == nullptr)
    return host_.found("nothing is shown that is not in Ashby",
                       "an application that never was: " + applicationId);
  auto among = [&](const char* field, const integration::Text& value, const std::set<std::string>& values) {
    if (value && !values.contains(*value))
      host_.found("nothing is shown that is not in Ashby", std::string(field) + " of " + applicationId);
  };
  const std::string name = fields.firstName.value_or("") +
                           (fields.middleName ? " " + *fields.middleName : "") +
                           (fields.lastName ? " " + *fields.lastName : "");
  among("the name", name, application->names);
  among("personalEmail", fields.personalEmail, application->emails);
  among("jobTitle", fields.jobTitle, application->titles);
  among("department", fields.department, application->departments);
  among("employmentStartDate", fields.employmentStartDate, application->startDates);
  among("salaryAmount", fields.salaryAmount, application->salaries);
  among("managerEmail", fields.managerEmail, application->managers);
  if (application->early && !catchesUp_) host_.found("who was hired long ago stays away", applicationId);
}

void Promises::identityPut(const std::string& applicationId, const ApplicationRecord& identity) {
  std::string& upTo = readUpTo_[applicationId];
  if (identity.updatedAt < upTo)
    host_.found("no older snapshot over a newer",
                applicationId + ": " + identity.updatedAt + " after " + upTo);
  upTo = identity.updatedAt;
  if (identity.fate == ashby::HireStatus::ignored) host_.met("ignored with a reason");
}

void Promises::memberCreated(const integration::Person& person) {
  const Application* application = ashby_.truth.find(person.sourceId);
  if (application == nullptr)
    return host_.found("a member's key is the application", "a member has the key " + person.sourceId);
  if (!application->titles.contains(person.jobTitle.value_or("")))
    host_.found("a member is the hire it was made of", person.sourceId + " has another's job title");
  members_.insert(person.sourceId);
  host_.met("member created");
  for (const std::string& hireId : hiresOf_[person.sourceId]) checkStanding(hireId, hires_[hireId]);
}

void Promises::printed(std::string_view text) {
  for (const std::string_view word : kPersonalWords)
    if (text.find(word) != std::string_view::npos)
      host_.found("no personal data is printed", "'" + std::string(word) + "' in a line or an error");
  for (const std::string& secret : secrets_)
    if (text.find(secret) != std::string_view::npos) host_.found("no secret is printed", "the secret token");
  if (text.find(ashby_.key()) != std::string_view::npos) host_.found("no secret is printed", "the API key");
}

Promises::Delivered Promises::arrives(const std::string& body, const std::string& signature) const {
  Delivered delivered;
  delivered.at = host_.now();
  delivered.enabled = enabled_.value_or(false);
  const auto signer = std::find_if(secrets_.begin(), secrets_.end(), [&](const std::string& secret) {
    return ashby_simulator::signatureOf(secret, body) == signature;
  });
  if (signer != secrets_.end()) delivered.secret = *signer;
  delivered.authentic = isValid(delivered.secret);
  if (!delivered.authentic || body.find("Hired") == std::string::npos) return delivered;
  const auto parsed = ashby_simulator::parseJson(body);
  if (!parsed) return delivered;
  const auto& application = ashby_simulator::member(ashby_simulator::member(*parsed, "data"), "application");
  if (ashby_simulator::textOf(application, "status") != "Hired") return delivered;
  delivered.applicationId = ashby_simulator::textOf(application, "id");
  delivered.updatedAt = ashby_simulator::textOf(application, "updatedAt");
  return delivered;
}

void Promises::answered(const Delivered& delivered,
                        const integration::simulation::Outcome<integration::WebhookReply>& outcome) {
  if (!outcome.ok()) return;
  const int status = outcome.value.httpStatus;
  host_.met("webhook answered " + std::to_string(status));
  printed(outcome.value.body);
  if (delivered.secret.empty() && status < 400)
    host_.found("only Ashby's signature is taken",
                "a forged delivery was answered " + std::to_string(status));
  const bool enabledThroughout = delivered.enabled && enabled_.value_or(false);
  if (delivered.authentic && isValid(delivered.secret) && enabledThroughout && status >= 400 && status < 500)
    host_.found("no authentic delivery is refused for good", "answered " + std::to_string(status));
  if (delivered.authentic && status < 300 && !delivered.applicationId.empty()) {
    acknowledged_.insert(delivered.applicationId);
    if (!isKept(delivered))
      host_.found("nothing is acknowledged before it is durable",
                  delivered.applicationId + " is not in the store");
  }
}

bool Promises::isValid(const std::string& secret) const {
  const auto valid = host_.validSecrets("webhookSecret");
  return std::find(valid.begin(), valid.end(), secret) != valid.end();
}

// In the inbox, or settled, or read since.
bool Promises::isKept(const Delivered& delivered) {
  constexpr std::int64_t kSkewMs = 5000;
  if (!host_.entries(ashby::keys::inbox(delivered.applicationId)).empty()) return true;
  for (const Entry& entry : host_.entries(ashby::keys::application(delivered.applicationId))) {
    const ApplicationRecord identity = *ashby::decode<ApplicationRecord>(entry);
    return identity.fate == ashby::HireStatus::promoted || identity.fate == ashby::HireStatus::discarded ||
           identity.updatedAt >= delivered.updatedAt || identity.readAt + kSkewMs >= delivered.at;
  }
  return false;
}

void Promises::promoted(const std::string& applicationId, const integration::PromoteResult& result) {
  host_.met(result.alreadyAdded ? "promote told: already added" : "promote told: added");
  if (result.person.sourceId != applicationId)
    host_.found("a promote answers its own person", applicationId + " was answered another");
  if (!result.alreadyAdded && !addedNew_.insert(applicationId).second)
    host_.found("one member is new once", applicationId + " was told twice that it was added just now");
}

void Promises::restoreBegins(const std::string& hireId) {
  ++restores_[hireId].running;
  restores_[hireId].asked = true;
}

void Promises::restoreEnded(const std::string& hireId) {
  --restores_[hireId].running;
  restores_[hireId].endedAt = host_.now();
}

// A deletion that began after every restore had ended takes them back.
void Promises::discarded(const std::string& hireId, std::int64_t begunAt) {
  Restore& restore = restores_[hireId];
  if (restore.running == 0 && begunAt > restore.endedAt) restore.asked = false;
}

void Promises::shown(const integration::NewHire& hire) {
  const Application* application = ashby_.truth.find(hire.source.applicationId);
  if (application == nullptr)
    return host_.found("nothing is shown that is not in Ashby", "an application that never was");
  host_.met("shown as " + stateName(hire.state) + (hire.busy ? ", busy" : ""));
}

}  // namespace ashby_simulation
