#include "commands/surroundings.hpp"

#include <sys/resource.h>

#include <cstdlib>

#include "storage/network_file_system.hpp"

namespace host_stub {

std::optional<std::string> ignoredProxyVariable() {
  for (const char* name :
       {"HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return name;
  }
  return std::nullopt;
}

void raiseDescriptorLimit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  // If it fails, the limit stays as it was.
  (void)setrlimit(RLIMIT_NOFILE, &limit);
}

void warnOfSurroundings(const std::filesystem::path& data, LogWriter& log) {
  if (const auto variable = ignoredProxyVariable())
    log.warning(
        *variable +
        " is ignored: requests to sources go out directly, so a firewall must let this machine reach them");
  if (const auto system = networkFileSystemOf(data))
    log.warning(
        "--data lies on a file system that may be another machine's, which locks and syncs less surely: use "
        "a local disk",
        {{"fileSystem", *system}});
}

}  // namespace host_stub
