/* clang-format off */ /* laid out by hand, so that each function stands beside its tags */
/* The contract between an HR platform (the host) and an integration (the plugin). It is plain C, and alone is frozen.
 *
 * A plugin is a shared library that exports one symbol, integration_plugin_entry. It runs inside the host's process and is
 * trusted code. It has no threads, sockets, files, clock or randomness of its own: what it needs it asks of host services.
 * C++ authors derive from IntegrationPlugin (plugin.hpp) and C++ hosts load with PluginLibrary (host.hpp); neither reads this.
 *
 * Conventions, stated once
 *  1. Compiles alone as C11, C17, C++17 and C++20.
 *  2. Tables and structs start with struct_size and grow only at the end. A reader takes min(size) of what it knows; what
 *     lies beyond the sender's size is absent. The least size accepted is the frozen first one (INTEGRATION_*_SIZE_V1).
 *     integration_view, integration_sink and the other two-word callbacks are final. They never grow and carry no size.
 *  3. Arrays carry their stride, so that elements may grow too.
 *  4. Text is {ptr,len}, UTF-8, not terminated. Every view is borrowed: valid until the function it was passed to returns.
 *  5. Results and errors are written into sinks that the caller gives. No memory is freed across the line.
 *  6. No exception, longjmp or thread exit crosses. Every function returns a status.
 *  7. An error sink receives one JSON object {"code":N,"message":"...","retryAfterMs":N?,"issues":[{"path","code","message"}]};
 *     a null write pointer means that the caller doesn't want it.
 *  8. Times are Unix milliseconds by the host's clock; 0 = none.
 *
 * Tags. Each function pointer carries two: on which threads, and when.
 *   [thread-safe]            any thread, at the same time as any other function of this header
 *   [serial per connection]  never two at once for one connection, across all hosts; the thread may change
 *   [calling thread]         a callback: used only by the thread that was given it
 *   [loaded]                 while the library is loaded; of a table: from the entry's return on
 *   [lifecycle]              begins or ends the life of an instance: before and after it nothing else may be called
 *   [live]                   from the return of create until destroy is called
 *   [in call]                from the start of the plugin call it came with until that call returns
 */
#ifndef INTEGRATION_ABI_H
#define INTEGRATION_ABI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A host loads a plugin of the same major whose minor is not above its own. */
#define INTEGRATION_ABI_MAJOR 0
#define INTEGRATION_ABI_MINOR 9

/* The sixteen canonical RPC codes. A number that a reader doesn't know reads as INTEGRATION_UNKNOWN. */
enum {
  INTEGRATION_OK = 0,
  INTEGRATION_CANCELLED = 1,
  INTEGRATION_UNKNOWN = 2,
  INTEGRATION_INVALID_ARGUMENT = 3,
  INTEGRATION_DEADLINE_EXCEEDED = 4,
  INTEGRATION_NOT_FOUND = 5,
  INTEGRATION_ALREADY_EXISTS = 6,
  INTEGRATION_PERMISSION_DENIED = 7,
  INTEGRATION_RESOURCE_EXHAUSTED = 8,
  INTEGRATION_FAILED_PRECONDITION = 9,
  INTEGRATION_ABORTED = 10,
  INTEGRATION_OUT_OF_RANGE = 11,
  INTEGRATION_UNIMPLEMENTED = 12,
  INTEGRATION_INTERNAL = 13,
  INTEGRATION_UNAVAILABLE = 14,
  INTEGRATION_DATA_LOSS = 15,
  INTEGRATION_UNAUTHENTICATED = 16
};

typedef struct integration_view {
  const char* ptr;
  uint64_t len;
} integration_view;

/* write may be called several times; the parts are one text. Another status than ok: stop, and return that status. A sink
 * that has refused once refuses every further write, and the call has failed whatever the entry returns. */
typedef struct integration_sink {
  void* ctx;
  int32_t (*write)(void* ctx, integration_view part); /* [calling thread] [in call] */
} integration_sink;

