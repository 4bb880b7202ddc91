// The host's services as a plugin sees them: each C++ interface over its table of the ABI.
#pragma once

#include "integration/detail/marshalling.hpp"
#include "integration/services.hpp"

namespace integration::detail {

// Calls a service function with an error sink and throws what it reports.
template <class Body>
void callService(Body&& body) {
  TextSink error(64 * 1024);
  const std::int32_t status = body(error.sink());
  if (status != INTEGRATION_OK) throw Failure(readError(status, error.text()));
}

template <class Table>
const Table& present(const Table* table, const char* id) {
  if (table == nullptr) throw Failure(Code::unimplemented, std::string("this host has no ") + id);
  return *table;
}

inline Entry toEntry(const integration_entry& entry) {
  return {std::string(fromView(entry.key)), std::string(fromView(entry.value)), entry.version};
}

class RemoteStore final : public Store {
 public:
  RemoteStore(const integration_call* call, const integration_store* table) : call_(call), table_(table) {}

  using Store::get;
  std::vector<Entry> get(std::span<const std::string> keys) override {
    std::vector<integration_view> views;
    for (const std::string& key : keys) views.push_back(toView(key));
    std::vector<Entry> entries;
    entries.reserve(keys.size());
    callService([&](integration_sink error) {
      return present(table_, INTEGRATION_STORE)
          .get(call_, views.data(), views.size(), {&entries, &RemoteStore::append}, error);
    });
    if (entries.size() != keys.size()) throw Failure(Code::internal, "the host's store left out a key");
    return entries;
  }

  Page scan(const Range& range) override {
    Page page;
    std::uint32_t more = 0;
    callService([&](integration_sink error) {
      return present(table_, INTEGRATION_STORE)
          .scan(call_, toView(range.from), toView(range.to), range.reverse ? 1 : 0, range.limit,
                {&page.entries, &RemoteStore::append}, &more, error);
    });
    page.more = more != 0;
    return page;
  }

  Committed commit(const Commit& commit) override {
    std::vector<integration_op> ops;
    for (const Op& op : commit.ops)
      ops.push_back({sizeof(integration_op), static_cast<std::int32_t>(op.kind), toView(op.key),
                     toView(op.value), op.delta, op.version, static_cast<std::int32_t>(op.expect), 0});
    const integration_commit crossing{sizeof(integration_commit), sizeof(integration_op), ops.data(),
                                      ops.size(), commit.wakeAt};
    integration_commit_result result{sizeof(integration_commit_result), 0, 0};
    TextSink error(64 * 1024);
    const std::int32_t status =
        present(table_, INTEGRATION_STORE).commit(call_, &crossing, &result, error.sink());
    if (status == INTEGRATION_OK) return {Code::ok, result.version, 0};
    if (status == INTEGRATION_ABORTED) return {Code::aborted, 0, result.failed_index};
    throw Failure(readError(status, error.text()));
  }

 private:
  static std::int32_t append(void* context, const integration_entry* entry) noexcept try {
    static_cast<std::vector<Entry>*>(context)->push_back(toEntry(readSized(entry)));
    return INTEGRATION_OK;
  } catch (...) {
    return INTEGRATION_RESOURCE_EXHAUSTED;
  }

  const integration_call* call_;
  const integration_store* table_;
};

class RemoteHttp final : public Http {
 public:
  RemoteHttp(const integration_call* call, const integration_http* table) : call_(call), table_(table) {}

  std::vector<HttpOutcome> send(std::span<const HttpRequest> requests) override {
    std::vector<std::vector<integration_header>> headers;
    std::vector<integration_http_request> crossing;
    for (const HttpRequest& request : requests) {
      headers.push_back(toHeaderViews(request.headers));
      crossing.push_back({sizeof(integration_http_request), request.timeoutMs, toView(request.method),
                          toView(request.url), headers.back().data(), headers.back().size(),
                          toView(request.body), static_cast<std::int32_t>(request.auth), 0,
                          toView(request.secret)});
    }
    std::vector<HttpOutcome> outcomes(requests.size(),
                                      {Code::internal, 0, {}, {}, "the host left out an outcome"});
    callService([&](integration_sink error) {
      return present(table_, INTEGRATION_HTTP)
          .send(call_, crossing.data(), sizeof(integration_http_request), crossing.size(),
                {&outcomes, &RemoteHttp::place}, error);
    });
    return outcomes;
  }

 private:
  static std::int32_t place(void* context, const integration_http_outcome* from) noexcept try {
    auto& outcomes = *static_cast<std::vector<HttpOutcome>*>(context);
    const integration_http_outcome outcome = readSized(from);
    if (outcome.index >= outcomes.size()) return INTEGRATION_OUT_OF_RANGE;
    outcomes[outcome.index] = {codeFromNumber(outcome.status), outcome.http_status,
                               toHeaders(outcome.headers, outcome.header_count),
                               std::string(fromView(outcome.body)), std::string(fromView(outcome.message))};
    return INTEGRATION_OK;
  } catch (...) {
    return INTEGRATION_RESOURCE_EXHAUSTED;
  }

  const integration_call* call_;
  const integration_http* table_;
};

inline std::int32_t appendText(void* context, integration_view value) noexcept try {
  static_cast<std::vector<std::string>*>(context)->emplace_back(fromView(value));
  return INTEGRATION_OK;
} catch (...) {
  return INTEGRATION_RESOURCE_EXHAUSTED;
}

class RemoteSecrets final : public Secrets {
 public:
  RemoteSecrets(const integration_call* call, const integration_secrets* table)
      : call_(call), table_(table) {}

