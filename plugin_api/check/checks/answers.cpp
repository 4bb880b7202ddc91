// Checks the answers of the entries.
#include "raw_plugin.hpp"

namespace integration::check {
namespace {

template <class Result>
void expectShape(RawInstance& instance, PluginEntry entry) {
  const EntryInfo& info = entries()[static_cast<std::size_t>(entry)];
  const Answer answer = instance.call(entry, info.sound);
  expectToldError(answer, info.name);
  if (answer.status == INTEGRATION_OK)
    fromJsonText<Result>(answer.out, std::string("the answer to ") + info.name);
}

void answersHaveTheirShape(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  expectShape<ConnectionStatus>(instance, PluginEntry::status);
  expectShape<ListPage>(instance, PluginEntry::listStaged);
  expectShape<WorkResult>(instance, PluginEntry::runWork);
  expectShape<PromoteResult>(instance, PluginEntry::promote);
}

void errorsHaveMessages(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  for (const EntryInfo& entry : entries())
    for (const char* request : {entry.sound, "", "{}", "[1]"})
      expectToldError(instance.call(entry.entry, request), entry.name);
}

void webhooksGetOneReply(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  for (const std::string& body :
       {std::string(), std::string("{}"), std::string("rubbish"), std::string("\0\xff", 2),
        std::string(4 * 1024 * 1024, ' '), std::string(100000, '[')}) {
    const Answer answer = instance.call(PluginEntry::handleWebhook, body);
    expectToldError(answer, "handle_webhook");
    if (answer.status != INTEGRATION_OK) continue;
    expect(answer.replies == 1,
           "handle_webhook answers ok with " + std::to_string(answer.replies) + " replies");
    expect(answer.httpStatus >= 200 && answer.httpStatus <= 599,
           "handle_webhook replies with the HTTP status " + std::to_string(answer.httpStatus));
  }
}

void unknownHiresAreNotFound(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  for (const PluginEntry entry : {PluginEntry::promote, PluginEntry::discard}) {
    const EntryInfo& info = entries()[static_cast<std::size_t>(entry)];
    expect(instance.call(entry, info.sound).status != INTEGRATION_OK,
           std::string(info.name) + " says ok for a hire that doesn't exist");
  }
}

}  // namespace

std::vector<Check> answerChecks() {
  return {
      {"answers-have-shape", "Every answer has the shape of its struct in operations.hpp.",
       answersHaveTheirShape},
      {"error-has-message", "Every error is JSON with its status as code and a message.", errorsHaveMessages},
      {"webhook-one-reply", "Every delivery gets exactly one reply with an HTTP status, or an error.",
       webhooksGetOneReply},
      {"unknown-hire-refused", "promote and discard refuse an id that doesn't exist.",
       unknownHiresAreNotFound},
  };
}

}  // namespace integration::check
