#include "world/endpoints/parameters.hpp"

#include <algorithm>

#include "world/id_generator.hpp"

namespace ashby_simulator {
namespace {

bool among(const std::string& word, std::initializer_list<const char*> allowed) {
  return std::any_of(allowed.begin(), allowed.end(), [&](const char* one) { return word == one; });
}

}  // namespace

Parameters::Parameters(const std::string& body) {
  auto parsed = parseJson(body);
  if (!parsed || !parsed->is_object()) throw ApiError("invalid_input", "The body must be a JSON object");
  body_ = std::move(*parsed);
}

const Json& Parameters::value(const std::string& name) {
  asked_.insert(name);
  return member(body_, name);
}

std::string Parameters::uuid(const std::string& name) {
  auto given = optionalUuid(name);
  if (!given) throw ApiError("invalid_input", "Missing parameter: " + name);
  return *given;
}

std::optional<std::string> Parameters::optionalUuid(const std::string& name) {
  const Json& given = value(name);
  if (given.is_null()) return std::nullopt;
  if (!given.is_string() || !isUuid(given.get<std::string>())) {
    throw ApiError("invalid_input", "must be a UUID", name);
  }
  return given.get<std::string>();
}

std::string Parameters::text(const std::string& name) {
  auto given = optionalText(name);
  if (!given) throw ApiError("invalid_input", "Missing parameter: " + name);
  return *given;
}

std::optional<std::string> Parameters::optionalText(const std::string& name) {
  const Json& given = value(name);
  if (given.is_null()) return std::nullopt;
  if (!given.is_string()) throw ApiError("invalid_input", "must be a string", name);
  return given.get<std::string>();
}

std::optional<bool> Parameters::optionalFlag(const std::string& name) {
  const Json& given = value(name);
  if (given.is_null()) return std::nullopt;
  if (!given.is_boolean()) throw ApiError("invalid_input", "must be a boolean", name);
  return given.get<bool>();
}

std::optional<std::int64_t> Parameters::optionalInteger(const std::string& name) {
  const Json& given = value(name);
  if (given.is_null()) return std::nullopt;
  if (!given.is_number_integer()) throw ApiError("invalid_input", "must be an integer", name);
  return given.get<std::int64_t>();
}

std::vector<std::string> Parameters::words(const std::string& name,
                                           std::initializer_list<const char*> allowed) {
  const Json& given = value(name);
  if (given.is_null()) return {};
  if (!given.is_array() || given.empty()) throw ApiError("invalid_input", "must be a non-empty array", name);
  std::vector<std::string> words;
  for (const Json& word : given) {
    if (!word.is_string() || !among(word.get<std::string>(), allowed)) {
      throw ApiError("invalid_input", "has an unknown value", name);
    }
    words.push_back(word.get<std::string>());
  }
  return words;
}

std::optional<std::string> Parameters::optionalWord(const std::string& name,
                                                    std::initializer_list<const char*> allowed) {
  auto given = optionalText(name);
  if (given && !among(*given, allowed)) throw ApiError("invalid_input", "has an unknown value", name);
  return given;
}

void Parameters::finish() const {
  for (const auto& [name, given] : body_.items()) {
    if (!asked_.count(name)) throw ApiError("invalid_input", "Unknown parameter: " + name);
  }
}

}  // namespace ashby_simulator