/* Each call of item is one whole value. */
typedef struct integration_item_sink {
  void* ctx;
  int32_t (*item)(void* ctx, integration_view value); /* [calling thread] [in call] */
} integration_item_sink;

/* ---- A call ------------------------------------------------------------------------------------------------------- */

/* Which entry a call belongs to: decides which services it may use. */
enum {
  INTEGRATION_CALL_CREATE = 1,
  INTEGRATION_CALL_DESTROY = 2,
  INTEGRATION_CALL_CONFIGURE = 3,
  INTEGRATION_CALL_ENABLE = 4,
  INTEGRATION_CALL_DISABLE = 5,
  INTEGRATION_CALL_HANDLE_WEBHOOK = 6,
  INTEGRATION_CALL_LIST_STAGED = 7,
  INTEGRATION_CALL_PROMOTE = 8,
  INTEGRATION_CALL_DISCARD = 9,
  INTEGRATION_CALL_STATUS = 10,
  INTEGRATION_CALL_RUN_WORK = 11,
  INTEGRATION_CALL_USER_ACTION = 12, /* an extension that changes something: rights of discard */
  INTEGRATION_CALL_QUERY = 13,       /* an extension that only reads: rights of status */
  INTEGRATION_CALL_SOURCE_ACTION = 14 /* an extension that a person waits for and that asks the source: also http */
};

/* The host gives it to every entry, and the plugin hands it back unchanged to every service function. The host decides
 * rights and deadline by its own copy, not by these members. Used after its call returned: INTEGRATION_FAILED_PRECONDITION.
 * A plugin may hold no lock while it calls a service. */
typedef struct integration_call integration_call;
struct integration_call {
  uint32_t struct_size;
  int32_t kind;         /* INTEGRATION_CALL_* */
  int64_t deadline;     /* Unix ms by the host's clock; services answer DEADLINE_EXCEEDED after it */
  integration_view actor; /* who asked: an opaque user id, or "" where no person did */
  integration_view trace; /* an opaque id that joins the log lines of one request */
  uint32_t (*cancelled)(const integration_call* call); /* [thread-safe] [in call] 1 = stop soon */
};
#define INTEGRATION_CALL_SIZE_V1 ((uint32_t)(offsetof(integration_call, cancelled) + sizeof(void*)))

/* ---- Host services: fetched by id, null = absent -------------------------------------------------------------------- */

typedef struct integration_host integration_host;
struct integration_host {
  uint32_t struct_size;
  uint16_t abi_major, abi_minor;
  const void* (*service)(const integration_host* host, integration_view id); /* [thread-safe] [live] also in create */
};
#define INTEGRATION_HOST_SIZE_V1 ((uint32_t)(offsetof(integration_host, service) + sizeof(void*)))

#define INTEGRATION_STORE "integration.store/1"
#define INTEGRATION_HTTP "integration.http/1"
#define INTEGRATION_SECRETS "integration.secrets/1"
#define INTEGRATION_MEMBERS "integration.members/1"
#define INTEGRATION_CLOCK "integration.clock/1"
#define INTEGRATION_RANDOM "integration.random/1"
#define INTEGRATION_LOG "integration.log/1"
#define INTEGRATION_WAKE "integration.wake/1"
#define INTEGRATION_LISTS "integration.lists/1"
#define INTEGRATION_NOTICES "integration.notices/1"

/* store: a transactional ordered key-value store per connection. Keys are 1 to 256 bytes, ordered as unsigned bytes; values
 * up to 256 KiB. A version is opaque, new at every write, never reused, 0 = absent; only equality means anything. */
typedef struct integration_entry {
  uint32_t struct_size;
  uint32_t reserved;
  integration_view key;
  integration_view value;
  uint64_t version;
} integration_entry;
#define INTEGRATION_ENTRY_SIZE_V1 ((uint32_t)(offsetof(integration_entry, version) + sizeof(uint64_t)))

typedef struct integration_entry_sink {
  void* ctx;
  int32_t (*entry)(void* ctx, const integration_entry* entry); /* [calling thread] [in call] */
} integration_entry_sink;

