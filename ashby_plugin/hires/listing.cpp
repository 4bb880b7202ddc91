#include "hires/listing.hpp"

#include <algorithm>
#include <cctype>

#include "hires/ledger.hpp"
#include "hires/matching.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::HireSort;
using integration::ListPage;
using integration::ListQuery;
using integration::NewHire;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool contains(const Text& text, const std::string& lowered) {
  return text && lower(*text).find(lowered) != std::string::npos;
}

bool matches(const HireDocument& document, const ListQuery& query) {
  const integration::HireFields& fields = document.fields;
  if (query.department && fields.department.value_or("") != *query.department) return false;
  if (!query.q) return true;
  const std::string wanted = lower(*query.q);
  const std::string fullName = fields.firstName.value_or("") + " " + fields.lastName.value_or("");
  return contains(document.source.name, wanted) || contains(fullName, wanted) ||
         contains(fields.personalEmail, wanted) || contains(fields.jobTitle, wanted) ||
         contains(fields.department, wanted) || lower(document.source.applicationId) == wanted;
}

std::string sortValue(const HireDocument& document, HireSort sort) {
  switch (sort) {
    case HireSort::employmentStartDate:
      return document.fields.employmentStartDate.value_or("");
    case HireSort::lastName:
      return lower(document.fields.lastName.value_or(""));
    case HireSort::importedAt:
      break;
  }
  return document.importedAt;
}

// Values in the order asked for, then ids ascending.
bool before(const ListQuery& query, const std::string& value, const std::string& id,
            const std::string& otherValue, const std::string& otherId) {
  if (value != otherValue) return query.descending ? value > otherValue : value < otherValue;
  return id < otherId;
}

std::vector<HeldHire> allOf(Call& call, HireState state) {
  std::vector<HeldHire> all;
  integration::Range range = integration::Range::prefix(keys::hires(state));
  for (bool more = true; more;) {
    integration::Page page = call.store().scan(range);
    more = page.more;
    if (more) range.from = page.entries.back().key + '\0';
    for (integration::Entry& entry : page.entries) {
      HireDocument document = *decode<HireDocument>(entry);
      all.push_back({std::move(entry), state, std::move(document)});
    }
  }
  return all;
}

NewHire shown(Call& call, const HeldHire& held) {
  NewHire hire = toNewHire(held);
  if (held.state == HireState::staged) {
    std::vector<std::string> emails = held.document.emails;
    if (hire.fields.personalEmail) emails.push_back(*hire.fields.personalEmail);
    hire.possibleDuplicates = call.members().match({held.applicationId(), hire.fields, std::move(emails)});
    for (auto& duplicate : duplicatesOf(call.store(), held.document))
      hire.possibleDuplicates.push_back(std::move(duplicate));
  }
  return hire;
}

}  // namespace

ListPage listHires(Call& call, const ListQuery& query) {
  ListPage page;
  if (query.id) {
    if (const auto held = findHire(call.store(), *query.id)) {
      page.total = 1;
      page.data.push_back(shown(call, *held));
    }
    return page;
  }
  std::vector<HeldHire> hires = allOf(call, query.state);
  std::erase_if(hires, [&](const HeldHire& hire) { return !matches(hire.document, query); });
  page.total = hires.size();
  if (query.after)
    std::erase_if(hires, [&](const HeldHire& hire) {
      return !before(query, query.after->value, query.after->id, sortValue(hire.document, query.sort),
                     hire.document.id);
    });
  const auto shownCount = static_cast<std::ptrdiff_t>(std::min<std::size_t>(query.limit, hires.size()));
  std::partial_sort(hires.begin(), hires.begin() + shownCount, hires.end(),
                    [&](const HeldHire& a, const HeldHire& b) {
                      return before(query, sortValue(a.document, query.sort), a.document.id,
                                    sortValue(b.document, query.sort), b.document.id);
                    });
  for (std::ptrdiff_t i = 0; i < shownCount; ++i)
    page.data.push_back(shown(call, hires[static_cast<std::size_t>(i)]));
  return page;
}

}  // namespace ashby
