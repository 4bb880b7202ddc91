#include "acme_host.hpp"

#include <fstream>
#include <stdexcept>

namespace host_stub_test {

AcmeHost::AcmeHost(std::vector<std::string> more) : host(HostOptions{ACME, std::move(more)}) {}

std::string AcmeHost::connect(const std::string& name) {
  const std::string id = connectDisabled(name);
  call("POST", "/api/connections/" + id + "/enable");
  return id;
}

std::string AcmeHost::connectDisabled(const std::string& name) {
  const Json made = call("POST", "/api/connections", {{"integration", "acme"}, {"name", name}}).json();
  const std::string id = made["id"].get<std::string>();
  // Keeps the path only, because the host's port changes with a restart.
  const std::string url = made["requestUrl"].get<std::string>();
  urls_[id] = url.substr(url.find("/hooks/"));
  return id;
}

void AcmeHost::setMode(const std::string& connection, const std::string& mode) {
  call("PUT", "/api/connections/" + connection + "/settings", {{"mode", mode}});
}

HttpAnswer AcmeHost::deliver(const std::string& connection, const Json& delivery) {
  return host.send("POST", host.url() + urls_.at(connection), integration::dumpJson(delivery), {});
}

std::string AcmeHost::stage(const std::string& connection, const std::string& application,
                            const Json& fields) {
  Json all = {{"firstName", "Amara"}, {"lastName", "Okafor"}, {"jobTitle", "Engineer"}};
  for (const auto& [name, value] : fields.items()) all[name] = value;
  const Json hire = {{"id", application}, {"fields", std::move(all)}};
  const HttpAnswer answer = deliver(connection, {{"hire", hire}});
  if (answer.status != 200) throw std::runtime_error("the hire was not taken: " + host.log());
  return connection + "-" + application;
}

void AcmeHost::tell(const std::string& connection, const std::string& key, const std::string& kind) {
  const Json notice = {{"key", key}, {"kind", kind}, {"text", "Told under " + key + "."}, {"hireId", "a1"}};
  const HttpAnswer answer = deliver(connection, {{"notice", notice}});
  if (answer.status != 200) throw std::runtime_error("the notice was not taken: " + host.log());
}

std::string AcmeHost::everything() const {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(host.data())) {
    std::ifstream in(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(in), {});
  }
  return bytes;
}

std::vector<std::string> issuePaths(const HttpAnswer& answer) {
  std::vector<std::string> paths;
  const Json json = answer.json();
  if (json.contains("issues"))
    for (const Json& issue : json["issues"]) paths.push_back(issue["path"].get<std::string>());
  return paths;
}

}  // namespace host_stub_test
