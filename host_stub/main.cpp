// host_stub: a small real HR platform that integrations are run and tested with.
#include <iostream>

#include "commands/arguments.hpp"
#include "commands/commands.hpp"
#include "commands/help.hpp"
#include "data/data_errors.hpp"
#include "integration/status.hpp"

namespace {

enum ExitStatus { kFailed = 1, kBadArguments = 2, kDataInUse = 3, kDataDamaged = 4 };

int complain(const std::string& what, ExitStatus status) {
  std::cerr << "host_stub: " << what << std::endl;
  return status;
}

int run(const std::vector<std::string>& words) {
  if (host_stub::answerHelp(words, std::cout)) return 0;
  const std::string command = words.empty() ? "" : words.front();
  const std::vector<std::string> rest(words.begin() + (words.empty() ? 0 : 1), words.end());
  if (command == "serve") return host_stub::serve(rest);
  if (command == "user") return host_stub::user(rest);
  if (command == "plugin") return host_stub::plugin(rest);
  throw host_stub::BadArgument("the first argument must be serve, user, plugin or --help");
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(std::vector<std::string>(words + 1, words + count));
  } catch (const host_stub::BadArgument& error) {
    return complain(error.what(), kBadArguments);
  } catch (const host_stub::DataInUse& error) {
    return complain(error.what(), kDataInUse);
  } catch (const host_stub::DataDamaged& error) {
    return complain(error.what(), kDataDamaged);
  } catch (const integration::Failure& failure) {
    if (failure.code() != integration::Code::dataLoss) return complain(failure.what(), kFailed);
    return complain(
        std::string(failure.what()) + ". Keep a copy of the whole data folder, then put back a backup of it",
        kDataDamaged);
  } catch (const std::exception& error) {
    return complain(error.what(), kFailed);
  }
}
