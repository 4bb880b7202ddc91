#include "commands/arguments.hpp"

#include <charconv>

namespace host_stub {

Arguments::Arguments(const std::vector<std::string>& words, const std::set<std::string>& options,
                     const std::set<std::string>& flags) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t equals = words[i].find('=');
    const std::string name = words[i].substr(0, equals);
    if (flags.contains(name) && equals == std::string::npos) {
      values_.emplace(name, "");
    } else if (!options.contains(name)) {
      throw BadArgument("unknown argument " + name);
    } else if (equals != std::string::npos) {
      values_.emplace(name, words[i].substr(equals + 1));
    } else if (i + 1 == words.size()) {
      throw BadArgument(name + " needs a value");
    } else {
      values_.emplace(name, words[++i]);
    }
  }
}

std::string Arguments::required(const std::string& option) const {
  auto value = optional(option);
  if (!value || value->empty()) throw BadArgument(option + " is missing");
  return *std::move(value);
}

std::optional<std::string> Arguments::optional(const std::string& option) const {
  const auto [from, to] = values_.equal_range(option);
  if (from == to) return std::nullopt;
  if (std::next(from) != to) throw BadArgument(option + " is given twice");
  return from->second;
}

std::vector<std::string> Arguments::all(const std::string& option) const {
  std::vector<std::string> all;
  const auto [from, to] = values_.equal_range(option);
  for (auto value = from; value != to; ++value) all.push_back(value->second);
  return all;
}

int Arguments::number(const std::string& option, int least, int most, int otherwise) const {
  const auto text = optional(option);
  if (!text) return otherwise;
  int value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || end != text->data() + text->size() || value < least || value > most)
    throw BadArgument(option + " must be a whole number from " + std::to_string(least) + " to " +
                      std::to_string(most));
  return value;
}

}  // namespace host_stub
