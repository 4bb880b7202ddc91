#include "integration/host/plugin_instance.hpp"

#include "instance_state.hpp"
#include "reply_slot.hpp"

namespace integration {
namespace {

constexpr std::chrono::seconds kPatience{30};
// After these the call counts as hung.
constexpr std::chrono::seconds kDestroyWithin{10};
constexpr std::chrono::seconds kLookUpWithin{5};

// Reads a page. It is counted before it is read: a plugin that gives a million hires instead of ten costs
// their parsing, not more. In which order it sorts texts is its own affair, so `after` is known to be ignored
// if the page holds the hire that it names.
ListPage readPage(const EntryCall& entry, const ListQuery& query, const detail::TextSink& answer) {
  requireWhole(entry, answer);
  const Json json = readAnswer(entry, [&] { return parseJson(answer.text(), "its answer"); });
  const std::size_t most = query.id ? 1 : query.limit;
  const auto data = json.find("data");
  if (data != json.end() && data->is_array() && data->size() > most)
    throw entry.breach("gave " + std::to_string(data->size()) + " hires where at most " +
                       std::to_string(most) + " were asked for");
  auto page = readAnswer(entry, [&] { return fromJson<ListPage>(json, "its answer"); });
  if (query.after && !query.id)
    for (const NewHire& hire : page.data)
      if (hire.id == query.after->id)
        throw entry.breach(
            "gave the hire again that `after` names: a page begins behind it, or its list never ends");
  return page;
}

void destroy(const InstanceState& state, integration_instance* instance) {
  const EntryCall entry(state.calls(), nullptr,
                        {.entry = "destroy",
                         .connection = state.slots->connection(),
                         .deadline = std::chrono::steady_clock::now() + kDestroyWithin});
  const HostCall call(CallKind::destroy, {});
  invoke(entry, [&](integration_sink error) { return state.api().destroy(call.get(), instance, error); });
}

}  // namespace

InstanceState::~InstanceState() {
  try {
    if (instance != nullptr) destroy(*this, instance);
  } catch (const std::exception&) {
    // Nobody is left to hear what destroy reports; close() is there for those who want to know.
  }
}

PluginInstance::PluginInstance(std::shared_ptr<InstanceState> state) : state_(std::move(state)) {}

std::unique_ptr<PluginInstance> PluginInstance::create(std::shared_ptr<const PluginLibrary> library,
                                                       const InstanceConfig& config,
                                                       const CallOptions& options,
                                                       const integration_host* host) {
  return create(std::make_shared<CallSlots>(std::move(library), config.connectionId), config, options, host);
}

std::unique_ptr<PluginInstance> PluginInstance::create(std::shared_ptr<CallSlots> slots,
                                                       const InstanceConfig& config,
                                                       const CallOptions& options,
                                                       const integration_host* host) {
  const auto state = std::make_shared<InstanceState>(std::move(slots));
  const std::string configText = toJsonText(config);
  callEntry(
      *state, CallKind::create, "create", options,
      [&](auto* call, auto*, auto error) {
        return state->api().create(call, host == nullptr ? &pluginHost() : host, detail::toView(configText),
                                   &state->instance, error);
      },
      [&](const EntryCall& entry) {
        if (state->instance == nullptr) throw entry.breach("answered ok without an instance");
      });
  return std::unique_ptr<PluginInstance>(new PluginInstance(state));
}

PluginInstance::~PluginInstance() {
  try {
    close(state_->closeTried ? std::chrono::seconds(0) : kPatience);
  } catch (const std::exception&) {
    // Nobody is left to hear what destroy reports; close() is there for those who want to know.
  }
}

// Each call holds the state itself: it may outlast the PluginInstance, when a close was given up.
void PluginInstance::configure(const CallOptions& options, std::string_view settings) {
  const std::shared_ptr<InstanceState> state = state_;
  ask<void>(*state, CallKind::configure, "configure", options,
            [&](auto* call, auto* instance, auto out, auto error) {
              return state->api().configure(call, instance, detail::toView(settings), out, error);
            });
}

void PluginInstance::enable(const CallOptions& options) {
  const std::shared_ptr<InstanceState> state = state_;
  ask<void>(*state, CallKind::enable, "enable", options,
            [&](auto* call, auto* instance, auto out, auto error) {
              return state->api().enable(call, instance, detail::toView("{}"), out, error);
            });
}

void PluginInstance::disable(const CallOptions& options) {
  const std::shared_ptr<InstanceState> state = state_;
  ask<void>(*state, CallKind::disable, "disable", options,
            [&](auto* call, auto* instance, auto out, auto error) {
              return state->api().disable(call, instance, detail::toView("{}"), out, error);
            });
}

WebhookReply PluginInstance::handleWebhook(const CallOptions& options, const WebhookRequest& request) {
  const std::shared_ptr<InstanceState> state = state_;
  const auto headers = detail::toHeaderViews(request.headers);
  const integration_webhook_request crossing{sizeof(integration_webhook_request),
                                             request.bodyWithheld ? 1U : 0U,
                                             detail::toView(request.method),
                                             detail::toView(request.pathSuffix),
                                             headers.data(),
                                             headers.size(),
                                             detail::toView(request.body),
                                             detail::toView(request.peer),
                                             request.receivedAt};
  ReplySlot slot;
  callEntry(
      *state, CallKind::handleWebhook, "handle_webhook", options,
      [&](auto* call, auto* instance, auto error) {
        return state->api().handle_webhook(call, instance, &crossing, {&slot, &ReplySlot::take}, error);
      },
      [&](const EntryCall& entry) { slot.check(entry); });
  // A body that the plugin hasn't seen can't have been taken, even by one that doesn't know of such.
  if (request.bodyWithheld && slot.reply.httpStatus < 400) return {413, {}, {}};
  return std::move(slot.reply);
}

ListPage PluginInstance::listStaged(const CallOptions& options, const ListQuery& query) {
  const std::shared_ptr<InstanceState> state = state_;
  const std::string request = toJsonText(query);
  detail::TextSink out;
  return callEntry(
      *state, CallKind::listStaged, "list_staged", options,
      [&](auto* call, auto* instance, auto error) {
        return state->api().list_staged(call, instance, detail::toView(request), out.sink(), error);
      },
      [&](const EntryCall& entry) { return readPage(entry, query, out); });
}

PromoteResult PluginInstance::promote(const CallOptions& options, const PromoteRequest& request) {
  const std::shared_ptr<InstanceState> state = state_;
  const std::string text = toJsonText(request);
  return ask<PromoteResult>(*state, CallKind::promote, "promote", options,
                            [&](auto* call, auto* instance, auto out, auto error) {
                              return state->api().promote(call, instance, detail::toView(text), out, error);
                            });
}

void PluginInstance::discard(const CallOptions& options, const DiscardRequest& request) {
  const std::shared_ptr<InstanceState> state = state_;
  const std::string text = toJsonText(request);
  ask<void>(*state, CallKind::discard, "discard", options,
            [&](auto* call, auto* instance, auto out, auto error) {
              return state->api().discard(call, instance, detail::toView(text), out, error);
            });
}

ConnectionStatus PluginInstance::status(const CallOptions& options) {
  const std::shared_ptr<InstanceState> state = state_;
  return ask<ConnectionStatus>(*state, CallKind::status, "status", options,
                               [&](auto* call, auto* instance, auto out, auto error) {
                                 return state->api().status(call, instance, out, error);
                               });
}

WorkResult PluginInstance::runWork(const CallOptions& options) {
  const std::shared_ptr<InstanceState> state = state_;
  return ask<WorkResult>(*state, CallKind::runWork, "run_work", options,
                         [&](auto* call, auto* instance, auto out, auto error) {
                           return state->api().run_work(call, instance, out, error);
                         });
}

namespace {

// Returns the plugin's table for an extension; null if it has none. A look-up needs no slot.
const integration_operation* find(InstanceState& state, std::string_view id) {
  if (const auto refusal = state.slots->refusal()) throw Failure(*refusal);
  const EntryCall entry(state.calls(), state.slots.get(),
                        {.entry = "extension",
                         .connection = state.slots->connection(),
                         .deadline = std::chrono::steady_clock::now() + kLookUpWithin});
  if (state.api().extension == nullptr) return nullptr;
  const HostCall call(CallKind::query, {}, &state.slots->closing());
  const void* table = nullptr;
  try {
    table = state.api().extension(call.get(), detail::toView(id));
  } catch (...) {
    throw entry.breach("let an exception out");
  }
  const auto* operation = static_cast<const integration_operation*>(table);
  if (operation == nullptr) return nullptr;
  if (operation->struct_size < INTEGRATION_OPERATION_SIZE_V1 || operation->run == nullptr ||
      (operation->kind != INTEGRATION_CALL_USER_ACTION && operation->kind != INTEGRATION_CALL_QUERY &&
       operation->kind != INTEGRATION_CALL_SOURCE_ACTION))
    throw entry.breach("its table of " + std::string(id) +
                       " is too small, has no function, or is neither action nor query");
  return operation;
}

}  // namespace

bool PluginInstance::supports(std::string_view extension) {
  const std::shared_ptr<InstanceState> state = state_;
  return find(*state, extension) != nullptr;
}

std::string PluginInstance::runText(const CallOptions& options, std::string_view extension,
                                    std::string_view request) {
  const std::shared_ptr<InstanceState> state = state_;
  const integration_operation* operation = find(*state, extension);
  if (operation == nullptr)
    throw Failure(Code::unimplemented,
                  "plugin " + state->calls().plugin + " has no " + std::string(extension));
  return ask<std::string>(*state, static_cast<CallKind>(operation->kind), extension, options,
                          [&](auto* call, auto* instance, auto out, auto error) {
                            return operation->run(call, instance, detail::toView(request), out, error);
                          });
}

void PluginInstance::refuseAnswer(std::string_view extension, const Failure& wrongShape) const {
  const EntryCall entry(state_->calls(), nullptr,
                        {.entry = extension, .connection = state_->slots->connection()});
  throw Failure(Code::internal, entry.breach(wrongShape.what()).what(), wrongShape.error().issues);
}

std::vector<std::string> PluginInstance::close(std::chrono::milliseconds timeout) {
  InstanceState& state = *state_;
  state.slots->close();
  std::vector<std::string> inFlight = state.slots->awaitEnd(timeout);
  integration_instance* instance = nullptr;
  {
    const std::lock_guard lock(state.closing);
    state.closeTried = true;
    if (inFlight.empty()) instance = std::exchange(state.instance, nullptr);
  }
  if (!inFlight.empty()) state.slots->library()->keepMapped();
  if (instance != nullptr) destroy(state, instance);
  return inFlight;
}

}  // namespace integration
