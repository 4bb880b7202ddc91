// Everything a plugin may ask of its host, as C++ interfaces. The author kit implements them over the ABI for
// plugins. A host implements them for the host kit, and a test as fakes. The plugin's logic can't tell.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "integration/http.hpp"
#include "integration/new_hire.hpp"
#include "integration/store.hpp"

namespace integration {

// All of these are thread-safe, live as long as the call that they came with, and throw Failure.

class Secrets {
 public:
  virtual ~Secrets() = default;
  // Returns every value valid now, newest first; empty if there is none. fresh: not from a cache.
  virtual std::vector<std::string> get(std::string_view name, bool fresh = false) = 0;
};

class Members {
 public:
  virtual ~Members() = default;
  // Idempotent by sourceId. Throws invalidArgument with an issue per field if the host refuses.
  virtual MemberCreated create(const std::string& sourceId, const HireFields& member) = 0;
  virtual std::optional<Person> get(const std::string& sourceId) = 0;
  virtual std::vector<PossibleDuplicate> match(const MatchQuery& query) = 0;
};

// The host's own lists, such as its departments: what a new hire's field may say.
class Lists {
 public:
  virtual ~Lists() = default;
  // kind: departments, placesOfWork, contractTypes, customFields. Empty if the host keeps no such list,
  // and anything may be said.
  virtual std::vector<std::string> get(std::string_view kind) = 0;
};

// A message for the people whom the host has chosen for its kind.
struct Notice {
  std::string key;   // makes it idempotent: a notice told again is sent once
  std::string kind;  // new_hire, import_failed, withdrawn, member_differs or connection_failing
  std::string text;  // a sentence without personal data
  Text hireId, applicationId;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (key, kind, text, hireId, applicationId))

class Notices {
 public:
  virtual ~Notices() = default;
  virtual void tell(const Notice& notice) = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now() = 0;  // Unix ms
};

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

enum class LogLevel : std::int32_t { debug = 1, info = 2, warning = 3, error = 4 };
enum class DataClass : std::int32_t { isPublic = 1, personal = 2, secret = 3 };

struct LogField {
  std::string_view name;
  std::string_view value;
  DataClass dataClass = DataClass::isPublic;
};

class Log {
 public:
  virtual ~Log() = default;
  // `event` is always printed; of the fields only public ones are. Never throws.
  virtual void write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept = 0;
  // Names the work item that the call has in hand, by an id without personal data; "" = none. A host that
  // crashes in this call tells it afterwards; an older host ignores it. On the thread of the call.
  virtual void note(std::string_view item) noexcept { (void)item; }

  void info(std::string_view event, std::initializer_list<LogField> fields = {}) noexcept {
    write(LogLevel::info, event, std::span(fields.begin(), fields.size()));
  }
  void warning(std::string_view event, std::initializer_list<LogField> fields = {}) noexcept {
    write(LogLevel::warning, event, std::span(fields.begin(), fields.size()));
  }
};

class Wake {
 public:
  virtual ~Wake() = default;
  virtual void wake() = 0;  // run_work soon; a hint, not durable
};

// Null if the host has no such service.
struct Services {
  Store* store = nullptr;
  Http* http = nullptr;
  Secrets* secrets = nullptr;
  Members* members = nullptr;
  Clock* clock = nullptr;
  Random* random = nullptr;
  Log* log = nullptr;
  Wake* wake = nullptr;
  Lists* lists = nullptr;
  Notices* notices = nullptr;
};

}  // namespace integration
