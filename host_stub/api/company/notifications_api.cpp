#include "api/company/notifications_api.hpp"

#include "api/collection.hpp"
#include "api/cursor.hpp"
#include "api/hires/hire_view.hpp"
#include "integration/describe_json.hpp"
#include "integration/time.hpp"

namespace host_stub {

using integration::Json;

namespace {

struct RecipientSettings {
  integration::Text name;
  std::string email;
  std::vector<std::string> kinds;
};
BOOST_DESCRIBE_STRUCT(RecipientSettings, (), (name, email, kinds))
struct NoticeSettings {
  std::vector<RecipientSettings> recipients;
};
BOOST_DESCRIBE_STRUCT(NoticeSettings, (), (recipients))

constexpr const char* kNotificationsList = "notifications";

Json textOrNull(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json view(const Mail& mail) {
  return {{"id", mail.id},
          {"at", integration::formatTime(mail.at)},
          {"kind", mail.kind},
          {"text", mail.text},
          {"connectionId", mail.connection},
          {"hireId", mail.hireId.empty() ? Json(nullptr) : Json(hireListId(mail.connection, mail.hireId))},
          {"applicationId", textOrNull(mail.applicationId)},
          {"name", textOrNull(mail.name)},
          {"email", mail.email},
          {"state", mailStateName(mail.state)},
          {"attempts", mail.attempts},
          {"sentAt", mail.sentAt == 0 ? Json(nullptr) : Json(integration::formatTime(mail.sentAt))},
          {"reason", textOrNull(mail.reason)}};
}

Json view(const std::vector<NoticeRecipient>& recipients) {
  Json views = Json::array();
  for (const NoticeRecipient& one : recipients)
    views.push_back({{"name", textOrNull(one.name)}, {"email", one.email}, {"kinds", one.kinds}});
  return {{"recipients", std::move(views)}};
}

}  // namespace

void NotificationsApi::addTo(Routes& routes) {
  addRoute(routes, this, Right::company, "GET", "/api/notifications", &NotificationsApi::list);
  addRoute(routes, this, Right::company, "GET", "/api/notifications/settings", &NotificationsApi::settings);
  addRoute(routes, this, Right::company, "PUT", "/api/notifications/settings",
           &NotificationsApi::saveSettings);
}

WebResponse NotificationsApi::list(const RequestContext& request) {
  MailPage page = platform_.outbox.list(request.company(), request.limit() + std::int64_t{1}, request.skip(),
                                        cursorOf(request, kNotificationsList).value_or(""));
  const bool more = page.data.size() > request.limit();
  if (more) page.data.pop_back();
  Json data = Json::array();
  for (const Mail& mail : page.data) data.push_back(view(mail));
  return collectionPage(
      request, static_cast<std::uint64_t>(page.total), std::move(data),
      more ? std::optional(encodeCursor(kNotificationsList, page.data.back().id)) : std::nullopt);
}

WebResponse NotificationsApi::settings(const RequestContext& request) {
  return ok(view(platform_.notices.recipients(request.company())));
}

WebResponse NotificationsApi::saveSettings(const RequestContext& request) {
  const Json body = request.bodyObject();
  if (!body.contains("recipients"))
    throw integration::Failure(integration::Code::invalidArgument, "the body has no recipients",
                               {{"recipients", "required", "name all of them; an empty list tells nobody"}});
  const auto settings =
      integration::fromJson<NoticeSettings>(body, "the body", integration::UnknownMembers::refused);
  std::vector<NoticeRecipient> recipients;
  for (const RecipientSettings& one : settings.recipients)
    recipients.push_back({one.name.value_or(""), one.email, one.kinds});
  const auto saved = platform_.notices.setRecipients(request.company(), std::move(recipients),
                                                     audited(request, "notifications.settings", ""));
  return ok(view(saved));
}

}  // namespace host_stub
