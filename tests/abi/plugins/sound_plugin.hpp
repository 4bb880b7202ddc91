// A plugin without the author kit whose functions do nothing, and do it right. Each plugin beside it breaks
// one thing.
#pragma once

#include <cstring>
#include <string>

#include "integration/abi.h"

struct Sound {
  static integration_view view(const std::string& text) { return {text.data(), text.size()}; }
  static int32_t write(integration_sink out, const std::string& text) {
    return out.write(out.ctx, view(text));
  }

  static int32_t describe(integration_sink out, integration_sink) {
    return write(out, "{\"id\":\"" PLUGIN_ID "\",\"name\":\"" PLUGIN_ID "\",\"version\":\"1.0.0\"}");
  }
  static int32_t create(const integration_call*, const integration_host*, integration_view,
                        integration_instance** out, integration_sink) {
    static int instance;
    *out = reinterpret_cast<integration_instance*>(&instance);
    return INTEGRATION_OK;
  }
  static int32_t destroy(const integration_call*, integration_instance*, integration_sink) {
    return INTEGRATION_OK;
  }
  static int32_t json(const integration_call*, integration_instance*, integration_view, integration_sink out,
                      integration_sink) {
    return write(out, "{}");
  }
  static int32_t noRequest(const integration_call*, integration_instance*, integration_sink out,
                           integration_sink) {
    return write(out, "{}");
  }
  static int32_t webhook(const integration_call*, integration_instance*, const integration_webhook_request*,
                         integration_webhook_reply reply, integration_sink) {
    return reply.reply(reply.ctx, 200, nullptr, 0, {nullptr, 0});
  }
  static const void* extension(const integration_call*, integration_view) { return nullptr; }

  static integration_api table() {
    return {sizeof(integration_api),
            INTEGRATION_ABI_MAJOR,
            INTEGRATION_ABI_MINOR,
            describe,
            create,
            destroy,
            json,
            json,
            json,
            webhook,
            json,
            json,
            json,
            noRequest,
            noRequest,
            extension};
  }
};

#define EXPORT_TABLE(table)                                                                          \
  extern "C" __attribute__((visibility("default"))) const integration_api* integration_plugin_entry( \
      const integration_hello*, integration_sink) {                                                  \
    static const auto exported = table;                                                              \
    return reinterpret_cast<const integration_api*>(&exported);                                      \
  }
