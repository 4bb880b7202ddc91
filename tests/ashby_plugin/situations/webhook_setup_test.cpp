// Tests the set-up of the webhook in Ashby, with and without mistakes: the deliveries, and the connection's
// state. The connection becomes active with the first delivery of a type that can tell of hires.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// steps, separated by "; ":
//   enable, key      the admin's steps
//   ping             Ashby's, at each save of a webhook
//   TYPE             a delivery of this type, about somebody who isn't hired
//   hired TYPE       the same, about somebody who is
//   wrong secret     a ping signed with another Secret Token
//   unsigned         a ping without a signature
//   too large        a delivery over 4 MiB
//   wait N           seconds go by
struct WebhookSetup {
  const char* what;
  const char* steps;
  ConnectionState state;
  const char* says = "";
  const char* saysNot = "(nothing)";
};

void PrintTo(const WebhookSetup& setup, std::ostream* out) {
  *out << setup.what << ": " << setup.steps;
}

constexpr auto kWaiting = ConnectionState::waiting;
constexpr auto kActive = ConnectionState::active;
constexpr char kCreateAnother[] = "create a webhook of the type \"Application Updated\"";
constexpr char kOtherToken[] = "another Secret Token";
constexpr char kNoToken[] = "has no Secret Token";

// clang-format off
constexpr WebhookSetup kTypes[] = {
    {"A ping alone doesn't tell the type", "enable; key; ping", kWaiting, "Waiting for the first delivery of a webhook of the type \"Application Updated\""},
    {"A ping before the key doesn't either", "enable; ping; key", kWaiting, "the Secret Token are right"},
    {"Pings alone never make it active", "enable; key; ping; wait 60; ping; wait 3600; ping", kWaiting},
    {"Application Updated is right", "enable; key; ping; applicationUpdate", kActive, "Active: last delivery", "create a webhook"},
    {"Candidate Hired is right", "enable; key; ping; candidateHire", kActive, "Active: last delivery"},
    {"Candidate Stage Change is right", "enable; key; ping; candidateStageChange", kActive, "Active: last delivery"},
    {"Its first delivery counts without a ping", "enable; key; applicationUpdate", kActive},
    {"Its first delivery counts before the key", "enable; applicationUpdate; key", kActive},
    {"Its first delivery counts at once behind a ping", "enable; key; wait 100; ping; wait 1; applicationUpdate", kActive},
    {"A hire makes it active", "enable; key; ping; hired candidateHire", kActive},
    {"Application Submitted is wrong", "enable; key; ping; applicationSubmit", kWaiting, "\"Application Submitted (applicationSubmit)\""},
    {"Offer Created is wrong", "enable; key; ping; offerCreate", kWaiting, "\"Offer Created (offerCreate)\""},
    {"A wrong type names the right one", "enable; key; ping; applicationSubmit", kWaiting, kCreateAnother},
    {"A wrong type counts without a ping", "enable; key; applicationSubmit", kWaiting, kCreateAnother},
    {"A wrong type counts before the key", "enable; offerCreate; key", kWaiting, kCreateAnother},
    {"A wrong type counts behind seconds", "enable; key; wait 100; ping; wait 1; applicationSubmit", kWaiting, kCreateAnother},
    {"A wrong type counts behind a minute", "enable; key; ping; wait 61; applicationSubmit", kWaiting, kCreateAnother},
    {"A wrong type stays wrong for hours", "enable; key; ping; offerCreate; wait 7200; offerCreate", kWaiting, kCreateAnother},
    {"A wrong type of a hired person is wrong", "enable; key; ping; hired applicationSubmit", kWaiting, kCreateAnother},
    {"Offer Updated is wrong", "enable; key; ping; offerUpdate", kWaiting, "offerUpdate"},
    {"Offer Deleted is wrong", "enable; key; ping; offerDelete", kWaiting, "offerDelete"},
    {"A job's type is wrong", "enable; key; ping; jobPostingUpdate", kWaiting, "jobPostingUpdate"},
    {"An interview's type is wrong", "enable; key; ping; interviewScheduleCreate", kWaiting, "interviewScheduleCreate"},
    {"A survey's type is wrong", "enable; key; ping; surveySubmit", kWaiting, "surveySubmit"},
    {"A push to another HR system is wrong", "enable; key; ping; pushToHRIS", kWaiting, "pushToHRIS"},
    {"A merge alone is wrong", "enable; key; ping; candidateMerge", kWaiting, "candidateMerge"},
    {"A deletion alone is wrong", "enable; key; ping; candidateDelete", kWaiting, "candidateDelete"},
    {"A type that is new in Ashby is wrong", "enable; key; ping; signatureRequestUpdate", kWaiting, "signatureRequestUpdate"},
    {"The last of two wrong types is named", "enable; key; ping; applicationSubmit; offerCreate", kWaiting, "offerCreate", "applicationSubmit"},
    {"A ping after a wrong type settles nothing", "enable; key; ping; applicationSubmit; ping", kWaiting, kCreateAnother},
    {"A right type ends the wrong one's hint", "enable; key; ping; offerCreate; applicationUpdate", kActive, "Active: last delivery", "offerCreate"},
    {"A second webhook beside the right one is fine", "enable; key; applicationUpdate; offerUpdate; wait 60; offerUpdate", kActive, "Active: last delivery", "offerUpdate"},
};

