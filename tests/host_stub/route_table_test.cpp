// Tests every route in the table of the HTTP API: which roles may use it, and that nobody else can.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "acme/host_process.hpp"
#include "api/api.hpp"

namespace host_stub_test {
namespace {

using host_stub::Role;

constexpr std::pair<Role, const char*> kRoles[] = {
    {Role::owner, "owner"}, {Role::admin, "admin"}, {Role::hr, "hr"}, {Role::viewer, "viewer"}};

struct Route {
  std::string method, path;
  host_stub::Right right;
};

// Returns the routes of a host that serves nothing.
std::vector<Route> allRoutes() {
  std::string folder = (std::filesystem::temp_directory_path() / "routes.XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no temporary folder");
  std::vector<Route> routes;
  {
    std::ostringstream log;
    host_stub::LogWriter writer(log);
    host_stub::PlatformOptions options;
    options.data = folder + "/data";
    options.plugins = ACME;
    host_stub::Platform platform(options, writer);
    host_stub::ConnectionHub hub(platform);
    host_stub::ConnectionRemover removals(platform, hub);
    const host_stub::Api api(platform, hub, removals, "http://127.0.0.1");
    for (const auto& route : api.routes().all()) routes.push_back({route.method, route.path, route.right});
  }
  std::filesystem::remove_all(folder);
  return routes;
}

std::string tableOf(const std::vector<Route>& routes) {
  std::string table = "| route | owner | admin | hr | viewer |\n|---|---|---|---|---|\n";
  for (const Route& route : routes) {
    table += "| `" + route.method + " " + route.path + "` |";
    for (const auto& [role, name] : kRoles) table += mayTake(role, route.right) ? " yes |" : " - |";
    table += '\n';
  }
  return table;
}

// Replaces the first variable of the path by `id`, and the others by "none".
std::string filled(std::string path, std::string id) {
  for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{')) {
    path.replace(open, path.find('}') + 1 - open, id);
    id = "none";
  }
  return path;
}

TEST(RouteTable, IsTheOneOfItsPage) {
  const std::string table = tableOf(allRoutes());
  std::ifstream file(ROUTES_PAGE);
  const std::string readme(std::istreambuf_iterator<char>(file), {});
  EXPECT_NE(readme.find(table), std::string::npos) << "the table is now:\n" << table;
  std::printf("%s", table.c_str());
}

TEST(RouteTable, AreTakenByNobodyWithoutTheRight) {
  Connected connected;
  std::map<Role, std::string> tokens;
  for (const auto& [role, name] : kRoles) tokens[role] = connected.host.newUser(name, name);
  for (const Route& route : allRoutes()) {
    const std::string path = filled(route.path, "none");
    const HttpAnswer nobodys = connected.host.send(route.method, connected.host.url() + path, "", {});
    EXPECT_EQ(nobodys.status, 401) << route.method << ' ' << route.path;
    for (const auto& [role, name] : kRoles) {
      const int status = connected.host.callAs(tokens[role], route.method, path).status;
      EXPECT_EQ(status == 403, !mayTake(role, route.right))
          << name << ' ' << route.method << ' ' << route.path;
    }
  }
}

TEST(RouteTable, OfWhatACompanyHasAreNotFoundByAnother) {
  Connected connected;
  connected.hire(R"({"name":"Amara Okafor"})");
  connected.hire(R"({"name":"Bela Bartok"})");
  const Json hires = connected.newHires(2);
  const std::string person =
      connected.host.call("POST", "/api/new-hires/" + hires[0]["id"].get<std::string>() + "/promote")
          .json()["person"]["id"]
          .get<std::string>();
  const std::string stranger = connected.host.newUser("Sam", "owner", "other");
  const std::map<std::string, std::string> owned = {{"/api/connections/", connected.id},
                                                    {"/api/new-hires/", hires[1]["id"].get<std::string>()},
                                                    {"/api/people/", person}};
  int asked = 0;
  for (const Route& route : allRoutes())
    for (const auto& [prefix, id] : owned) {
      if (!route.path.starts_with(prefix)) continue;
      const std::string path = filled(route.path, id);
      EXPECT_EQ(connected.host.callAs(stranger, route.method, path, "{}").status, 404)
          << route.method << ' ' << path;
      ++asked;
    }
  EXPECT_GT(asked, 10);
  for (const char* list :
       {"/api/connections", "/api/new-hires", "/api/people", "/api/audit", "/api/notifications"})
    EXPECT_EQ(connected.host.callAs(stranger, "GET", list).json()["total"], 0) << list;
}

}  // namespace
}  // namespace host_stub_test
