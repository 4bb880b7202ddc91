#include "site/deliveries.hpp"

#include <utility>

#include "net/server/json_answer.hpp"
#include "site/refusals.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

constexpr std::string_view kHooks = "/hooks/";

std::string urlToken(std::string_view path) {
  const std::string_view rest = path.substr(kHooks.size());
  return std::string(rest.substr(0, rest.find('/')));
}

// Returns 503 for whatever failed, so that the delivery comes again: no failure here is the sender's fault.
WebResponse notNow(const Failure& failure) {
  return errorAnswer(
      {Code::unavailable, "the delivery could not be taken now", failure.error().retryAfterMs, {}});
}

std::string_view pathSuffix(std::string_view path) {
  const std::size_t slash = path.find('/', kHooks.size());
  return slash == std::string_view::npos ? std::string_view() : path.substr(slash);
}

}  // namespace

bool Deliveries::areAt(std::string_view path) {
  return path.starts_with(kHooks);
}

std::string Deliveries::share(std::string_view path) {
  return urlToken(path);
}

std::string Deliveries::plugin(std::string_view path) const {
  const auto target = hub_.deliveryTarget(urlToken(path));
  return target ? target->integration : std::string();
}

std::shared_ptr<integration::CallSlots> Deliveries::slots(const WebRequest& request) try {
  const auto connection = hub_.findByUrlToken(urlToken(request.path));
  return connection ? connection->slots() : nullptr;
} catch (const std::exception&) {
  return nullptr;  // take() tells why
}

Admission Deliveries::admit(const RequestHead& head, bool serving) {
  Admission admission = decide(head, serving);
  if (admission.answer) admission.answer = counted(*std::move(admission.answer));
  return admission;
}

// The first row of the contract's table that applies.
Admission Deliveries::decide(const RequestHead& head, bool serving) {
  const auto target = hub_.deliveryTarget(urlToken(head.path));
  if (!target) return {.answer = notFound()};
  if (!serving) return {.answer = startingOrStopping()};
  if (target->state == DeliveryTarget::State::disabled)
    return {.answer = errorAnswer(403, "this connection is disabled")};
  if (target->state == DeliveryTarget::State::unavailable)
    return {.answer = comeBackLater("the plugin of this connection is not loaded")};
  if (head.method != "POST") return {.answer = methodNotAllowed("POST")};
  const std::string& signature = target->signatureHeader;
  if (!signature.empty() && !integration::findHeader(head.headers, signature))
    return {.answer = errorAnswer(401, "a delivery needs the header " + signature), .stranger = true};
  if (const auto refusal = target->slots ? target->slots->refusal() : std::nullopt)
    return {.answer = notNow(*refusal)};
  // The plugin is told of a body that is too large, so that its activity shows it.
  return {.handleTooLarge = true};
}

WebResponse Deliveries::take(const WebRequest& request) {
  try {
    const auto connection = hub_.findByUrlToken(urlToken(request.path));
    if (!connection) return counted(notFound());
    const integration::WebhookReply reply =
        connection->deliver({request.method, pathSuffix(request.path), request.headers, request.body,
                             request.peer, unixNow(), request.bodyWithheld});
    return counted({reply.httpStatus, reply.headers, reply.body});
  } catch (const integration::Failure& failure) {
    const bool isRefusal = failure.error().retryAfterMs && failure.error().code != Code::internal;
    if (!isRefusal) tellUntaken(failure.what());
    return counted(notNow(failure));
  } catch (const std::exception& error) {
    tellUntaken(error.what());
    return counted(notNow(Failure(Code::unavailable, "")));
  }
}

void Deliveries::tellUntaken(const std::string& reason) {
  platform_.log.warning("a delivery could not be taken", {{"reason", reason}});
}

WebResponse Deliveries::counted(WebResponse answer) {
  platform_.metrics
      .counter("host_stub_deliveries", "deliveries of webhooks by the status they were answered with",
               {{"status", std::to_string(answer.status)}})
      .add();
  return answer;
}

}  // namespace host_stub
