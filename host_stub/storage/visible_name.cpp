#include "storage/visible_name.hpp"

#include <Poco/TextIterator.h>
#include <Poco/UTF8Encoding.h>

#include "integration/text/trimmed.hpp"

namespace host_stub {

bool isVisibleName(const std::string& name) {
  if (name.empty() || name.front() == ' ' || name.back() == ' ') return false;
  const Poco::UTF8Encoding utf8;
  for (Poco::TextIterator sign(name, utf8), end(name); sign != end; ++sign)
    if (*sign < 0 || (*sign != ' ' && integration::text::isUnseen(static_cast<char32_t>(*sign))))
      return false;
  return true;
}

}  // namespace host_stub
