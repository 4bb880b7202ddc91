#include "integration/host/plugin_instance.hpp"

#include "instance_state.hpp"

namespace integration {
namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr std::size_t kMaxWebhookAnswer = 1024 * 1024;

// Returns whether each header is one of a message: a line break in it would begin another.
bool canBeSent(const std::vector<Header>& headers) {
  return std::all_of(headers.begin(), headers.end(), [](const Header& header) {
    return !header.name.empty() && header.name.find_first_of("\r\n: ") == std::string::npos &&
           header.value.find_first_of("\r\n") == std::string::npos;
  });
}

// The reply of one delivery, copied out of the plugin's memory.
struct ReplySlot {
  int count = 0;
  bool unusable = false;
  WebhookReply reply;

  static std::int32_t take(void* context, std::int32_t status, const integration_header* headers,
                           std::uint64_t count, integration_view body) noexcept {
    return detail::guarded({nullptr, nullptr}, "reply", [&]() -> std::int32_t {
      auto& slot = *static_cast<ReplySlot*>(context);
      if (++slot.count > 1) return INTEGRATION_FAILED_PRECONDITION;
      slot.unusable = true;
      if (status < 200 || status > 599) return INTEGRATION_OUT_OF_RANGE;
      if ((headers == nullptr && count != 0) || (body.ptr == nullptr && body.len != 0))
        return INTEGRATION_INVALID_ARGUMENT;
      if (count > 100 || body.len > kMaxWebhookAnswer) return INTEGRATION_RESOURCE_EXHAUSTED;
      slot.reply = {status, detail::toHeaders(headers, count), std::string(detail::fromView(body))};
      if (!canBeSent(slot.reply.headers)) return INTEGRATION_INVALID_ARGUMENT;
      slot.unusable = false;
      return INTEGRATION_OK;
    });
  }

  // Throws what is wrong with the only reply that an entry which answered ok may have given.
  void check(const InstanceState& state) const {
    if (count != 1)
      throw fault(state, "handle_webhook",
                  "answered ok with " + std::to_string(count) + " replies instead of one");
    if (unusable)
      throw fault(
          state, "handle_webhook",
          "gave a reply whose HTTP status is not within 200 to 599, whose headers or body point nowhere, "
          "one of whose headers holds a line break, or that is larger than 100 headers and 1 MiB");
  }
};

// Throws if the answer holds more hires than were asked for, before they are made: a hire takes some hundred
// times the memory of its text.
void checkCount(const InstanceState& state, const ListQuery& query, const Json& answer) {
  const auto data = answer.is_object() ? answer.find("data") : answer.end();
  const std::size_t count = data != answer.end() && data->is_array() ? data->size() : 0;
  const std::size_t most = query.id ? 1 : query.limit;
  if (count > most)
    throw fault(
        state, "list_staged",
        "gave " + std::to_string(count) + " hires where at most " + std::to_string(most) + " were asked for");
}

// Throws where the page shows by itself that the plugin didn't follow the query. In which order it sorts
// texts is its own affair, so `after` is known to be ignored where the page holds the hire that it names.
void checkPage(const InstanceState& state, const ListQuery& query, const ListPage& page) {
  if (query.after && !query.id)
    for (const NewHire& hire : page.data)
      if (hire.id == query.after->id)
        throw fault(
            state, "list_staged",
            "gave the hire again that `after` names: a page begins behind it, or its list never ends");
}

void destroy(const InstanceState& state, integration_instance* instance) {
  const HostCall call(CallKind::destroy, {});
  const CrashContext context(state.library->manifest().id, "destroy", state.connectionId);
  invoke(state, "destroy",
         [&](integration_sink error) { return state.api().destroy(call.get(), instance, error); });
}

}  // namespace

InstanceState::~InstanceState() {
  try {
    if (instance != nullptr) destroy(*this, instance);
  } catch (const std::exception&) {
    // What destroy reports nobody is left to hear; close() is there for those who want to know.
  }
}

PluginInstance::PluginInstance(std::shared_ptr<InstanceState> state) : state_(std::move(state)) {}

