#include "integration/testing/fake_tools.hpp"

#include <utility>

namespace integration::test {

std::vector<std::string> FakeSecrets::get(std::string_view name, bool fresh) {
  const std::lock_guard lock(mutex_);
  if (fresh) cached_ = fresh_;
  const auto found = cached_.find(name);
  return found == cached_.end() ? std::vector<std::string>() : found->second;
}

void FakeSecrets::set(const std::string& name, std::vector<std::string> values) {
  const std::lock_guard lock(mutex_);
  fresh_[name] = values;
  cached_[name] = std::move(values);
}

void FakeSecrets::setUnseen(const std::string& name, std::vector<std::string> values) {
  const std::lock_guard lock(mutex_);
  fresh_[name] = std::move(values);
}

void SeededRandom::fill(std::span<std::uint8_t> out) {
  const std::lock_guard lock(mutex_);
  for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(engine_());
}

void RecordingLog::write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept {
  Line line{level, std::string(event), {}, {}};
  for (const LogField& field : fields) {
    auto& kept = field.dataClass == DataClass::isPublic ? line.publicFields : line.otherFields;
    kept.emplace_back(field.name, field.value);
  }
  const std::lock_guard lock(mutex_);
  lines_.push_back(std::move(line));
}

void RecordingLog::note(std::string_view item) noexcept {
  const std::lock_guard lock(mutex_);
  notes_.emplace_back(item);
}

std::vector<std::string> RecordingLog::notes() const {
  const std::lock_guard lock(mutex_);
  return notes_;
}

std::vector<RecordingLog::Line> RecordingLog::lines() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

std::string RecordingLog::printed() const {
  std::string text;
  for (const Line& line : lines()) {
    text += line.event;
    for (const auto& [name, value] : line.publicFields)
      text.append(" ").append(name).append("=").append(value);
    text += '\n';
  }
  return text;
}

std::vector<std::string> FakeLists::get(std::string_view kind) {
  const std::lock_guard lock(mutex_);
  const auto found = lists_.find(kind);
  return found == lists_.end() ? std::vector<std::string>() : found->second;
}

void FakeLists::set(const std::string& kind, std::vector<std::string> values) {
  const std::lock_guard lock(mutex_);
  lists_[kind] = std::move(values);
}

void FakeNotices::failNext(Code code) {
  const std::lock_guard lock(mutex_);
  failNext_ = code;
}

void FakeNotices::tell(const Notice& notice) {
  const std::lock_guard lock(mutex_);
  if (const auto code = std::exchange(failNext_, std::nullopt))
    throw Failure(*code, "notices failed on purpose");
  for (const Notice& told : told_)
    if (told.key == notice.key) return;
  told_.push_back(notice);
}

std::vector<Notice> FakeNotices::told() const {
  const std::lock_guard lock(mutex_);
  return told_;
}

}  // namespace integration::test
