// The ids of the extensions that hosts know, with what each is asked and answers.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// user action: brings a discarded hire back; unavailable where its data is gone and the source can't be read
// now.
inline constexpr char kRestore[] = "integration.restore/1";
struct RestoreRequest {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(RestoreRequest, (), (id))

// user action: reconcile with the source soon.
inline constexpr char kSync[] = "integration.sync/1";
struct SyncRequest {};
BOOST_DESCRIBE_STRUCT(SyncRequest, (), ())

// query: what happened on this connection, newest first; no personal data.
inline constexpr char kActivity[] = "integration.activity/1";
struct ActivityQuery {
  std::uint32_t limit = 100;
  Text before;  // the id of the last item already seen
};
BOOST_DESCRIBE_STRUCT(ActivityQuery, (), (limit, before))

// kind: webhook, import, promote, discard, ...; outcome: ok, ignored, retrying, failed, rejected.
struct Activity {
  std::string id, at, kind, outcome, reason;
  Text applicationId, hireId;
  std::uint32_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(Activity, (), (id, at, kind, outcome, reason, applicationId, hireId, attempts))
struct ActivityPage {
  std::uint64_t total = 0;
  std::vector<Activity> data;
};
BOOST_DESCRIBE_STRUCT(ActivityPage, (), (total, data))

// user action: try a failed import again now.
inline constexpr char kRetry[] = "integration.retry/1";
struct RetryRequest {
  std::string id;  // of the activity
};
BOOST_DESCRIBE_STRUCT(RetryRequest, (), (id))

// query: why an application, e-mail or name is or isn't among the new hires, in one sentence.
inline constexpr char kWhy[] = "integration.why/1";
struct WhyQuery {
  std::string q;
};
BOOST_DESCRIBE_STRUCT(WhyQuery, (), (q))
struct WhyAnswer {
  bool found = false;
  std::string state, reason;
};
BOOST_DESCRIBE_STRUCT(WhyAnswer, (), (found, state, reason))

// What a connection leaves behind when it is deleted, and the company's next one honours: ids without
// personal data.
struct Handled {
  std::string sourceId;
  HireState state = HireState::discarded;
  std::string at;
};
BOOST_DESCRIBE_STRUCT(Handled, (), (sourceId, state, at))
struct HandledPage {
  std::vector<Handled> data;
  Text next;  // ask on from here; null at the end
};
BOOST_DESCRIBE_STRUCT(HandledPage, (), (data, next))
// query: page by page, before the deletion.
inline constexpr char kGiveHandled[] = "integration.give-handled/1";
struct GiveHandled {
  Text from;
};
BOOST_DESCRIBE_STRUCT(GiveHandled, (), (from))
// user action: at most 100 at a time, before the first enable.
inline constexpr char kTakeHandled[] = "integration.take-handled/1";
struct TakeHandled {
  std::vector<Handled> data;
};
BOOST_DESCRIBE_STRUCT(TakeHandled, (), (data))

}  // namespace integration
