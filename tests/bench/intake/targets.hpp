// The programs that take deliveries, each with the requests that it is measured with.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "intake/http_load.hpp"

namespace bench {

inline const std::string kFloor = "Poco, 200 to anything";
inline const std::string kHealth = "ours: /healthz";

class Target {
 public:
  virtual ~Target() = default;

  virtual const std::string& name() const = 0;
  virtual std::uint16_t port() const = 0;
  virtual int expectedStatus() const { return 200; }
  // Returns the processor time that the program has used up.
  virtual double processorSeconds() const = 0;
  // Sends deliveries that it has not sent before.
  virtual LoadResult round(const LoadOptions& options) = 0;
  // Returns how many deliveries were acknowledged that aren't kept. Ends the program.
  virtual std::size_t lost() = 0;
};

std::vector<std::unique_ptr<Target>> makeTargets();

}  // namespace bench
