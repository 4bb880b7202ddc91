// Described structs to and from JSON: the one place. A member's name is its name in JSON.
// - A plain member is required.
// - A std::optional may be missing or null, both nullopt. It is written as null.
// - A vector or map may be missing, which means empty.
// - In a Patch, missing and null differ.
// - A described enum has its enumerator's name. Another name is an issue: keep remote enums, which grow, as
//   strings.
// Errors are collected under their paths, such as "results/0/salary/value". They are thrown as one Failure,
// at most a hundred.
#pragma once

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <limits>
#include <map>
#include <type_traits>

#include "integration/json.hpp"
#include "integration/operations.hpp"

namespace integration {

enum class UnknownMembers { ignored, refused };

namespace detail {

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;
template <class T>
using MembersOf =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

class JsonReader {
 public:
  explicit JsonReader(UnknownMembers unknown) : unknown_(unknown) {}

  std::vector<Issue> issues;

  void read(const Json& json, std::string& out) {
    json.is_string() ? void(out = json.get_ref<const std::string&>()) : expected("text");
  }
  void read(const Json& json, bool& out) {
    json.is_boolean() ? void(out = json.get<bool>()) : expected("true or false");
  }
  void read(const Json& json, RawJson& out) { out.text = dumpJson(json); }
  void read(const Json& json, ExactNumber& out) {
    if (auto text = exactNumber(json))
      out.text = *std::move(text);
    else
      expected("a number");
  }
  template <class T>
  requires std::is_integral_v<T>
  void read(const Json& json, T& out) {
    if (json.is_number_unsigned() && std::in_range<T>(json.get<std::uint64_t>()))
      out = static_cast<T>(json.get<std::uint64_t>());
    else if (json.is_number_integer() && std::in_range<T>(json.get<std::int64_t>()))
      out = static_cast<T>(json.get<std::int64_t>());
    else
      expected("a whole number from " + std::to_string(std::numeric_limits<T>::min()) + " to " +
               std::to_string(std::numeric_limits<T>::max()));
  }
  template <DescribedEnum T>
  void read(const Json& json, T& out) {
    bool found = false;
    if (const auto* text = json.get_ptr<const std::string*>()) {
      boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
        if (*text != enumerator.name) return;
        out = enumerator.value;
        found = true;
      });
    }
    if (found) return;
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto enumerator) { names += (names.empty() ? "" : ", ") + std::string(enumerator.name); });
    expected("one of " + names);
  }
  template <class T>
  void read(const Json& json, std::optional<T>& out) {
    out.reset();
    if (!json.is_null()) read(json, out.emplace());
  }
  template <class T>
  void read(const Json& json, Patch<T>& out) {
    out.present = true;
    read(json, out.value);
  }
  template <class T>
  void read(const Json& json, std::vector<T>& out) {
    out.clear();
    if (json.is_null()) return;
    if (!json.is_array()) return expected("a list");
    std::size_t index = 0;
    for (const Json& item : json) {
      Step step(*this, std::to_string(index++));
      read(item, out.emplace_back());
    }
  }
  template <class T>
  void read(const Json& json, std::map<std::string, T>& out) {
    out.clear();
    if (json.is_null()) return;
    if (!json.is_object()) return expected("an object");
    for (const auto& [name, value] : json.items()) {
      Step step(*this, name);
      read(value, out[name]);
    }
  }
  template <DescribedStruct T>
  void read(const Json& json, T& out) {
    if (!json.is_object()) return expected("an object");
    const auto& object = json.get_ref<const Json::object_t&>();
    std::size_t known = 0, at = 0;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
      using Member = std::remove_reference_t<decltype(out.*member.pointer)>;
      const Json* found = find(object, member.name, at);
      if (found != nullptr) {
        ++known;
        Step step(*this, member.name);
        read(*found, out.*member.pointer);
      } else if constexpr (isRequired<Member>) {
        Step step(*this, member.name);
        add("required", std::string(member.name) + " is missing");
      }
    });
    if (unknown_ == UnknownMembers::refused && known < json.size()) refuseUnknown<T>(json);
  }

 private:
  // A step down the path, taken back when the object ends.
  class Step {
   public:
    Step(JsonReader& reader, std::string_view name) : reader_(reader), length_(reader.path_.size()) {
      if (length_ != 0) reader.path_ += '/';
      reader.path_ += name;
    }
    ~Step() { reader_.path_.resize(length_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    JsonReader& reader_;
    std::size_t length_;
  };

  // Looks from where the last member was found: what we wrote ourselves stands in the order of the struct.
  static const Json* find(const Json::object_t& object, std::string_view name, std::size_t& at) {
    for (std::size_t i = 0; i < object.size(); ++i) {
      const auto& [key, value] = object.data()[at];
      if (++at == object.size()) at = 0;
      if (key == name) return &value;
    }
    return nullptr;
  }

  template <class T>
  struct MayBeMissing : std::false_type {};
  template <class T>
  struct MayBeMissing<std::optional<T>> : std::true_type {};
  template <class T>
  struct MayBeMissing<Patch<T>> : std::true_type {};
  template <class T>
  struct MayBeMissing<std::vector<T>> : std::true_type {};
  template <class T>
  struct MayBeMissing<std::map<std::string, T>> : std::true_type {};
  template <class T>
  static constexpr bool isRequired = !MayBeMissing<T>::value;

  void expected(const std::string& what) { add("invalid", "must be " + what); }
  void add(const char* code, std::string message) {
    constexpr std::size_t kMost = 100;
    if (issues.size() < kMost) issues.push_back({path_, code, std::move(message)});
  }

  template <class T>
  void refuseUnknown(const Json& json) {
    for (const auto& item : json.items()) {
      bool known = false;
      boost::mp11::mp_for_each<MembersOf<T>>(
          [&](auto member) { known = known || item.key() == member.name; });
      Step step(*this, item.key());
      if (!known) add("unknown", "there is no such setting or field");
    }
  }

  UnknownMembers unknown_;
  std::string path_;
};

inline Json toJson(const std::string& value) {
  return value;
}
inline Json toJson(bool value) {
  return value;
}
inline Json toJson(const RawJson& value) {
  return parseJson(value.text);
}
template <class T>
requires std::is_integral_v<T> Json toJson(T value) {
  return value;
}
template <DescribedEnum T>
Json toJson(T value) {
  return boost::describe::enum_to_string(value, "");
}
template <class T>
Json toJson(const std::vector<T>& values);
template <class T>
Json toJson(const std::map<std::string, T>& values);
template <DescribedStruct T>
Json toJson(const T& value);
template <class T>
Json toJson(const std::optional<T>& value) {
  return value ? toJson(*value) : Json(nullptr);
}
template <class T>
Json toJson(const std::vector<T>& values) {
  Json json = Json::array();
  for (const T& value : values) json.push_back(toJson(value));
  return json;
}
template <class T>
Json toJson(const std::map<std::string, T>& values) {
  Json json = Json::object();
  for (const auto& [name, value] : values) json[name] = toJson(value);
  return json;
}
template <DescribedStruct T>
Json toJson(const T& value) {
  Json::object_t object;
  object.reserve(boost::mp11::mp_size<MembersOf<T>>::value);
  boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
    const auto& field = value.*member.pointer;
    if constexpr (requires { field.present; }) {
      if (field.present) object.emplace_back(member.name, toJson(field.value));
    } else {
      object.emplace_back(member.name, toJson(field));
    }
  });
  return object;
}

}  // namespace detail