enum { INTEGRATION_PUT = 1, INTEGRATION_REMOVE = 2, INTEGRATION_TOUCH = 3, INTEGRATION_ADD = 4 };
enum { INTEGRATION_EXPECT_ANY = 0, INTEGRATION_EXPECT_ABSENT = 1, INTEGRATION_EXPECT_VERSION = 2 };

/* put writes value. remove deletes. touch gives an existing key a new version; if it is absent, the commit is aborted.
 * add treats the value as an int64 of 8 bytes, little-endian, absent = 0, and adds delta. No key twice in one commit. */
typedef struct integration_op {
  uint32_t struct_size;
  int32_t kind;
  integration_view key;
  integration_view value;
  int64_t delta;
  uint64_t version; /* with INTEGRATION_EXPECT_VERSION */
  int32_t expect;
  uint32_t reserved;
} integration_op;
#define INTEGRATION_OP_SIZE_V1 ((uint32_t)(offsetof(integration_op, reserved) + sizeof(uint32_t)))

typedef struct integration_commit {
  uint32_t struct_size;
  uint32_t op_stride;
  const integration_op* ops;
  uint64_t op_count; /* at most 128, keys and values at most 1 MiB together */
  int64_t wake_at;   /* Unix ms, 0 = none: the host keeps the earliest per connection in the same transaction */
} integration_commit;
#define INTEGRATION_COMMIT_SIZE_V1 ((uint32_t)(offsetof(integration_commit, wake_at) + sizeof(int64_t)))

typedef struct integration_commit_result {
  uint32_t struct_size;
  uint32_t failed_index; /* with INTEGRATION_ABORTED: the first op whose expectation didn't hold */
  uint64_t version;      /* with INTEGRATION_OK: the version of every key that was put, touched or added to */
} integration_commit_result;
#define INTEGRATION_COMMIT_RESULT_SIZE_V1 ((uint32_t)(offsetof(integration_commit_result, version) + sizeof(uint64_t)))

typedef struct integration_store {
  uint32_t struct_size;
  uint32_t reserved;
  /* One entry per key in the order asked (at most 128), from one snapshot; version 0 = absent. */
  int32_t (*get)(const integration_call* call, const integration_view* keys, uint64_t count,
                 integration_entry_sink out, integration_sink error); /* [thread-safe] [in call] */
  /* Entries with from <= key < to (to empty = no end), from one snapshot, at most limit (1,000) and 1 MiB. *more = 1 if the
   * range goes on. Across two scans a key present throughout is seen exactly once. */
  int32_t (*scan)(const integration_call* call, integration_view from, integration_view to, uint32_t reverse,
                  uint32_t limit, integration_entry_sink out, uint32_t* more,
                  integration_sink error); /* [thread-safe] [in call] */
  /* All or nothing, linearizable per connection across hosts. OK = durable. ABORTED, INVALID_ARGUMENT, RESOURCE_EXHAUSTED,
   * PERMISSION_DENIED = certainly nothing happened. Anything else = unknown: read again. */
  int32_t (*commit)(const integration_call* call, const integration_commit* commit, integration_commit_result* result,
                    integration_sink error); /* [thread-safe] [in call] */
} integration_store;
#define INTEGRATION_STORE_SIZE_V1 ((uint32_t)(offsetof(integration_store, commit) + sizeof(void*)))

/* http: requests out, only to the origins that the manifest names; no redirects; responses of at most 8 MiB. */
typedef struct integration_header {
  integration_view name;
  integration_view value;
} integration_header; /* final, as a view is */

enum { INTEGRATION_AUTH_NONE = 0, INTEGRATION_AUTH_BASIC = 1, INTEGRATION_AUTH_BEARER = 2 };

typedef struct integration_http_request {
  uint32_t struct_size;
  uint32_t timeout_ms; /* 1 to 10,000; 0 = 10,000 */
  integration_view method;
  integration_view url;
  const integration_header* headers;
  uint64_t header_count;
  integration_view body;
  int32_t auth; /* INTEGRATION_AUTH_*: the host inserts the secret, as the user with a blank password or as the token */
  uint32_t reserved;
  integration_view secret; /* the secret's name */
} integration_http_request;
#define INTEGRATION_HTTP_REQUEST_SIZE_V1 ((uint32_t)(offsetof(integration_http_request, secret) + sizeof(integration_view)))

