// Tests names from custom fields: the whole name, or its parts.
#include "situations/situation.hpp"

namespace ashby::test {
namespace {

constexpr const char* kFirstAndLast =
    R"([["settings",{"sources":{"firstName":["candidate:cf-1"],"lastName":["candidate:cf-2"]}}]])";
constexpr const char* kFirst = R"([["settings",{"sources":{"firstName":["candidate:cf-1"]}}]])";
constexpr const char* kLast = R"([["settings",{"sources":{"lastName":["candidate:cf-1"]}}]])";
constexpr const char* kWhole = R"([["settings",{"sources":{"name":["candidate:cf-1"]}}]])";

// clang-format off
constexpr Situation kMappedNames[] = {
    {"The display name's middle name goes where the first name holds it",
     R"({"name":"Mai Anh Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Mai Anh"},{"id":"cf-2","title":"Two","value":"Tran"}]}})",
     R"({"firstName":"Mai Anh","middleName":null,"lastName":"Tran","preferredName":null,"issues":[],"alternatives":[]})", "[]", kFirstAndLast},
    {"A middle name that no custom field gives is dropped and flagged",
     R"({"name":"Bobby James Kuhn","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Robert"},{"id":"cf-2","title":"Two","value":"Kuhn-Meyer"}]}})",
     R"({"firstName":"Robert","middleName":null,"lastName":"Kuhn-Meyer","preferredName":"Bobby","issues":["middleName:uncertain"],"alternatives":["Robert|James|Kuhn-Meyer"]})", "[]", kFirstAndLast},
    {"Doubts about the display name go once its parts are mapped",
     R"({"name":"Rafael Nadal Parera","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Rafael"},{"id":"cf-2","title":"Two","value":"Nadal Parera"}]}})",
     R"({"firstName":"Rafael","middleName":null,"lastName":"Nadal Parera","issues":[],"alternatives":[]})", "[]", kFirstAndLast},
    {"A whole name in the first name's field is flagged",
     R"({"name":"Bobby Kuhn","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Robert James Kuhn"},{"id":"cf-2","title":"Two","value":"Kuhn"}]}})",
     R"({"firstName":"Robert James Kuhn","lastName":"Kuhn","issues":["firstName:uncertain"],"alternatives":["Robert James|-|Kuhn"]})", "[]", kFirstAndLast},
    {"A last name that only the display name gives is flagged if the first names differ",
     R"({"name":"Bobby Kuhn","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Robert"}]}})",
     R"({"firstName":"Robert","lastName":"Kuhn","preferredName":"Bobby","issues":["lastName:uncertain"],"alternatives":["Bobby|-|Kuhn"]})", "[]", kFirst},
    {"A mapped first name that agrees with the display name needs no flag",
     R"({"name":"Mai Anh Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Mai Anh"}]}})",
     R"({"firstName":"Mai Anh","middleName":null,"lastName":"Tran","issues":[]})", "[]", kFirst},
    {"A mapped last name that differs flags the first name beside it",
     R"({"name":"Ines Marlow","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Marlow-Reed"}]}})",
     R"({"firstName":"Ines","lastName":"Marlow-Reed","issues":["firstName:uncertain"],"alternatives":["Ines|-|Marlow"]})", "[]", kLast},
    {"A whole name with a comma in the last name's field is flagged and read",
     R"({"name":"Mai Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Mai Anh"},{"id":"cf-2","title":"Two","value":"Tran, Mai Anh"}]}})",
     R"({"firstName":"Mai Anh","lastName":"Tran, Mai Anh","issues":["lastName:uncertain"],"alternatives":["Mai|Anh|Tran"]})", "[]", kFirstAndLast},
    {"A dash is no first name",
     R"({"name":"Mai Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"-"},{"id":"cf-2","title":"Two","value":"Tran"}]}})",
     R"({"firstName":null,"lastName":"Tran","issues":["firstName:invalid"]})", "[]", kFirstAndLast},
    {"A first name all in capitals is kept and flagged",
     R"({"name":"Mai Anh Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"MAI ANH"},{"id":"cf-2","title":"Two","value":"Tran"}]}})",
     R"({"firstName":"MAI ANH","lastName":"Tran","issues":["firstName:uncertain"],"alternatives":["Mai Anh|-|Tran"]})", "[]", kFirstAndLast},
    {"A title in the first name's field is flagged",
     R"({"name":"Mai Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Dr. Mai"},{"id":"cf-2","title":"Two","value":"Tran"}]}})",
     R"({"firstName":"Dr. Mai","issues":["firstName:uncertain"],"alternatives":["Mai|-|Tran"]})", "[]", kFirstAndLast},
    {"A suffix in the last name's field is flagged",
     R"({"name":"Bobby Kuhn","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Bobby"},{"id":"cf-2","title":"Two","value":"Kuhn PhD"}]}})",
     R"({"lastName":"Kuhn PhD","issues":["lastName:uncertain"],"alternatives":["Bobby|-|Kuhn"]})", "[]", kFirstAndLast},
    {"A mapped part without a value is blank and told of",
     R"({"name":"Mai Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Mai Anh"}]}})",
     R"({"firstName":"Mai Anh","lastName":null,"issues":["lastName:missing"]})", "[]", kFirstAndLast},
    {"A mapped first name that isn't there is blank and told of",
     R"({"name":"Ines Marlowe"})",
     R"({"firstName":null,"lastName":"Marlowe","issues":["firstName:missing"]})", "[]",
     R"([["settings",{"sources":{"firstName":["candidate:cf-legal"]}}]])"},
    {"The whole name is split by the rules of names",
     R"({"name":"Bobby K","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Robert James van der Kuhn"}]}})",
     R"({"firstName":"Robert","middleName":"James","lastName":"van der Kuhn","preferredName":"Bobby","issues":[],"alternatives":[]})", "[]", kWhole},
    {"The whole name with a comma is read family first",
     R"({"name":"Mai Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Tran, Mai Anh"}]}})",
     R"({"firstName":"Mai","middleName":"Anh","lastName":"Tran","preferredName":null,"issues":[]})", "[]", kWhole},
    {"Half a whole name is flagged",
     R"({"name":"Mai Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"Mai"}]}})",
     R"({"firstName":"Mai","lastName":null,"issues":["lastName:uncertain"]})", "[]", kWhole},
    {"A whole name without a value is blank and told of",
     R"({"name":"Mai Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":null}]}})",
     R"({"firstName":null,"lastName":null,"issues":["firstName:missing","lastName:missing"]})", "[]", kWhole},
    {"Ashby's name fills in for a whole name without a value",
     R"({"name":"Mai Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":null}]}})",
     R"({"firstName":"Mai","lastName":"Tran","issues":[]})", "[]", R"([["settings",{"sources":{"name":["candidate:cf-1","ashby"]}}]])"},
    {"A placeholder is no preferred name",
     R"({"name":"Mai Tran","candidateFields":{"customFields":[{"id":"cf-1","title":"One","value":"n/a"}]}})",
     R"({"firstName":"Mai","preferredName":null,"issues":["preferredName:invalid"]})", "[]",
     R"([["settings",{"sources":{"preferredName":["candidate:cf-1"]}}]])"},
};
// clang-format on

class MappedName : public Situations {};

TEST_P(MappedName, Is) {
  run(GetParam());
}

INSTANTIATE_TEST_SUITE_P(FromCustomFields, MappedName, testing::ValuesIn(kMappedNames), testName);

}  // namespace
}  // namespace ashby::test
