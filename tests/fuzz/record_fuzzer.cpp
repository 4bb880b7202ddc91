// Fuzzes records of the store: compares the fast reading of a list with full decoding, and written records
// with read ones.
#include "fuzzer.hpp"
#include "hires/records/hire_summary_reader.hpp"
#include "hires/records/settings.hpp"

using ashby::HireDocument;
using fuzzing::mustHold;
using integration::Entry;

namespace {

template <class Read>
std::string refusalOf(Read read) {
  try {
    read();
  } catch (const integration::Failure& failure) {
    return std::to_string(static_cast<int>(failure.code())) + failure.what();
  }
  return "";
}

void sameAsDecoded(const Entry& entry, const HireDocument& hire) {
  const auto text = [](const ashby::Text& field) { return field.value_or(""); };
  ashby::HireSummaryReader reader;
  const ashby::HireSummary listed = reader.read(entry);
  mustHold(listed.id == hire.id && listed.importedAt == hire.importedAt, "the hire's id and import");
  mustHold(listed.firstName == text(hire.fields.firstName), "the first name");
  mustHold(listed.lastName == text(hire.fields.lastName), "the last name");
  mustHold(listed.personalEmail == text(hire.fields.personalEmail), "the e-mail");
  mustHold(listed.jobTitle == text(hire.fields.jobTitle), "the title");
  mustHold(listed.department == text(hire.fields.department), "the department");
  mustHold(listed.employmentStartDate == text(hire.fields.employmentStartDate), "the start");
  mustHold(listed.applicationId == hire.source.applicationId, "the application");
  mustHold(listed.sourceName == text(hire.source.name), "the name in the source");
}

template <class Record>
std::optional<Record> roundTrip(const Entry& entry) {
  std::optional<Record> record;
  if (!refusalOf([&] { record = ashby::decode<Record>(entry); }).empty()) return std::nullopt;
  const std::string written = ashby::encode(*record);
  mustHold(ashby::encode(*ashby::decode<Record>({entry.key, written, 1})) == written,
           "a record is read as it was written", written);
  return record;
}

}  // namespace

void fuzz(std::string_view bytes) {
  const Entry entry{"hire/staged/h", std::string(bytes), 1};
  roundTrip<ashby::ApplicationRecord>(entry);
  if (const auto hire = roundTrip<HireDocument>(entry)) return sameAsDecoded(entry, *hire);
  ashby::HireSummaryReader reader;
  const std::string refusal = refusalOf([&] { (void)reader.read(entry); });
  mustHold(refusal.empty() || refusal == refusalOf([&] { (void)ashby::decode<HireDocument>(entry); }),
           "a list refuses nothing but what decoding refuses", refusal);
}
