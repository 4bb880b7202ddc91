// The parameters of a query or a form, in their order.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace host_stub {

class Parameters {
 public:
  Parameters() = default;
  // application/x-www-form-urlencoded. Throws Failure(invalidArgument).
  explicit Parameters(std::string_view encoded);

  bool has(std::string_view name) const;
  // The last one of that name, without spaces around it; "" if there is none.
  std::string get(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& list() const { return list_; }

  void set(const std::string& name, const std::string& value);  // "" takes it away
  std::string encoded() const;

 private:
  std::vector<std::pair<std::string, std::string>> list_;
};

std::string urlEncoded(const std::string& text);

}  // namespace host_stub
