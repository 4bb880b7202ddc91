#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace ashby_simulator {

/// Keeps the order of keys, so that a payload always has the same bytes.
using Json = nlohmann::ordered_json;

/// Unix time in milliseconds.
using Millis = std::int64_t;

/// Returns null for text that isn't JSON, or is nested deeper than 64 levels. Building a deeper tree could
/// overflow the stack.
std::optional<Json> parseJson(std::string_view text);

/// Returns `2026-11-23T10:00:00.000Z`.
std::string isoTime(Millis time);

/// Reads the form of isoTime, also without milliseconds, and a date (midnight UTC). Returns null for other
/// texts.
std::optional<Millis> parseIsoTime(const std::string& text);

/// Returns the member of an object; JSON null if it is absent.
const Json& member(const Json& object, const std::string& name);

/// Returns the text of a member; empty if it is absent or of another type.
std::string textOf(const Json& object, const std::string& name);

}  // namespace ashby_simulator
