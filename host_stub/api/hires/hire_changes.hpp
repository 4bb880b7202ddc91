// Reads a reviewer's change of a new hire from the body of a request.
#pragma once

#include <map>

#include "api/hires/hire_lookup.hpp"
#include "api/hires/pay_view.hpp"
#include "people/member_details.hpp"

namespace host_stub {

using Edits = std::map<std::string, integration::Text>;

// The body, as what is asked of the hire.
template <class Request>
Request readChange(const RequestContext& request, const FoundHire& located) {
  integration::Json body = request.bodyObject();
  body["id"] = located.id;
  flattenPay(body);
  return integration::fromJson<Request>(body, "the body", integration::UnknownMembers::refused);
}

// Takes the platform's own fields out of what a plugin is asked.
Edits splitOwn(Edits& edits);
Edits splitOwn(integration::EditRequest& edit);  // reverted: what was filled in is taken back

MemberDetails edited(MemberDetails details, const Edits& own);
// Adds an issue for each field that there isn't.
integration::HireFields edited(integration::HireFields fields, const Edits& edits,
                               std::vector<integration::Issue>& issues);

// The change's answer; where the hire has changed meanwhile, 409 with the hire as it is now.
template <class Change>
WebResponse unlessStale(Platform& platform, const FoundHire& located, const Change& change) {
  try {
    return change();
  } catch (const integration::Failure& stale) {
    if (stale.code() != integration::Code::aborted) throw;
    WebResponse answer = errorAnswer(stale.error());
    integration::Json with = integration::parseJson(answer.body);
    with["hire"] = reviewOf(platform, located, freshHire(located));
    answer.body = integration::dumpJson(with);
    return answer;
  }
}

// Throws Failure(aborted) if a reviewer has seen another version of the hire.
void requireVersion(const integration::NewHire& hire, const integration::Text& ifVersion);

}  // namespace host_stub
