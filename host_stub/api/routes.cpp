#include "api/routes.hpp"

#include <Poco/URI.h>

namespace host_stub {
namespace {

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 1; from <= path.size();) {
    const std::size_t to = std::min(path.find('/', from), path.size());
    parts.push_back(path.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

bool isVariable(std::string_view part) {
  return part.starts_with('{');
}

// The variable parts where the path fits the pattern.
std::optional<std::vector<std::string>> fit(std::string_view pattern,
                                            const std::vector<std::string_view>& parts) {
  const std::vector<std::string_view> wanted = split(pattern);
  if (wanted.size() != parts.size()) return std::nullopt;
  std::vector<std::string> variables;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (isVariable(wanted[i])) {
      std::string decoded;
      try {
        Poco::URI::decode(std::string(parts[i]), decoded);
      } catch (const Poco::Exception&) {
        return std::nullopt;
      }
      if (decoded.empty()) return std::nullopt;
      variables.push_back(std::move(decoded));
    } else if (wanted[i] != parts[i]) {
      return std::nullopt;
    }
  }
  return variables;
}

}  // namespace

bool mayTake(Role role, Right right) {
  switch (right) {
    case Right::connections:
    case Right::company:
      return role == Role::owner || role == Role::admin;
    case Right::newHires:
      return role != Role::viewer;
    case Right::people:
      return true;
  }
  return false;
}

void Routes::add(std::string method, std::string path, Right right,
                 std::function<WebResponse(const RequestContext&)> answer) {
  routes_.push_back({std::move(method), std::move(path), right, std::move(answer)});
}

Routes::Match Routes::match(std::string_view method, std::string_view path) const {
  const std::vector<std::string_view> parts = split(path);
  Match match;
  for (const Endpoint& route : routes_) {
    auto variables = fit(route.path, parts);
    if (!variables) continue;
    match.allow += (match.allow.empty() ? "" : ", ") + route.method;
    const bool same = route.method == method || (method == "HEAD" && route.method == "GET");
    if (!same || match.endpoint != nullptr) continue;
    match.endpoint = &route;
    match.pathParts = *std::move(variables);
  }
  return match;
}

}  // namespace host_stub
