// The values that several of Ashby's answers hold: contacts, custom fields and files.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "integration/json_values.hpp"
#include "integration/new_hire.hpp"

namespace ashby {

using integration::Text;
// Paths of the members that were left out of a struct because they had another form than is known.
using LeftOut = std::vector<std::string>;

// type: Personal, Work (of the previous employer) or Other.
struct ContactInfo {
  Text value, type;
  std::optional<bool> isPrimary;
};
BOOST_DESCRIBE_STRUCT(ContactInfo, (), (value, type, isPrimary))

// A value of a field that the customer has defined. Its form is that of the field's type, which isn't told:
// text, a number, true or false, {value, currencyCode}, ... valueLabel: of select types, text or a list.
struct CustomField {
  Text id, title;
  std::optional<integration::RawJson> value, valueLabel;
};
BOOST_DESCRIBE_STRUCT(CustomField, (), (id, title, value, valueLabel))

// id: of the file; handle: what file.info gives a link for.
struct FileHandle {
  Text id, name, handle;
};
BOOST_DESCRIBE_STRUCT(FileHandle, (), (id, name, handle))

struct FileLink {
  Text url;
};
BOOST_DESCRIBE_STRUCT(FileLink, (), (url))

}  // namespace ashby
