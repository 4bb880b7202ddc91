#include "host_data/damage/host_image.hpp"

#include <fstream>
#include <functional>
#include <sstream>

#include "data/audit.hpp"
#include "data/connections.hpp"
#include "data/handled.hpp"
#include "data/lists.hpp"
#include "data/notices.hpp"
#include "data/outbox.hpp"
#include "data/people.hpp"
#include "data/sessions.hpp"
#include "data/sqlite_store.hpp"
#include "data/users.hpp"
#include "data/vault.hpp"
#include "host_data/disk/recording_disk.hpp"
#include "host_data/nadia.hpp"
#include "integration/describe_json.hpp"

namespace host_data_test {
namespace {

namespace fs = std::filesystem;
using namespace host_stub;
using integration::Op;

constexpr std::int64_t kNow = 1795428000000;
constexpr int kPeople = 40, kHires = 40, kLogCommits = 12;

// What a host opens when it starts.
struct HostData {
  explicit HostData(const fs::path& folder)
      : database(folder), users(folder), sessions(folder), vault(database, {}), wakes(database) {}

  SqliteStore store(const ConnectionKey& key) { return {database, wakes, key, false}; }

  Database database;
  Users users;
  Sessions sessions;
  Vault vault;
  Wakes wakes;
  Connections connections{database};
  People people{database};
  Handled handled{database};
  Lists lists{database};
  Notices notices{database};
  Outbox outbox{database};
  Audit audit{database};
};

Files readFiles(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with("-shm")) files[name] = readFile(entry.path());
  }
  return files;
}

integration::HireFields person(int number) {
  integration::HireFields fields = nadia();
  fields.firstName = "Nadia " + std::to_string(number);
  fields.personalEmail = "nadia" + std::to_string(number) + "@example.org";
  fields.personalPhoneNumber = "+4477009" + std::to_string(10000 + number);
  return fields;
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

template <class T>
std::string text(const T& value) {
  return integration::toJsonText(value);
}

using Question = std::function<std::string(HostData&)>;

std::map<std::string, Question> questionsOf(const HostImage& image) {
  std::map<std::string, Question> questions;
  for (const ConnectionKey& key : image.connections) {
    const std::string of = " of " + key.connection;
    questions["store" + of] = [key](HostData& data) {
      std::ostringstream all;
      integration::Range range{"", "", false, 50};
      for (bool more = true; more;) {
        const integration::Page page = data.store(key).scan(range);
        for (const auto& entry : page.entries)
          all << entry.key << '=' << std::hash<std::string>()(entry.value) << '@' << entry.version << '\n';
        more = page.more;
        if (more) range.from = page.entries.back().key + '\0';
      }
      return all.str();
    };
    questions["hire" + of] = [key](HostData& data) { return data.store(key).get("hire/7").value; };
    questions["secret" + of] = [key](HostData& data) {
      return data.vault.get(key, "webhookSecret", kNow).front().value;
    };
    questions["connection" + of] = [key](HostData& data) {
      const auto found = data.connections.get(key);
      return found ? data.connections.findByUrlToken(found->urlToken).value().key.connection : "none";
    };
    questions["wake" + of] = [key](HostData& data) { return std::to_string(data.wakes.seq(key)); };
  }
  questions["wakes"] = [](HostData& data) {
    std::string all = std::to_string(data.wakes.next().value_or(0));
    for (const DueWake& due : data.wakes.due(kNow * 2, 100)) all += ' ' + due.key.connection;
    return all;
  };
  for (const std::string company : {"main", "other"}) {
    questions["connections of " + company] = [company](HostData& data) {
      std::string all;
      for (const Connection& one : data.connections.list(company)) all += one.key.connection + one.urlToken;
      return all;
    };
    questions["people of " + company] = [company](HostData& data) {
      const PeoplePage page = data.people.list(company, 1000, 0);
      std::string all = std::to_string(page.total);
      for (const Member& one : page.data) all += one.id + text<integration::HireFields>(one);
      return all;
    };
    questions["one person of " + company] = [company](HostData& data) {
      const auto found = data.people.findBySource(company, "ashby", "app-30");
      return found ? found->id : "none";
    };
    questions["duplicates of " + company] = [company](HostData& data) {
      std::string all;
      for (const auto& one : data.people.match(company, "ashby", {"none", person(12), {}}))
        all += one.kind + one.personId.value_or("");
      return all;
    };
    questions["handled of " + company] = [company](HostData& data) {
      std::string all;
      for (const auto& one : data.handled.page(company, "ashby", "", 100)) all += one.sourceId + one.state;
      return all;
    };
    questions["lists of " + company] = [company](HostData& data) {
      std::string all;
      for (const auto& value : data.lists.get(company, "departments")) all += value + ' ';
      return all;
    };
    questions["mails of " + company] = [company](HostData& data) {
      std::string all;
      for (const Mail& mail : data.outbox.list(company, 100, 0).data) all += mail.id + mail.text + mail.email;
      return all;
    };
    questions["audit of " + company] = [company](HostData& data) {
      std::string all;
      for (const auto& record : data.audit.list(company, {.limit = 1000}).data)
        all += record.id + record.action;
      return all;
    };
    questions["users of " + company] = [company](HostData& data) {
      std::string all;
      for (const User& user : data.users.list(company)) all += user.id + user.name + roleName(user.role);
      return all;
    };
  }
  return questions;
}

Answers ask(HostData& data, const HostImage& image) {
  Answers answers;
  for (const auto& [name, question] : questionsOf(image)) {
    try {
      answers[name] = question(data);
    } catch (const integration::Failure&) {
      answers[name] = kRefused;
    }
  }
  return answers;
}

}  // namespace

std::string readFile(const fs::path& path) {
  std::string bytes(fs::file_size(path), '\0');
  std::ifstream(path, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

void writeFiles(const Files& files, const fs::path& folder) {
  for (const auto& [name, bytes] : files) {
    std::ofstream(folder / name, std::ios::binary | std::ios::trunc) << bytes;
    fs::permissions(folder / name, fs::perms::owner_read | fs::perms::owner_write);
  }
}

HostImage makeHostImage() {
  const fs::path folder = newFolder();
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
  fs::remove_all(folder);
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
      visit.acknowledged.erase(question);  // it may have happened
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
