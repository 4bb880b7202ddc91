// The program's commands. Each function adds one to a command line: parsing runs the command, and throws
// CLI::ParseError, DataError or Failure.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace host_stub {

// Adds serve, which runs until SIGTERM or SIGINT.
void addServe(CLI::App& program);
// Adds user add, user list, user link and user remove: before the first serve, and while one runs.
void addUser(CLI::App& program);
// Adds plugin allow: before the next serve loads a plugin again that was left out for its crashes.
void addPlugin(CLI::App& program);

}  // namespace host_stub
