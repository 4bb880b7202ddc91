#include "ashby/webhook/rejection.hpp"

#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/settings.hpp"
#include "hires/work/reconciliation.hpp"

namespace ashby {
namespace {

constexpr std::int64_t kMinuteMs = 60000;
constexpr std::uint32_t kCountedPerMinute = 100;

constexpr char kMissing[] =
    "a delivery without Ashby-Signature was refused: enter the Secret Token in Ashby's webhook";
constexpr char kWrong[] =
    "a delivery with a wrong signature was refused: the Secret Token in Ashby's webhook is not this "
    "connection's";
constexpr char kTooLarge[] = "a delivery whose body is larger than 4 MiB was refused";

const char* textOf(RejectedFor reason) {
  switch (reason) {
    case RejectedFor::missingSignature:
      return kMissing;
    case RejectedFor::wrongSignature:
      return kWrong;
    case RejectedFor::size:
      return kTooLarge;
  }
  return "";
}

// Returns the value of Rejections::unresolved after such a refusal: one for its size tells nothing of the
// secret.
integration::Text unresolvedAfter(const Rejections& rejections, RejectedFor reason) {
  switch (reason) {
    case RejectedFor::missingSignature:
      return kNotSigned;
    case RejectedFor::wrongSignature:
      return kOtherSecret;
    case RejectedFor::size:
      break;
  }
  return rejections.unresolved;
}

// The id of the line that counts such refusals.
integration::Text& lineOf(Rejections& rejections, RejectedFor reason) {
  switch (reason) {
    case RejectedFor::missingSignature:
      return rejections.missingId;
    case RejectedFor::wrongSignature:
      return rejections.wrongId;
    case RejectedFor::size:
      break;
  }
  return rejections.tooLargeId;
}

}  // namespace

void rememberRejection(integration::Call& call, std::int64_t now, RejectedFor reason) try {
  untilCommitted([&]() -> std::optional<bool> {
    integration::Commit commit;
    requestSweep(call, commit, now, SweepReason::rejectedDelivery);
    auto kept = load<Rejections>(call.store(), keys::kRejections);
    if (kept.value.minute != now - now % kMinuteMs)
      kept.value = {now - now % kMinuteMs, {}, {}, {}, kept.value.unresolved};
    kept.value.unresolved = unresolvedAfter(kept.value, reason);
    integration::Text& line = lineOf(kept.value, reason);
    const auto earlier = findActivity(call, line.value_or(""));
    const std::uint32_t count = earlier ? earlier->attempts : 0;
    if (count < kCountedPerMinute) {
      if (!earlier) line = newId(call, now);
      commit.ops.push_back(
          integration::Op::put(keys::kRejections, encode(kept.value)).ifVersion(kept.entry.version));
      commit.ops.push_back(
          record(call, now, {"webhook", "rejected", textOf(reason), {}, {}, count + 1, *line}));
    }
    return commit.ops.empty() || call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
} catch (const integration::Failure&) {
  // The store is too busy, or fails: the regular comparison finds what the delivery told all the same.
}

}  // namespace ashby
