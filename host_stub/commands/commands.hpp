// The program's commands. Each returns the exit status, or throws BadArgument, DataError or Failure.
#pragma once

#include <string>
#include <vector>

namespace host_stub {

// serve: until SIGTERM or SIGINT.
int serve(const std::vector<std::string>& words);
// user add, user list, user remove: before the first serve, and while one runs.
int user(const std::vector<std::string>& words);
// plugin allow: before the next serve loads a plugin again that was left out for its crashes.
int plugin(const std::vector<std::string>& words);

}  // namespace host_stub
