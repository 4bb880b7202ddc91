#include "api/connections/settings_preview.hpp"

#include "api/hires/hire_view.hpp"
#include "integration/describe_json.hpp"

namespace host_stub {

using integration::Json;

Json settingsPreviewView(const LiveConnection& connection,
                         const std::optional<integration::SettingsPreview>& preview, bool showsHires) {
  Json view = {{"dryRun", true},
               {"waiting", nullptr},
               {"lookedAt", nullptr},
               {"changes", nullptr},
               {"examples", Json::array()}};
  if (!preview) return view;
  view["waiting"] = preview->waiting;
  view["lookedAt"] = preview->lookedAt;
  view["changes"] = preview->changes;
  if (!showsHires) return view;
  for (const integration::SettingsExample& example : preview->examples) {
    Json exampleView = integration::toJson(example);
    exampleView["id"] = hireListId(connection.key().connection, example.id);
    view["examples"].push_back(std::move(exampleView));
  }
  return view;
}

}  // namespace host_stub