using detail::toJson;

template <class T>
std::string toJsonText(const T& value) {
  return dumpJson(detail::toJson(value));
}

// Throws Failure(invalidArgument) with an issue for each thing that is wrong. `what` names the text in the
// message.
template <class T>
T fromJson(const Json& json, std::string_view what = "the text",
           UnknownMembers unknown = UnknownMembers::ignored) {
  T value{};
  detail::JsonReader reader(unknown);
  reader.read(json, value);
  if (reader.issues.empty()) return value;
  const Issue& first = reader.issues.front();
  throw Failure(Code::invalidArgument,
                std::string(what) + " has the wrong shape: " + (first.path.empty() ? "it" : first.path) +
                    " " + first.message,
                std::move(reader.issues));
}

template <class T>
T fromJsonText(std::string_view text, std::string_view what = "the text",
               UnknownMembers unknown = UnknownMembers::ignored) {
  return fromJson<T>(parseJson(text, what), what, unknown);
}

// The errors that cross the ABI: {code, message, retryAfterMs?, issues}.
inline std::string errorToJsonText(const Error& error) {
  Json json = {{"code", static_cast<std::int32_t>(error.code)}, {"message", error.message}};
  if (error.retryAfterMs) json["retryAfterMs"] = *error.retryAfterMs;
  json["issues"] = toJson(error.issues);
  return dumpJson(json);
}

}  // namespace integration
