#include "hires/review/hire_list.hpp"

#include <algorithm>

#include "fields/fields.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/hire_summary_reader.hpp"
#include "hires/records/matching.hpp"
#include "integration/text/collation.hpp"
#include "integration/text/folding.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Entry;
using integration::HireSort;
using integration::ListPage;
using integration::ListQuery;
using integration::NewHire;

// A search takes a hire of which each wanted word begins a word of the name, job title or department, or
// whose address begins so, or whose application has that id.
class Filter {
 public:
  explicit Filter(const ListQuery& query)
      : query_(query),
        wanted_(integration::folded(tidied(query.q).value_or(""))),
        words_(integration::foldedWords(wanted_)) {}

  bool takes(const HireSummary& hire) const {
    if (query_.department && hire.department != *query_.department) return false;
    if (!starts(hire.employmentStartDate)) return false;
    if (!query_.q || wanted_.empty()) return true;
    if (wanted_.find('@') != std::string::npos)
      return integration::folded(hire.personalEmail).starts_with(wanted_);
    return hasEachWord(hire) || integration::folded(hire.applicationId) == wanted_;
  }

 private:
  bool starts(std::string_view date) const {
    if (!query_.startsFrom && !query_.startsUntil) return true;
    return !date.empty() && (!query_.startsFrom || date >= *query_.startsFrom) &&
           (!query_.startsUntil || date <= *query_.startsUntil);
  }
  bool hasEachWord(const HireSummary& hire) const {
    std::string all;
    for (const std::string_view text :
         {hire.sourceName, hire.firstName, hire.lastName, hire.jobTitle, hire.department})
      all.append(text).append(" ");
    const std::vector<std::string> its = integration::foldedWords(all);
    return !words_.empty() && std::all_of(words_.begin(), words_.end(), [&](const std::string& wanted) {
      return std::any_of(its.begin(), its.end(), [&](const auto& one) { return one.starts_with(wanted); });
    });
  }

  const ListQuery& query_;
  const std::string wanted_;
  const std::vector<std::string> words_;
};

// Returns the key that hires are compared by, byte by byte.
std::string orderKey(std::string_view value, HireSort sort) {
  return sort == HireSort::lastName ? integration::sortKey(value) : std::string(value);
}

std::string orderKey(const HireSummary& hire, HireSort sort) {
  switch (sort) {
    case HireSort::employmentStartDate:
      return orderKey(hire.employmentStartDate, sort);
    case HireSort::lastName:
      return orderKey(hire.lastName, sort);
    case HireSort::importedAt:
      break;
  }
  return orderKey(hire.importedAt, sort);
}

struct Place {
  std::string key, id;
};

struct Placed {
  Place place;
  Entry entry;
};

// By value as asked for, then by id ascending.
struct Order {
  bool descending = false;

  bool operator()(const Place& a, const Place& b) const {
    if (a.key != b.key) return descending ? a.key > b.key : a.key < b.key;
    return a.id < b.id;
  }
  bool operator()(const Placed& a, const Placed& b) const { return (*this)(a.place, b.place); }
};

// Keeps the first of the offered hires after the cursor.
class FirstOnes {
 public:
  explicit FirstOnes(const ListQuery& query) : limit_(query.limit), order_{query.descending} {
    if (query.after) after_ = Place{orderKey(query.after->value, query.sort), query.after->id};
  }

  void offer(Placed placed) {
    if (after_ && !order_(*after_, placed.place)) return;
    kept_.push_back(std::move(placed));
    std::push_heap(kept_.begin(), kept_.end(), order_);
    if (kept_.size() <= limit_) return;
    std::pop_heap(kept_.begin(), kept_.end(), order_);
    kept_.pop_back();
  }
  std::vector<Placed> inOrder() && {
    std::sort_heap(kept_.begin(), kept_.end(), order_);
    return std::move(kept_);
  }

 private:
  const std::uint32_t limit_;
  const Order order_;
  std::optional<Place> after_;
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

NewHire shown(Call& call, const HireSource& source, const HeldHire& held) {
  NewHire hire = toNewHire(held);
  if (held.state == HireState::staged) {
    std::vector<std::string> emails = held.document.emails;
    if (hire.fields.personalEmail) emails.push_back(*hire.fields.personalEmail);
    hire.possibleDuplicates = call.members().match({held.applicationId(), hire.fields, std::move(emails)});
    for (auto& duplicate : duplicatesOf(call.store(), held.document, source.name()))
      hire.possibleDuplicates.push_back(std::move(duplicate));
  }
  return hire;
}

}  // namespace

ListPage listHires(Call& call, const HireSource& source, const ListQuery& query) {
  ListPage page;
  if (query.id) {
    if (const auto held = findHire(call.store(), *query.id)) {
      page.total = 1;
      page.data.push_back(shown(call, source, *held));
    }
    return page;
  }
  const Filter filter(query);
  FirstOnes first(query);
  HireSummaryReader reader;
  forEach(call.store(), query.state, [&](Entry& entry) {
    const HireSummary hire = reader.read(entry);
    ++page.departments[std::string(hire.department)];
    if (!filter.takes(hire)) return;
    ++page.total;
    first.offer({{orderKey(hire, query.sort), std::string(hire.id)}, std::move(entry)});
  });
  for (Placed& placed : std::move(first).inOrder()) {
    HireDocument document = *decode<HireDocument>(placed.entry);
    page.data.push_back(shown(call, source, {std::move(placed.entry), query.state, std::move(document)}));
  }
  return page;
}

}  // namespace ashby
