// The ids of the extensions that hosts know, with what each is asked and answers.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "integration/json_values.hpp"
#include "integration/new_hire.hpp"

namespace integration {

// source action: brings a discarded hire back; unavailable where its data is gone and the source can't be
// read now.
inline constexpr char kRestore[] = "integration.restore/1";
struct RestoreRequest {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(RestoreRequest, (), (id))

// user action: keeps a reviewer's edits on a new hire that isn't added yet. fields: as in promote; revert:
// the fields that follow the source again. Asked again with the same edit, it says that the difference was
// seen.
inline constexpr char kEdit[] = "integration.edit/1";
struct EditRequest {
  std::string id;
  std::map<std::string, Text> fields;
  std::vector<std::string> revert;
  Text ifVersion;
};
BOOST_DESCRIBE_STRUCT(EditRequest, (), (id, fields, revert, ifVersion))

// source action: a link to one of a new hire's files, which ends soon.
inline constexpr char kDocumentLink[] = "integration.document-link/1";
struct DocumentQuery {
  std::string hireId, fileId;
};
BOOST_DESCRIBE_STRUCT(DocumentQuery, (), (hireId, fileId))
struct DocumentLink {
  std::string name, url;
};
BOOST_DESCRIBE_STRUCT(DocumentLink, (), (name, url))

// source action: what the source has to choose from in the settings. kind: customField, department, location,
// job. of: what a custom field belongs to (candidate, application, offer, job).
inline constexpr char kSourceChoices[] = "integration.source-choices/1";
struct SourceChoicesQuery {
  std::string kind;
};
BOOST_DESCRIBE_STRUCT(SourceChoicesQuery, (), (kind))
struct SourceChoice {
  std::string id, name;
  Text of, type;
};
BOOST_DESCRIBE_STRUCT(SourceChoice, (), (id, name, of, type))
struct SourceChoices {
  std::vector<SourceChoice> data;
};
BOOST_DESCRIBE_STRUCT(SourceChoices, (), (data))

// source action: tells what `configure` with these settings would change of the new hires that wait, and
// changes nothing, not even the activity. It refuses what `configure` refuses, with the same error and
// issues, and throws unavailable if the source can't be asked now.
inline constexpr char kPreviewSettings[] = "integration.preview-settings/1";
struct PreviewSettings {
  RawJson settings;  // as `configure` gets them
};
BOOST_DESCRIBE_STRUCT(PreviewSettings, (), (settings))
// A field of a new hire that would change. "state" as a field: it would leave the list.
struct SettingsExample {
  std::string id, name, field;
  Text before, after;
};
BOOST_DESCRIBE_STRUCT(SettingsExample, (), (id, name, field, before, after))
struct SettingsPreview {
  std::uint64_t waiting = 0;              // new hires that wait
  std::uint64_t lookedAt = 0;             // of them, those that there was time for
  std::uint64_t changes = 0;              // of those, how many would change
  std::vector<SettingsExample> examples;  // at most three, each of another new hire
};
BOOST_DESCRIBE_STRUCT(SettingsPreview, (), (waiting, lookedAt, changes, examples))

// user action: imports whoever was hired from a date on, however long ago that is. dryRun: only says whom it
// would import. One at a time: failed_precondition while another is under way.
inline constexpr char kStartCatchUp[] = "integration.catch-up/1";
struct StartCatchUp {
  std::string from;  // a date
  bool dryRun = false;
};
BOOST_DESCRIBE_STRUCT(StartCatchUp, (), (from, dryRun))
struct CatchUpStarted {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(CatchUpStarted, (), (id))
// query: how far it is. state: listing, importing, done, cancelled. pages: of the source's list; seen: hires
// on them; found: those that count and aren't here yet; then what became of these. items: whom a dry run
// would import, at most 1,000 of them.
inline constexpr char kCatchUpProgress[] = "integration.catch-up-progress/1";
struct CatchUpId {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(CatchUpId, (), (id))
struct CatchUpItem {
  std::string applicationId;
  Text name, jobTitle, hiredAt;
};
BOOST_DESCRIBE_STRUCT(CatchUpItem, (), (applicationId, name, jobTitle, hiredAt))
struct CatchUpProgress {
  std::string id, state, from;
  bool dryRun = false;
  std::string startedAt;
  Text finishedAt;
  std::uint64_t pages = 0, seen = 0, found = 0, imported = 0, skipped = 0, waiting = 0;
  std::vector<CatchUpItem> items;
};
BOOST_DESCRIBE_STRUCT(CatchUpProgress, (),
                      (id, state, from, dryRun, startedAt, finishedAt, pages, seen, found, imported, skipped,
                       waiting, items))
// user action: nothing more is begun of it; what it has imported stays.
inline constexpr char kCancelCatchUp[] = "integration.catch-up-cancel/1";

// query: which of this connection's hires may be the same person. sourceId: also the same application.
inline constexpr char kMatch[] = "integration.match/1";
struct Matches {
  std::vector<PossibleDuplicate> data;
};
BOOST_DESCRIBE_STRUCT(Matches, (), (data))

// user action: reconcile with the source soon.
inline constexpr char kSync[] = "integration.sync/1";
struct SyncRequest {};
BOOST_DESCRIBE_STRUCT(SyncRequest, (), ())

// query: what happened on this connection, newest first; no personal data.
inline constexpr char kActivity[] = "integration.activity/1";
struct ActivityQuery {
  std::uint32_t limit = 100;
  Text before;         // the id of the last item already seen
  Text kind, outcome;  // only these
};
BOOST_DESCRIBE_STRUCT(ActivityQuery, (), (limit, before, kind, outcome))

// kind: webhook, import, promote, ...; outcome: ok, ignored, withdrawn, differs, retrying, failed, rejected.
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

// user action: try a failed import again now; without an id, all that failed.
inline constexpr char kRetry[] = "integration.retry/1";
struct RetryRequest {
  Text id;  // of the activity
};
BOOST_DESCRIBE_STRUCT(RetryRequest, (), (id))

// user action: sets a work item aside, which the plugin named with log.note while its run_work crashed the
// host, so that the next run doesn't begin with it. It is kept, told to people and tried again much later, or
// when a person asks for it. Nothing happens if there is no such item.
inline constexpr char kSetAside[] = "integration.set-aside/1";
struct SetAsideRequest {
  std::string item;    // as it was named
  std::string reason;  // for people
};
BOOST_DESCRIBE_STRUCT(SetAsideRequest, (), (item, reason))

// source action: why an application, e-mail or name is or isn't among the new hires, in one sentence. people:
// each person who fits what was asked, named. If several do, state is "several" and reason names them all.
inline constexpr char kExplain[] = "integration.explain/1";
struct ExplainQuery {
  std::string q;
};
BOOST_DESCRIBE_STRUCT(ExplainQuery, (), (q))
struct PersonExplanation {
  Text name, applicationId;
  Text hireId;  // null if the person is no new hire of this connection
  std::string state, reason;
};
BOOST_DESCRIBE_STRUCT(PersonExplanation, (), (name, applicationId, hireId, state, reason))
struct ImportExplanation {
  bool found = false;
  std::string state, reason;
  std::vector<PersonExplanation> people = {};
};
BOOST_DESCRIBE_STRUCT(ImportExplanation, (), (found, state, reason, people))

// What a connection leaves behind when it is deleted, and the company's next one honours: ids without
// personal data.
struct ProcessedId {
  std::string sourceId;
  HireState state = HireState::discarded;
  std::string at;
};
BOOST_DESCRIBE_STRUCT(ProcessedId, (), (sourceId, state, at))
struct ProcessedIdPage {
  std::vector<ProcessedId> data;
  Text next;  // ask on from here; null at the end
};
BOOST_DESCRIBE_STRUCT(ProcessedIdPage, (), (data, next))
// query: page by page, before the deletion.
inline constexpr char kExportProcessedIds[] = "integration.export-processed-ids/1";
struct ExportProcessedIds {
  Text from;
};
BOOST_DESCRIBE_STRUCT(ExportProcessedIds, (), (from))
// user action: at most 100 at a time, before the first enable.
inline constexpr char kImportProcessedIds[] = "integration.import-processed-ids/1";
struct ImportProcessedIds {
  std::vector<ProcessedId> data;
};
BOOST_DESCRIBE_STRUCT(ImportProcessedIds, (), (data))

}  // namespace integration
