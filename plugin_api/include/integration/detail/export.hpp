// The table behind INTEGRATION_PLUGIN: a noexcept trampoline per entry, each through the one barrier.
#pragma once

#include <concepts>
#include <memory>
#include <type_traits>

#include "integration/detail/plugin_call.hpp"
#include "integration/plugin.hpp"

namespace integration::detail {

struct Instance {
  explicit Instance(const integration_host* host) : tables(host) {}
  HostTables tables;
  std::unique_ptr<IntegrationPlugin> plugin;
};

inline Instance& instanceOf(integration_instance* instance) {
  return *reinterpret_cast<Instance*>(instance);
}

// Runs a member function that takes JSON (or nothing) and answers JSON (or nothing).
template <class Request, class Body>
std::int32_t runJson(const integration_call* call, integration_instance* instance, integration_view request,
                     integration_sink out, integration_sink error, const char* where, Body body) noexcept {
  return guarded(error, where, [&]() -> std::int32_t {
    Instance& self = instanceOf(instance);
    PluginCall pluginCall(call, self.tables);
    auto answer = [&] {
      if constexpr (std::is_void_v<Request>)
        return [&] { return body(*self.plugin, pluginCall); };
      else
        return [&, parsed = fromJsonText<Request>(fromView(request), "the request")] {
          return body(*self.plugin, pluginCall, parsed);
        };
    }();
    if constexpr (std::is_void_v<decltype(answer())>) {
      answer();
      return write(out, "{}");
    } else {
      return write(out, toJsonText(answer()));
    }
  });
}

template <class P>
struct Exported {
  static std::int32_t describe(integration_sink out, integration_sink error) noexcept {
    return guarded(error, "describe", [&] { return write(out, toJsonText(Description(P::describe()))); });
  }

  static std::int32_t create(const integration_call* call, const integration_host* host,
                             integration_view config, integration_instance** out,
                             integration_sink error) noexcept {
    return guarded(error, "create", [&]() -> std::int32_t {
      if (host == nullptr || call == nullptr || host->struct_size < INTEGRATION_HOST_SIZE_V1 ||
          call->struct_size < INTEGRATION_CALL_SIZE_V1)
        throw Failure(Code::failedPrecondition,
                      "the host's structures are smaller than the first ones of this ABI");
      auto instance = std::make_unique<Instance>(host);
      instance->plugin =
          std::make_unique<P>(fromJsonText<InstanceConfig>(fromView(config), "the instance's config"));
      *out = reinterpret_cast<integration_instance*>(instance.release());
      return INTEGRATION_OK;
    });
  }

  static std::int32_t destroy(const integration_call*, integration_instance* instance,
                              integration_sink error) noexcept {
    return guarded(error, "destroy", [&]() -> std::int32_t {
      delete &instanceOf(instance);
      return INTEGRATION_OK;
    });
  }

  static std::int32_t configure(const integration_call* call, integration_instance* instance,
                                integration_view settings, integration_sink out,
                                integration_sink error) noexcept {
    return runJson<void>(
        call, instance, {}, out, error, "configure",
        [&](IntegrationPlugin& plugin, Call& with) { plugin.configure(with, fromView(settings)); });
  }
  static std::int32_t enable(const integration_call* call, integration_instance* instance,
                             integration_view request, integration_sink out,
                             integration_sink error) noexcept {
    return runJson<void>(call, instance, request, out, error, "enable",
                         [](IntegrationPlugin& plugin, Call& with) { plugin.enable(with); });
  }
  static std::int32_t disable(const integration_call* call, integration_instance* instance,
                              integration_view request, integration_sink out,
                              integration_sink error) noexcept {
    return runJson<void>(call, instance, request, out, error, "disable",
                         [](IntegrationPlugin& plugin, Call& with) { plugin.disable(with); });
  }

  static std::int32_t handleWebhook(const integration_call* call, integration_instance* instance,
                                    const integration_webhook_request* from, integration_webhook_reply reply,
                                    integration_sink error) noexcept {
    return guarded(error, "handle_webhook", [&]() -> std::int32_t {
      const integration_webhook_request request = readSized(from);
      Instance& self = instanceOf(instance);
      PluginCall pluginCall(call, self.tables);
      const std::vector<Header> given = toHeaders(request.headers, request.header_count);
      const WebhookReply answer = self.plugin->handleWebhook(
          pluginCall, {fromView(request.method), fromView(request.path_suffix), given, fromView(request.body),
                       fromView(request.peer), request.received_at, request.body_withheld != 0});
      const auto headers = toHeaderViews(answer.headers);
      return reply.reply(reply.ctx, answer.httpStatus, headers.data(), headers.size(), toView(answer.body));
    });
  }

