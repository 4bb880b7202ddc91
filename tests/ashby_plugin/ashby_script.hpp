// Ashby for these tests: the simulator's world behind the fake host's http, without sockets. A test can
// replace single answers, and make things happen while a call is under way.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "integration/testing/fake_host.hpp"
#include "world/signature.hpp"
#include "world/world.hpp"

namespace ashby::test {

class AshbyScript {
 public:
  using Happening = std::function<void()>;

  explicit AshbyScript(integration::test::FakeHost& host) : host_(host) {
    world.api.keys.add("key", ashby_simulator::ApiKeys::readScopes(), kKey, host.clock.now());
    host.http.handle([this](const integration::HttpRequest& request) { return answer(request); });
  }
  AshbyScript(const AshbyScript&) = delete;
  AshbyScript& operator=(const AshbyScript&) = delete;

  static constexpr char kKey[] = "the-admins-api-key";
  static constexpr char kOldKey[] = "a-key-that-ashby-refuses";

  ashby_simulator::World world{7};
  bool reachable = true;
  std::int64_t takesMs = 0;  // how long each request takes; requests run one after the other

  // Sets the answer to the next call of this endpoint.
  void answerNext(const std::string& endpoint, int status, std::string body,
                  std::vector<integration::Header> headers = {}) {
    host_.http.answer(urlOf(endpoint),
                      {integration::Code::ok, status, std::move(headers), std::move(body), {}});
  }
  // Answers calls of this endpoint with `status` if their body contains `about`. Lasts for `times` calls (-1:
  // until recover()). retryAfter: seconds.
  void fail(const std::string& endpoint, int status, const std::string& about = {}, int times = -1,
            std::optional<int> retryAfter = {}) {
    world.api.faults.add({.kind = "status",
                          .endpoint = endpoint,
                          .bodyContains = about,
                          .remaining = times,
                          .status = status,
                          .retryAfter = retryAfter});
  }
  // Lets such calls time out, until recover().
  void hang(const std::string& endpoint, const std::string& about = {}) {
    world.api.faults.add({.kind = "hang", .endpoint = endpoint, .bodyContains = about, .remaining = -1});
  }
  void fault(const std::string& kind, const std::string& endpoint, int times = -1) {
    world.api.faults.add({.kind = kind, .endpoint = endpoint, .remaining = times});
  }
  void recover() {
    world.api.faults.clear();
    slow_.clear();
    replaced_.clear();
  }

  // Answers calls of this endpoint with 200 and `body` if their body contains `about`, until recover().
  void replace(const std::string& endpoint, const std::string& about, std::string body) {
    replaced_.push_back({endpoint, about, std::move(body)});
  }

  // Delays calls of this endpoint by `ms` if their body contains `about`, until recover().
  void slow(const std::string& endpoint, const std::string& about, std::int64_t ms) {
    slow_[endpoint] = {about, ms};
  }

  // Runs `happening` once: after Ashby's next answer at this endpoint, before the plugin gets it.
  void during(const std::string& endpoint, Happening happening) {
    during_[endpoint].push_back(std::move(happening));
  }

  std::uint64_t calls(const std::string& endpoint) const {
    const auto found = world.api.callCounts().find(endpoint);
    return found == world.api.callCounts().end() ? 0 : found->second;
  }
  std::uint64_t calls() const { return host_.http.requests().size(); }

 private:
  static std::string urlOf(const std::string& endpoint) { return "https://api.ashbyhq.com/" + endpoint; }

  integration::HttpOutcome answer(const integration::HttpRequest& request) {
    using integration::Code;
    if (takesMs != 0) host_.clock.advance(takesMs);
    if (!reachable) return {Code::unavailable, 0, {}, {}, "connection refused"};
    if (host_.secrets.get(request.secret, false).empty())
      return {Code::failedPrecondition, 0, {}, {}, "no such secret"};
    const std::string endpoint = request.url.substr(urlOf("").size());
    ashby_simulator::Request asked{
        request.method,
        "/" + endpoint,
        {{"Authorization", ashby_simulator::authorizationOf(host_.secrets.get(request.secret, false).at(0))}},
        request.body};
    for (const auto& header : request.headers) asked.headers.emplace_back(header.name, header.value);
    if (const auto slow = slow_.find(endpoint);
        slow != slow_.end() && request.body.find(slow->second.first) != std::string::npos)
      host_.clock.advance(slow->second.second);
    ashby_simulator::Response given = world.answer(asked, host_.clock.now());
    if (auto& happenings = during_[endpoint]; !happenings.empty()) {
      const Happening happening = std::move(happenings.front());
      happenings.pop_front();
      happening();
    }
    for (const Replaced& one : replaced_)
      if (one.endpoint == endpoint && request.body.find(one.about) != std::string::npos)
        return {Code::ok, 200, {}, one.body, {}};
    using Transport = ashby_simulator::Response::Transport;
    if (given.transport == Transport::hang) return {Code::deadlineExceeded, 0, {}, {}, "no answer in time"};
    if (given.transport == Transport::drop) return {Code::unavailable, 0, {}, {}, "connection reset"};
    if (given.transport == Transport::halfBody)
      return {Code::unavailable, 0, {}, {}, "connection broken off"};
    integration::HttpOutcome outcome{Code::ok, given.status, {}, given.body, {}};
    for (const auto& [name, value] : given.headers) outcome.headers.push_back({name, value});
    return outcome;
  }

  integration::test::FakeHost& host_;
  std::map<std::string, std::deque<Happening>> during_;
  std::map<std::string, std::pair<std::string, std::int64_t>> slow_;
  struct Replaced {
    std::string endpoint, about, body;
  };
  std::vector<Replaced> replaced_;
};

}  // namespace ashby::test
