#include "world/endpoints/pager.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>
#include <utility>

namespace ashby_simulator {
namespace {

std::string toHex(std::uint64_t number) {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(number));
  return text.data();
}

}  // namespace

Pager::Asked::Asked(Parameters& parameters)
    : cursor(parameters.optionalText("cursor")),
      syncToken(parameters.optionalText("syncToken")),
      createdAfter(parameters.optionalInteger("createdAfter")) {
  const auto given = parameters.optionalInteger("limit");
  if (given && (*given < 1 || *given > 100))
    throw ApiError("invalid_input", "must be between 1 and 100", "limit");
  if (given) limit = static_cast<std::size_t>(*given);
}

Json Pager::page(const Collection& collection, const std::string& endpoint, const Asked& asked,
                 const std::function<bool(const Entity&)>& matches,
                 const std::function<Json(const Json&)>& view, Millis now,
                 const std::vector<std::string>* among) const {
  const Position position = start(collection, endpoint, asked, now);
  const auto wanted = [&](const Entity& entity) {
    return (!asked.createdAfter || entity.createdAt > *asked.createdAfter) && (!matches || matches(entity));
  };
  const auto page = collection.page(
      {position.since, position.upTo, position.after, std::min(asked.limit, largestPage), wanted, among});

  Json answer = {{"success", true}, {"results", Json::array()}, {"moreDataAvailable", page.more}};
  for (const Entity* entity : page.entities) answer["results"].push_back(view(entity->doc));
  std::ostringstream content;
  if (page.more) {
    content << "cursor " << endpoint << ' ' << cursorEpoch_ << ' ' << position.since << ' ' << position.upTo
            << ' ' << page.last;
    answer["nextCursor"] = sealed(content.str());
  } else {
    content << "sync " << endpoint << ' ' << syncTokenEpoch_ << ' ' << now << ' ' << position.upTo;
    answer["syncToken"] = sealed(content.str());
  }
  return answer;
}

Pager::Position Pager::start(const Collection& collection, const std::string& endpoint, const Asked& asked,
                             Millis now) const {
  std::string kind, of;
  int epoch = 0;
  if (asked.cursor) {
    Position position;
    std::istringstream content(opened(*asked.cursor).value_or(""));
    if (!(content >> kind >> of >> epoch >> position.since >> position.upTo >> position.after) ||
        kind != "cursor" || of != endpoint) {
      throw ApiError("invalid_next_cursor",
                     "The cursor is not one of this endpoint: start from the first page");
    }
    if (epoch != cursorEpoch_) {
      throw ApiError("next_cursor_expired", "The cursor has expired: start from the first page");
    }
    return position;
  }
  if (!asked.syncToken) return {-1, collection.revision(), 0};

  Millis issuedAt = 0;
  std::int64_t since = 0;
  std::istringstream content(opened(*asked.syncToken).value_or(""));
  if (!(content >> kind >> of >> epoch >> issuedAt >> since) || kind != "sync" || of != endpoint) {
    throw ApiError("sync_token_invalid", "Discard the stored token and run a full sync");
  }
  if (epoch != syncTokenEpoch_ || now - issuedAt > syncTokenLifetime) {
    throw ApiError("sync_token_expired", "Discard the stored token and run a full sync");
  }
  if (collection.changedCount(since, collection.revision()) > largestIncrement) {
    throw ApiError("incremental_sync_too_large",
                   "Too much has changed: discard the token and run a full sync");
  }
  return {since, collection.revision(), 0};
}

/// Returns the FNV-1a hash of the seed and the content. It keeps nothing secret, but tells the world's own
/// tokens from others.
std::string Pager::checksum(const std::string& content) const {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ seed_;
  for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return toHex(hash);
}

std::string Pager::sealed(const std::string& content) const {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string token = checksum(content);
  for (const char c : content) {
    const auto byte = static_cast<unsigned char>(c);
    token += kHex[byte >> 4];
    token += kHex[byte & 15];
  }
  return token;
}

std::optional<std::string> Pager::opened(const std::string& token) const {
  if (token.size() < 16 || token.size() % 2 != 0 ||
      token.find_first_not_of("0123456789abcdef") != std::string::npos) {
    return std::nullopt;
  }
  std::string content;
  for (std::size_t i = 16; i < token.size(); i += 2) {
    content += static_cast<char>(std::stoi(token.substr(i, 2), nullptr, 16));
  }
  return checksum(content) == token.substr(0, 16) ? std::optional(content) : std::nullopt;
}

}  // namespace ashby_simulator
