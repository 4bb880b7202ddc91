#include "webhook/rejection.hpp"

#include "connection/settings.hpp"
#include "hires/activity.hpp"
#include "hires/ledger.hpp"
#include "hires/sweep.hpp"

namespace ashby {
namespace {

constexpr std::int64_t kMinuteMs = 60000;
constexpr std::uint32_t kCountedPerMinute = 100;

constexpr char kMissing[] =
    "a delivery without Ashby-Signature was refused: enter the Secret Token in Ashby's webhook";
constexpr char kWrong[] =
    "a delivery with a wrong signature was refused: the Secret Token in Ashby's webhook is not this "
    "connection's";

}  // namespace

void rememberRejection(integration::Call& call, std::int64_t now, bool signatureGiven) {
  untilCommitted([&]() -> std::optional<bool> {
    integration::Commit commit;
    requestSweep(call, commit, now, SweepReason::rejectedDelivery);
    auto kept = load<Rejections>(call.store(), keys::kRejections);
    if (kept.value.minute != now - now % kMinuteMs) kept.value = {now - now % kMinuteMs, {}, {}};
    std::string& line = signatureGiven ? kept.value.wrongId : kept.value.missingId;
    const auto earlier = findActivity(call, line);
    const std::uint32_t count = earlier ? earlier->attempts : 0;
    if (count < kCountedPerMinute) {
      if (!earlier) line = newId(call, now);
      commit.ops.push_back(
          integration::Op::put(keys::kRejections, encode(kept.value)).ifVersion(kept.entry.version));
      commit.ops.push_back(record(
          call, now, {"webhook", "rejected", signatureGiven ? kWrong : kMissing, {}, {}, count + 1, line}));
    }
    return commit.ops.empty() || call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
}

}  // namespace ashby
