#include "host_data/disk/recording_disk.hpp"

#include <algorithm>
#include <fstream>

namespace host_data_test {
namespace {

constexpr std::size_t kSector = 512;

void put(std::string& content, std::size_t at, std::string_view bytes) {
  if (content.size() < at + bytes.size()) content.resize(at + bytes.size(), '\0');
  std::copy(bytes.begin(), bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(at));
}

// A file, with the operations since its last sync.
struct Cached {
  bool exists = false, durable = false;
  std::string content = {};
  std::vector<const DiskEvent*> pending = {};

  void apply(const DiskEvent& event) {
    if (event.kind == DiskEvent::Kind::write) put(content, static_cast<std::size_t>(event.at), event.bytes);
    if (event.kind == DiskEvent::Kind::truncate) content.resize(static_cast<std::size_t>(event.at), '\0');
  }
  void applySome(const DiskEvent& event, std::mt19937_64& random) {
    if (event.kind == DiskEvent::Kind::truncate) {
      if (random() % 2 == 0) apply(event);
      return;
    }
    for (std::size_t from = 0; from < event.bytes.size(); from += kSector)
      if (random() % 2 == 0)
        put(content, static_cast<std::size_t>(event.at) + from,
            std::string_view(event.bytes).substr(from, kSector));
  }
};

}  // namespace

void RecordingDisk::begin(const std::filesystem::path& folder) {
  const std::lock_guard lock(mutex_);
  folder_ = folder.string();
  base_.clear();
  events_.clear();
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().string();
    if (!entry.is_regular_file() || name.ends_with("-shm")) continue;
    base_[name] = readFile(name);
  }
}

std::size_t RecordingDisk::eventCount() const {
  const std::lock_guard lock(mutex_);
  return events_.size();
}

DiskImage RecordingDisk::cutAfter(std::size_t events, Loss loss, std::mt19937_64& random) const {
  const std::lock_guard lock(mutex_);
  std::map<std::string, Cached> files;
  for (const auto& [name, content] : base_) files[name] = {true, true, content};
  for (std::size_t i = 0; i < events; ++i) {
    const DiskEvent& event = events_[i];
    Cached& file = files[event.file];
    switch (event.kind) {
      case DiskEvent::Kind::create:
        file.exists = true;
        break;
      case DiskEvent::Kind::remove:
        file = {};
        break;
      case DiskEvent::Kind::sync:
        for (const DiskEvent* one : file.pending) file.apply(*one);
        file.pending.clear();
        file.durable = true;
        break;
      default:
        file.pending.push_back(&event);
    }
  }
  DiskImage image;
  for (auto& [name, file] : files) {
    if (!file.exists) continue;
    if (!file.durable && (loss == Loss::everything || (loss != Loss::nothing && random() % 2 == 0))) continue;
    for (const DiskEvent* one : file.pending) {
      if (loss == Loss::nothing || (loss == Loss::someWrites && random() % 2 == 0)) file.apply(*one);
      if (loss == Loss::someSectors) file.applySome(*one, random);
    }
    image[name] = std::move(file.content);
  }
  return image;
}

void RecordingDisk::failFrom(std::uint64_t n, int code, std::uint64_t count, Failing kind) {
  const std::lock_guard lock(mutex_);
  operations_ = 0;
  failFrom_ = n;
  failCode_ = code;
  failCount_ = count;
  failKind_ = kind;
}

std::uint64_t RecordingDisk::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_;
}

void RecordingDisk::record(DiskEvent event) {
  const std::lock_guard lock(mutex_);
  if (!folder_.empty() && event.file.starts_with(folder_) && !event.file.ends_with("-shm"))
    events_.push_back(std::move(event));
}

int RecordingDisk::failureNow(bool isSync) {
  const std::lock_guard lock(mutex_);
  if (failKind_ == Failing::sync && !isSync) return 0;
  ++operations_;
  const bool fails = failFrom_ != 0 && operations_ >= failFrom_ && operations_ - failFrom_ < failCount_;
  return fails ? failCode_ : 0;
}

std::string readFile(const std::filesystem::path& path) {
  std::string bytes(std::filesystem::file_size(path), '\0');
  std::ifstream(path, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

void writeImage(const DiskImage& image, const std::filesystem::path& from, const std::filesystem::path& to) {
  for (const auto& [name, content] : image) {
    const std::filesystem::path file = to / std::filesystem::relative(name, from);
    std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
  }
}

}  // namespace host_data_test
