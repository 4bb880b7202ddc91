#include "hosting/connections/claims.hpp"

namespace host_stub {

Claims::Claim::Claim(Claims& claims, std::string key, const integration::Failure& ifTaken)
    : claims_(claims), key_(std::move(key)) {
  std::unique_lock lock(claims_.mutex_);
  if (!claims_.released_.wait_for(lock, claims_.patience_,
                                  [&] { return claims_.taken_.insert(key_).second; }))
    throw ifTaken;
}

Claims::Claim::~Claim() {
  {
    const std::lock_guard lock(claims_.mutex_);
    claims_.taken_.erase(key_);
  }
  claims_.released_.notify_all();
}

}  // namespace host_stub
