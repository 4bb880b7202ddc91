#include <algorithm>
#include <array>
#include <cctype>

#include "world/endpoints/endpoints.hpp"

namespace ashby_simulator {
namespace {

constexpr std::size_t kMostFound = 100;
constexpr Millis kFileUrlLifetime = Millis{10} * 60 * 1000;

/// Turns ASCII letters into lower case.
std::string lowered(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool hasEmail(const Json& candidate, const std::string& email) {
  const Json& all = candidate.at("emailAddresses");
  return std::any_of(all.begin(), all.end(),
                     [&](const Json& one) { return lowered(textOf(one, "value")) == email; });
}

const Json* withHandle(const Json& files, const std::string& handle) {
  for (const Json& file : files)
    if (textOf(file, "handle") == handle) return &file;
  return nullptr;
}

const Json* withHandleIn(const Json& record, const std::string& handle) {
  const Json& resume = member(record, "resumeFileHandle");
  if (textOf(resume, "handle") == handle) return &resume;
  return withHandle(member(record, "fileHandles"), handle);
}

std::string escaped(const std::string& segment) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string text;
  for (const char c : segment) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '.' || c == '-' || c == '_')
      text += c;
    else
      text += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return text;
}

}  // namespace

Json Endpoints::candidateSearch(Call& call) {
  const auto email = call.parameters.optionalText("email");
  const auto name = call.parameters.optionalText("name");
  call.parameters.finish();
  if (!email && !name) throw ApiError("invalid_input", "At least one of email and name is needed");
  Json found = Json::array();
  for (const std::string& id : records_.candidates.ids()) {
    const Json& doc = *records_.candidates.findDoc(id);
    if (email && !hasEmail(doc, lowered(*email))) continue;
    if (name && lowered(textOf(doc, "name")).find(lowered(*name)) == std::string::npos) continue;
    if (!views::candidateVisible(records_, doc, call.access())) continue;
    found.push_back(views::candidate(records_, doc, call.access()));
    if (found.size() == kMostFound) break;
  }
  return success(std::move(found));
}

Json Endpoints::fileInfo(Call& call) {
  const std::string handle = call.parameters.text("fileHandle");
  call.parameters.finish();
  const Json* file = fileOf(handle, call.access());
  if (file == nullptr) notFound("file");
  return success({{"url", "https://files.ashby.example/" + escaped(textOf(*file, "id")) + "/" +
                              escaped(textOf(*file, "name")) +
                              "?expires=" + escaped(isoTime(call.now + kFileUrlLifetime))}});
}

const Json* Endpoints::fileOf(const std::string& handle, views::Access access) const {
  if (handle.empty()) return nullptr;
  for (const std::string& id : records_.candidates.ids()) {
    const Json& doc = *records_.candidates.findDoc(id);
    const Json* file = withHandleIn(doc, handle);
    if (file != nullptr && views::candidateVisible(records_, doc, access)) return file;
  }
  for (const std::string& id : records_.applications.ids()) {
    const Json& doc = *records_.applications.findDoc(id);
    const Json* file = withHandleIn(doc, handle);
    if (file != nullptr && views::applicationVisible(records_, doc, access)) return file;
  }
  for (const std::string& id : records_.offers.ids()) {
    const Json& doc = *records_.offers.findDoc(id);
    if (!views::offerVisible(records_, doc, access)) continue;
    for (const Json& version : doc.at("versions"))
      if (const Json* file = withHandleIn(version, handle)) return file;
  }
  return nullptr;
}

}  // namespace ashby_simulator
