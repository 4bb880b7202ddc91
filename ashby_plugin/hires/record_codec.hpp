// How records are written: their schema number, then JSON. For the sources that define a record alone: the
// templates are instantiated there once, since the JSON library costs seconds in every source that uses it.
#pragma once

#include <charconv>

#include "hires/records.hpp"
#include "integration/describe_json.hpp"

namespace ashby {

// A null member reads as a missing one does, and most members of most records are null: they are left out.
// Not of a name's alternatives, where null says that there is no such part.
inline void leaveOutNulls(integration::Json& json) {
  if (json.is_array())
    for (integration::Json& item : json) leaveOutNulls(item);
  if (!json.is_object()) return;
  auto& members = json.get_ref<integration::Json::object_t&>();
  integration::Json::object_t kept;
  kept.reserve(members.size());
  for (auto& [name, value] : members) {
    if (value.is_null()) continue;
    if (name != "alternatives") leaveOutNulls(value);
    kept.emplace_back(name, std::move(value));
  }
  members = std::move(kept);
}

template <class T>
std::string encode(const T& record) {
  integration::Json json = integration::toJson(record);
  leaveOutNulls(json);
  return std::to_string(kSchema) + " " + integration::dumpJson(json);
}

inline std::string_view decodeText(const integration::Entry& entry) {
  const std::string_view value = entry.value;
  int schema = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), schema);
  if (error != std::errc() || end == value.data() + value.size())
    throw integration::Failure(integration::Code::dataLoss,
                               "the record " + entry.key + " has no schema number");
  if (schema > kSchema)
    throw integration::Failure(integration::Code::failedPrecondition,
                               "the record " + entry.key + " was written by a newer plugin (schema " +
                                   std::to_string(schema) + ", this one knows " + std::to_string(kSchema) +
                                   "): use that plugin");
  return value.substr(static_cast<std::size_t>(end - value.data()) + 1);
}

template <class T>
std::optional<T> decode(const integration::Entry& entry) {
  if (!entry.present()) return std::nullopt;
  return integration::fromJsonText<T>(decodeText(entry), "the record " + entry.key);
}

}  // namespace ashby
