// A host's data as a killed host leaves it, and its answers.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "storage/connection_state.hpp"

namespace host_data_test {

// The bytes of each file, by its name.
using Files = std::map<std::string, std::string>;

void writeFiles(const Files& files, const std::filesystem::path& folder);

// The answer to each question about the data, by the question's name; kRefused if the data refuses to answer.
using Answers = std::map<std::string, std::string>;
inline constexpr char kRefused[] = "refused";

struct HostImage {
  Files files;                // the log holds several commits
  Files earlier;              // the same folder at a time when it had another log
  std::vector<Answers> then;  // the answers before the log and after each of its commits, oldest first
  std::vector<host_stub::ConnectionKey> connections;
};

HostImage makeHostImage();

// Starts a host on the folder and asks all questions. Throws DataError if it doesn't start.
Answers askEverything(const std::filesystem::path& folder, const HostImage& image);

// The answers of useEverything().
struct Visit {
  Answers answers, acknowledged;  // acknowledged: the answers to expect from then on
};
// Starts a host on the folder and asks all questions. Then delivers to each connection and adds a member.
// Throws DataError if it doesn't start.
Visit useEverything(const std::filesystem::path& folder, const HostImage& image);

}  // namespace host_data_test
