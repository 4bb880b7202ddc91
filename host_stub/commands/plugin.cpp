#include <filesystem>
#include <memory>

#include "commands/commands.hpp"
#include "commands/read_option.hpp"
#include "hosting/crashes/crash_watch.hpp"
#include "services/system_clock.hpp"

namespace host_stub {
namespace {

struct AllowOptions {
  std::string id, data;
};

void allow(const AllowOptions& options) {
  if (!std::filesystem::is_directory(options.data))
    throw CLI::ValidationError("--data: there is no folder " + options.data);
  integration::appendCrashRecord(crashRecordsFile(options.data),
                                 {unixNow(), crash_words::kAllowed, options.id, {}, {}, {}, {}});
}

}  // namespace

void addPlugin(CLI::App& program) {
  CLI::App& plugin =
      *program.add_subcommand("plugin", "decides which plugins are loaded")->require_subcommand(1);
  CLI::App& command =
      *plugin.add_subcommand("allow", "loads a plugin again that was left out for its crashes");
  const auto options = std::make_shared<AllowOptions>();
  command.add_option("ID", options->id, "the plugin's id")->type_name("")->required();
  addText(command, "--data", "DIR", "the data folder", options->data)->required();
  command.callback([options] { allow(*options); });
}

}  // namespace host_stub