constexpr WebhookSetup kSignatures[] = {
    {"A wrong secret shows at once", "enable; key; wrong secret", kWaiting, kOtherToken},
    {"A wrong secret shows within the second of a ping", "enable; key; ping; wrong secret", kWaiting, kOtherToken},
    {"A wrong secret shows in the minute of a ping", "enable; key; ping; wait 20; wrong secret", kWaiting, kOtherToken},
    {"A wrong secret shows minutes behind a ping", "enable; key; ping; wait 121; wrong secret", kWaiting, kOtherToken},
    {"A wrong secret of an active one shows", "enable; key; applicationUpdate; wrong secret", kActive, kOtherToken},
    {"A wrong secret shows before the key", "enable; wrong secret", ConnectionState::incomplete, kOtherToken},
    {"A wrong secret shows hours later", "enable; key; wrong secret; wait 7200", kWaiting, kOtherToken},
    {"A missing signature shows at once", "enable; key; unsigned", kWaiting, kNoToken},
    {"A missing signature shows behind a ping", "enable; key; ping; unsigned", kWaiting, kNoToken},
    {"The newest of two refusals counts", "enable; key; wrong secret; unsigned", kWaiting, kNoToken, kOtherToken},
    {"A wrong secret goes before a wrong type", "enable; key; applicationSubmit; wrong secret", kWaiting, kOtherToken},
    {"A right secret ends it at once", "enable; key; wrong secret; ping", kWaiting, "the Secret Token are right", kOtherToken},
    {"A right secret ends it within the half minute", "enable; key; ping; wait 5; wrong secret; wait 5; ping", kWaiting, "", kOtherToken},
    {"A right secret ends it for an active one", "enable; key; applicationUpdate; wait 5; wrong secret; wait 5; offerUpdate", kActive, "Active: last delivery"},
    {"What comes behind a right secret counts again", "enable; key; wrong secret; ping; wrong secret", kWaiting, kOtherToken},
    {"A body that is too large tells nothing of the secret", "enable; key; applicationUpdate; too large", kActive, "Active: last delivery"},
    {"A body that is too large hides no wrong secret", "enable; key; wrong secret; too large", kWaiting, kOtherToken},
};
// clang-format on

class WebhookSetups : public Connection, public testing::WithParamInterface<WebhookSetup> {
 protected:
  void step(const std::string& name) {
    const std::string ping = R"({"action":"ping","data":{"webhookActionType":"ping"}})";
    if (name == "enable")
      enable();
    else if (name == "key")
      giveKey();
    else if (name == "ping")
      EXPECT_EQ(this->ping(), 200);
    else if (name == "wrong secret")
      EXPECT_EQ(send(ping, "another secret"), 401);
    else if (name == "unsigned")
      EXPECT_EQ(send("POST", ping, ""), 401);
    else if (name == "too large")
      EXPECT_EQ(sendTooLarge("POST"), 413);
    else if (name.starts_with("wait "))
      pass(std::stoi(name.substr(5)) * kSecond);
    else if (name.starts_with("hired "))
      EXPECT_EQ(deliverOf(name.substr(6), "Hired"), 200);
    else
      EXPECT_EQ(deliverOf(name, "Active"), 200);
  }

 private:
  int deliverOf(const std::string& type, const std::string& status) {
    return send(R"({"action":")" + type + R"(","data":{"application":{"id":"a-1","status":")" + status +
                R"(","updatedAt":"2026-11-23T09:00:00.000Z"},"offer":{"id":"o-1","applicationId":"a-1"}}})");
  }
};

TEST_P(WebhookSetups, AreToldAsTheyAre) {
  const std::string steps = GetParam().steps;
  for (std::size_t from = 0, end = 0; end != std::string::npos; from = end + 2) {
    end = steps.find("; ", from);
    step(steps.substr(from, end == std::string::npos ? end : end - from));
  }
  const integration::ConnectionStatus told = status();
  EXPECT_EQ(told.state, GetParam().state) << told.health;
  EXPECT_THAT(told.health, HasSubstr(GetParam().says));
  EXPECT_THAT(told.health, Not(HasSubstr(GetParam().saysNot)));
}

INSTANTIATE_TEST_SUITE_P(Types, WebhookSetups, testing::ValuesIn(kTypes));
INSTANTIATE_TEST_SUITE_P(Signatures, WebhookSetups, testing::ValuesIn(kSignatures));

}  // namespace
}  // namespace ashby::test
