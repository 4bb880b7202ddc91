// A browser without scripts: it keeps its cookie and sends forms.
#pragma once

#include "acme/host_process.hpp"

namespace host_stub_test {

using Headers = std::map<std::string, std::string>;

class Browser {
 public:
  explicit Browser(const Host& host) : host_(host) {}

  HttpAnswer get(const std::string& path, Headers headers = {}) const {
    headers["Accept"] = "text/html";
    if (!cookie_.empty()) headers["Cookie"] = cookie_;
    return host_.send("GET", host_.url() + path, "", headers);
  }
  HttpAnswer post(const std::string& path, const std::string& form, Headers headers = {}) const {
    headers.emplace("Content-Type", "application/x-www-form-urlencoded");
    if (!cookie_.empty()) headers["Cookie"] = cookie_;
    return host_.send("POST", host_.url() + path, form, headers);
  }
  HttpAnswer signIn(const std::string& token) {
    HttpAnswer answer = post("/sign-in", "token=" + token);
    const std::string set = answer.headers["Set-Cookie"];
    cookie_ = set.substr(0, set.find(';'));
    return answer;
  }
  // Returns the token that forms of the pages send back.
  std::string formToken() const {
    const std::string page = get("/people").body, before = "name=\"formToken\" value=\"";
    const std::size_t at = page.find(before);
    return at == std::string::npos ? "" : page.substr(at + before.size(), 64);
  }
  bool isSignedIn() const { return get("/people", {{"Sec-Fetch-Site", "same-origin"}}).status == 200; }

 private:
  const Host& host_;
  std::string cookie_;
};

}  // namespace host_stub_test
