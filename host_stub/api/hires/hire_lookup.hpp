// The new hire that a request's path names, and how a reviewer is shown it.
#pragma once

#include "api/endpoint.hpp"

namespace host_stub {

// A new hire's id names its connection: "<connection>-<id within it>".
struct FoundHire {
  std::shared_ptr<LiveConnection> connection;
  std::string id;  // within the connection
};

FoundHire locateHire(ConnectionHub& hub, const RequestContext& request);

// As it is now. Throws Failure(notFound).
integration::NewHire freshHire(const FoundHire& located,
                               LiveConnection::Ask ask = LiveConnection::Ask::forDuplicates);

// The person that the hire is, if it is one already.
std::optional<Member> personOf(Platform& platform, const FoundHire& located,
                               const integration::NewHire& hire);

// With what the platform itself knows of it: memberDetails, and personId where it is a member.
integration::Json reviewOf(Platform& platform, const FoundHire& located, integration::NewHire hire);

}  // namespace host_stub
