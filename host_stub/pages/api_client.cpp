#include "pages/api_client.hpp"

namespace host_stub {

using integration::Json;

std::vector<integration::Issue> ApiProblem::issues() const {
  std::vector<integration::Issue> issues;
  const auto named = body_.find("issues");
  if (named == body_.end()) return issues;
  for (const Json& one : *named) issues.push_back({one.value("path", ""), "", one.value("message", "")});
  return issues;
}

Json ApiClient::send(const std::string& method, const std::string& path, const Json& body,
                     const Parameters& query) const {
  WebRequest request;
  request.method = method;
  request.path = path;
  request.query = query.encoded();
  if (!body.is_null()) request.json = std::make_shared<const Json>(body);
  const WebResponse answer = api_.ask(user_, request);
  Json content = answer.json           ? *answer.json
                 : answer.body.empty() ? Json::object()
                                       : integration::parseJson(answer.body);
  if (answer.status >= 400) throw ApiProblem(answer.status, std::move(content));
  return content;
}

}  // namespace host_stub