  std::vector<std::string> get(std::string_view name, bool fresh) override {
    std::vector<std::string> values;
    TextSink error(64 * 1024);
    const std::int32_t status =
        present(table_, INTEGRATION_SECRETS)
            .get(call_, toView(name), fresh ? 1 : 0, {&values, &appendText}, error.sink());
    if (status != INTEGRATION_OK && status != INTEGRATION_NOT_FOUND)
      throw Failure(readError(status, error.text()));
    return values;
  }

 private:
  const integration_call* call_;
  const integration_secrets* table_;
};

class RemoteMembers final : public Members {
 public:
  RemoteMembers(const integration_call* call, const integration_members* table)
      : call_(call), table_(table) {}

  MemberCreated create(const std::string& sourceId, const HireFields& member) override {
    TextSink out;
    callService([&](integration_sink error) {
      return present(table_, INTEGRATION_MEMBERS)
          .create(call_, toView(sourceId), toView(toJsonText(member)), out.sink(), error);
    });
    return fromJsonText<MemberCreated>(out.text(), "the host's answer to members.create");
  }
  std::optional<Person> get(const std::string& sourceId) override {
    TextSink out, error(64 * 1024);
    const std::int32_t status =
        present(table_, INTEGRATION_MEMBERS).get(call_, toView(sourceId), out.sink(), error.sink());
    if (status == INTEGRATION_NOT_FOUND) return std::nullopt;
    if (status != INTEGRATION_OK) throw Failure(readError(status, error.text()));
    return fromJsonText<Person>(out.text(), "the host's answer to members.get");
  }
  std::vector<PossibleDuplicate> match(const MatchQuery& query) override {
    TextSink out;
    callService([&](integration_sink error) {
      return present(table_, INTEGRATION_MEMBERS).match(call_, toView(toJsonText(query)), out.sink(), error);
    });
    return fromJsonText<std::vector<PossibleDuplicate>>(out.text(), "the host's answer to members.match");
  }

 private:
  const integration_call* call_;
  const integration_members* table_;
};

class RemoteClock final : public Clock {
 public:
  RemoteClock(const integration_call* call, const integration_clock* table) : call_(call), table_(table) {}
  std::int64_t now() override {
    std::int64_t time = 0;
    callService([&](integration_sink) { return present(table_, INTEGRATION_CLOCK).now(call_, &time); });
    return time;
  }

 private:
  const integration_call* call_;
  const integration_clock* table_;
};

class RemoteRandom final : public Random {
 public:
  RemoteRandom(const integration_call* call, const integration_random* table) : call_(call), table_(table) {}
  void fill(std::span<std::uint8_t> out) override {
    callService([&](integration_sink) {
      return present(table_, INTEGRATION_RANDOM).fill(call_, out.data(), out.size());
    });
  }

 private:
  const integration_call* call_;
  const integration_random* table_;
};

// Without a log service nothing is written: a plugin need not ask.
class RemoteLog final : public Log {
 public:
  RemoteLog(const integration_call* call, const integration_log* table) : call_(call), table_(table) {}
  void write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept override try {
    if (table_ == nullptr) return;
    std::vector<integration_log_field> crossing;
    for (const LogField& field : fields)
      crossing.push_back({sizeof(integration_log_field), static_cast<std::int32_t>(field.dataClass),
                          toView(field.name), toView(field.value)});
    table_->write(call_, static_cast<std::int32_t>(level), toView(event), crossing.data(),
                  sizeof(integration_log_field), crossing.size());
  } catch (...) {
    // A line that can't be logged must not stop the work it tells of.
  }
  void note(std::string_view item) noexcept override {
    if (table_ != nullptr && table_->struct_size >= kSizeWithNote) table_->note(call_, toView(item));
  }

 private:
  static constexpr std::size_t kSizeWithNote = offsetof(integration_log, note) + sizeof(void*);

  const integration_call* call_;
  const integration_log* table_;
};

class RemoteWake final : public Wake {
 public:
  RemoteWake(const integration_call* call, const integration_wake* table) : call_(call), table_(table) {}
  void wake() override {
    callService([&](integration_sink) { return present(table_, INTEGRATION_WAKE).wake(call_); });
  }

 private:
  const integration_call* call_;
  const integration_wake* table_;
};

// The host kit offers every table, and answers so where the host lacks the service.
inline std::int32_t orLacking(std::int32_t status) {
  return status == INTEGRATION_UNIMPLEMENTED ? INTEGRATION_OK : status;
}

// A host that has no such service keeps no lists.
class RemoteLists final : public Lists {
 public:
  RemoteLists(const integration_call* call, const integration_lists* table) : call_(call), table_(table) {}
  std::vector<std::string> get(std::string_view kind) override {
    if (table_ == nullptr) return {};
    std::vector<std::string> values;
    callService([&](integration_sink error) {
      return orLacking(table_->get(call_, toView(kind), {&values, &appendText}, error));
    });
    return values;
  }

 private:
  const integration_call* call_;
  const integration_lists* table_;
};

// A host that has no such service tells nobody.
class RemoteNotices final : public Notices {
 public:
  RemoteNotices(const integration_call* call, const integration_notices* table)
      : call_(call), table_(table) {}
  void tell(const Notice& notice) override {
    if (table_ == nullptr) return;
    callService([&](integration_sink error) {
      return orLacking(table_->tell(call_, toView(toJsonText(notice)), error));
    });
  }

 private:
  const integration_call* call_;
  const integration_notices* table_;
};

}  // namespace integration::detail
