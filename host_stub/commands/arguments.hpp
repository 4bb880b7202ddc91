// A command line of options with values: --name value, or --name=value.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "integration/status.hpp"

namespace host_stub {

// One line that names the argument at fault. Exit status 2.
class BadArgument : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Arguments {
 public:
  // flags: options without a value. Throws BadArgument for what isn't among `options` and `flags`.
  Arguments(const std::vector<std::string>& words, const std::set<std::string>& options,
            const std::set<std::string>& flags = {});

  std::string required(const std::string& option) const;
  std::optional<std::string> optional(const std::string& option) const;
  std::vector<std::string> all(const std::string& option) const;
  bool has(const std::string& flag) const { return values_.contains(flag); }
  int number(const std::string& option, int least, int most, int otherwise) const;

 private:
  std::multimap<std::string, std::string> values_;
};

// Reads an option's value with a function whose Failure says what is wrong. Throws BadArgument.
template <class Read>
auto readOption(const std::string& option, const std::string& value, Read read) -> decltype(read(value)) {
  try {
    return read(value);
  } catch (const integration::Failure& failure) {
    throw BadArgument(option + " " + failure.what());
  }
}

}  // namespace host_stub
