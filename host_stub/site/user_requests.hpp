// The requests of people and of their programs: pages, the HTTP API and metrics.
#pragma once

#include <string>

#include "api/api.hpp"
#include "net/server/web.hpp"
#include "pages/pages.hpp"

namespace host_stub {

// Thread-safe.
class UserRequests {
 public:
  // publicUrl: not copied, since it may become known later.
  UserRequests(Platform& platform, ConnectionHub& hub, ConnectionRemover& removals,
               const std::string& publicUrl);

  // Returns whether admit() must look somebody up, which may block.
  static bool mustLookUp(const RequestHead& head);
  // Decides who asks, and whether this role may, from the head alone.
  Admission admit(const RequestHead& head);
  // Answers a request with the asker that admit() has found.
  WebResponse answer(const WebRequest& request);
  // Returns the name of the share of threads for the request: the company of its user. Strangers have one
  // share together.
  static std::string share(const WebRequest& request);
  // Returns the slots of the connection that the path names. Returns null if it names none, or its data can't
  // be read.
  std::shared_ptr<integration::CallSlots> slots(const WebRequest& request);

 private:
  Admission admitToApi(const RequestHead& head);
  Admission admitToPages(const RequestHead& head);
  WebResponse metrics(const RequestHead& head);
  std::optional<User> authenticate(const RequestHead& head);

  Platform& platform_;
  ConnectionHub& hub_;
  Api api_;
  Pages pages_;
};

}  // namespace host_stub
