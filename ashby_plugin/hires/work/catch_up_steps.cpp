#include <algorithm>
#include <set>

#include "fields/source_id.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/work/catch_up.hpp"
#include "hires/work/deferred_tasks.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::CatchUpItem;
using integration::Commit;
using integration::Op;

constexpr std::size_t kPerCommit = 30;  // each takes up to four of a commit's 128 ops
constexpr std::size_t kNamedTogether = 10;
constexpr std::int64_t kLookEveryMs = 5000, kLookSeldomMs = 3600000;

// Returns the lines of a page that may count and aren't here.
std::vector<ListedApplication> notHere(Call& call, std::vector<ListedApplication> page, std::int64_t from) {
  std::set<std::string> seen;
  std::erase_if(page, [&](const ListedApplication& line) {
    return !isId(line.id) || !line.mayBeHired || !seen.insert(line.id).second ||
           integration::parseTime(line.updatedAt.value_or("")).value_or(from) < from;
  });
  std::vector<ListedApplication> open;
  for (std::size_t at = 0; at < page.size(); at += integration::Store::kMaxKeys) {
    const std::size_t to = std::min(page.size(), at + integration::Store::kMaxKeys);
    std::vector<std::string> wanted;
    for (std::size_t i = at; i < to; ++i) wanted.push_back(keys::application(page[i].id));
    const auto entries = call.store().get(wanted);
    for (std::size_t i = at; i < to; ++i) {
      const auto identity = decode<ApplicationRecord>(entries[i - at]);
      if (!identity || identity->fate == HireStatus::ignored) open.push_back(std::move(page[i]));
    }
  }
  return open;
}

// Removes the lines of a page that an earlier run has dealt with.
void leaveOutRead(std::vector<ListedApplication>& page, const Text& behind) {
  const auto last = std::find_if(page.begin(), page.end(),
                                 [&](const ListedApplication& line) { return line.id == behind; });
  if (last != page.end()) page.erase(page.begin(), last + 1);
}

// Puts them into the inbox. An item that this catch-up has already put there isn't counted again.
void enqueueAll(Call& call, const CatchUp& catchUp, const std::vector<ListedApplication>& lines,
                std::int64_t from) {
  for (std::size_t at = 0; at < lines.size(); at += kPerCommit) {
    const std::size_t to = std::min(lines.size(), at + kPerCommit);
    untilCommitted([&]() -> std::optional<bool> {
      const std::int64_t now = call.clock().now();
      std::vector<std::string> wanted;
      for (std::size_t i = at; i < to; ++i) wanted.push_back(keys::inbox(lines[i].id));
      const auto entries = call.store().get(wanted);
      Commit commit;
      std::int64_t found = 0;
      for (std::size_t i = at; i < to; ++i) {
        const auto& entry = entries[i - at];
        const auto item = decode<InboxItem>(entry);
        if (item && item->catchUp == catchUp.id) continue;
        enqueue(commit, entry,
                {lines[i].id, lines[i].updatedAt.value_or(""), 0, false, false, from, catchUp.id}, now);
        ++found;
      }
      if (found == 0) return true;
      commit.ops.push_back(Op::add(catchUpCounter(catchUp.id, "found"), found));
      return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
    });
  }
}

// Returns the hire that a dry run would import, with what was read of the person.
std::optional<CatchUpItem> itemOf(const SourceHire& hire, std::int64_t from, const Settings& settings) {
  const SourceApplication& application = hire.application();
  const auto moment = hire.hireMoment();
  if (!application.isHired || (moment && *moment < from)) return std::nullopt;
  const auto& scope = settings.chosen().scope;
  if (scope && !hire.outsideOf(*scope).empty()) return std::nullopt;
  return CatchUpItem{application.id, application.personName, application.jobTitle,
                     moment ? Text(integration::formatTime(*moment)) : std::nullopt};
}

