// A host's data as a killed host leaves it, and what it answers.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "storage/connection_state.hpp"

namespace host_data_test {

// Each file's bytes by its name.
using Files = std::map<std::string, std::string>;

void writeFiles(const Files& files, const std::filesystem::path& folder);

// Each question that the data can be asked, and the answer; where it refuses to answer, kRefused.
using Answers = std::map<std::string, std::string>;
inline constexpr char kRefused[] = "refused";

struct HostImage {
  Files files;                // with a log of several commits
  Files earlier;              // the same folder when it had another log
  std::vector<Answers> then;  // what was answered after each commit of the log, the last one at the end
  std::vector<host_stub::ConnectionKey> connections;
};

HostImage makeHostImage();

// A host starts on the folder and is asked everything. Throws DataError if it doesn't start.
Answers askEverything(const std::filesystem::path& folder, const HostImage& image);

// The same, and then a delivery comes for each connection and a member is added. acknowledged: what is to be
// answered from now on.
struct Visit {
  Answers answers, acknowledged;
};
Visit useEverything(const std::filesystem::path& folder, const HostImage& image);

}  // namespace host_data_test
