#include "host_data/damage/host_image.hpp"

#include <fstream>

#include "host_data/damage/questions.hpp"
#include "host_data/disk/memory_folder.hpp"
#include "host_data/disk/recording_disk.hpp"

namespace host_data_test {
namespace {

namespace fs = std::filesystem;
using namespace host_stub;
using integration::Op;

constexpr int kPeople = 40, kHires = 40, kLogCommits = 12;

Files readFiles(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with("-shm")) files[name] = readFile(entry.path());
  }
  return files;
}

void fill(HostData& data, const ConnectionKey& key, int hires) {
  data.vault.put(key, "apiKey", "key of " + key.connection, kNow);
  data.vault.rotate(key, "webhookSecret", "secret of " + key.connection, kNow);
  SqliteStore store = data.store(key);
  for (int i = 0; i < hires; ++i) {
    const std::string id = std::to_string(i);
    (void)store.commit(
        {{Op::put("hire/" + id, std::string(static_cast<std::size_t>(100 + i * 120), 'h') + id),
          Op::put("inbox/" + id, "due " + id)},
         kNow + i});
  }
  (void)store.commit({{Op::put("document", std::string(90000, 'd'))}, 0});
}

void fill(HostData& data, HostImage& image) {
  for (const char* company : {"main", "other"}) {
    for (int i = 0; i < 2; ++i) {
      image.connections.push_back(data.connections.create(company, "ashby", "Ashby", kNow + i).key);
      fill(data, image.connections.back(), kHires);
    }
    for (int i = 0; i < kPeople; ++i)
      data.people.create(image.connections.back(), "ashby", "app-" + std::to_string(i), person(i), kNow + i);
    data.lists.put(company, "departments", {"Engineering", "Sales"});
    data.notices.setRecipients(company, {{"Ann", "ann@example.org", {"new_hire"}}});
    data.notices.tell(image.connections.back(), {"key", "new_hire", "A new hire", "h1", "a1"}, kNow);
    data.handled.add(company, "ashby", {{"app-1", "promoted", kNow}, {"app-2", "discarded", kNow}});
    for (int i = 0; i < 200; ++i) data.audit.append(company, {kNow + i, "u1", "Ann", "hire.promote", "h"});
    for (int i = 0; i < 20; ++i) data.users.add(company, "Ann " + std::to_string(i), Role::hr, kNow);
  }
}

Answers ask(HostData& data, const HostImage& image) {
  Answers answers;
  for (const auto& [name, question] : questionsTo(image.connections)) {
    try {
      answers[name] = question(data);
    } catch (const integration::Failure&) {
      answers[name] = kRefused;
    }
  }
  return answers;
}

}  // namespace

void writeFiles(const Files& files, const fs::path& folder) {
  for (const auto& [name, bytes] : files) {
    std::ofstream(folder / name, std::ios::binary | std::ios::trunc) << bytes;
    fs::permissions(folder / name, fs::perms::owner_read | fs::perms::owner_write);
  }
}

HostImage makeHostImage() {
  const MemoryFolder made;
  const fs::path& folder = made.path();
  HostImage image;
  {
    HostData data(folder);
    fill(data, image);
    image.earlier = readFiles(folder);
    (void)data.database.emptyLog();
    image.then.push_back(ask(data, image));
    for (int i = 0; i < kLogCommits; ++i) {
      const ConnectionKey& key = image.connections[static_cast<std::size_t>(i) % image.connections.size()];
      (void)data.store(key).commit({{Op::put("log/" + std::to_string(i), std::string(3000, 'l'))}, kNow + i});
      image.then.push_back(ask(data, image));
    }
    image.files = readFiles(folder);
  }
  return image;
}

Answers askEverything(const fs::path& folder, const HostImage& image) {
  HostData data(folder);
  return ask(data, image);
}

Visit useEverything(const fs::path& folder, const HostImage& image) {
  HostData data(folder);
  Visit visit{ask(data, image), {}};
  const auto attempt = [&](const std::string& question, const auto& change) {
    try {
      visit.acknowledged[question] = change();
    } catch (const integration::Failure&) {
      visit.acknowledged.erase(question);  // the change may have happened
    }
  };
  for (const ConnectionKey& key : image.connections)
    attempt("hire of " + key.connection, [&] {
      const std::string told = "delivered";
      if (!data.store(key).commit({{Op::put("hire/7", told)}, kNow}).ok()) throw std::logic_error("aborted");
      return told;
    });
  attempt("one person of main", [&] {
    return data.people.create(image.connections[1], "ashby", "app-30", person(30), kNow).person.id;
  });
  return visit;
}

}  // namespace host_data_test
