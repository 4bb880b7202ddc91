#include "api_world.hpp"

#include <algorithm>
#include <stdexcept>

#include "ashby_http.hpp"

namespace fuzzing {

using namespace host_stub;

namespace {

PlatformOptions optionsFor(const std::filesystem::path& folder) {
  PlatformOptions options;
  options.plugins = ASHBY_PLUGIN;
  options.data = folder / "data";
  // Nothing listens on port 9, so that calls to Ashby fail at once.
  options.routes = {parseRoute("https://api.ashbyhq.com=http://127.0.0.1:9")};
  return options;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::error_code none;
  const std::filesystem::path memory = "/dev/shm";
  const auto parent =
      std::filesystem::is_directory(memory, none) ? memory : std::filesystem::temp_directory_path();
  std::string name = (parent / "api_fuzzer_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

ApiWorld::ApiWorld() : platform_(optionsFor(folder_.path()), logWriter_) {
  hub_ = std::make_unique<ConnectionHub>(platform_);
  fill(kOwn, "@", "Okoye");
  fill(kOther, "@other-", kForeign);
  keepTemplate();
}

// Fills a company: a connection as the help page sets it up, and four hires. One hire is a member, one
// deleted.
void ApiWorld::fill(const std::string& company, const std::string& prefix, const std::string& mark) {
  const auto connection = hub_->create(company, "ashby", "Ashby of " + mark);
  const std::string key = "the-api-key-of-" + company, token = "the-secret-token-of-" + company;
  AshbyHttp ashby(key, unixNow);
  platform_.vault.put(connection->key(), "apiKey", key, unixNow());
  platform_.vault.put(connection->key(), "webhookSecret", token, unixNow());
  secrets_.insert(key);
  secrets_.insert("the-secret-token-of-" + std::string(kOther));

  const Integration* integration = platform_.catalog.find("ashby");
  const auto plugin = integration::PluginInstance::create(integration->library, {"filling", "ashby"});
  CallContext context{connection->key(), integration, true, unixNow() + 60000, "", "", {}, nullptr, nullptr};
  CallServices services(platform_, context);
  integration::CallOptions options = services.options();
  options.services.http = &ashby.http;
  plugin->enable(options);
  plugin->configure(options, R"({"apiKey":"apiKey"})");
  for (const char* first : {"Ada", "Ben", "Cleo", "Dan"})
    ashby.world.newHires.add({{"name", std::string(first) + " " + mark},
                              {"email", std::string(first) + "@" + mark + ".example"},
                              {"jobTitle", "Engineer of " + mark},
                              {"salary", 52000}},
                             unixNow());
  for (int runs = 0; runs < 20; ++runs) plugin->runWork(options);

  std::vector<integration::NewHire> hires = connection->list({}).data;
  if (hires.size() != 4) throw std::runtime_error("the world of the API is not filled: " + log_.str());
  const auto person = connection->promote("u", {hires[0].id, {}, {}}).person;
  connection->discard("u", {hires[1].id, false});
  const std::string& id = connection->key().connection;
  names_[prefix + "connection"] = id;
  names_[prefix + "person"] = person.id;
  names_[prefix + "member"] = id + "-" + hires[0].id;
  names_[prefix + "deleted"] = id + "-" + hires[1].id;
  names_[prefix + "hire"] = id + "-" + hires[2].id;
  names_[prefix + "second"] = id + "-" + hires[3].id;
  names_[prefix + "application"] = hires[2].source.applicationId;
  names_[prefix + "version"] = hires[2].version;
  plugin->close(std::chrono::seconds(0));
}

void ApiWorld::keepTemplate() {
  platform_.database.write([&](SqlSession& sql) {
    for (const auto& [table] : sql.query<std::string>(
             "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
      tables_.push_back(table);
    for (const std::string& table : tables_)
      sql.script(("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table).c_str());
  });
}

void ApiWorld::reset() {
  api_.reset();
  removals_.reset();
  hub_.reset();
  std::string script = "PRAGMA defer_foreign_keys=ON;";
  for (const std::string& table : tables_)
    script += "DELETE FROM " + table + "; INSERT INTO " + table + " SELECT * FROM kept_" + table + ";";
  platform_.database.write([&](SqlSession& sql) { sql.script(script.c_str()); });
  log_.str({});
  hub_ = std::make_unique<ConnectionHub>(platform_);
  removals_ = std::make_unique<ConnectionRemover>(platform_, *hub_);
  api_ = std::make_unique<Api>(platform_, *hub_, *removals_, publicUrl_);
}

WebResponse ApiWorld::answer(Role role, const WebRequest& request) const {
  return api_->answer({"u-" + roleName(role), kOwn, "Ann", role, 0}, request);
}

std::string ApiWorld::named(std::string text) const {
  for (const auto& [name, id] : names_)
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += id.size())
      text.replace(at, name.size(), id);
  return text;
}

bool ApiWorld::otherCompanyIsUntouched() {
  return platform_.database.read([&](SqlSession& sql) {
    const std::string other = kOther;
    return std::none_of(tables_.begin(), tables_.end(), [&](const std::string& table) {
      if (table == "sealing") return false;  // shared by all companies
      const std::string now = "SELECT * FROM " + table + " WHERE company = ?1";
      const std::string then = "SELECT * FROM kept_" + table + " WHERE company = ?1";
      RowCursor changes(sql,
                        "SELECT * FROM (" + now + " EXCEPT " + then + ") UNION ALL SELECT * FROM (" + then +
                            " EXCEPT " + now + ")",
                        other);
      return changes.next();
    });
  });
}

}  // namespace fuzzing
