#include <iostream>

#include "commands/arguments.hpp"
#include "commands/commands.hpp"
#include "data/sessions.hpp"
#include "hosting/system_tools.hpp"
#include "net/address/public_url.hpp"

namespace host_stub {
namespace {

constexpr const char* kRoles = "owner, admin, hr or viewer";

int add(const Arguments& arguments) {
  const auto role = parseRole(arguments.required("--role"));
  if (!role) throw BadArgument(std::string("--role must be ") + kRoles);
  const std::string name = arguments.required("--name");
  const std::string company = arguments.optional("--company").value_or(Users::kDefaultCompany);
  Users users(arguments.required("--data"));
  std::cout << users.add(company, name, *role, unixNow()).token << std::endl;
  return 0;
}

int list(const Arguments& arguments) {
  const auto company = arguments.optional("--company");
  Users users(arguments.required("--data"));
  for (const User& user : company ? users.list(*company) : users.list())
    std::cout << user.company << '\t' << user.name << '\t' << roleName(user.role) << '\n';
  return 0;
}

int remove(const Arguments& arguments) {
  const std::string name = arguments.required("--name");
  const std::string company = arguments.optional("--company").value_or(Users::kDefaultCompany);
  Users users(arguments.required("--data"));
  if (!users.remove(company, name))
    throw BadArgument("--name: the company " + company + " has no user " + name);
  return 0;
}

// For a browser: --url is where the host serves.
int link(const Arguments& arguments) {
  const std::string name = arguments.required("--name");
  const std::string company = arguments.optional("--company").value_or(Users::kDefaultCompany);
  const std::string data = arguments.required("--data");
  const auto given = arguments.optional("--url");
  const std::string url = given ? readOption("--url", *given, parsePublicUrl).text() : "";
  Sessions sessions(data);
  try {
    std::cout << url << "/sign-in/" << sessions.newLink(company, name, unixNow()) << std::endl;
  } catch (const integration::Failure& failure) {
    throw BadArgument(std::string("--name: ") + failure.what());
  }
  return 0;
}

}  // namespace

int user(const std::vector<std::string>& words) {
  const std::string what = words.empty() ? "" : words.front();
  const std::vector<std::string> rest(words.begin() + (words.empty() ? 0 : 1), words.end());
  if (what == "add") return add(Arguments(rest, {"--data", "--name", "--role", "--company"}));
  if (what == "list") return list(Arguments(rest, {"--data", "--company"}));
  if (what == "remove") return remove(Arguments(rest, {"--data", "--name", "--company"}));
  if (what == "link") return link(Arguments(rest, {"--data", "--name", "--company", "--url"}));
  throw BadArgument("user must be followed by add, list, link or remove");
}

}  // namespace host_stub
