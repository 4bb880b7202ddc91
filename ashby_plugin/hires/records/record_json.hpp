// How records are written: their schema number, then JSON. For the sources that define a record alone: the
// templates are instantiated there once, since the JSON library costs seconds in every source that uses it.
#pragma once

#include <charconv>

#include "hires/records/stored_records.hpp"
#include "integration/describe_json.hpp"
#include "json/read_json.hpp"

namespace ashby {

// Writes a record's JSON as it goes, without a tree. A null member reads as a missing one does, and most
// members of most records are null: they are left out. Not of a name's alternatives, where null says that
// there is no such part.
class RecordWriter {
 public:
  explicit RecordWriter(std::string& out) : out_(out) {}

  template <class T>
  void write(const T& value, bool nulls = false) {
    if constexpr (std::is_convertible_v<T, std::string_view>) {
      writeText(value);
    } else if constexpr (std::is_same_v<T, bool>) {
      out_ += value ? "true" : "false";
    } else if constexpr (std::is_integral_v<T>) {
      out_ += std::to_string(value);
    } else if constexpr (std::is_enum_v<T>) {
      writeText(boost::describe::enum_to_string(value, ""));
    } else if constexpr (isOptional<T>) {
      value ? write(*value, nulls) : void(out_ += "null");
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
      out_ += '{';
      boost::mp11::mp_for_each<integration::detail::MembersOf<T>>([&](auto member) {
        writeMember(member.name, value.*member.pointer,
                    nulls || member.name == std::string_view("alternatives"));
      });
      out_ += '}';
    } else if constexpr (requires { typename T::mapped_type; }) {
      out_ += '{';
      for (const auto& [name, item] : value) writeMember(name, item, nulls);
      out_ += '}';
    } else {
      out_ += '[';
      for (const auto& item : value) {
        if (out_.back() != '[') out_ += ',';
        write(item, nulls);
      }
      out_ += ']';
    }
  }

 private:
  template <class T>
  static constexpr bool isOptional = requires(const T& value) {
    value.has_value();
  };

  template <class T>
  void writeMember(std::string_view name, const T& value, bool nulls) {
    if constexpr (isOptional<T>)
      if (!value && !nulls) return;
    if (out_.back() != '{') out_ += ',';
    writeText(name);
    out_ += ':';
    write(value, nulls);
  }
  void writeText(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(),
                                   [](char c) { return c >= ' ' && c < 127 && c != '"' && c != '\\'; });
    if (plain)
      out_.append("\"").append(text).append("\"");
    else
      out_ += integration::dumpJson(std::string(text));
  }

  std::string& out_;
};

template <class T>
std::string encode(const T& record) {
  std::string text = std::to_string(kSchema) + " ";
  RecordWriter(text).write(record);
  return text;
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
  const std::string what = "the record " + entry.key;
  return integration::fromJson<T>(readJson(decodeText(entry), what), what);
}

}  // namespace ashby
