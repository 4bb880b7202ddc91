// Fuzzes the readers of JSON: compares the accepted texts and their values with nlohmann/json's.
#include <string>

#include "ashby/answers.hpp"
#include "fuzzer.hpp"
#include "integration/describe_json.hpp"
#include "integration/new_hire.hpp"
#include "json/read_json.hpp"

using fuzzing::mustHold;
using integration::Json;

namespace {

struct Reading {
  std::optional<Json> tree;
  std::string refusal;
};

Reading readBy(Json (*read)(std::string_view, std::string_view), std::string_view text) {
  try {
    return {read(text, "it"), ""};
  } catch (const integration::Failure& failure) {
    return {std::nullopt, failure.what()};
  }
}

std::size_t depthOf(const Json& json) {
  if (!json.is_structured()) return 0;
  std::size_t deepest = 0;
  for (const Json& item : json) deepest = std::max(deepest, depthOf(item));
  return deepest + 1;
}

std::size_t mostMembers(const Json& json) {
  if (!json.is_structured()) return 0;
  std::size_t most = json.is_object() ? json.size() : 0;
  for (const Json& item : json) most = std::max(most, mostMembers(item));
  return most;
}

// Compares our tree with the library's. Ours keeps numbers beyond 64-bit integers as exact text in a binary
// value, the library as doubles.
bool sameValue(const Json& ours, const Json& plain) {
  if (ours.is_binary()) {
    const std::string text = *integration::exactNumber(ours);
    return plain.is_number_float() && std::strtod(text.c_str(), nullptr) == plain.get<double>();
  }
  if (!ours.is_structured()) return ours.type() == plain.type() && ours == plain;
  if (ours.type() != plain.type() || ours.size() != plain.size()) return false;
  auto other = plain.begin();
  for (auto mine = ours.begin(); mine != ours.end(); ++mine, ++other)
    if ((ours.is_object() && mine.key() != other.key()) || !sameValue(*mine, *other)) return false;
  return true;
}

// Expects that a described type reads what it wrote.
template <class T>
void roundTrip(const Json& tree) {
  std::string written;
  try {
    written = integration::toJsonText(integration::fromJson<T>(tree));
  } catch (const integration::Failure&) {
    return;
  }
  mustHold(integration::toJsonText(integration::fromJsonText<T>(written)) == written,
           "a described struct is read as it was written", written);
}

}  // namespace

void fuzz(std::string_view text) {
  const Json plain = Json::parse(text, nullptr, false);
  // 1e999 is JSON, but no double: the library refuses it, and so do we. The library stops at a zero byte.
  const bool wanted = !plain.is_discarded() && text.find('\0') == text.npos &&
                      depthOf(plain) <= integration::kMaxJsonDepth &&
                      mostMembers(plain) <= integration::kMaxJsonMembers;
  const Reading careful = readBy(&integration::parseJson, text), fast = readBy(&ashby::readJson, text);
  mustHold(careful.tree.has_value() == wanted, "what is JSON of bounded depth and members is taken");
  mustHold(careful.refusal == fast.refusal && careful.tree == fast.tree, "both readers read the same");
  if (!careful.tree) return;

  mustHold(sameValue(*careful.tree, plain), "values are the library's, numbers exact");
  const std::string written = integration::dumpJson(*careful.tree);
  mustHold(written == integration::dumpJson(*fast.tree), "both trees are written alike", written);
  mustHold(integration::parseJson(written) == *careful.tree, "what was written is read again", written);
  roundTrip<ashby::Application>(*careful.tree);
  roundTrip<integration::NewHire>(*careful.tree);
}
