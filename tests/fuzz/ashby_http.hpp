// The simulator's Ashby behind a plugin's http, without sockets. A fuzzer may change its answers by `meddle`.
#pragma once

#include <functional>
#include <string>

#include "integration/testing/fake_http.hpp"
#include "world/signature.hpp"
#include "world/world.hpp"

namespace fuzzing {

class AshbyHttp {
 public:
  // key: the valid API key. now: returns the time in Ashby, in Unix ms.
  AshbyHttp(std::string key, std::function<std::int64_t()> now) : key_(std::move(key)), now_(std::move(now)) {
    world.api.keys.add("key", ashby_simulator::ApiKeys::readScopes(), key_, now_());
    http.handle([this](const integration::HttpRequest& request) { return answer(request); });
  }
  AshbyHttp(const AshbyHttp&) = delete;
  AshbyHttp& operator=(const AshbyHttp&) = delete;

  ashby_simulator::World world{1};
  integration::test::FakeHttp http;
  std::function<void(const std::string& endpoint, integration::HttpOutcome&)> meddle;

 private:
  integration::HttpOutcome answer(const integration::HttpRequest& request) {
    const std::string path = request.url.substr(std::string_view("https://api.ashbyhq.com").size());
    ashby_simulator::Request asked{
        request.method, path, {{"Authorization", ashby_simulator::authorizationOf(key_)}}, request.body};
    for (const auto& header : request.headers) asked.headers.emplace_back(header.name, header.value);
    ashby_simulator::Response given = world.answer(asked, now_());
    integration::HttpOutcome outcome{integration::Code::ok, given.status, {}, std::move(given.body), {}};
    for (auto& [name, value] : given.headers) outcome.headers.push_back({std::move(name), std::move(value)});
    if (meddle) meddle(path.substr(1), outcome);
    return outcome;
  }

  const std::string key_;
  const std::function<std::int64_t()> now_;
};

}  // namespace fuzzing
