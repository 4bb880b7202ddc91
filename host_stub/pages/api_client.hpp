// Calls the HTTP API in this process for the user who is signed in. So pages can't show or do what it
// refuses.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "api/api.hpp"
#include "pages/parameters.hpp"

namespace host_stub {

// A refusal of the API. body: its answer.
class ApiProblem : public std::exception {
 public:
  ApiProblem(int status, integration::Json body) : status_(status), body_(std::move(body)) {
    message_ = body_.value("message", "Something went wrong here.");
  }
  int status() const { return status_; }
  const integration::Json& body() const { return body_; }
  const char* what() const noexcept override { return message_.c_str(); }
  // Under their fields, empty if it names none.
  std::vector<integration::Issue> issues() const;

 private:
  int status_;
  integration::Json body_;
  std::string message_;
};

// Lives as long as the request.
class ApiClient {
 public:
  ApiClient(const Api& api, const User& user) : api_(api), user_(user) {}

  // The answer's body, {} where it has none. Throws ApiProblem.
  integration::Json get(const std::string& path, const Parameters& query = {}) const {
    return send("GET", path, nullptr, query);
  }
  integration::Json send(const std::string& method, const std::string& path,
                         const integration::Json& body = nullptr, const Parameters& query = {}) const;

 private:
  const Api& api_;
  const User& user_;
};

}  // namespace host_stub
