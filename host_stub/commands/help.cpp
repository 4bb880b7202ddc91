#include "commands/help.hpp"

#include <algorithm>
#include <ostream>

#include "data/sqlite_version.hpp"
#include "integration/abi.h"

namespace host_stub {
namespace {

constexpr const char* kUsage = R"(host_stub serve --plugins DIR --data DIR --listen HOST:PORT
    serves pages, the HTTP API and deliveries until SIGTERM
    --public-url URL                 the address that people and sources know: https://hr.example.com
    --trusted-proxy ADDRESS[/BITS]   a proxy whose X-Forwarded-For is believed; may be repeated
    --metrics-listen HOST:PORT       serves /metrics there without a token
    --smtp HOST:PORT --mail-from ADDRESS
                                     a mail server on this machine, which takes notices
    --key-file FILE                  the sealing key; else HOST_STUB_KEY, else a file in the data folder
    --workers N                      threads that run the plugins' work: 1 to 64, 4 if not given
    --route ORIGIN=URL               sends requests for an origin to this machine, for tests
    --unload                         unmaps plugins that nothing uses any more
host_stub user add --data DIR --name NAME --role owner|admin|hr|viewer [--company NAME]
    prints the user's token, once
host_stub user link --data DIR --name NAME [--company NAME] [--url URL]
    prints a link that signs in once
host_stub user list --data DIR [--company NAME]
host_stub user remove --data DIR --name NAME [--company NAME]
host_stub plugin allow ID --data DIR
    loads a plugin again that was left out for its crashes
host_stub --help, --version
Exit status: 0; 2 bad arguments; 3 data folder in use; 4 data damaged; 70 ended by a plugin; 71 something still
ran at the end; 1 anything else.
)";

bool asksForHelp(const std::string& word) {
  return word == "--help" || word == "-h";
}

}  // namespace

bool answerHelp(const std::vector<std::string>& words, std::ostream& out) {
  if (words.empty()) return false;
  if (words.front() == "--version") {
    out << "host_stub, for plugins of ABI " << INTEGRATION_ABI_MAJOR << '.' << INTEGRATION_ABI_MINOR
        << std::endl;
    for (const SqliteBug& bug : knownSqliteBugs(installedSqlite()))
      out << "This machine's SQLite has a bug, which is avoided. " << bug.name
          << ". Avoided by: " << bug.avoidedBy << std::endl;
    return true;
  }
  if (words.front() != "help" && std::none_of(words.begin(), words.end(), asksForHelp)) return false;
  out << kUsage << std::flush;
  return true;
}

}  // namespace host_stub