  static std::int32_t listStaged(const integration_call* call, integration_instance* instance,
                                 integration_view query, integration_sink out,
                                 integration_sink error) noexcept {
    return runJson<ListQuery>(call, instance, query, out, error, "list_staged",
                              [](IntegrationPlugin& plugin, Call& with, const ListQuery& parsed) {
                                return plugin.listStaged(with, parsed);
                              });
  }
  static std::int32_t promote(const integration_call* call, integration_instance* instance,
                              integration_view request, integration_sink out,
                              integration_sink error) noexcept {
    return runJson<PromoteRequest>(call, instance, request, out, error, "promote",
                                   [](IntegrationPlugin& plugin, Call& with, const PromoteRequest& parsed) {
                                     return plugin.promote(with, parsed);
                                   });
  }
  static std::int32_t discard(const integration_call* call, integration_instance* instance,
                              integration_view request, integration_sink out,
                              integration_sink error) noexcept {
    return runJson<DiscardRequest>(call, instance, request, out, error, "discard",
                                   [](IntegrationPlugin& plugin, Call& with, const DiscardRequest& parsed) {
                                     plugin.discard(with, parsed);
                                   });
  }
  static std::int32_t status(const integration_call* call, integration_instance* instance,
                             integration_sink out, integration_sink error) noexcept {
    return runJson<void>(call, instance, {}, out, error, "status",
                         [](IntegrationPlugin& plugin, Call& with) { return plugin.status(with); });
  }
  static std::int32_t runWork(const integration_call* call, integration_instance* instance,
                              integration_sink out, integration_sink error) noexcept {
    return runJson<void>(call, instance, {}, out, error, "run_work",
                         [](IntegrationPlugin& plugin, Call& with) { return plugin.runWork(with); });
  }

  static const void* extension(const integration_call*, integration_view id) noexcept {
    if constexpr (requires { P::extension(std::string_view()); }) {
      static_assert(noexcept(P::extension(std::string_view())),
                    "expected: static const integration_operation* extension(std::string_view id) noexcept");
      return P::extension(fromView(id));
    } else {
      return nullptr;
    }
  }

  static const integration_api* entry(const integration_hello* hello, integration_sink error) noexcept {
    static_assert(std::derived_from<P, IntegrationPlugin>,
                  "an exported plugin derives from IntegrationPlugin");
    static_assert(std::constructible_from<P, const InstanceConfig&>,
                  "expected: explicit P(const InstanceConfig&)");
    static_assert(std::convertible_to<decltype(P::describe()), Description>,
                  "expected: static Description describe()");
    static constexpr integration_api api{sizeof(integration_api),
                                         INTEGRATION_ABI_MAJOR,
                                         INTEGRATION_ABI_MINOR,
                                         describe,
                                         create,
                                         destroy,
                                         configure,
                                         enable,
                                         disable,
                                         handleWebhook,
                                         listStaged,
                                         promote,
                                         discard,
                                         status,
                                         runWork,
                                         extension};
    const std::int32_t status = guarded(error, INTEGRATION_ENTRY_NAME, [&]() -> std::int32_t {
      if (hello == nullptr || hello->struct_size < INTEGRATION_HELLO_SIZE_V1)
        throw Failure(Code::failedPrecondition, "the host's hello is smaller than the first one of this ABI");
      if (hello->abi_major != INTEGRATION_ABI_MAJOR || hello->abi_minor < INTEGRATION_ABI_MINOR)
        throw Failure(Code::failedPrecondition,
                      "this plugin is built for ABI " + std::to_string(INTEGRATION_ABI_MAJOR) + "." +
                          std::to_string(INTEGRATION_ABI_MINOR) + ", the host offers " +
                          std::to_string(hello->abi_major) + "." + std::to_string(hello->abi_minor) +
                          ": use a host of the same major version and at least that minor version");
      return INTEGRATION_OK;
    });
    return status == INTEGRATION_OK ? &api : nullptr;
  }
};

}  // namespace integration::detail

// Exports P as the plugin of this library. Once, in one source file, outside every namespace.
#define INTEGRATION_PLUGIN(P)                                                                        \
  extern "C" __attribute__((visibility("default"))) const integration_api* integration_plugin_entry( \
      const integration_hello* hello, integration_sink error) {                                      \
    return integration::detail::Exported<P>::entry(hello, error);                                    \
  }
