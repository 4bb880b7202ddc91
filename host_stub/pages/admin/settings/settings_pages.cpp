#include "pages/admin/settings/settings_pages.hpp"

#include "pages/admin/connection_frame.hpp"
#include "pages/admin/settings/field_choices.hpp"
#include "pages/admin/settings/scope_choices.hpp"
#include "pages/admin/settings/settings_question.hpp"
#include "pages/admin/settings/simple_settings.hpp"
#include "pages/admin/settings/value_choices.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

// A setting of this name has an editor of its own.
struct Editor {
  const char* setting;
  std::string (*show)(const PageRequest&, const Json& settings, const Json& own, const FormErrors&);
  void (*read)(const Parameters&, Json& settings);
};
constexpr Editor kEditors[] = {{"fields", fieldChoices, readFieldChoices},
                               {"values", valueChoices, readValueChoices},
                               {"scope", scopeChoices, readScopeChoices}};

struct SettingsForm {
  Json connection, integration;
  const Json& schema() const { return integration.at("settingsSchema"); }
  bool has(const char* setting) const { return schema().at("properties").contains(setting); }
};

SettingsForm formOf(const PageRequest& request) {
  Json connection = request.api.get(connectionApi(request));
  Json integration = integrationOf(request, connection);
  return {std::move(connection), std::move(integration)};
}

struct Filled {
  Json settings;
  std::string file;
  FormErrors problems;
  int status = 200;
};

// null if the file is none of settings.
Json settingsIn(const std::string& file) try {
  Json settings = integration::parseJson(file, "the file");
  return settings.is_object() ? settings : Json(nullptr);
} catch (const integration::Failure&) {
  return nullptr;
}

// Each under the title of its setting.
Json problemsOf(const SettingsForm& form, const FormErrors& problems) {
  Json rows = problems.all();
  for (Json& one : rows) {
    const std::string path = textOf(one, "path"), name = path.substr(0, path.find('/'));
    one["title"] = form.has(name.c_str()) ? form.schema().at("properties").at(name).value("title", name) : "";
  }
  return rows;
}

WebResponse page(const PageRequest& request, const SettingsForm& form, const Filled& filled) {
  Json editors = Json::array();
  for (const Editor& editor : kEditors)
    if (form.has(editor.setting))
      editors.push_back({{"html", editor.show(request, filled.settings, form.integration, filled.problems)}});
  const Json simple = simpleSettings(form.schema(), filled.settings, filled.problems);
  const std::string content = fill(request, "connection_settings",
                                   {{"address", connectionPage(request)},
                                    {"simple", simple},
                                    {"anySimple", !simple.empty()},
                                    {"editors", editors},
                                    {"anything", !simple.empty() || !editors.empty()},
                                    {"problems", problemsOf(form, filled.problems)},
                                    {"anyProblems", filled.problems.any()},
                                    {"file", filled.file}});
  return showConnection(request, form.connection, {"settings", content, filled.status});
}

// Saves, or shows the form again with what is wrong. Asks before that if new hires would change, unless
// `asked`.
WebResponse saved(const PageRequest& request, const SettingsForm& form, Filled filled, bool asked = false) {
  try {
    if (!asked)
      if (const std::string question = settingsQuestion(request, filled.settings); !question.empty())
        return showConnection(request, form.connection, {"settings", question});
    request.api.send("PUT", connectionApi(request, "/settings"), filled.settings);
  } catch (const ApiProblem& problem) {
    filled.problems = FormErrors(problem);
    filled.status = problem.status();
    if (!filled.file.empty()) filled.settings = form.connection.at("settings");
    return page(request, form, filled);
  }
  return redirectDone(connectionPage(request, "/settings"), "saved");
}

}  // namespace

void SettingsPages::addTo(PageRoutes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (SettingsPages::*page)(const PageRequest&)) {
    addPage(routes, this, Right::connections, method, path, page);
  };
  add("GET", "/admin/connections/{id}/settings", &SettingsPages::show);
  add("POST", "/admin/connections/{id}/settings", &SettingsPages::save);
  add("GET", "/admin/connections/{id}/settings/file", &SettingsPages::file);
  add("POST", "/admin/connections/{id}/settings/file", &SettingsPages::takeFile);
  add("POST", "/admin/connections/{id}/settings/answer", &SettingsPages::answerQuestion);
}

WebResponse SettingsPages::show(const PageRequest& request) {
  const SettingsForm form = formOf(request);
  return page(request, form, {form.connection.at("settings"), "", {}});
}

WebResponse SettingsPages::save(const PageRequest& request) {
  const SettingsForm form = formOf(request);
  Filled filled{Json::object(), "", {}};
  readSimpleSettings(form.schema(), request.form, filled.settings);
  for (const Editor& editor : kEditors)
    if (form.has(editor.setting)) editor.read(request.form, filled.settings);
  return saved(request, form, std::move(filled));
}

// The settings come back from the page that asked: saved now, or shown in the form to go on with.
WebResponse SettingsPages::answerQuestion(const PageRequest& request) {
  const SettingsForm form = formOf(request);
  Filled filled{settingsIn(request.form.get("settings")), "", {}};
  if (filled.settings.is_null()) return page(request, form, {form.connection.at("settings"), "", {}});
  if (request.form.get("answer") == "save") return saved(request, form, std::move(filled), true);
  Json settings = form.connection.at("settings");
  settings.update(filled.settings);
  filled.settings = std::move(settings);
  return page(request, form, filled);
}

WebResponse SettingsPages::file(const PageRequest& request) {
  const Json settings = request.api.get(connectionApi(request, "/settings"));
  WebResponse answer{200, pageHeaders("application/json"), settings.dump(2) + "\n"};
  answer.headers.push_back({"Content-Disposition", "attachment; filename=\"settings.json\""});
  return answer;
}

WebResponse SettingsPages::takeFile(const PageRequest& request) {
  const SettingsForm form = formOf(request);
  Filled filled{settingsIn(request.form.get("file")), request.form.get("file"), {}};
  if (filled.settings.is_null()) {
    filled.settings = form.connection.at("settings");
    filled.problems.add("", "this is no file of settings: choose one that was exported");
    filled.status = 422;
    return page(request, form, filled);
  }
  return saved(request, form, std::move(filled));
}

}  // namespace host_stub