// Reads them, and keeps whom it would import. catchUp: is behind those that were read.
SourceError nameAll(Call& call, HireSource& source, CatchUp& catchUp,
                    const std::vector<ListedApplication>& lines, const Settings& settings,
                    std::int64_t from) {
  const bool scoped = settings.chosen().scope.has_value();
  for (std::size_t at = 0; at < lines.size(); at += kNamedTogether) {
    const std::size_t to = std::min(lines.size(), at + kNamedTogether);
    std::vector<std::string> ids;
    for (std::size_t i = at; i < to; ++i) ids.push_back(lines[i].id);
    const std::unique_ptr<HireBatch> hires = source.readApplications(ids);
    std::vector<RestOfHire> wanted;
    for (std::size_t i = 0; i < hires->size(); ++i)
      if (const SourceHire& hire = hires->at(i); hire.ok() && (scoped || !hire.hireMoment()))
        wanted.push_back({i, true});
    if (!wanted.empty()) hires->readRest(settings.chosen(), wanted);
    std::vector<Op> puts;
    std::vector<std::string> itemKeys;
    for (std::size_t i = 0; i < hires->size(); ++i) {
      const SourceHire& hire = hires->at(i);
      if (!hire.ok() && hire.error().kind != ErrorKind::refused) return hire.error();
      const auto item = hire.ok() ? itemOf(hire, from, settings) : std::nullopt;
      if (!item) continue;
      itemKeys.push_back(keys::kCatchUpItems + item->applicationId);
      puts.push_back(Op::put(itemKeys.back(), encode(*item)));
    }
    catchUp.behind = lines[to - 1].id;
    if (puts.empty()) continue;
    const auto entries = call.store().get(itemKeys);
    const auto added =
        std::count_if(entries.begin(), entries.end(), [](const auto& entry) { return !entry.present(); });
    if (added != 0) puts.push_back(Op::add(catchUpCounter(catchUp.id, "found"), added));
    (void)call.store().commit({std::move(puts), 0});
  }
  return {};
}

// The record is changed by run_work, which is serial, and by a cancellation, which wins.
void advance(Call& call, const Kept<CatchUp>& kept, const CatchUp& next, std::vector<Op> also = {}) {
  Commit commit;
  commit.ops = std::move(also);
  commit.ops.push_back(Op::put(keys::kCatchUp, encode(next)).ifVersion(kept.entry.version));
  commit.wakeAt = next.dueAt;
  (void)call.store().commit(commit);
}

void finish(Call& call, const Kept<CatchUp>& kept, std::int64_t now) {
  CatchUp done = kept.value;
  done.state = "done";
  done.finishedAt = now;
  done.dueAt = 0;
  std::vector<Op> ops;
  ops.push_back(record(
      call, now,
      {"catch-up",
       "ok",
       std::string(done.dryRun ? "dry run done" : "done") + ", pages read: " + std::to_string(done.pages) +
           (done.unnamed
                ? "; lines without an id, which nobody could be read by: " + std::to_string(*done.unnamed)
                : ""),
       {},
       {},
       1,
       {}}));
  if (done.dryRun) scheduleForgetting(ops, now + kCatchUpItemsKeptMs);
  advance(call, kept, done, std::move(ops));
}

// Whether all that was put into the inbox has been dealt with.
void lookWhetherDone(Call& call, const Kept<CatchUp>& kept) {
  const std::int64_t now = call.clock().now();
  if (readCatchUp(call, {kept.value.id}).waiting == 0) return finish(call, kept, now);
  CatchUp next = kept.value;
  next.dueAt = now + std::clamp((now - next.startedAt) / 4, kLookEveryMs, kLookSeldomMs);
  advance(call, kept, next);
}

}  // namespace

SourceError stepCatchUp(Call& call, HireSource& source, const Settings& settings) {
  const auto kept = load<CatchUp>(call.store(), keys::kCatchUp);
  if (kept.value.state == "importing") {
    lookWhetherDone(call, kept);
    return {};
  }
  CatchUp next = kept.value;
  const std::int64_t from = integration::startOfDay(*integration::parseDate(next.from));
  ApplicationPage page = source.listHired(next.cursor);
  const auto unnamed = static_cast<std::uint32_t>(
      page.listed - static_cast<std::size_t>(std::ranges::count_if(
                        page.lines, [](const ListedApplication& line) { return isId(line.id); })));
  leaveOutRead(page.lines, next.behind);
  SourceError error = page.error;
  if (page.error.ok()) {
    const auto open = notHere(call, std::move(page.lines), from);
    if (next.dryRun)
      error = nameAll(call, source, next, open, settings, from);
    else
      enqueueAll(call, next, open, from);
  }
  const std::int64_t now = call.clock().now();
  if (error.kind == ErrorKind::outOfTime && next.behind != kept.value.behind) {
    next.dueAt = now;  // the rest of the page
    advance(call, kept, next);
    return {};
  }
  if (!error.ok()) {
    // A spent cursor: from the first page again; what was found is known by then.
    if (error.refusesCall) next.cursor.clear();
    next.dueAt = now + std::max(error.retryAfterMs, retryDelay(++next.attempts, now - next.startedAt));
    advance(call, kept, next);
    return error;
  }
  next.behind.reset();
  ++next.pages;
  next.seen += page.listed;
  if (unnamed != 0) next.unnamed = next.unnamed.value_or(0) + unnamed;
  next.attempts = 0;
  next.cursor = page.nextCursor;
  next.dueAt = now;
  if (next.cursor.empty()) next.state = "importing";
  advance(call, kept, next);
  return {};
}

}  // namespace ashby
