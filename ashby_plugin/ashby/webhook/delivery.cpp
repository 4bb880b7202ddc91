#include "ashby/webhook/delivery.hpp"

#include "integration/json.hpp"
#include "json/bounded_parser.hpp"
#include "json/read_json.hpp"

namespace ashby {
namespace {

using integration::Json;
using simdjson::dom::element;
using simdjson::dom::object;

std::string text(const object& from, std::string_view name) {
  std::string_view value;
  return from[name].get_string().get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

void dropExactNumbers(Json& tree) {
  if (tree.is_binary()) tree = nullptr;
  if (tree.is_structured())
    for (Json& part : tree) dropExactNumbers(part);
}

// simdjson refuses numbers of more than 64 bits, and none is read here. Throws Failure(invalidArgument).
std::string withoutLargeNumbers(std::string_view body) {
  Json tree = readJson(body, "the body");
  dropExactNumbers(tree);
  return integration::dumpJson(tree);
}

}  // namespace

DeliveryOrReason readDelivery(std::string_view body) {
  if (body.empty()) return {std::nullopt, "the body is empty"};
  BoundedParser parser;
  element root;
  auto error = parser.parse(body).get(root);
  if (error == simdjson::NUMBER_ERROR) {
    try {
      error = parser.parse(withoutLargeNumbers(body)).get(root);
    } catch (const integration::Failure& failure) {
      return {std::nullopt, failure.error().message};
    }
  }
  if (error != simdjson::SUCCESS) return {std::nullopt, "the body " + refusalOf(error)};

  object top;
  Delivery delivery;
  if (root.get_object().get(top) != simdjson::SUCCESS || (delivery.action = text(top, "action")).empty())
    return {std::nullopt, "the body has no action"};
  if (delivery.action.size() > kMaxActionBytes)
    return {std::nullopt, "the body's action is longer than any of Ashby's"};
  if (const std::string id = text(top, "webhookActionId"); isId(id))
    delivery.key = delivery.action + " " + id;
  object data, about;
  const bool hasData = top["data"].get_object().get(data) == simdjson::SUCCESS;
  if (hasData && data["application"].get_object().get(about) == simdjson::SUCCESS) {
    delivery.applicationId = text(about, "id");
    delivery.hired = text(about, "status") == "Hired";
    delivery.updatedAt = text(about, "updatedAt");
  } else if (hasData && data["offer"].get_object().get(about) == simdjson::SUCCESS) {
    delivery.applicationId = text(about, "applicationId");
  }
  for (const char* name : {"candidate", "deletedCandidate", "mergedCandidate"})
    if (hasData && data[name].get_object().get(about) == simdjson::SUCCESS)
      if (std::string id = text(about, "id"); isId(id)) delivery.candidateIds.push_back(std::move(id));
  const bool aboutAHire = delivery.action == "applicationUpdate" || delivery.action == "candidateHire";
  if (aboutAHire && !isId(delivery.applicationId))
    return {std::nullopt, "the body names no application, which a delivery of " + delivery.action + " must"};
  if (!isId(delivery.applicationId)) delivery.applicationId.clear();
  return {std::move(delivery), {}};
}

}  // namespace ashby
