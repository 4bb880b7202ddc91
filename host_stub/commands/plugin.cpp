#include <filesystem>

#include "commands/arguments.hpp"
#include "commands/commands.hpp"
#include "hosting/crash_watch.hpp"
#include "hosting/system_tools.hpp"

namespace host_stub {
namespace {

int allow(const std::string& id, const Arguments& arguments) {
  const std::filesystem::path data = arguments.required("--data");
  if (!std::filesystem::is_directory(data)) throw BadArgument("--data: there is no folder " + data.string());
  integration::appendCrashRecord(crashRecordsFile(data),
                                 {unixNow(), crash_words::kAllowed, id, {}, {}, {}, {}});
  return 0;
}

}  // namespace

int plugin(const std::vector<std::string>& words) {
  if (words.size() < 2 || words[0] != "allow" || words[1].starts_with("--"))
    throw BadArgument("plugin must be followed by allow and a plugin's id");
  return allow(words[1], Arguments({words.begin() + 2, words.end()}, {"--data"}));
}

}  // namespace host_stub
