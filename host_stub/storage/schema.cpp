#include "storage/schema.hpp"

#include "storage/data_errors.hpp"
#include "storage/sqlite/page_checksums.hpp"
#include "storage/upgrade/member_name_upgrade.hpp"

namespace host_stub {
namespace {

constexpr const char* kApplicationId = "1213424738";  // "HSdb": the file says whose it is

// A company is its name and a connection its 24-digit id: rows keep their meaning whatever becomes of
// users.db. Times are Unix ms, 0 = none. Ids and versions are chosen in time order, so that new rows lie
// together.
constexpr const char* kTables = R"sql(
-- deleted_at <> 0: a tombstone, for its URL and its ids.
CREATE TABLE connections (
  company TEXT NOT NULL, connection TEXT NOT NULL, integration TEXT NOT NULL, name TEXT NOT NULL,
  url_token TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL, deleted_at INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (company, connection)) WITHOUT ROWID;

-- A connection that isn't here is deleted: whatever would write for it is fenced out.
-- version: of its store's last commit. seq: counts the commits that asked for work. wake_at: work is due.
CREATE TABLE connection_state (
  company TEXT NOT NULL, connection TEXT NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL,
  wake_at INTEGER NOT NULL,
  PRIMARY KEY (company, connection),
  FOREIGN KEY (company, connection) REFERENCES connections) WITHOUT ROWID;
CREATE INDEX connection_state_due ON connection_state (wake_at) WHERE wake_at <> 0;

CREATE TABLE entries (
  company TEXT NOT NULL, connection TEXT NOT NULL, key BLOB NOT NULL, value BLOB, version INTEGER NOT NULL,
  PRIMARY KEY (company, connection, key)) WITHOUT ROWID;

CREATE TABLE secrets (
  company TEXT NOT NULL, connection TEXT NOT NULL, name TEXT NOT NULL, id INTEGER NOT NULL,
  sealed BLOB NOT NULL, created_at INTEGER NOT NULL, valid_until INTEGER NOT NULL,
  PRIMARY KEY (company, connection, name, id),
  FOREIGN KEY (company, connection) REFERENCES connections) WITHOUT ROWID;
-- One row, which shows whether a sealing key is the right one.
CREATE TABLE sealing (only INTEGER PRIMARY KEY CHECK (only = 1), sealed BLOB NOT NULL);

-- document: the fields as JSON. email, name, phone: as compared, '' where unknown.
CREATE TABLE people (
  company TEXT NOT NULL, id TEXT NOT NULL, source TEXT NOT NULL, source_id TEXT NOT NULL,
  created_at INTEGER NOT NULL, email TEXT NOT NULL, name TEXT NOT NULL, start_date TEXT NOT NULL,
  phone TEXT NOT NULL, document TEXT NOT NULL,
  PRIMARY KEY (company, id), UNIQUE (company, source, source_id)) WITHOUT ROWID;
CREATE INDEX people_email ON people (company, email) WHERE email <> '';
CREATE INDEX people_name ON people (company, name, start_date) WHERE start_date <> '';
CREATE INDEX people_phone ON people (company, phone) WHERE phone <> '';

CREATE TABLE handled (
  company TEXT NOT NULL, integration TEXT NOT NULL, source_id TEXT NOT NULL, state TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (company, integration, source_id)) WITHOUT ROWID;

CREATE TABLE audit (
  company TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
  PRIMARY KEY (company, id)) WITHOUT ROWID;
)sql";

// removal: what is left to do of a deleted connection, '' = nothing; see Connections.
// notices: what has been told already. outbox: what is told to whom, complete in itself.
constexpr const char* kSecondTables = R"sql(
ALTER TABLE connections ADD COLUMN removal TEXT NOT NULL DEFAULT '';
CREATE INDEX connections_removal ON connections (removal) WHERE removal <> '';

CREATE TABLE lists (
  company TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (company, kind, position), UNIQUE (company, kind, value)) WITHOUT ROWID;

CREATE TABLE notices (
  company TEXT NOT NULL, connection TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (company, connection, key)) WITHOUT ROWID;
CREATE INDEX notices_at ON notices (at);

-- kinds: separated by spaces.
CREATE TABLE notice_recipients (
  company TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, kinds TEXT NOT NULL,
  PRIMARY KEY (company, position)) WITHOUT ROWID;

CREATE TABLE outbox (
  company TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, connection TEXT NOT NULL, kind TEXT NOT NULL,
  text TEXT NOT NULL, hire_id TEXT NOT NULL, application_id TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL,
  state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, sent_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (company, id)) WITHOUT ROWID;
CREATE INDEX outbox_waiting ON outbox (next_at) WHERE state = 'waiting';
CREATE INDEX outbox_at ON outbox (at);
CREATE INDEX outbox_connection ON outbox (company, connection);
)sql";

