#include "pages/admin/notifications_pages.hpp"

#include <algorithm>

#include "pages/admin/labels.hpp"
#include "pages/format.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

Json recipientView(const Json& one, std::size_t place, const FormErrors& problems) {
  const Json chosen = one.value("kinds", Json::array());
  const std::string path = "recipients/" + std::to_string(place);
  Json kinds = Json::array();
  for (const Word& kind : kNoticeKinds)
    kinds.push_back({{"kind", kind.name},
                     {"title", kind.words},
                     {"ticked", std::find(chosen.begin(), chosen.end(), kind.name) != chosen.end()}});
  const std::string email = textOf(one, "email");
  return {{"n", std::to_string(place)},
          {"legend", email.empty() ? "Tell somebody more" : email},
          {"isNew", one.empty()},
          {"name", textOf(one, "name")},
          {"email", email},
          {"kinds", std::move(kinds)},
          {"nameProblem", problems.at(path + "/name")},
          {"emailProblem", problems.at(path + "/email")},
          {"kindsProblem", problems.any() && chosen.empty() && !one.empty()
                               ? Json("Tick what this person is told of, or leave the person out.")
                               : problems.at(path + "/kinds")}};
}

Json mailView(const Json& mail) {
  const std::string name = textOf(mail, "name"), email = textOf(mail, "email");
  return {{"at", textOf(mail, "at")},
          {"time", timeForPeople(textOf(mail, "at"))},
          {"kind", inWords(kNoticeKinds, textOf(mail, "kind"))},
          {"text", asSentence(withTimesForPeople(textOf(mail, "text")))},
          {"to", name.empty() ? email : name + ", " + email},
          {"hire", textOf(mail, "hireId")},
          {"tag", mailTag(textOf(mail, "state"))},
          {"reason", asSentence(textOf(mail, "reason"))},
          {"sent", timeForPeople(textOf(mail, "sentAt"))}};
}

WebResponse notificationsPage(const PageRequest& request, Json recipients, const FormErrors& problems,
                              int status) {
  Parameters query;
  query.set("cursor", request.query.get("cursor"));
  query.set("$limit", "50");
  const Json outbox = request.api.get("/api/notifications", query);
  Json mails = Json::array(), recipientViews = Json::array();
  for (const Json& mail : outbox.at("data")) mails.push_back(mailView(mail));
  recipients.push_back(Json::object());
  for (std::size_t i = 0; i < recipients.size(); ++i)
    recipientViews.push_back(recipientView(recipients[i], i, problems));
  Page page;
  page.title = "Notifications";
  page.section = "admin";
  page.status = status;
  const std::string next = textOf(outbox, "nextCursor");
  page.content =
      fill(request, "notifications",
           {{"recipients", recipientViews},
            {"anyProblems", problems.any()},
            {"otherProblem", problems.at("")},
            {"any", !mails.empty()},
            {"mails", mails},
            {"total", countForPeople(outbox.value("total", std::uint64_t{0}), "message", "messages")},
            {"first", query.has("cursor")},
            {"next", next.empty() ? "" : "/admin/notifications?cursor=" + urlEncoded(next) + "#outbox"}});
  return showPage(request, page);
}

// A row without an address and a name is nobody.
Json recipientsOf(const Parameters& form) {
  Json recipients = Json::array();
  for (const std::string& n : form.all("row")) {
    const std::string email = form.get("email/" + n), name = form.get("name/" + n);
    if (form.get("remove/" + n) == "yes" || (email.empty() && name.empty())) continue;
    recipients.push_back({{"name", name}, {"email", email}, {"kinds", form.all("kinds/" + n)}});
  }
  return recipients;
}

}  // namespace

void NotificationsPages::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::company, "GET", "/admin/notifications", &NotificationsPages::show);
  addPage(routes, this, Right::company, "POST", "/admin/notifications", &NotificationsPages::save);
}

WebResponse NotificationsPages::show(const PageRequest& request) {
  const Json settings = request.api.get("/api/notifications/settings");
  return notificationsPage(request, settings.at("recipients"), {}, 200);
}

WebResponse NotificationsPages::save(const PageRequest& request) {
  const Json recipients = recipientsOf(request.form);
  try {
    request.api.send("PUT", "/api/notifications/settings", {{"recipients", recipients}});
  } catch (const ApiProblem& problem) {
    return notificationsPage(request, recipients, FormErrors(problem), problem.status());
  }
  return redirectDone("/admin/notifications", "saved");
}

}  // namespace host_stub