std::unique_ptr<PluginInstance> PluginInstance::create(std::shared_ptr<const PluginLibrary> library,
                                                       const InstanceConfig& config,
                                                       const CallOptions& options,
                                                       const integration_host* host) {
  auto state = std::make_shared<InstanceState>();
  state->library = std::move(library);
  state->connectionId = config.connectionId;
  const std::string configText = toJsonText(config);
  const HostCall call(CallKind::create, options);
  const CrashContext context(state->library->manifest().id, "create", state->connectionId, options.trace);
  invoke(*state, "create", [&](integration_sink error) {
    return state->api().create(call.get(), host == nullptr ? &pluginHost() : host, detail::toView(configText),
                               &state->instance, error);
  });
  if (state->instance == nullptr) throw fault(*state, "create", "answered ok without an instance");
  return std::unique_ptr<PluginInstance>(new PluginInstance(std::move(state)));
}

PluginInstance::~PluginInstance() {
  try {
    close(state_->closeTried ? std::chrono::seconds(0) : kPatience);
  } catch (const std::exception&) {
    // What destroy reports nobody is left to hear; close() is there for those who want to know.
  }
}

// Each call holds the state itself: it may outlast the PluginInstance, when a close was given up.
void PluginInstance::configure(const CallOptions& options, std::string_view settings) {
  const std::shared_ptr<InstanceState> state = state_;
  detail::TextSink out;
  callEntry(*state, CallKind::configure, "configure", options, [&](auto* call, auto* instance, auto error) {
    return state->api().configure(call, instance, detail::toView(settings), out.sink(), error);
  });
  requireWhole(*state, "configure", out);
}

void PluginInstance::enable(const CallOptions& options) {
  const std::shared_ptr<InstanceState> state = state_;
  detail::TextSink out;
  callEntry(*state, CallKind::enable, "enable", options, [&](auto* call, auto* instance, auto error) {
    return state->api().enable(call, instance, detail::toView("{}"), out.sink(), error);
  });
  requireWhole(*state, "enable", out);
}

void PluginInstance::disable(const CallOptions& options) {
  const std::shared_ptr<InstanceState> state = state_;
  detail::TextSink out;
  callEntry(*state, CallKind::disable, "disable", options, [&](auto* call, auto* instance, auto error) {
    return state->api().disable(call, instance, detail::toView("{}"), out.sink(), error);
  });
  requireWhole(*state, "disable", out);
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
  callEntry(*state, CallKind::handleWebhook, "handle_webhook", options,
            [&](auto* call, auto* instance, auto error) {
              return state->api().handle_webhook(call, instance, &crossing, {&slot, &ReplySlot::take}, error);
            });
  slot.check(*state);
  // A body that the plugin hasn't seen can't have been taken, even by one that doesn't know of such.
  if (request.bodyWithheld && slot.reply.httpStatus < 400) return {413, {}, {}};
  return std::move(slot.reply);
}

ListPage PluginInstance::listStaged(const CallOptions& options, const ListQuery& query) {
  const std::shared_ptr<InstanceState> state = state_;
  const std::string request = toJsonText(query);
  detail::TextSink out;
  callEntry(*state, CallKind::listStaged, "list_staged", options,
            [&](auto* call, auto* instance, auto error) {
              return state->api().list_staged(call, instance, detail::toView(request), out.sink(), error);
            });
  requireWhole(*state, "list_staged", out);
  const Json answer = readAnswer(*state, "list_staged", [&] { return parseJson(out.text(), "its answer"); });
  checkCount(*state, query, answer);
  auto page = readAnswer(*state, "list_staged", [&] { return fromJson<ListPage>(answer, "its answer"); });
  checkPage(*state, query, page);
  return page;
}

PromoteResult PluginInstance::promote(const CallOptions& options, const PromoteRequest& request) {
  const std::shared_ptr<InstanceState> state = state_;
  const std::string text = toJsonText(request);
  detail::TextSink out;
  callEntry(*state, CallKind::promote, "promote", options, [&](auto* call, auto* instance, auto error) {
    return state->api().promote(call, instance, detail::toView(text), out.sink(), error);
  });
  return parsed<PromoteResult>(*state, "promote", out);
}

