#include "integration/host/manifest.hpp"

#include <fstream>
#include <regex>

#include "integration/abi.h"
#include "integration/crypto/hash.hpp"
#include "integration/json.hpp"
#include "schema_check.hpp"

namespace integration {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxManifest = 256 * 1024;

std::string readManifest(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored))
    throw Failure(Code::notFound,
                  folder.string() + " is no folder: give the folder that holds the plugin's manifest.json");
  const fs::path file = folder / "manifest.json";
  // Before it is opened: the opening of a pipe waits for a writer.
  std::ifstream in;
  if (fs::is_regular_file(file, ignored)) in.open(file, std::ios::binary);
  if (!in.is_open())
    throw Failure(Code::notFound, file.string() + " can't be read: a plugin's folder holds a manifest.json");
  std::string text(kMaxManifest + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > kMaxManifest)
    throw Failure(Code::invalidArgument,
                  file.string() + " is larger than " + std::to_string(kMaxManifest) + " bytes");
  return text;
}

std::string versionText(std::uint64_t major, std::uint64_t minor) {
  return std::to_string(major) + "." + std::to_string(minor);
}

// Before the shape: another major may have another shape, and the version is what its reader must know then.
void checkAbi(const Json& json, const std::string& where) {
  const auto abi = json.is_object() ? json.find("abi") : json.end();
  if (abi == json.end() || !abi->is_object() || !abi->contains("major") || !abi->contains("minor")) return;
  const Json& major = (*abi)["major"];
  const Json& minor = (*abi)["minor"];
  if (!major.is_number_unsigned() || !minor.is_number_unsigned()) return;
  if (major.get<std::uint64_t>() == INTEGRATION_ABI_MAJOR &&
      minor.get<std::uint64_t>() <= INTEGRATION_ABI_MINOR)
    return;
  throw Failure(Code::failedPrecondition,
                where + " is for ABI " + versionText(major.get<std::uint64_t>(), minor.get<std::uint64_t>()) +
                    ", this host offers " + versionText(INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR) +
                    ": it takes plugins of the same major version whose minor version is not above its own");
}

std::string problems(const std::vector<Issue>& issues) {
  std::string text;
  for (const Issue& issue : issues)
    text +=
        (text.empty() ? "" : "; ") + (issue.path.empty() ? "the manifest" : issue.path) + " " + issue.message;
  return text;
}

// Patterns are part of the manifest: one that is no regular expression is the author's mistake, found here.
void checkPatterns(const Json& settings, std::vector<Issue>& issues) {
  for (const auto& [name, setting] : settings["properties"].items()) {
    if (!setting.contains("pattern")) continue;
    try {
      const std::regex compiled(setting["pattern"].get<std::string>());
    } catch (const std::regex_error&) {
      issues.push_back({"settings/properties/" + name + "/pattern", "invalid",
                        "must be a regular expression (ECMAScript)"});
    }
  }
}

// Null asks for the default again, whatever the type; a secret has none.
Json withoutNulls(const Json& settings, const Json& properties) {
  if (!settings.is_object()) return settings;
  Json::object_t kept;
  for (const auto& [name, value] : settings.get_ref<const Json::object_t&>()) {
    const bool isDefault =
        value.is_null() && properties.contains(name) && !properties[name].value("secret", false);
    if (!isDefault) kept.Json::object_t::Container::emplace_back(name, value);  // which looks for no other
  }
  return kept;
}

fs::path libraryInside(const fs::path& folder, const std::string& name, const std::string& where) {
  const fs::path named(name);
  std::error_code error;
  fs::path library = fs::weakly_canonical(folder / named, error);
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), library.begin(), library.end());
  if (named.is_absolute() || end != folder.end())
    throw Failure(Code::invalidArgument,
                  where + " names a library outside of its folder: put the file beside the manifest",
                  {{"library", "invalid", "must lie inside of the plugin's folder"}});
  const fs::file_status status = fs::status(library, error);
  if (!fs::is_regular_file(status))
    throw Failure(Code::notFound, library.string() + " is missing: " + where + " names it as the library",
                  {{"library", "invalid", "must name a file that exists"}});
  if ((status.permissions() & fs::perms::others_write) != fs::perms::none)
    throw Failure(Code::permissionDenied,
                  library.string() + " can be changed by every user of this machine: run chmod o-w on it");
  return library;
}

}  // namespace

Manifest Manifest::read(const fs::path& given) {
  const std::string text = readManifest(given);
  Manifest manifest;
  manifest.folder = fs::canonical(given);
  const std::string where = (manifest.folder / "manifest.json").string();

  const Json json = parseJson(text, where);
  checkAbi(json, where);
  std::vector<Issue> issues = checkAgainstSchema(manifestSchema(), text);
  if (issues.empty()) checkPatterns(json["settings"], issues);
  if (!issues.empty())
    throw Failure(Code::invalidArgument, where + " is not as a manifest must be: " + problems(issues),
                  issues);

  auto optionalText = [&](const char* member) { return json.value(member, std::string()); };
  manifest.id = json["id"].get<std::string>();
  manifest.name = json["name"].get<std::string>();
  manifest.version = json["version"].get<std::string>();
  manifest.abiMajor = json["abi"]["major"].get<std::uint16_t>();
  manifest.abiMinor = json["abi"]["minor"].get<std::uint16_t>();
  manifest.origins = json["origins"].get<std::vector<std::string>>();
  manifest.webhookSecret = optionalText("webhookSecret");
  manifest.webhookSignatureHeader = optionalText("webhookSignatureHeader");
  manifest.description = optionalText("description");
  manifest.homepage = optionalText("homepage");
  // Numbers that are no integers stand as exact text in our tree, so the schema is kept as a plain tree
  // writes it.
  manifest.settingsSchema = Json::parse(text)["settings"].dump();
  manifest.sha256 = optionalText("sha256");
  manifest.library = libraryInside(manifest.folder, json["library"].get<std::string>(), where);
  if (!manifest.sha256.empty() && sha256OfFile(manifest.library) != manifest.sha256)
    throw Failure(Code::failedPrecondition, manifest.library.string() + " is another file than " + where +
                                                " was written for (sha256): install both again");
  return manifest;
}

void Manifest::validateSettings(std::string_view settings) const {
  const Json given = parseJson(settings, "the settings");
  const Json schema = parseJson(settingsSchema);
  const Json checked = withoutNulls(given, schema["properties"]);
  std::vector<Issue> issues = checkAgainstSchema(settingsSchema, dumpJson(checked));
  // Only names that the schema declares are taken, even where it forgets to say so.
  if (issues.empty()) {
    for (const auto& item : given.items())
      if (!schema["properties"].contains(item.key()))
        issues.push_back({item.key(), "unknown", "there is no such setting"});
  }
  if (!issues.empty()) {
    const std::string first = issues.front().path.empty() ? "they" : issues.front().path;
    throw Failure(Code::invalidArgument,
                  "the settings can't be taken: " + first + " " + issues.front().message, issues);
  }
}

std::vector<std::string> Manifest::secretNames() const {
  std::vector<std::string> names;
  const Json schema = parseJson(settingsSchema);
  if (const auto properties = schema.find("properties"); properties != schema.end())
    for (const auto& setting : properties->items())
      if (setting.value().value("secret", false)) names.push_back(setting.key());
  return names;
}

}  // namespace integration
