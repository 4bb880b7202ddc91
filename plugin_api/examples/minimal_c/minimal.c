/* A whole plugin in C: every entry of the contract, the plainest answer to each. */
#include <stddef.h>

#include "integration/abi.h"

#define VIEW(literal) ((integration_view){literal, sizeof(literal) - 1})

static int32_t fail(integration_sink error, int32_t status, integration_view json) {
  if (error.write) error.write(error.ctx, json);
  return status;
}
static int32_t refuse(integration_sink error) {
  return fail(error, INTEGRATION_INVALID_ARGUMENT,
              VIEW("{\"code\":3,\"message\":\"the request must be a JSON object\"}"));
}
static int32_t unknown_hire(integration_sink error) {
  return fail(error, INTEGRATION_NOT_FOUND, VIEW("{\"code\":5,\"message\":\"there is no such new hire\"}"));
}
/* A plugin that reads its requests needs a JSON parser; this one tells objects from the rest. */
static int is_object(integration_view text) {
  return text.len >= 2 && text.ptr[0] == '{' && text.ptr[text.len - 1] == '}';
}

static int32_t describe(integration_sink out, integration_sink error) {
  (void)error;
  return out.write(out.ctx, VIEW("{\"id\":\"minimal-c\",\"name\":\"Minimal\",\"version\":\"1.0.0\"}"));
}
static int32_t create(const integration_call* call, const integration_host* host, integration_view config,
                      integration_instance** out, integration_sink error) {
  static char instance; /* nothing to keep: all connections may share it */
  (void)config;
  if (call->struct_size < INTEGRATION_CALL_SIZE_V1 || host->struct_size < INTEGRATION_HOST_SIZE_V1)
    return fail(error, INTEGRATION_FAILED_PRECONDITION,
                VIEW("{\"code\":9,\"message\":\"the host is too old\"}"));
  *out = (integration_instance*)&instance;
  return INTEGRATION_OK;
}
static int32_t destroy(const integration_call* call, integration_instance* instance, integration_sink error) {
  return (void)call, (void)instance, (void)error, INTEGRATION_OK;
}
static int32_t accept_object(const integration_call* call, integration_instance* instance,
                             integration_view request, integration_sink out, integration_sink error) {
  (void)call, (void)instance;
  return is_object(request) ? out.write(out.ctx, VIEW("{}")) : refuse(error);
}
static int32_t handle_webhook(const integration_call* call, integration_instance* instance,
                              const integration_webhook_request* request, integration_webhook_reply reply,
                              integration_sink error) {
  (void)call, (void)instance, (void)request, (void)error;
  return reply.reply(reply.ctx, 200, NULL, 0, VIEW("not for us"));
}
static int32_t list_staged(const integration_call* call, integration_instance* instance,
                           integration_view query, integration_sink out, integration_sink error) {
  (void)call, (void)instance;
  return is_object(query) ? out.write(out.ctx, VIEW("{\"total\":0,\"data\":[]}")) : refuse(error);
}
static int32_t about_a_hire(const integration_call* call, integration_instance* instance,
                            integration_view request, integration_sink out, integration_sink error) {
  (void)call, (void)instance, (void)out;
  return is_object(request) ? unknown_hire(error) : refuse(error);
}
static int32_t status(const integration_call* call, integration_instance* instance, integration_sink out,
                      integration_sink error) {
  (void)call, (void)instance, (void)error;
  return out.write(out.ctx,
                   VIEW("{\"state\":\"waiting\",\"health\":\"It waits for ever.\",\"settings\":{}}"));
}
static int32_t run_work(const integration_call* call, integration_instance* instance, integration_sink out,
                        integration_sink error) {
  (void)call, (void)instance, (void)error;
  return out.write(out.ctx, VIEW("{\"more\":false,\"nextAt\":0}"));
}

const integration_api* integration_plugin_entry(const integration_hello* hello, integration_sink error);
__attribute__((visibility("default"))) const integration_api* integration_plugin_entry(
    const integration_hello* hello, integration_sink error) {
  static const integration_api api = {sizeof(integration_api),
                                      INTEGRATION_ABI_MAJOR,
                                      INTEGRATION_ABI_MINOR,
                                      describe,
                                      create,
                                      destroy,
                                      accept_object,
                                      accept_object,
                                      accept_object,
                                      handle_webhook,
                                      list_staged,
                                      about_a_hire,
                                      about_a_hire,
                                      status,
                                      run_work,
                                      NULL /* no extensions */};
  if (hello->struct_size < INTEGRATION_HELLO_SIZE_V1 || hello->abi_major != INTEGRATION_ABI_MAJOR ||
      hello->abi_minor < INTEGRATION_ABI_MINOR) {
    fail(error, 0, VIEW("{\"code\":9,\"message\":\"this plugin needs a host of ABI 0.9 or a later 0.x\"}"));
    return NULL;
  }
  return &api;
}
