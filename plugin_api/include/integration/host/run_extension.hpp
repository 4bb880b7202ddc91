// PluginInstance::run: extensions with described structs. Apart, so that only who runs them includes the JSON
// library.
#pragma once

#include "integration/describe_json.hpp"
#include "integration/extensions.hpp"
#include "integration/host/plugin_instance.hpp"

namespace integration {

template <class Result, class Request>
Result PluginInstance::run(const CallOptions& options, std::string_view extension, const Request& request) {
  const std::string answer = runText(options, extension, toJsonText(request));
  if constexpr (!std::is_void_v<Result>) {
    try {
      return fromJsonText<Result>(answer, "its answer");
    } catch (const Failure& wrongShape) {
      refuseAnswer(extension, wrongShape);
    }
  }
}

}  // namespace integration
