#include "api/hires/hire_changes_api.hpp"

#include "api/company/member_view.hpp"
#include "api/hires/hire_changes.hpp"
#include "people/hire_fields.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::HireState;
using integration::Issue;
using integration::Json;
using integration::NewHire;

namespace {

struct LinkRequest {
  std::string id, personId;
  std::vector<std::string> fields;
  integration::Text ifVersion;
};
BOOST_DESCRIBE_STRUCT(LinkRequest, (), (id, personId, fields, ifVersion))

// An amount in a notation of the reviewer's own, such as 1e5 or 082000: the plugin reads it.
bool isAnotherNotation(const Issue& issue, const Edits& edits) {
  const auto edit = edits.find(issue.path);
  return issue.code == "invalid" && issue.path.ends_with("Amount") && edit != edits.end() && edit->second &&
         edit->second->find_first_not_of("0123456789.eE+- ") == std::string::npos;
}

// Returns the member's values of fields that a plugin asks of every member and the hire lacks.
Edits namesFrom(const Member& person, const NewHire& hire) {
  Edits edits;
  for (const char* name : {"firstName", "lastName", "jobTitle"})
    if (!typed(hireField(hire.fields, name))) edits[name] = hireField(person, name);
  return edits;
}

constexpr std::int64_t kTryAgainMs = 2000;

Failure hireIsBeingChanged() {
  return Failure({Code::unavailable,
                  "this new hire is being changed by somebody else right now: try again in a moment",
                  kTryAgainMs,
                  {}});
}

void requireLinkable(const NewHire& hire, const std::optional<Member>& known, const std::string& personId) {
  const auto refuse = [](const char* why) { throw Failure(Code::failedPrecondition, why); };
  if (known && known->id != personId) refuse("it is another member already");
  if (!known && hire.state == HireState::promoted)
    refuse("it was added as a member, who is no longer among the people");
  if (!known && hire.busy) refuse("it is being added as a member right now");
  if (hire.state == HireState::discarded) refuse("it was deleted: restore it first");
  if (hire.state == HireState::withdrawn) refuse("it is no longer marked as hired at its source");
}

}  // namespace

void HireChangesApi::addTo(Routes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (HireChangesApi::*endpoint)(const RequestContext&)) {
    addRoute(routes, this, Right::newHires, method, path, endpoint);
  };
  add("PATCH", "/api/new-hires/{id}", &HireChangesApi::edit);
  add("DELETE", "/api/new-hires/{id}", &HireChangesApi::discard);
  add("POST", "/api/new-hires/{id}/promote", &HireChangesApi::promote);
  add("POST", "/api/new-hires/{id}/link", &HireChangesApi::link);
  add("POST", "/api/new-hires/{id}/restore", &HireChangesApi::restore);
}

void HireChangesApi::prepare(const FoundHire& located, const NewHire& hire,
                             const integration::PromoteRequest& change, const Edits& own) {
  requireVersion(hire, change.ifVersion);
  const ConnectionKey& key = located.connection->key();
  const std::string& sourceId = hire.source.applicationId;
  const MemberDetails draft = platform_.memberDrafts.get(key, sourceId), details = edited(draft, own);
  std::vector<Issue> issues;
  const integration::HireFields fields = edited(hire.fields, change.fields, issues);
  for (Issue& issue : platform_.memberForms.issues(key.company, fields, details))
    if (!isAnotherNotation(issue, change.fields)) issues.push_back(std::move(issue));
  if (!issues.empty())
    throw Failure(Code::invalidArgument, "the new hire can't be added yet: see each field",
                  std::move(issues));
  if (details != draft) platform_.memberDrafts.put(key, sourceId, details);
}

WebResponse HireChangesApi::promote(const RequestContext& request) {
  const FoundHire located = locateHire(hub_, request);
  auto change = readChange<integration::PromoteRequest>(request, located);
  const Edits own = splitOwn(change.fields);
  const Claims::Claim claim(changing_, request.part(0), hireIsBeingChanged());
  return unlessStale(platform_, located, [&] {
    const NewHire hire = freshHire(located, LiveConnection::Ask::nobody);
    if (hire.state == HireState::staged && !hire.busy && !personOf(platform_, located, hire))
      prepare(located, hire, change, own);
    const AuditedAction action = audited(request, "new-hire.promote", request.part(0));
    const auto result = located.connection->promote({request.user().id, action}, change);
    action.finish(platform_.audit);
    const auto member = platform_.people.get(request.company(), result.person.id);
    return ok({{"person", member ? personView(*member) : integration::toJson(result.person)},
               {"alreadyAdded", result.alreadyAdded}});
  });
}

