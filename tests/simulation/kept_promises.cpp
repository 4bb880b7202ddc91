// The state that everything must have reached after the quiet hours.
#include <algorithm>
#include <set>
#include <string>

#include "integration/extensions.hpp"
#include "integration/time.hpp"
#include "promises.hpp"

namespace ashby_simulation {

using integration::HireState;
using integration::NewHire;

void Promises::isThere(const std::string& applicationId) {
  if (!hiresOf_.contains(applicationId))
    host_.found("a hire is there within two minutes", applicationId + ": " + whyOf(applicationId));
}

void Promises::isGone(const std::string& applicationId) {
  for (const std::string& hireId : hiresOf_[applicationId])
    if (hires_[hireId].state == HireState::staged)
      host_.found("what no webhook told is seen by the next comparison", applicationId + " is still staged");
}

void Promises::kept() {
  std::map<std::string, std::vector<NewHire>> listed;
  for (const HireState state :
       {HireState::staged, HireState::promoted, HireState::discarded, HireState::withdrawn}) {
    integration::ListQuery query;
    query.state = state;
    host_.list(query, [&](const auto& outcome) {
      if (!outcome.ok()) return host_.found("the new hires can be listed", "a list failed");
      for (const NewHire& hire : outcome.value.data) {
        shown(hire);
        listed[hire.source.applicationId].push_back(hire);
      }
    });
    host_.settle();
  }
  for (const auto& [applicationId, hires] : listed) {
    if (hires.size() != 1)
      host_.found("no second new hire of an application", applicationId + " is listed twice");
    if (hires.front().busy) host_.found("every promotion is finished", applicationId + " is still busy");
    const bool promoted = hires.front().state == HireState::promoted;
    if (promoted != isMember(applicationId))
      host_.found("a hire is promoted exactly if it is a member", applicationId);
  }
  peopleWereTold(listed);
  for (const auto& [applicationId, application] : ashby_.truth.all()) {
    const auto found = listed.find(applicationId);
    keptOf(applicationId, application);
    const NewHire* hire = found == listed.end() ? nullptr : &found->second.front();
    const bool staged = hire != nullptr && hire->state == HireState::staged;
    const bool held = hire != nullptr && hire->state != HireState::withdrawn;
    const bool readable = !application.gone && !application.confidential;
    const bool mustBeHeld = application.hired && !application.early && readable;
    if (mustBeHeld && !held)
      host_.found("every hire that counts is a new hire", applicationId + ": " + whyOf(applicationId));
    if (readable && !application.hired && staged)
      host_.found("who left Hired is withdrawn", applicationId + " is still staged");
    if (hire != nullptr && readable) memberKept(*hire, application);
    if (readable && application.hired && staged) followed(*hire, application);
  }
  oddLinesTold();
}

void Promises::followed(const NewHire& hire, const Application& application) {
  const std::string& id = hire.source.applicationId;
  const auto& fields = hire.fields;
  if (fields.jobTitle != application.title || fields.department != application.department)
    host_.found("a staged hire follows its application", id + " shows an old job");
  if (!application.startDate.empty() && fields.employmentStartDate != application.startDate)
    host_.found("a staged hire shows the terms that count",
                id + " starts on " + fields.employmentStartDate.value_or("no day"));
  if (fields.managerEmail.value_or("") != application.manager)
    host_.found("a staged hire has the manager of the closest team", id + " has another");
}

// Lines that name no application are told by the comparison that met them, in numbers.
void Promises::oddLinesTold() {
  const auto from = ashby_.sentOddLinesFrom();
  if (!from) return;
  std::size_t told = 0;
  for (const integration::Entry& entry : host_.entries(ashby::keys::kActivity)) {
    const auto line = ashby::decode<integration::Activity>(entry);
    const bool isSince = integration::parseTime(line->at).value_or(0) >= *from;
    if (line->kind == "reconcile" && isSince && line->reason.find("lines without an id") != std::string::npos)
      ++told;
  }
  if (told == 0) host_.found("a line that names nobody is told", "no comparison tells of any");
  host_.met("told: lines without an id");
}

// A member who left Hired says so, one that didn't doesn't; and what a reviewer has edited stays.
void Promises::memberKept(const NewHire& hire, const Application& application) {
  const bool saysSo = std::any_of(hire.issues.begin(), hire.issues.end(),
                                  [](const auto& issue) { return issue.code == "withdrawn"; });
  if (hire.state == HireState::promoted && saysSo == application.hired)
    host_.found("a member shows whether it left Hired", hire.source.applicationId);
  if (saysSo) host_.met("member shows that it left");
  const auto edit = edits_.find(hire.id);
  if (hire.state == HireState::staged && edit != edits_.end() && edit->second &&
      hire.fields.preferredName != *edit->second)
    host_.found("a reviewer's value stays", hire.id + " lost it");
}

// Expects that people were told, singly or by a number that many notices became.
void Promises::peopleWereTold(const std::map<std::string, std::vector<NewHire>>& listed) {
  std::set<std::string> byName;
  std::size_t byNumber = 0;
  for (const auto& notice : host_.told()) {
    if (notice.kind == "new_hire" && notice.hireId) byName.insert(*notice.hireId);
    if (notice.kind == "new_hire" && !notice.hireId) {
      byNumber += std::stoul(notice.text);
      host_.met("told of several new hires at once");
    }
    if (notice.hireId) host_.met("told: " + notice.kind);
  }
  std::size_t untold = 0;
  std::string one;
  for (const auto& [applicationId, hires] : listed)
    if (!byName.contains(hires.front().id)) {
      ++untold;
      one = hires.front().id;
    }
  if (untold > byNumber && !catchesUp_) host_.found("people are told of every new hire", one);
}

// A custom field that is mapped and that Ashby's list lacks blanks every hire: it is told.
void Promises::saidAfterQuiet(const integration::ConnectionStatus& status) {
  const std::string source = "offer:" + ashby_.customField();
  const bool mapped = status.settings.text.find(source) != std::string::npos;
  if (!mapped || !status.health.starts_with("Active")) return;
  const bool told = status.health.find(source) != std::string::npos;
  const bool saysNothing = status.health.starts_with("Active: ");
  if (!ashby_.listsCustomField() && saysNothing)
    host_.found("a mapped field that Ashby lacks is told", source);
  if (ashby_.listsCustomField() && told) host_.found("no field that Ashby lists is told as lacking", source);
  host_.met(told ? "told: a mapped field is lacking" : "a mapped field is listed");
}

// Whatever was acknowledged is among the new hires or has a reason.
void Promises::keptOf(const std::string& applicationId, const Application& application) {
  if (!acknowledged_.contains(applicationId) && !(application.early && !application.gone)) return;
  const std::string why = whyOf(applicationId);
  if (acknowledged_.contains(applicationId) && why.empty())
    host_.found("no acknowledged hire is forgotten", applicationId + " is unknown");
}

std::string Promises::whyOf(const std::string& applicationId) {
  std::string reason;
  host_.run<integration::ImportExplanation>(
      integration::CallKind::sourceAction, integration::kExplain, integration::ExplainQuery{applicationId},
      [&](const integration::simulation::Outcome<integration::ImportExplanation>& outcome) {
        if (!outcome.ok()) return host_.found("why can be asked", "it failed");
        if (outcome.value.found) reason = outcome.value.reason;
        host_.met("why: " + outcome.value.state);
        printed(outcome.value.reason);
      });
  host_.settle();
  return reason;
}

}  // namespace ashby_simulation
