// Links to a new hire's files.
#pragma once

#include <boost/describe/class.hpp>
#include <string>

namespace integration {

// source action: a link to one of a new hire's files, which ends soon.
inline constexpr char kDocumentLink[] = "integration.document-link/1";
struct DocumentQuery {
  std::string hireId, fileId;
};
BOOST_DESCRIBE_STRUCT(DocumentQuery, (), (hireId, fileId))
struct DocumentLink {
  std::string name, url;
};
BOOST_DESCRIBE_STRUCT(DocumentLink, (), (name, url))

}  // namespace integration
