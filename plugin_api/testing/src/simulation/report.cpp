#include "integration/simulation/report.hpp"

namespace integration::simulation {

void Trace::line(std::int64_t at, std::initializer_list<std::string_view> parts) {
  auto mix = [&](std::uint64_t value) { digest_ = (digest_ ^ value) * 0x100000001b3ULL; };
  mix(static_cast<std::uint64_t>(at));
  for (const std::string_view part : parts) {
    for (const char c : part) mix(static_cast<unsigned char>(c));
    mix(part.size());
  }
  if (!keepText_) return;
  text_ += std::to_string(at);
  for (const std::string_view part : parts) {
    text_ += ' ';
    text_ += part;
  }
  text_ += '\n';
}

}  // namespace integration::simulation
