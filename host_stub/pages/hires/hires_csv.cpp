#include "pages/hires/hires_csv.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "pages/format.hpp"
#include "pages/hires/list_query.hpp"
#include "pages/hires/review_form.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMost = 10000;

bool isSignedNumber(const std::string& value) {
  return (value.front() == '+' || value.front() == '-') && value.size() > 1 &&
         value.find_first_not_of("0123456789 .", 1) == std::string::npos;
}

// Returns whether a spreadsheet reads a formula behind it, as behind the full-width forms too.
bool startsFormula(UChar32 c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B || c == 0xFF0D ||
         c == 0xFF20;
}

// A spreadsheet drops blanks in front, and takes what follows a tab, a line break or a semicolon for a cell
// of its own, whatever separates the cells here.
bool looksLikeFormula(const std::string& value) {
  if (value.empty() || isSignedNumber(value)) return false;
  if (value.front() == '\t' || value.front() == '\r') return true;
  const auto text = icu::UnicodeString::fromUTF8(value);
  bool atStart = true;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (atStart && startsFormula(c)) return true;
    const bool separates = c == '\t' || c == '\r' || c == '\n' || c == ';' || c == 0xFF1B;
    const bool unseen = u_isUWhiteSpace(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    atStart = separates || (atStart && (unseen || c == '"'));
  }
  return false;
}

std::string line(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) text += (text.empty() ? "" : ",") + csvCell(cell);
  return text + "\r\n";
}

std::string headings() {
  std::vector<std::string> cells;
  for (const MemberField& field : memberFields()) cells.push_back(field.title);
  for (const char* own : {"To check", "Possible duplicate", "Imported", "Application"})
    cells.emplace_back(own);
  return line(cells);
}

std::string row(const Json& hire) {
  const Json values = valuesOf(hire);
  std::vector<std::string> cells;
  for (const MemberField& field : memberFields()) {
    const std::string value = memberValue(values, field.name);
    cells.push_back(field.kind == "phone" ? phoneForPeople(value) : value);
  }
  std::string issues;
  for (const Json& issue : hire.at("issues"))
    issues += (issues.empty() ? "" : "; ") + memberField(textOf(issue, "path")).title + ": " +
              textOf(issue, "message");
  cells.push_back(issues);
  cells.emplace_back(hire.at("possibleDuplicates").empty() ? "" : "yes");
  cells.push_back(textOf(hire, "importedAt"));
  cells.push_back(textOf(hire.at("source"), "applicationId"));
  return line(cells);
}

// A file can't say what it lacks, so none is given.
WebResponse notComplete(const Json& incomplete) {
  std::string text = "The file would lack new hires, so there is none. Try again later.\r\n";
  for (const Json& part : incomplete) text += missingPartInWords(part) + "\r\n";
  return {503, {{"Content-Type", "text/plain; charset=utf-8"}, {"Retry-After", "60"}}, text};
}

}  // namespace

std::string csvCell(const std::string& value) {
  std::string cell = looksLikeFormula(value) ? "\"'" : "\"";
  for (const char c : value) cell += c == '"' ? "\"\"" : std::string(1, c);
  return cell + "\"";
}

void HiresCsv::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::newHires, "GET", "/new-hires.csv", &HiresCsv::all);
}

WebResponse HiresCsv::all(const PageRequest& request) {
  Parameters query = listQuery(request.query, "250");
  std::string text = kByteOrderMark + headings();
  std::size_t rows = 0;
  for (query.set("cursor", "");;) {
    const Json answer = request.api.get("/api/new-hires", query);
    if (answer.contains("incomplete")) return notComplete(answer.at("incomplete"));
    for (const Json& hire : answer.at("data")) text += row(hire);
    rows += answer.at("data").size();
    query.set("cursor", textOf(answer, "nextCursor"));
    if (!query.has("cursor") || rows >= kMost) break;
  }
  const std::string name = query.has("cursor") ? "new-hires-first-10000.csv" : "new-hires.csv";
  WebResponse file{200, pageHeaders("text/csv; charset=utf-8"), std::move(text)};
  file.headers.push_back({"Content-Disposition", "attachment; filename=\"" + name + "\""});
  return file;
}

}  // namespace host_stub