typedef struct integration_http_outcome {
  uint32_t struct_size;
  int32_t status; /* OK = a whole response arrived, whatever its HTTP status says */
  uint64_t index; /* of the request */
  int32_t http_status;
  uint32_t reserved;
  const integration_header* headers;
  uint64_t header_count;
  integration_view body;
  integration_view message; /* why there is no response */
} integration_http_outcome;
#define INTEGRATION_HTTP_OUTCOME_SIZE_V1 ((uint32_t)(offsetof(integration_http_outcome, message) + sizeof(integration_view)))

typedef struct integration_http_sink {
  void* ctx;
  int32_t (*outcome)(void* ctx, const integration_http_outcome* outcome); /* [calling thread] [in call] */
} integration_http_sink;

typedef struct integration_http {
  uint32_t struct_size;
  uint32_t reserved;
  /* At most 16 requests, in flight together; one outcome each, in the order of the requests, before send returns. */
  int32_t (*send)(const integration_call* call, const integration_http_request* requests, uint32_t request_stride,
                  uint64_t count, integration_http_sink out, integration_sink error); /* [thread-safe] [in call] */
} integration_http;
#define INTEGRATION_HTTP_SIZE_V1 ((uint32_t)(offsetof(integration_http, send) + sizeof(void*)))

typedef struct integration_secrets {
  uint32_t struct_size;
  uint32_t reserved;
  /* Every value valid now, newest first; NOT_FOUND where there is none. fresh = 1: not from a cache. */
  int32_t (*get)(const integration_call* call, integration_view name, uint32_t fresh, integration_item_sink out,
                 integration_sink error); /* [thread-safe] [in call] */
} integration_secrets;
#define INTEGRATION_SECRETS_SIZE_V1 ((uint32_t)(offsetof(integration_secrets, get) + sizeof(void*)))

/* members: the host's people of the connection's company. A member's key is (company, integration, source_id). */
typedef struct integration_members {
  uint32_t struct_size;
  uint32_t reserved;
  /* Idempotent: writes {"person":{...},"created":true}; for an existing key the member as it is and "created":false.
   * INVALID_ARGUMENT with issues per field where the host refuses; then nothing was created. */
  int32_t (*create)(const integration_call* call, integration_view source_id, integration_view member,
                    integration_sink out, integration_sink error); /* [thread-safe] [in call] */
  int32_t (*get)(const integration_call* call, integration_view source_id, integration_sink out,
                 integration_sink error); /* [thread-safe] [in call] writes the person, or NOT_FOUND */
  int32_t (*match)(const integration_call* call, integration_view person, integration_sink out,
                   integration_sink error); /* [thread-safe] [in call] writes an array of possible duplicates */
} integration_members;
#define INTEGRATION_MEMBERS_SIZE_V1 ((uint32_t)(offsetof(integration_members, match) + sizeof(void*)))

typedef struct integration_clock {
  uint32_t struct_size;
  uint32_t reserved;
  int32_t (*now)(const integration_call* call, int64_t* unix_ms); /* [thread-safe] [in call] */
} integration_clock;
#define INTEGRATION_CLOCK_SIZE_V1 ((uint32_t)(offsetof(integration_clock, now) + sizeof(void*)))

typedef struct integration_random {
  uint32_t struct_size;
  uint32_t reserved;
  int32_t (*fill)(const integration_call* call, uint8_t* out, uint64_t len); /* [thread-safe] [in call] */
} integration_random;
#define INTEGRATION_RANDOM_SIZE_V1 ((uint32_t)(offsetof(integration_random, fill) + sizeof(void*)))

