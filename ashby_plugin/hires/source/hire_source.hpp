// Everything that hires need of an applicant tracking system. Implemented once for each system.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hires/source/source_error.hpp"
#include "hires/source/source_hire.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// A line of a list of applications, as far as it decides whether the application must be read.
struct ListedApplication {
  std::string id;
  Text updatedAt;
  // False if the line says that the application isn't hired.
  bool mayBeHired = true;
};

// A page of a list of applications.
struct ApplicationPage {
  SourceError error;
  // The lines that can be read.
  std::vector<ListedApplication> lines;
  // The number of all lines.
  std::size_t listed = 0;
  // Asks for the next page; "" if this is the last.
  std::string nextCursor;
  // Asks for later changes; on the last page of changes alone.
  std::string token;
};

struct SourcePerson {
  std::string name;
  std::vector<std::string> emails;
  std::vector<std::string> applicationIds;
};

struct FoundPeople {
  SourceError error;
  std::vector<SourcePerson> people;
};

struct FoundFile {
  SourceError error;
  // Null if the hire has no such file.
  std::optional<integration::DocumentLink> link;
};

// Lives for one call of the host. Not thread-safe.
class HireSource {
 public:
  virtual ~HireSource() = default;

  // Returns the system's name, as people know it.
  virtual std::string name() const = 0;
  // Returns the host's time (Unix ms) of the last answer, or of the first request if there was no answer yet.
  virtual std::int64_t now() = 0;

  // Reads the applications alone, in flight together, in the order of their ids.
  virtual std::unique_ptr<HireBatch> readApplications(const std::vector<std::string>& ids) = 0;

  // Reads a page of all hired applications. cursor: "" for the first page.
  virtual ApplicationPage listHired(const std::string& cursor) = 0;
  // Reads a page of the applications that changed since the token was given, hired or not. token: "" for all
  // applications.
  virtual ApplicationPage listChanges(const std::string& token, const std::string& cursor) = 0;

  // Finds people by a part of their names, or by a whole e-mail address. May find others too.
  virtual FoundPeople findByName(const std::string& name) = 0;
  virtual FoundPeople findByEmail(const std::string& address) = 0;

  // Returns a link to a file of the hire, which ends soon.
  virtual FoundFile linkFile(const std::string& applicationId, const std::string& fileId) = 0;
};

}  // namespace ashby
