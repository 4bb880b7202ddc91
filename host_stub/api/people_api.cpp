#include "api/people_api.hpp"

#include "api/collection.hpp"
#include "integration/describe_json.hpp"
#include "net/json_answer.hpp"

namespace host_stub {
namespace {

// A viewer gets no compensation, personal e-mail and phone: the names aren't there at all.
integration::Json view(const RequestContext& request, const integration::Person& person) {
  const integration::Json all = integration::toJson(person);
  integration::Json shown = {{"id", person.id}};
  for (const auto& [name, value] : all.items()) shown[name] = value;
  if (request.user().role == Role::viewer)
    for (const char* hidden : {"salaryAmount", "salaryCurrency", "personalEmail", "personalPhoneNumber"})
      shown.erase(hidden);
  return shown;
}

}  // namespace

void PeopleApi::addTo(Routes& routes) {
  routes.add("GET", "/api/people", Right::people,
             [this](const RequestContext& request) { return list(request); });
  routes.add("GET", "/api/people/{id}", Right::people,
             [this](const RequestContext& request) { return get(request); });
}

WebResponse PeopleApi::list(const RequestContext& request) {
  PeoplePage page = people_.list(request.company(), request.limit() + std::int64_t{1}, request.skip(),
                                 request.query("cursor").value_or(""));
  const bool more = page.data.size() > request.limit();
  if (more) page.data.pop_back();
  integration::Json data = integration::Json::array();
  for (const integration::Person& person : page.data) data.push_back(view(request, person));
  return collectionPage(request, static_cast<std::uint64_t>(page.total), std::move(data),
                        more ? std::optional(page.data.back().id) : std::nullopt);
}

WebResponse PeopleApi::get(const RequestContext& request) {
  const auto person = people_.get(request.company(), request.part(0));
  if (!person) throw integration::Failure(integration::Code::notFound, "there is no such person");
  return jsonAnswer(200, integration::dumpJson(view(request, *person)));
}

}  // namespace host_stub