enum { INTEGRATION_LOG_DEBUG = 1, INTEGRATION_LOG_INFO = 2, INTEGRATION_LOG_WARNING = 3, INTEGRATION_LOG_ERROR = 4 };
enum { INTEGRATION_PUBLIC = 1, INTEGRATION_PERSONAL = 2, INTEGRATION_SECRET = 3 };

typedef struct integration_log_field {
  uint32_t struct_size;
  int32_t data_class; /* the host prints INTEGRATION_PUBLIC alone */
  integration_view name;
  integration_view value;
} integration_log_field;
#define INTEGRATION_LOG_FIELD_SIZE_V1 ((uint32_t)(offsetof(integration_log_field, value) + sizeof(integration_view)))

typedef struct integration_log {
  uint32_t struct_size;
  uint32_t reserved;
  int32_t (*write)(const integration_call* call, int32_t level, integration_view event, /* event: always public */
                   const integration_log_field* fields, uint32_t field_stride,
                   uint64_t count); /* [thread-safe] [in call] */
  /* Names the work item that the call has in hand, by an id without personal data; "" = none. The id is at most 127 bytes
   * of printable ASCII without quotes and backslashes. A longer one is cut, and any other character becomes '_'. A record of
   * a crash tells it, and an item that crashes run_work again is set aside (integration.set-aside/1). */
  int32_t (*note)(const integration_call* call, integration_view item); /* [calling thread] [in call] */
} integration_log;
#define INTEGRATION_LOG_SIZE_V1 ((uint32_t)(offsetof(integration_log, write) + sizeof(void*)))

typedef struct integration_wake {
  uint32_t struct_size;
  uint32_t reserved;
  int32_t (*wake)(const integration_call* call); /* [thread-safe] [in call] a hint: run_work soon; not durable */
} integration_wake;
#define INTEGRATION_WAKE_SIZE_V1 ((uint32_t)(offsetof(integration_wake, wake) + sizeof(void*)))

/* The host's own lists, such as its departments: what a field of a new hire may say. */
typedef struct integration_lists {
  uint32_t struct_size;
  uint32_t reserved;
  /* kind: departments, placesOfWork, contractTypes, customFields. Nothing where the host keeps no such list. */
  int32_t (*get)(const integration_call* call, integration_view kind, integration_item_sink out,
                 integration_sink error); /* [thread-safe] [in call] */
} integration_lists;
#define INTEGRATION_LISTS_SIZE_V1 ((uint32_t)(offsetof(integration_lists, get) + sizeof(void*)))

/* Tells the people whom the host has chosen for it. */
typedef struct integration_notices {
  uint32_t struct_size;
  uint32_t reserved;
  /* notice: {"key","kind","text","hireId","applicationId"}, without personal data; the same key again is told once. */
  int32_t (*tell)(const integration_call* call, integration_view notice,
                  integration_sink error); /* [thread-safe] [in call] */
} integration_notices;
#define INTEGRATION_NOTICES_SIZE_V1 ((uint32_t)(offsetof(integration_notices, tell) + sizeof(void*)))

/* ---- The plugin ----------------------------------------------------------------------------------------------------- */

typedef struct integration_webhook_request {
  uint32_t struct_size;
  uint32_t body_withheld; /* 1: larger than 4 MiB, so left out: answer 413, unless it is refused whatever its body is */
  integration_view method;
  integration_view path_suffix; /* what follows the connection's request URL, "" where nothing does */
  const integration_header* headers;
  uint64_t header_count;
  integration_view body; /* the exact bytes, at most 4 MiB */
  integration_view peer; /* the sender's address, for the log */
  int64_t received_at;
} integration_webhook_request;
#define INTEGRATION_WEBHOOK_REQUEST_SIZE_V1 ((uint32_t)(offsetof(integration_webhook_request, received_at) + sizeof(int64_t)))

typedef struct integration_webhook_reply {
  void* ctx;
  int32_t (*reply)(void* ctx, int32_t http_status, const integration_header* headers, uint64_t header_count,
                   integration_view body); /* [calling thread] [in call] exactly once, where the entry returns OK */
} integration_webhook_reply;

typedef struct integration_instance integration_instance; /* one per connection; never defined */

