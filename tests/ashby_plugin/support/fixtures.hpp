// The example payloads of tests/fixtures/ashby: fictitious, of the documented shapes.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "ashby/client.hpp"
#include "integration/describe_json.hpp"

namespace ashby::test {

inline std::string fixture(const std::string& name) {
  std::ifstream file(std::string(ASHBY_FIXTURES) + "/" + name, std::ios::binary);
  if (!file) throw std::runtime_error("no fixture " + name);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

inline integration::Json fixtureJson(const std::string& name) {
  return integration::parseJson(fixture(name), name);
}

// Reads `results` of an answer.
template <class T>
T fixtureResults(const std::string& name) {
  return integration::fromJson<T>(fixtureJson(name).at("results"), name);
}

inline constexpr char kFixtureApplication[] = "77619646-b5d3-5483-b271-303e978f57d6";

}  // namespace ashby::test
