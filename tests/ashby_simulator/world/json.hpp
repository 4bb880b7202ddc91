#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace ashby_simulator {

/// Keeps the order of keys, so that a payload has the same bytes every time.
using Json = nlohmann::ordered_json;

/// Unix time in milliseconds.
using Millis = std::int64_t;

/// Null for text that isn't JSON or is nested deeper than 64 levels (building such a tree could overflow the
/// stack).
std::optional<Json> parseJson(std::string_view text);

/// `2026-11-23T10:00:00.000Z`
std::string isoTime(Millis time);

/// Takes what isoTime makes, without the milliseconds too, and a bare date (its midnight UTC).
std::optional<Millis> parseIsoTime(const std::string& text);

/// The member, or null for an absent one.
const Json& member(const Json& object, const std::string& name);

/// The member's text; empty for an absent one or one of another type.
std::string textOf(const Json& object, const std::string& name);

}  // namespace ashby_simulator
