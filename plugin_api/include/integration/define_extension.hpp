// Operations beyond the fixed entries, each under a string id with its revision. A host finds them by asking,
// so that an older host and a newer plugin still work together. An id is never reused with another meaning.
// A plugin makes an operation of a member function: userAction<&P::restore>().
// The ids that hosts know, with their structs, are in extensions/.
#pragma once

#include "integration/detail/export.hpp"
#include "integration/extensions.hpp"

namespace integration {

namespace detail {

template <class Method>
struct Signature;
template <class P, class Result, class Request>
struct Signature<Result (P::*)(Call&, const Request&)> {
  using Plugin = P;
  using RequestType = Request;
};

template <auto method, CallKind kind>
const integration_operation* operation() noexcept {
  using Shape = Signature<decltype(method)>;
  static constexpr integration_operation table{
      sizeof(integration_operation), static_cast<std::int32_t>(kind),
      [](const integration_call* call, integration_instance* instance, integration_view request,
         integration_sink out, integration_sink error) noexcept {
        return runJson<typename Shape::RequestType>(
            call, instance, request, out, error, "extension",
            [](IntegrationPlugin& plugin, Call& with, const typename Shape::RequestType& parsed) {
              return (static_cast<typename Shape::Plugin&>(plugin).*method)(with, parsed);
            });
      }};
  return &table;
}

}  // namespace detail

// An operation that changes something: rights of discard. Expected: Result P::method(Call&, const Request&).
template <auto method>
const integration_operation* userAction() noexcept {
  return detail::operation<method, CallKind::userAction>();
}
// An operation that asks the source while a person waits: rights of discard, and http.
template <auto method>
const integration_operation* sourceAction() noexcept {
  return detail::operation<method, CallKind::sourceAction>();
}
// An operation that only reads: rights of status.
template <auto method>
const integration_operation* query() noexcept {
  return detail::operation<method, CallKind::query>();
}

}  // namespace integration
