#include "pages/admin/settings/source_choices.hpp"

#include "pages/admin/connection_frame.hpp"
#include "pages/admin/settings/form_errors.hpp"
#include "pages/format.hpp"

namespace host_stub {

SourceChoices sourceChoices(const PageRequest& request, const std::string& kind) {
  constexpr std::size_t kPage = 250, kMost = 2000;
  SourceChoices choices;
  try {
    while (choices.data.size() < kMost) {
      Parameters query;
      query.set("$limit", std::to_string(kPage));
      query.set("$skip", choices.data.empty() ? "" : std::to_string(choices.data.size()));
      const integration::Json page = request.api.get(connectionApi(request, "/choices/" + kind), query);
      for (const integration::Json& one : page.at("data")) choices.data.push_back(one);
      if (page.at("data").size() < kPage) break;
    }
  } catch (const ApiProblem& problem) {
    choices.problem = asSentence(problem.what());
  }
  return choices;
}

}  // namespace host_stub
