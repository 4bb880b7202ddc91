#include "pages/parameters.hpp"

#include <Poco/Exception.h>
#include <Poco/String.h>
#include <Poco/URI.h>

#include <algorithm>

#include "integration/status.hpp"

namespace host_stub {
namespace {

std::string decoded(std::string_view encoded) {
  std::string text(encoded);
  std::replace(text.begin(), text.end(), '+', ' ');  // Poco does so behind a '?' alone
  try {
    std::string plain;
    Poco::URI::decode(text, plain);
    return plain;
  } catch (const Poco::Exception&) {
    throw integration::Failure(integration::Code::invalidArgument,
                               "what was sent can't be read: check its percent-encoding");
  }
}

}  // namespace

Parameters::Parameters(std::string_view encoded) {
  while (!encoded.empty()) {
    const std::string_view one = encoded.substr(0, encoded.find('&'));
    encoded.remove_prefix(std::min(one.size() + 1, encoded.size()));
    const std::size_t equals = one.find('=');
    const std::string name = decoded(one.substr(0, equals));
    if (!name.empty())
      list_.emplace_back(name, equals == std::string_view::npos ? "" : decoded(one.substr(equals + 1)));
  }
}

bool Parameters::has(std::string_view name) const {
  return std::any_of(list_.begin(), list_.end(), [&](const auto& one) { return one.first == name; });
}

std::string Parameters::get(std::string_view name) const {
  const auto found =
      std::find_if(list_.rbegin(), list_.rend(), [&](const auto& one) { return one.first == name; });
  return found == list_.rend() ? "" : Poco::trim(found->second);
}

std::vector<std::string> Parameters::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : list_)
    if (key == name) values.push_back(value);
  return values;
}

void Parameters::set(const std::string& name, const std::string& value) {
  std::erase_if(list_, [&](const auto& one) { return one.first == name; });
  if (!value.empty()) list_.emplace_back(name, value);
}

std::string Parameters::encoded() const {
  std::string text;
  for (const auto& [name, value] : list_)
    text += (text.empty() ? "" : "&") + urlEncoded(name) + "=" + urlEncoded(value);
  return text;
}

std::string urlEncoded(const std::string& text) {
  std::string encoded;
  Poco::URI::encode(text, "!#$&'()*+,/:;=?@[]", encoded);
  return encoded;
}

}  // namespace host_stub