WebResponse HireChangesApi::link(const RequestContext& request) {
  const FoundHire located = locateHire(hub_, request);
  auto change = readChange<LinkRequest>(request, located);
  change.fields = withWholePay(change.fields);
  const Claims::Claim claim(changing_, request.part(0), hireIsBeingChanged());
  return unlessStale(platform_, located, [&] {
    const NewHire hire = freshHire(located, LiveConnection::Ask::nobody);
    auto person = platform_.people.get(request.company(), change.personId);
    if (!person) throw Failure(Code::notFound, "there is no such person");
    requireLinkable(hire, personOf(platform_, located, hire), change.personId);
    if (hire.state == HireState::staged) {
      if (!hire.busy) {
        requireVersion(hire, change.ifVersion);
        const std::string& sourceId = hire.source.applicationId;
        person = platform_.people.link(
            request.company(),
            {change.personId, located.connection->connection().integration, sourceId, change.fields,
             hire.fields, platform_.memberDrafts.get(located.connection->key(), sourceId)},
            audited(request, "new-hire.link", request.part(0) + " " + change.personId));
      }
      // Finds the person by the hire's source, and makes no other.
      (void)located.connection->promote(request.user().id, {located.id, namesFrom(*person, hire), {}});
      person = platform_.people.get(request.company(), change.personId);
    }
    return ok({{"person", personView(person.value())}, {"alreadyAdded", true}});
  });
}

WebResponse HireChangesApi::edit(const RequestContext& request) {
  const FoundHire located = locateHire(hub_, request);
  auto change = readChange<integration::EditRequest>(request, located);
  const Edits own = splitOwn(change);
  const Claims::Claim claim(changing_, request.part(0), hireIsBeingChanged());
  return unlessStale(platform_, located, [&] {
    const ConnectionKey& key = located.connection->key();
    const std::string sourceId = freshHire(located, LiveConnection::Ask::nobody).source.applicationId;
    const MemberDetails draft = platform_.memberDrafts.get(key, sourceId), details = edited(draft, own);
    const std::vector<Issue> issues = checkDetails(details);
    if (!issues.empty())
      throw Failure(Code::invalidArgument, "the edit can't be kept: see each field", issues);
    const AuditedAction action = audited(request, "new-hire.edit", request.part(0));
    located.connection->run<void>({request.user().id, action}, integration::kEdit, change);
    if (details != draft) platform_.memberDrafts.put(key, sourceId, details);
    action.finish(platform_.audit);
    return ok(reviewOf(platform_, located, freshHire(located)));
  });
}

WebResponse HireChangesApi::discard(const RequestContext& request) {
  const FoundHire located = locateHire(hub_, request);
  const std::string erase = request.query("erase").value_or("false");
  if (erase != "true" && erase != "false")
    throw Failure(Code::invalidArgument, "erase must be true or false",
                  {{"erase", "invalid", "must be true or false"}});
  const Claims::Claim claim(changing_, request.part(0), hireIsBeingChanged());
  const auto hire = located.connection->hire(located.id, LiveConnection::Ask::nobody);
  const AuditedAction action =
      audited(request, erase == "true" ? "new-hire.erase" : "new-hire.delete", request.part(0));
  located.connection->discard({request.user().id, action}, {located.id, erase == "true"});
  if (hire) platform_.memberDrafts.remove(located.connection->key(), hire->source.applicationId);
  action.finish(platform_.audit);
  if (erase == "true") platform_.database.emptyLog();  // where its data still is until then
  return {204, {}, {}};
}

WebResponse HireChangesApi::restore(const RequestContext& request) {
  const FoundHire located = locateHire(hub_, request);
  runAudited(platform_, *located.connection, request, audited(request, "new-hire.restore", request.part(0)),
             integration::kRestore, integration::RestoreRequest{located.id});
  return ok(reviewOf(platform_, located, freshHire(located)));
}

}  // namespace host_stub
