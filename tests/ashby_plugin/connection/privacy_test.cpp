// Tests that health, activity and notices hold neither secrets nor personal data.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Privacy : public Connected {};

TEST_F(Privacy, NoLogOrHealthHoldsSecretsOrPersonalData) {
  const NewHire added = import(), deleted = import({{"name", "Nadia Bello"}});
  host.members.failNext(Code::invalidArgument, "Nadia Okoye is not wanted");
  EXPECT_EQ(codeOf([&] { promote({added.id, {}, {}}); }), Code::invalidArgument);
  promote({added.id, {}, {}});
  discard(deleted.id);
  restore(deleted.id);
  discard(deleted.id, true);
  send(R"({"action":"Nadia Okoye"})", "a wrong secret");
  send(R"({"action":"Nadia Okoye","data":{"application":{"id":"Nadia Okoye"}}})");
  send("Nadia Okoye");

  const std::string bad = hire({{"name", "Nadia Okoye"}});
  deliver();
  for (
      const char* body :
      {R"({"success":false,"errors":["Nadia Okoye"]})", "<html>Nadia Okoye</html>",
       R"({"success":true,"results":{"id":"a","status":"Hired","updatedAt":"x","candidate":{"id":7,"name":"Nadia Okoye"}}})",
       R"({"success":true,"results":["Nadia Okoye"]})"}) {
    ashby.answerNext("application.info", 200, body);
    pass(kMinute);
  }
  host.secrets.set("apiKey", {AshbyScript::kOldKey});
  hire({{"name", "Nadia Refused"}});
  deliver();
  pass(kMinute);

  std::string told = host.log.printed() + status().health;
  for (const auto& line : activity()) told += integration::toJsonText(line) + "\n";
  for (const char* word : {"Nadia", "Okoye", "example.org", "7700", "82000", kSecretToken, AshbyScript::kKey,
                           AshbyScript::kOldKey})
    EXPECT_THAT(told, Not(HasSubstr(word)));
}

TEST_F(Privacy, NoSecretIsEverWrittenToTheStore) {
  import();
  ping();
  for (const char* word : {kSecretToken, AshbyScript::kKey}) EXPECT_THAT(dump(), Not(HasSubstr(word)));
}

TEST_F(Privacy, OnlyHireRecordsHoldAPerson) {
  const NewHire hire = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::unavailable);
  for (const auto& entry : host.store.entries()) {
    if (!entry.key.starts_with("hire/")) {
      EXPECT_THAT(entry.key + entry.value, Not(HasSubstr("Okoye")));
    }
  }
}

}  // namespace
}  // namespace ashby::test