void PluginInstance::discard(const CallOptions& options, const DiscardRequest& request) {
  const std::shared_ptr<InstanceState> state = state_;
  const std::string text = toJsonText(request);
  detail::TextSink out;
  callEntry(*state, CallKind::discard, "discard", options, [&](auto* call, auto* instance, auto error) {
    return state->api().discard(call, instance, detail::toView(text), out.sink(), error);
  });
  requireWhole(*state, "discard", out);
}

ConnectionStatus PluginInstance::status(const CallOptions& options) {
  const std::shared_ptr<InstanceState> state = state_;
  detail::TextSink out;
  callEntry(*state, CallKind::status, "status", options, [&](auto* call, auto* instance, auto error) {
    return state->api().status(call, instance, out.sink(), error);
  });
  return parsed<ConnectionStatus>(*state, "status", out);
}

WorkResult PluginInstance::runWork(const CallOptions& options) {
  const std::shared_ptr<InstanceState> state = state_;
  detail::TextSink out;
  callEntry(*state, CallKind::runWork, "run_work", options, [&](auto* call, auto* instance, auto error) {
    return state->api().run_work(call, instance, out.sink(), error);
  });
  return parsed<WorkResult>(*state, "run_work", out);
}

namespace {

// The plugin's table for an extension; null where it has none.
const integration_operation* find(const InstanceState& state, const HostCall& call, std::string_view id) {
  if (state.api().extension == nullptr) return nullptr;
  const void* table = nullptr;
  try {
    table = state.api().extension(call.get(), detail::toView(id));
  } catch (...) {
    throw fault(state, "extension", "let an exception out");
  }
  const auto* operation = static_cast<const integration_operation*>(table);
  if (operation == nullptr) return nullptr;
  if (operation->struct_size < INTEGRATION_OPERATION_SIZE_V1 || operation->run == nullptr ||
      (operation->kind != INTEGRATION_CALL_USER_ACTION && operation->kind != INTEGRATION_CALL_QUERY &&
       operation->kind != INTEGRATION_CALL_SOURCE_ACTION))
    throw fault(state, id, "its table is too small, has no function, or is neither action nor query");
  return operation;
}

const integration_operation* findAdmitted(InstanceState& state, std::string_view id) {
  const Admission admission(state, "extension", false);
  const HostCall call(CallKind::query, {}, &state.closing);
  const CrashContext context(state.library->manifest().id, "extension", state.connectionId);
  return find(state, call, id);
}

}  // namespace

bool PluginInstance::supports(std::string_view extension) {
  const std::shared_ptr<InstanceState> state = state_;
  return findAdmitted(*state, extension) != nullptr;
}

std::string PluginInstance::runText(const CallOptions& options, std::string_view extension,
                                    std::string_view request) {
  const std::shared_ptr<InstanceState> state = state_;
  const integration_operation* operation = findAdmitted(*state, extension);
  if (operation == nullptr)
    throw Failure(Code::unimplemented,
                  "plugin " + state->library->manifest().id + " has no " + std::string(extension));
  detail::TextSink out;
  callEntry(*state, static_cast<CallKind>(operation->kind), "extension", options,
            [&](auto* call, auto* instance, auto error) {
              return operation->run(call, instance, detail::toView(request), out.sink(), error);
            });
  requireWhole(*state, extension, out);
  return out.text();
}

std::vector<std::string> PluginInstance::close(std::chrono::milliseconds timeout) {
  InstanceState& state = *state_;
  integration_instance* instance = nullptr;
  {
    std::unique_lock lock(state.mutex);
    state.closing = true;
    state.closeTried = true;
    if (!state.left.wait_for(lock, timeout, [&] { return state.inFlight.empty(); })) {
      state.library->keepMapped();
      return {state.inFlight.begin(), state.inFlight.end()};
    }
    instance = std::exchange(state.instance, nullptr);
  }
  if (instance != nullptr) destroy(state, instance);
  return {};
}

}  // namespace integration
