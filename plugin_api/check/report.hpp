// Results for people and for programs.
#pragma once

#include "check.hpp"

namespace integration::check {

void printList(const std::vector<Check>& checks);
void printLine(const Result& result);
void printSummary(const std::vector<Result>& results);
void printJson(const std::filesystem::path& folder, const std::vector<Result>& results);

// Whether a plugin with these results keeps the contract: warnings and skipped checks don't count.
bool keepsContract(const std::vector<Result>& results);

}  // namespace integration::check
