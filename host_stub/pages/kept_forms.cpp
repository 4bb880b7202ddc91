#include "pages/kept_forms.hpp"

#include "integration/time.hpp"
#include "pages/format.hpp"
#include "services/system_clock.hpp"

namespace host_stub {

using integration::Json;

namespace {

// The forms that take an API key are not kept: secrets stay no longer in memory than they are used.
bool takesSecrets(const std::string& path) {
  return path.ends_with("/key");
}

}  // namespace

void KeptForms::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::people, "GET", "/kept", &KeptForms::show);
  addPage(routes, this, Right::people, "POST", "/kept", &KeptForms::drop);
}

bool KeptForms::keep(const std::string& userId, const std::string& path, Parameters form, std::int64_t now) {
  form.set("formToken", "");
  if (takesSecrets(path) || form.encoded().size() > kMaxBytes) return false;
  const std::lock_guard lock(mutex_);
  dropOld(now);
  FormsOfUser& forms = forms_[userId];
  if (forms.size() >= kMaxOfUser && !forms.contains(path)) return false;
  forms[path] = {std::move(form), now + kKeptMs};
  return true;
}

void KeptForms::forget(const std::string& userId, const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (const auto forms = forms_.find(userId); forms != forms_.end()) forms->second.erase(path);
}

bool KeptForms::has(const std::string& userId, std::int64_t now) {
  const std::lock_guard lock(mutex_);
  dropOld(now);
  return forms_.contains(userId);
}

WebResponse KeptForms::show(const PageRequest& request) {
  Json rows = Json::array();
  {
    const std::lock_guard lock(mutex_);
    dropOld(unixNow());
    const auto forms = forms_.find(request.user.id);
    if (forms == forms_.end()) return redirect("/");
    for (const auto& [path, form] : forms->second) {
      Json fields = Json::array();
      for (const auto& [name, value] : form.fields.list())
        fields.push_back({{"name", name}, {"value", value}});
      rows.push_back({{"path", path},
                      {"until", timeForPeople(integration::formatTime(form.until))},
                      {"fields", std::move(fields)}});
    }
  }
  Page page;
  page.title = "What you typed is kept";
  page.content = fill(request, "kept", {{"forms", std::move(rows)}});
  return showPage(request, page);
}

WebResponse KeptForms::drop(const PageRequest& request) {
  forget(request.user.id, request.form.get("path"));
  return redirect("/kept");
}

void KeptForms::dropOld(std::int64_t now) {
  for (auto& [user, forms] : forms_)
    std::erase_if(forms, [&](const auto& one) { return one.second.until <= now; });
  std::erase_if(forms_, [](const auto& one) { return one.second.empty(); });
}

}  // namespace host_stub
