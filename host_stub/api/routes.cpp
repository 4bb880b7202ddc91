#include "api/routes.hpp"

#include <Poco/Exception.h>
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

std::optional<std::vector<std::string>> fitPath(std::string_view pattern, std::string_view path) {
  const std::vector<std::string_view> patternParts = split(pattern), parts = split(path);
  if (patternParts.size() != parts.size()) return std::nullopt;
  std::vector<std::string> variables;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!isVariable(patternParts[i])) {
      if (patternParts[i] != parts[i]) return std::nullopt;
      continue;
    }
    std::string decoded;
    try {
      Poco::URI::decode(std::string(parts[i]), decoded);
    } catch (const Poco::Exception&) {
      return std::nullopt;
    }
    if (decoded.empty()) return std::nullopt;
    variables.push_back(std::move(decoded));
  }
  return variables;
}

}  // namespace host_stub
