// Keeps forms that were sent after their session had ended. They stay in memory until their senders sign in
// again, so that nothing typed is lost.
#pragma once

#include <map>
#include <mutex>

#include "pages/page.hpp"

namespace host_stub {

// Thread-safe.
class KeptForms {
 public:
  static constexpr std::int64_t kKeptMs = 10LL * 60 * 1000;
  static constexpr std::size_t kMaxBytes = 64 * 1024;  // of one
  static constexpr std::size_t kMaxOfUser = 8;

  void addTo(PageRoutes& routes);

  // Returns false, and keeps nothing, if the form is too large, holds secrets, or its user has kMaxOfUser
  // already. A later form of the same path takes the place of the earlier.
  bool keep(const std::string& userId, const std::string& path, Parameters form, std::int64_t now);
  // Forgets the user's form of this path: it was sent.
  void forget(const std::string& userId, const std::string& path);
  // Returns whether the user has a form that is kept.
  bool has(const std::string& userId, std::int64_t now);

 private:
  struct Form {
    Parameters fields;
    std::int64_t until;  // Unix ms
  };
  using FormsOfUser = std::map<std::string, Form>;  // by path

  WebResponse show(const PageRequest& request);
  WebResponse drop(const PageRequest& request);
  void dropOld(std::int64_t now);

  std::mutex mutex_;
  std::map<std::string, FormsOfUser> forms_;  // by user id
};

}  // namespace host_stub