/* Requests and results are JSON; plugin_api/README.md names the struct behind each. */
typedef struct integration_api {
  uint32_t struct_size;
  uint16_t abi_major, abi_minor;
  /* What the plugin is, the same bytes each time: {id, name, version}. */
  int32_t (*describe)(integration_sink out, integration_sink error); /* [thread-safe] [loaded] no service */
  /* config: {"connectionId","integration"}. host stays valid until destroy returns. Calls no service but log. */
  int32_t (*create)(const integration_call* call, const integration_host* host, integration_view config,
                    integration_instance** out, integration_sink error); /* [thread-safe] [lifecycle] */
  int32_t (*destroy)(const integration_call* call, integration_instance* instance,
                     integration_sink error); /* [thread-safe] [lifecycle] no call of this instance is in flight */
  int32_t (*configure)(const integration_call* call, integration_instance* instance, integration_view settings,
                       integration_sink out, integration_sink error); /* [thread-safe] [live] */
  int32_t (*enable)(const integration_call* call, integration_instance* instance, integration_view request,
                    integration_sink out, integration_sink error); /* [thread-safe] [live] */
  int32_t (*disable)(const integration_call* call, integration_instance* instance, integration_view request,
                     integration_sink out, integration_sink error); /* [thread-safe] [live] */
  /* Any status but OK: the host answers 503, so that the sender tries again. */
  int32_t (*handle_webhook)(const integration_call* call, integration_instance* instance,
                            const integration_webhook_request* request, integration_webhook_reply reply,
                            integration_sink error); /* [thread-safe] [live] */
  int32_t (*list_staged)(const integration_call* call, integration_instance* instance, integration_view query,
                         integration_sink out, integration_sink error); /* [thread-safe] [live] */
  int32_t (*promote)(const integration_call* call, integration_instance* instance, integration_view request,
                     integration_sink out, integration_sink error); /* [thread-safe] [live] */
  int32_t (*discard)(const integration_call* call, integration_instance* instance, integration_view request,
                     integration_sink out, integration_sink error); /* [thread-safe] [live] */
  int32_t (*status)(const integration_call* call, integration_instance* instance, integration_sink out,
                    integration_sink error); /* [thread-safe] [live] */
  int32_t (*run_work)(const integration_call* call, integration_instance* instance, integration_sink out,
                      integration_sink error); /* [serial per connection] [live] */
  /* A table for a string id with a revision, such as "integration.sync/1"; null = not supported. */
  const void* (*extension)(const integration_call* call, integration_view id); /* [thread-safe] [live] */
} integration_api;
#define INTEGRATION_API_SIZE_V1 ((uint32_t)(offsetof(integration_api, extension) + sizeof(void*)))

/* Every extension of revision 1 is such a table: JSON in, JSON out. The page of its id names the kind of its calls. */
typedef struct integration_operation {
  uint32_t struct_size;
  int32_t kind; /* INTEGRATION_CALL_USER_ACTION or INTEGRATION_CALL_QUERY */
  int32_t (*run)(const integration_call* call, integration_instance* instance, integration_view request,
                 integration_sink out, integration_sink error); /* [thread-safe] [live] */
} integration_operation;
#define INTEGRATION_OPERATION_SIZE_V1 ((uint32_t)(offsetof(integration_operation, run) + sizeof(void*)))

/* ---- The one exported symbol ------------------------------------------------------------------------------------------ */

typedef struct integration_hello {
  uint32_t struct_size;
  uint16_t abi_major, abi_minor; /* the host's */
  integration_view host_name;
} integration_hello;
#define INTEGRATION_HELLO_SIZE_V1 ((uint32_t)(offsetof(integration_hello, host_name) + sizeof(integration_view)))

#define INTEGRATION_ENTRY_NAME "integration_plugin_entry"
/* The plugin's table, valid while the library is loaded, or null with the reason in error. [thread-safe] [loaded] */
typedef const integration_api* (*integration_entry_fn)(const integration_hello* hello, integration_sink error);

#ifdef __cplusplus
}
#endif
#endif
