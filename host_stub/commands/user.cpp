#include <iostream>
#include <memory>

#include "accounts/sessions.hpp"
#include "commands/commands.hpp"
#include "commands/read_option.hpp"
#include "net/address/public_url.hpp"
#include "services/system_clock.hpp"

namespace host_stub {
namespace {

struct UserOptions {
  std::string data;
  std::string name;
  std::string role;
  std::string company;  // empty if it is not given
  std::string url;      // where the host serves; empty if it is not given

  std::string companyOrDefault() const { return company.empty() ? Users::kDefaultCompany : company; }
};

void add(const UserOptions& options) {
  Users users(options.data);
  std::cout
      << users.add(options.companyOrDefault(), options.name, parseRole(options.role).value(), unixNow()).token
      << std::endl;
}

void list(const UserOptions& options) {
  Users users(options.data);
  for (const User& user : options.company.empty() ? users.list() : users.list(options.company))
    std::cout << user.company << '\t' << user.name << '\t' << roleName(user.role) << '\n';
}

void remove(const UserOptions& options) {
  Users users(options.data);
  if (!users.remove(options.companyOrDefault(), options.name))
    throw CLI::ValidationError("--name: the company " + options.companyOrDefault() + " has no user " +
                               options.name);
}

void link(const UserOptions& options) {
  Sessions sessions(options.data);
  try {
    const std::string link = sessions.newLink(options.companyOrDefault(), options.name, unixNow());
    std::cout << options.url << "/sign-in/" << link << std::endl;
  } catch (const integration::Failure& failure) {
    throw CLI::ValidationError(std::string("--name: ") + failure.what());
  }
}

}  // namespace

void addUser(CLI::App& program) {
  CLI::App& user = *program.add_subcommand("user", "the people who sign in")->require_subcommand(1);
  const auto options = std::make_shared<UserOptions>();
  const auto addCommand = [&](const std::string& name, const std::string& description,
                              void (*run)(const UserOptions&)) {
    CLI::App* command = user.add_subcommand(name, description);
    addText(*command, "--data", "DIR", "the data folder", options->data)->required();
    if (name != "list") addText(*command, "--name", "NAME", "the user's name", options->name)->required();
    addText(*command, "--company", "NAME", "the user's company", options->company);
    command->callback([options, run] { run(*options); });
    return command;
  };
  addCommand("add", "prints the new user's token, once", add)
      ->add_option("--role", options->role, "what the user may do")
      ->check(CLI::IsMember({"owner", "admin", "hr", "viewer"}))
      ->required();
  addCommand("list", "prints company, name and role of each user", list);
  addCommand("remove", "removes a user", remove);
  addOption(*addCommand("link", "prints a link that signs in once", link), "--url", "URL",
            "the host's address, which the link starts with",
            [options](const std::string& text) { options->url = parsePublicUrl(text).text(); });
}

}  // namespace host_stub
