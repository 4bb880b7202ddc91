#include "../call_record.hpp"
#include "tables.hpp"

namespace integration {
namespace {

constexpr std::uint64_t kMaxHeaders = 100;
constexpr std::uint32_t kMaxTimeout = 10000;

HttpRequest toRequest(const integration_http_request& from) {
  requireArray(from.headers, from.header_count, kMaxHeaders, sizeof(integration_header),
               sizeof(integration_header));
  require(from.auth >= INTEGRATION_AUTH_NONE && from.auth <= INTEGRATION_AUTH_BEARER,
          "http.send: a request's auth is unknown");
  require(from.timeout_ms <= kMaxTimeout, "http.send: a request's timeout_ms is above 10,000");
  HttpRequest request;
  request.method = given(from.method);
  request.url = given(from.url);
  for (std::uint64_t i = 0; i < from.header_count; ++i)
    request.headers.push_back(
        {std::string(given(from.headers[i].name)), std::string(given(from.headers[i].value))});
  request.body = given(from.body);
  request.auth = static_cast<HttpRequest::Auth>(from.auth);
  request.secret = given(from.secret);
  request.timeoutMs = from.timeout_ms == 0 ? kMaxTimeout : from.timeout_ms;
  return request;
}

std::int32_t send(const integration_call* call, const integration_http_request* from, std::uint32_t stride,
                  std::uint64_t count, integration_http_sink out, integration_sink error) noexcept {
  return serve(
      call, ServiceFunction::httpSend, error, "http.send", [&](const Services& services) -> std::int32_t {
        require(out.outcome != nullptr, "http.send: no function takes the outcomes");
        requireArray(from, count, Http::kMaxRequests, stride, INTEGRATION_HTTP_REQUEST_SIZE_V1);
        std::vector<HttpRequest> requests;
        for (std::uint64_t i = 0; i < count; ++i)
          requests.push_back(toRequest(givenElement(from, stride, i, INTEGRATION_HTTP_REQUEST_SIZE_V1)));

        const std::vector<HttpOutcome> outcomes = offered(services.http, INTEGRATION_HTTP).send(requests);
        if (outcomes.size() != requests.size())
          throw Failure(Code::internal, "the host's http left out an outcome");
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
          const HttpOutcome& outcome = outcomes[i];
          const auto headers = detail::toHeaderViews(outcome.headers);
          const integration_http_outcome crossing{sizeof(integration_http_outcome),
                                                  static_cast<std::int32_t>(outcome.code),
                                                  i,
                                                  outcome.httpStatus,
                                                  0,
                                                  headers.data(),
                                                  headers.size(),
                                                  detail::toView(outcome.body),
                                                  detail::toView(outcome.message)};
          if (const std::int32_t status = out.outcome(out.ctx, &crossing); status != INTEGRATION_OK)
            return status;
        }
        return INTEGRATION_OK;
      });
}

}  // namespace

const integration_http kHttpTable{sizeof(integration_http), 0, send};

}  // namespace integration
