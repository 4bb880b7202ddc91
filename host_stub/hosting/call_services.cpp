#include "hosting/call_services.hpp"

namespace host_stub {

std::vector<std::string> VaultSecrets::get(std::string_view name, bool fresh) {
  const std::string secretName(name);
  if (const auto found = offered_.find(secretName); found != offered_.end()) return {found->second};
  std::vector<SecretValue> values = vault_.get(key_, secretName, clock_.now());
  std::vector<std::string> texts;
  for (SecretValue& value : values) texts.push_back(std::move(value.value));
  if (fresh) {
    newest_.erase(secretName);
  } else if (values.size() > 1) {
    newest_[secretName] = values.front().id;
    texts.resize(1);
  }
  return texts;
}

void VaultSecrets::deliveryTaken() {
  for (const auto& [name, id] : newest_) vault_.markUsed(key_, name, id, clock_.now());
}

CallServices::CallServices(Platform& platform, CallContext context)
    : context_(std::move(context)),
      store_(platform.database, platform.wakes, context_.key, context_.isWork, context_.action),
      secrets_(platform.vault, platform.clock, context_.key, context_.offered),
      http_(platform.egress,
            EgressCall{{context_.key.company, context_.key.connection},
                       context_.integration->origins,
                       [this](std::string_view name) { return secretForEgress(name); },
                       context_.deadline,
                       [this] { return context_.cancelled != nullptr && context_.cancelled->load(); }}),
      members_(platform, context_.key, context_.integration->manifest().id, context_.deadline,
               context_.others, context_.memberAction),
      lists_(platform.lists, context_.key),
      notices_(platform, context_.key),
      log_(platform.log, context_.key.connection, context_.trace),
      wake_(platform.wakes, context_.key) {
  options_.services = {&store_,          &http_, &secrets_, &members_, &platform.clock,
                       &platform.random, &log_,  &wake_,    &lists_,   &notices_};
  options_.deadline = context_.deadline;
  options_.actor = context_.actor;
  options_.trace = context_.trace;
  options_.cancelled = context_.cancelled;
  options_.slot = context_.slot.slot.get();
  if (context_.slot.slots && !options_.slot) options_.patience = {};
}

std::optional<std::string> CallServices::secretForEgress(std::string_view name) {
  std::vector<std::string> values = secrets_.get(name, true);
  return values.empty() ? std::nullopt : std::optional(std::move(values.front()));
}

}  // namespace host_stub