// people: work_email, employee_number: as compared, '' where unknown. member_drafts: gone with what makes
// their connection writable. member_forms.required: names as a JSON list.
constexpr const char* kThirdTables = R"sql(
ALTER TABLE people ADD COLUMN details TEXT NOT NULL DEFAULT '{}';
ALTER TABLE people ADD COLUMN work_email TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN employee_number TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX people_work_email ON people (company, work_email) WHERE work_email <> '';
CREATE UNIQUE INDEX people_employee_number ON people (company, employee_number) WHERE employee_number <> '';

CREATE TABLE member_drafts (
  company TEXT NOT NULL, connection TEXT NOT NULL, source_id TEXT NOT NULL, document TEXT NOT NULL,
  PRIMARY KEY (company, connection, source_id),
  FOREIGN KEY (company, connection) REFERENCES connection_state ON DELETE CASCADE) WITHOUT ROWID;

CREATE TABLE member_forms (
  company TEXT PRIMARY KEY, required TEXT NOT NULL, assign_numbers INTEGER NOT NULL,
  next_number INTEGER NOT NULL) WITHOUT ROWID;

-- Where people come from beside the source they were made of.
CREATE TABLE person_sources (
  company TEXT NOT NULL, source TEXT NOT NULL, source_id TEXT NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (company, source, source_id)) WITHOUT ROWID;
CREATE INDEX person_sources_person ON person_sources (company, person);
)sql";

// enablement: disabled, interrupted or enabled; '' = made before this version, the plugin knows.
constexpr const char* kFifthColumns = R"sql(
ALTER TABLE connections ADD COLUMN enablement TEXT NOT NULL DEFAULT '';
)sql";

constexpr const char* kReadRoots = R"sql(
SELECT 1 FROM connections LIMIT 1;
SELECT 1 FROM connection_state LIMIT 1;
SELECT 1 FROM entries LIMIT 1;
SELECT 1 FROM secrets LIMIT 1;
SELECT 1 FROM sealing LIMIT 1;
SELECT 1 FROM people LIMIT 1;
SELECT 1 FROM handled LIMIT 1;
SELECT 1 FROM audit LIMIT 1;
)sql";
constexpr const char* kReadSecondRoots = R"sql(
SELECT 1 FROM lists LIMIT 1;
SELECT 1 FROM notices LIMIT 1;
SELECT 1 FROM notice_recipients LIMIT 1;
SELECT 1 FROM outbox LIMIT 1;
)sql";
constexpr const char* kReadThirdRoots = R"sql(
SELECT 1 FROM member_drafts LIMIT 1;
SELECT 1 FROM member_forms LIMIT 1;
SELECT 1 FROM person_sources LIMIT 1;
)sql";

constexpr int kFirstWithSums = 4;

}  // namespace

int schemaVersionOf(SqlSession& sql) {
  return std::stoi(sql.pragma("user_version"));
}

void createSchema(SqlSession& sql) {
  sql.pragma(std::string("application_id=").append(kApplicationId));
  sql.pragma("user_version=1");
  sql.script(kTables);
  upgradeSchema(sql);
}

void upgradeSchema(SqlSession& sql) {
  const int version = schemaVersionOf(sql);
  if (version < 2) sql.script(kSecondTables);
  if (version < 3) sql.script(kThirdTables);
  if (version < 5) sql.script(kFifthColumns);
  if (version < 6) foldMemberNames(sql);
  if (version < kSchemaVersion) sql.pragma("user_version=" + std::to_string(kSchemaVersion));
}

void checkSchema(SqlSession& sql, const std::filesystem::path& file) {
  if (sql.pragma("application_id") != kApplicationId)
    throw DataError(file.string() + " is a database, but not one of host_stub's: give --data another folder");
  const int version = schemaVersionOf(sql);
  if (version > kSchemaVersion)
    throw DataError(file.string() + " was written by a newer host_stub (schema " + std::to_string(version) +
                    ", this one knows up to " + std::to_string(kSchemaVersion) + "): use that one");
  requirePageSums(sql, version >= kFirstWithSums);
  sql.script(kReadRoots);
  if (version >= 2) sql.script(kReadSecondRoots);
  if (version >= 3) sql.script(kReadThirdRoots);
}

}  // namespace host_stub
