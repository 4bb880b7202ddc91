// The fields of a new hire that an integration may fill, as the settings name them.
#pragma once

#include <string>
#include <vector>

namespace host_stub {

struct ImportField {
  std::string name, title;
  std::string inAshby;  // what it is called there
  bool locked = false;  // is always imported
};
const std::vector<ImportField>& importFields();

}  // namespace host_stub
