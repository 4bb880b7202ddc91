// Fuzzes a webhook's body: compares simdjson's reading with nlohmann/json's.
#include "ashby/webhook/delivery.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "fuzzer.hpp"

using fuzzing::mustHold;
using Json = nlohmann::json;

namespace {

constexpr int kMaxDepth = 64;

// Bodies that are too deep, or have a name twice in one object. RFC 8259 leaves open which of the two values
// counts.
struct Unclear {
  bool deep = false, doubled = false;
};

Unclear unclear(std::string_view body) {
  Unclear found;
  std::vector<std::set<std::string>> names;
  const auto look = [&](int depth, Json::parse_event_t event, Json& value) {
    using Event = Json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      names.resize(static_cast<std::size_t>(depth) + 1);
      names.back().clear();
      found.deep |= depth >= kMaxDepth;
    } else if (event == Event::key) {
      names.resize(static_cast<std::size_t>(depth));
      found.doubled |= !names.back().insert(value.get<std::string>()).second;
    }
    return true;
  };
  (void)Json::parse(body, look, false);
  return found;
}

const Json& member(const Json& object, const char* name) {
  static const Json kNothing;
  return object.is_object() && object.contains(name) ? object.at(name) : kNothing;
}

std::string text(const Json& object, const char* name) {
  const Json& value = member(object, name);
  return value.is_string() ? value.get<std::string>() : "";
}

std::string idOr(const std::string& id) {
  return ashby::isId(id) ? id : "";
}

std::optional<ashby::Delivery> expected(const Json& body) {
  ashby::Delivery delivery;
  delivery.action = text(body, "action");
  if (delivery.action.empty() || delivery.action.size() > ashby::kMaxActionBytes) return std::nullopt;
  if (const std::string id = idOr(text(body, "webhookActionId")); !id.empty())
    delivery.key = delivery.action + " " + id;
  const Json& data = member(body, "data");
  const Json& application = member(data, "application");
  if (application.is_object()) {
    delivery.applicationId = idOr(text(application, "id"));
    delivery.hired = text(application, "status") == "Hired";
    delivery.updatedAt = text(application, "updatedAt");
  } else {
    delivery.applicationId = idOr(text(member(data, "offer"), "applicationId"));
  }
  for (const char* name : {"candidate", "deletedCandidate", "mergedCandidate"})
    if (const std::string id = idOr(text(member(data, name), "id")); !id.empty())
      delivery.candidateIds.push_back(id);
  const bool needsOne = delivery.action == "applicationUpdate" || delivery.action == "candidateHire";
  if (needsOne && delivery.applicationId.empty()) return std::nullopt;
  return delivery;
}

}  // namespace

void fuzz(std::string_view body) {
  const ashby::DeliveryOrReason read = ashby::readDelivery(body);
  mustHold(read.delivery.has_value() == read.reason.empty(), "there is a delivery or a reason");
  const Json json = Json::parse(body, nullptr, false);
  // nlohmann/json stops at a zero byte.
  if (json.is_discarded() || body.find('\0') != body.npos)
    return mustHold(!read.delivery, "what is no JSON is no delivery");
  const Unclear unclearParts = unclear(body);
  if (unclearParts.deep) return mustHold(!read.delivery, "what is too deep is no delivery");
  if (unclearParts.doubled) return;

  const auto wanted = expected(json);
  mustHold(read.delivery.has_value() == wanted.has_value(), "the same bodies are deliveries", read.reason);
  if (!wanted) return;
  mustHold(read.delivery->action == wanted->action, "the action", wanted->action);
  mustHold(read.delivery->applicationId == wanted->applicationId, "the application", wanted->applicationId);
  mustHold(read.delivery->hired == wanted->hired, "whether it is hired");
  mustHold(read.delivery->updatedAt == wanted->updatedAt, "when it was changed", wanted->updatedAt);
  mustHold(read.delivery->key == wanted->key, "what tells doubles", wanted->key);
  mustHold(read.delivery->candidateIds == wanted->candidateIds, "the candidates");
}
