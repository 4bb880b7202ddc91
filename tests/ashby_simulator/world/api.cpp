#include "world/api.hpp"

#include <algorithm>
#include <utility>

namespace ashby_simulator {
namespace {

constexpr std::size_t kCallsKept = 10'000;
constexpr const char* kVersion = "2026-01-01";

/// Returns empty for text that isn't Base64.
std::string decodedBase64(const std::string& text) {
  static const std::string kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string decoded;
  unsigned int bits = 0;
  int held = 0;
  for (const char c : text) {
    if (c == '=') break;
    const auto value = kAlphabet.find(c);
    if (value == std::string::npos) return {};
    bits = ((bits << 6) | static_cast<unsigned int>(value)) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      decoded += static_cast<char>((bits >> held) & 0xff);
    }
  }
  return decoded;
}

Response html(int status) {
  Response response;
  response.status = status;
  response.headers = {{"Content-Type", "text/html; charset=UTF-8"}};
  response.body =
      "<html><head><title>" + std::to_string(status) +
      "</title></head><body><h1>Error</h1><p>The edge could not reach the origin.</p></body></html>";
  return response;
}

/// Applies the operations to `results`; skips those that don't fit.
std::string patched(const std::string& body, const std::string& patch) {
  auto answer = parseJson(body);
  const auto operations = parseJson(patch);
  if (!answer || !operations || !answer->contains("results")) return body;
  Json& results = answer->at("results");
  for (const Json& operation : *operations) {
    try {
      results = results.patch(Json::array({operation}));
    } catch (const Json::exception&) {
      continue;
    }
  }
  return answer->dump(-1, ' ', false, Json::error_handler_t::replace);
}

Response json(const Json& body) {
  Response response;
  response.headers = {{"Content-Type", "application/json; charset=utf-8"}};
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

}  // namespace

Response Api::answer(const Request& request, Millis now) {
  const std::string name = request.path.substr(std::min<std::size_t>(1, request.path.size()));
  requestId_ = ids_.requestId(now);
  const Caller caller = callerOf(request);
  RateLimiter::Verdict verdict{true, rateLimiter.limit, now + rateLimiter.windowLength};
  if (caller.key != nullptr) verdict = rateLimiter.take(caller.key->id, now);

  Response response = route(request, name, caller, verdict.allowed, now);

  const Millis wait = (verdict.resetsAt - now + 999) / 1000;
  const Millis reset = resetForm == ResetForm::secondsLeft   ? wait
                       : resetForm == ResetForm::unixSeconds ? (verdict.resetsAt + 999) / 1000
                                                             : verdict.resetsAt;
  if (!verdict.allowed) response.headers.emplace_back("Retry-After", std::to_string(wait));
  response.headers.insert(response.headers.end(),
                          {{"x-ashby-request-id", requestId_},
                           {"x-ratelimit-limit", std::to_string(rateLimiter.limit)},
                           {"x-ratelimit-remaining", std::to_string(verdict.remaining)},
                           {"x-ratelimit-reset", std::to_string(reset)},
                           {"Ashby-Version", kVersion},
                           {"Ashby-Version-Status", "active"}});
  remember(name, response, caller, now);
  return response;
}

/// If the setting was deleted meanwhile, the answer stays as it was.
Response Api::settled(Response response) const {
  if (response.savedWebhook && outbox_.find(*response.savedWebhook) != nullptr) {
    response.body = endpoints_.savedWebhook(*response.savedWebhook).dump();
  }
  return response;
}

void Api::clearCalls() {
  calls_.clear();
  callCounts_.clear();
}

/// Clients send the key as the user name, with a blank password.
Api::Caller Api::callerOf(const Request& request) const {
  const std::string* authorization = findHeader(request.headers, "Authorization");
  if (authorization == nullptr || authorization->rfind("Basic ", 0) != 0) return {};
  const std::string credentials = decodedBase64(authorization->substr(6));
  if (credentials.empty() || credentials == ":") return {};
  const ApiKey* key =
      credentials.back() == ':' ? keys.findByKey(credentials.substr(0, credentials.size() - 1)) : nullptr;
  return {key != nullptr && key->active ? key : nullptr, true};
}

Response Api::route(const Request& request, const std::string& name, const Caller& caller, bool allowed,
                    Millis now) {
  if (!allowed) return refusal(429, "rate_limit_exceeded", "Too many requests");
  if (const auto fault = faults.take(name, request.body, now))
    return faulty(*fault, request, name, caller, now);
  if (!caller.keyGiven) return refusal(401, "missing_api_key", "No API key was given");
  if (caller.key == nullptr) return refusal(403, "invalid_api_key", "The API key is wrong or deactivated");
  const Endpoints::Endpoint* endpoint = Endpoints::find(name);
  if (endpoint == nullptr) return refusal(404, "endpoint_not_found", "There is no such endpoint");
  return perform(request, *endpoint, *caller.key, false, now);
}

Response Api::faulty(const Fault& fault, const Request& request, const std::string& name,
                     const Caller& caller, Millis now) {
  if (fault.kind == "html") return html(fault.status);
  if (fault.kind == "syncTokenExpired" || fault.kind == "cursorExpired" || fault.kind == "error") {
    const std::string code = fault.kind == "error"           ? fault.code
                             : fault.kind == "cursorExpired" ? "next_cursor_expired"
                                                             : "sync_token_expired";
    return refusal(200, code, "Discard the stored token and run a full sync");
  }
  if (fault.kind == "errorForm") {
    Response response = json({{"success", false}, {"errors", Json::array({{{"message", fault.code}}})}});
    response.status = fault.status;
    response.errorCode = fault.code;
    return response;
  }
  if (fault.kind == "status") {
    const char* code = fault.status == 403   ? "missing_endpoint_permission"
                       : fault.status == 429 ? "rate_limit_exceeded"
                                             : "generic_internal_error";
    Response response = refusal(fault.status, code, "As the simulator was told");
    if (fault.retryAfter) response.headers.emplace_back("Retry-After", std::to_string(*fault.retryAfter));
    if (fault.partnerScope) response.headers.emplace_back("X-RateLimit-Scope", "integration-partner");
    return response;
  }

  Response response;
  const bool doesIt = fault.kind == "staleRead" || fault.kind == "halfBody" || fault.kind == "lostAnswer" ||
                      fault.kind == "odd";
  const Endpoints::Endpoint* endpoint = Endpoints::find(name);
  if (doesIt && caller.key != nullptr && endpoint != nullptr) {
    response = perform(request, *endpoint, *caller.key, fault.kind == "staleRead", now);
  }
  if (fault.kind == "odd") response.body = patched(response.body, fault.patch);
  if (fault.kind == "halfBody") response.transport = Response::Transport::halfBody;
  if (fault.kind == "hang") response.transport = Response::Transport::hang;
  if (fault.kind == "drop" || fault.kind == "lostAnswer") response.transport = Response::Transport::drop;
  return response;
}

Response Api::perform(const Request& request, const Endpoints::Endpoint& endpoint, const ApiKey& key,
                      bool stale, Millis now) {
  if (request.method != "POST") {
    Response response = refusal(405, "method_not_allowed", "Use POST");
    response.headers.emplace_back("Allow", "POST");
    return response;
  }
  if (!key.scopes.count(endpoint.scope)) {
    return refusal(403, "missing_endpoint_permission", "The API key lacks permission for this endpoint");
  }
  try {
    const std::string* type = findHeader(request.headers, "Content-Type");
    if (type == nullptr || type->rfind("application/json", 0) != 0) {
      throw ApiError("invalid_input", "Content-Type must be application/json");
    }
    const std::string* version = findHeader(request.headers, "Ashby-Version");
    if (version != nullptr && *version != kVersion) throw ApiError("invalid_input", "Unknown Ashby-Version");
    Parameters parameters(request.body);
    Endpoints::Call call{key, parameters, now, stale, std::nullopt};
    Response response = json((endpoints_.*endpoint.handler)(call));
    response.savedWebhook = call.savedWebhook;
    return response;
  } catch (const ApiError& error) {
    if (error.parameter.empty()) return refusal(200, error.code, error.what());
    Response response =
        json({{"success", false},
              {"errors", Json::array({{{"message", error.what()}, {"parameter", error.parameter}}})}});
    response.errorCode = "invalid_input";
    return response;
  }
}

Response Api::refusal(int status, const std::string& code, const std::string& message) const {
  Response response =
      json({{"success", false},
            {"errors", Json::array({code})},
            {"errorInfo", {{"code", code}, {"message", message}, {"requestId", requestId_}}}});
  response.status = status;
  response.errorCode = code;
  return response;
}

void Api::remember(const std::string& endpoint, const Response& response, const Caller& caller, Millis now) {
  const bool answered = response.transport == Response::Transport::whole;
  SeenCall call{now, endpoint, answered ? response.status : 0, answered ? response.errorCode : "",
                caller.key == nullptr ? "" : caller.key->id};
  ++callCounts_[endpoint];
  calls_.push_back(std::move(call));
  if (calls_.size() > kCallsKept) calls_.pop_front();
}

}  // namespace ashby_simulator
