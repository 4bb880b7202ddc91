// The program's help and version.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace host_stub {

// Answers --help, -h and help wherever they stand, and --version in the first place. Returns false if the
// words ask for neither.
bool answerHelp(const std::vector<std::string>& words, std::ostream& out);

}  // namespace host_stub
