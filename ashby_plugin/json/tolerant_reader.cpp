#include "json/tolerant_reader.hpp"

#include "json/read_json.hpp"

namespace ashby {
namespace {

using integration::Json;

constexpr std::size_t kMostNoted = 50;      // an answer that is all wrong needs no longer list
constexpr std::size_t kLongestNumber = 64;  // more is no sum of money

std::optional<std::string> numberIn(const std::string& text) {
  if (text.size() > kLongestNumber) return std::nullopt;
  try {
    return integration::exactNumber(readJson(text));
  } catch (const integration::Failure&) {
    return std::nullopt;
  }
}

}  // namespace

bool TolerantReader::read(const Json& json, std::string& out) {
  const auto* text = json.get_ptr<const std::string*>();
  if (text != nullptr) out = *text;
  return text != nullptr;
}

bool TolerantReader::read(const Json& json, bool& out) {
  if (json.is_boolean()) out = json.get<bool>();
  return json.is_boolean();
}

bool TolerantReader::read(const Json& json, integration::RawJson& out) {
  out.text = integration::dumpJson(json);
  return true;
}

bool TolerantReader::read(const Json& json, integration::ExactNumber& out) {
  const auto* text = json.get_ptr<const std::string*>();
  auto number = text != nullptr ? numberIn(*text) : integration::exactNumber(json);
  if (number) out.text = *std::move(number);
  return number.has_value();
}

TolerantReader::Step::Step(TolerantReader& reader, std::string_view name)
    : reader_(reader), length_(reader.path_.size()) {
  if (length_ != 0) reader.path_ += '/';
  reader.path_ += name;
}

void TolerantReader::leaveOut() {
  wrong_.clear();
  if (place_.notes == nullptr || place_.notes->size() >= kMostNoted) return;
  place_.notes->push_back(path_.substr(std::min(place_.from, path_.size())));
}

}  // namespace ashby
