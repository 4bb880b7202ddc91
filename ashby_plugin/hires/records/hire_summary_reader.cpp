#include "hires/records/hire_summary_reader.hpp"

#include <simdjson.h>

#include <array>

#include "hires/records/record_json.hpp"

namespace ashby {
namespace {

using simdjson::SUCCESS;
using simdjson::ondemand::value;

struct Known {
  std::string_view name;
  std::string_view HireSummary::*text;
};
constexpr std::array kTop = {Known{"id", &HireSummary::id}, Known{"importedAt", &HireSummary::importedAt}};
constexpr std::array kFields = {Known{"firstName", &HireSummary::firstName},
                                Known{"lastName", &HireSummary::lastName},
                                Known{"personalEmail", &HireSummary::personalEmail},
                                Known{"jobTitle", &HireSummary::jobTitle},
                                Known{"department", &HireSummary::department},
                                Known{"employmentStartDate", &HireSummary::employmentStartDate}};
constexpr std::array kSource = {Known{"applicationId", &HireSummary::applicationId},
                                Known{"name", &HireSummary::sourceName}};

// False if `from` is no object or `take` says so of one of its members.
template <class Object, class Take>
bool eachMember(Object&& from, const Take& take) {
  simdjson::ondemand::object object;
  if (from.get_object().get(object) != SUCCESS) return false;
  for (auto each : object) {
    simdjson::ondemand::field member;
    std::string_view name;
    if (std::move(each).get(member) != SUCCESS || member.unescaped_key().get(name) != SUCCESS ||
        !take(name, member.value()))
      return false;
  }
  return true;
}

template <class Names>
bool take(const Names& names, std::string_view name, value& from, HireSummary& into) {
  for (const Known& known : names) {
    if (known.name != name) continue;
    bool null = false;
    if (from.is_null().get(null) != SUCCESS) return false;
    return null || from.get_string().get(into.*known.text) == SUCCESS;
  }
  return true;
}

template <class Names>
bool takeAll(const Names& names, value& from, HireSummary& into) {
  return eachMember(from,
                    [&](std::string_view name, value& member) { return take(names, name, member, into); });
}

// False if the record isn't one that encode wrote.
bool readRecord(simdjson::ondemand::document& record, HireSummary& hire) {
  bool hasFields = false;
  const bool ok = eachMember(record, [&](std::string_view name, value& member) {
    if (name == "source") return takeAll(kSource, member, hire);
    if (name != "fields") return take(kTop, name, member, hire);
    hasFields = true;
    return takeAll(kFields, member, hire);
  });
  const bool isThere = hire.id.data() && hire.importedAt.data() && hire.applicationId.data();
  return ok && hasFields && isThere && record.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

HireSummary listed(const HireDocument& document) {
  const auto text = [](const Text& field) { return field ? std::string_view(*field) : std::string_view(); };
  const integration::HireFields& fields = document.fields;
  return {document.id,
          document.importedAt,
          text(fields.firstName),
          text(fields.lastName),
          text(fields.personalEmail),
          text(fields.jobTitle),
          text(fields.department),
          text(fields.employmentStartDate),
          document.source.applicationId,
          text(document.source.name)};
}

}  // namespace

// Owns the memory of the last hire's texts.
struct HireSummaryReader::Parsed {
  simdjson::ondemand::parser parser;
  std::string padded;
  HireDocument whole;
};

HireSummaryReader::HireSummaryReader() : parsed_(std::make_unique<Parsed>()) {}
HireSummaryReader::~HireSummaryReader() = default;

HireSummary HireSummaryReader::read(const integration::Entry& entry) {
  const std::string_view text = decodeText(entry);
  auto& [parser, padded, whole] = *parsed_;
  padded.assign(text).append(simdjson::SIMDJSON_PADDING, ' ');
  simdjson::ondemand::document record;
  HireSummary hire;
  if (parser.iterate(padded.data(), text.size(), padded.size()).get(record) == SUCCESS &&
      readRecord(record, hire))
    return hire;
  whole = *decode<HireDocument>(entry);
  return listed(whole);
}

}  // namespace ashby
