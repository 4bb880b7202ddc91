// Answers list_staged with the same two hires for every query; promote fails without a message.
#include "integration/describe_json.hpp"
#include "integration/operations.hpp"
#include "sound_plugin.hpp"

static integration_api ignoring() {
  integration_api api = Sound::table();
  api.list_staged = [](const integration_call*, integration_instance*, integration_view, integration_sink out,
                       integration_sink) -> int32_t {
    integration::ListPage page{.total = 2, .data = std::vector<integration::NewHire>(2), .departments = {}};
    page.data[0].id = "h1";
    page.data[1].id = "h2";
    return Sound::write(out, integration::toJsonText(page));
  };
  api.promote = [](const integration_call*, integration_instance*, integration_view, integration_sink,
                   integration_sink) -> int32_t { return INTEGRATION_UNAVAILABLE; };
  return api;
}

EXPORT_TABLE(ignoring())
