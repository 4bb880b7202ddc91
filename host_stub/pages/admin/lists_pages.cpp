#include "pages/admin/lists_pages.hpp"

#include <Poco/String.h>
#include <Poco/StringTokenizer.h>

#include "pages/admin/labels.hpp"
#include "pages/format.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

struct ListWords {
  const char* kind;
  const char* hint;
};
constexpr ListWords kLists[] = {{"departments", "What the department of a member may be."},
                                {"placesOfWork", "Where members work, such as offices, and “Remote”."},
                                {"contractTypes", "Such as “Full time”."},
                                {"customFields", "Names of fields of your own, such as “Shirt size”."}};

std::vector<std::string> linesOf(const std::string& text) {
  const Poco::StringTokenizer lines(
      text, "\n", Poco::StringTokenizer::TOK_TRIM | Poco::StringTokenizer::TOK_IGNORE_EMPTY);
  return {lines.begin(), lines.end()};
}

// The API names a value by its place: here it is said which one that is.
Json problemsOf(const ApiProblem& problem, const std::vector<std::string>& values) {
  const FormErrors all(problem);
  Json rows = Json::array();
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const Json one = all.at("values/" + std::to_string(i)); !one.is_null()) {
      std::string text = one.get<std::string>();
      text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
      rows.push_back({{"text", "“" + values[i] + "” " + text}});
    }
  if (rows.empty())
    for (const Json& one : all.all()) rows.push_back({{"text", one.at("message")}});
  return rows;
}

// kind: the list that couldn't be saved, with what was filled in; "" for none.
WebResponse page(const PageRequest& request, const std::string& kind, const Json& problems, int status) {
  Json lists = Json::array();
  for (const ListWords& words : kLists) {
    const bool refused = kind == words.kind;
    const Json answer = request.api.get(std::string("/api/lists/") + words.kind);
    std::string text;
    for (const Json& value : answer.at("values")) text += value.get<std::string>() + "\n";
    lists.push_back({{"kind", words.kind},
                     {"title", inWords(kCompanyLists, words.kind)},
                     {"hint", words.hint},
                     {"count", std::to_string(answer.at("values").size())},
                     {"text", refused ? request.form.get("values") : text},
                     {"refused", refused},
                     {"problems", refused ? problems : Json::array()}});
  }
  Page page;
  page.title = "Company lists";
  page.section = "admin";
  page.status = status;
  page.content = fill(request, "lists", {{"lists", lists}});
  return showPage(request, page);
}

}  // namespace

void ListsPages::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::company, "GET", "/admin/lists", &ListsPages::show);
  addPage(routes, this, Right::company, "POST", "/admin/lists/{kind}", &ListsPages::save);
}

WebResponse ListsPages::show(const PageRequest& request) {
  return page(request, "", Json::array(), 200);
}

WebResponse ListsPages::save(const PageRequest& request) {
  const std::vector<std::string> values = linesOf(request.form.get("values"));
  try {
    request.api.send("PUT", "/api/lists/" + urlEncoded(request.part(0)), {{"values", values}});
  } catch (const ApiProblem& problem) {
    return page(request, request.part(0), problemsOf(problem, values), problem.status());
  }
  return redirectDone("/admin/lists", "saved");
}

}  // namespace host_stub
