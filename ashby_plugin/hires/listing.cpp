#include "hires/listing.hpp"

#include <algorithm>

#include "hires/ledger.hpp"
#include "hires/listed.hpp"
#include "hires/matching.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Entry;
using integration::HireSort;
using integration::ListPage;
using integration::ListPosition;
using integration::ListQuery;
using integration::NewHire;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = lower(c);
  return lowered;
}

class Filter {
 public:
  explicit Filter(const ListQuery& query) : query_(query), wanted_(lower(query.q.value_or(""))) {}

  bool takes(const ListedHire& hire) const {
    if (query_.department && hire.department != *query_.department) return false;
    if (!starts(hire.employmentStartDate)) return false;
    return !query_.q || isIn(hire.sourceName) ||
           isIn(std::string(hire.firstName).append(" ").append(hire.lastName)) || isIn(hire.personalEmail) ||
           isIn(hire.jobTitle) || isIn(hire.department) || lower(hire.applicationId) == wanted_;
  }

 private:
  bool starts(std::string_view date) const {
    if (!query_.startsFrom && !query_.startsUntil) return true;
    return !date.empty() && (!query_.startsFrom || date >= *query_.startsFrom) &&
           (!query_.startsUntil || date <= *query_.startsUntil);
  }
  bool isIn(std::string_view text) const {
    return std::search(text.begin(), text.end(), wanted_.begin(), wanted_.end(),
                       [](char c, char wanted) { return lower(c) == wanted; }) != text.end();
  }

  const ListQuery& query_;
  const std::string wanted_;
};

std::string sortValue(const ListedHire& hire, HireSort sort) {
  switch (sort) {
    case HireSort::employmentStartDate:
      return std::string(hire.employmentStartDate);
    case HireSort::lastName:
      return lower(hire.lastName);
    case HireSort::importedAt:
      break;
  }
  return std::string(hire.importedAt);
}

struct Placed {
  ListPosition place;
  Entry entry;
};

// By value as asked for, then by id ascending.
struct Order {
  bool descending = false;

  bool operator()(const ListPosition& a, const ListPosition& b) const {
    if (a.value != b.value) return descending ? a.value > b.value : a.value < b.value;
    return a.id < b.id;
  }
  bool operator()(const Placed& a, const Placed& b) const { return (*this)(a.place, b.place); }
};

// Of all that are offered, the first ones behind the place where the list goes on.
class FirstOnes {
 public:
  explicit FirstOnes(const ListQuery& query) : query_(query), order_{query.descending} {}

  void offer(Placed placed) {
    if (query_.after && !order_(*query_.after, placed.place)) return;
    kept_.push_back(std::move(placed));
    std::push_heap(kept_.begin(), kept_.end(), order_);
    if (kept_.size() <= query_.limit) return;
    std::pop_heap(kept_.begin(), kept_.end(), order_);
    kept_.pop_back();
  }
  std::vector<Placed> inOrder() && {
    std::sort_heap(kept_.begin(), kept_.end(), order_);
    return std::move(kept_);
  }

 private:
  const ListQuery& query_;
  const Order order_;
  std::vector<Placed> kept_;  // a heap, the last one on top
};

template <class Take>
void forEach(integration::Store& store, HireState state, const Take& take) {
  integration::Range range = integration::Range::prefix(keys::hires(state));
  for (bool more = true; more;) {
    integration::Page page = store.scan(range);
    more = page.more;
    if (more) range.from = page.entries.back().key + '\0';
    for (Entry& entry : page.entries) take(entry);
  }
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
  const Filter filter(query);
  FirstOnes first(query);
  ListedReader reader;
  forEach(call.store(), query.state, [&](Entry& entry) {
    const ListedHire hire = reader.read(entry);
    ++page.departments[std::string(hire.department)];
    if (!filter.takes(hire)) return;
    ++page.total;
    first.offer({{sortValue(hire, query.sort), std::string(hire.id)}, std::move(entry)});
  });
  for (Placed& placed : std::move(first).inOrder()) {
    HireDocument document = *decode<HireDocument>(placed.entry);
    page.data.push_back(shown(call, {std::move(placed.entry), query.state, std::move(document)}));
  }
  return page;
}

}  // namespace ashby
