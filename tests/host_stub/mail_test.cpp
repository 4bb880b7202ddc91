// Tests notices by mail: whatever the mail server does, none is lost.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"
#include "acme/mail_server.hpp"

namespace host_stub_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A host that sends mails, with one connection.
struct Mailing {
  explicit Mailing(std::uint16_t port)
      : acme({"--smtp", "127.0.0.1:" + std::to_string(port), "--mail-from", "platform@example.com",
              "--public-url", "https://hr.example.com/"}) {
    connection = acme.connect();
    tells({"ada@example.org"});
  }

  void tells(const std::vector<std::string>& emails) {
    Json recipients = Json::array();
    for (const std::string& email : emails)
      recipients.push_back({{"name", "Ada, \"the\" Müller"}, {"email", email}, {"kinds", {"new_hire"}}});
    acme.call("PUT", "/api/notifications/settings", {{"recipients", recipients}});
  }
  Json newest() { return acme.get("/api/notifications")["data"][0]; }
  bool becomes(const std::string& state) {
    return eventually([&] { return newest().is_object() && newest()["state"] == state; });
  }

  AcmeHost acme;
  std::string connection;
};

std::vector<std::string> recipientsOf(const MailServer& server) {
  std::vector<std::string> emails;
  for (const TakenMail& mail : server.taken()) emails.push_back(mail.to);
  return emails;
}

// Returns a port on which nobody listens.
std::uint16_t freePort() {
  return MailServer().port();
}

TEST(MailDelivery, HoldsTheSentenceAndALinkAndNothingElse) {
  MailServer server;
  Mailing mailing(server.port());
  mailing.acme.stage(mailing.connection, "a1");
  mailing.acme.tell(mailing.connection, "k1");
  ASSERT_TRUE(mailing.becomes("sent")) << mailing.newest() << mailing.acme.host.log();
  const TakenMail mail = server.taken().at(0);
  EXPECT_EQ(mail.from, "platform@example.com");
  EXPECT_EQ(mail.to, "ada@example.org");
  EXPECT_THAT(mail.text, HasSubstr("Told under k1.\n\nhttps://hr.example.com/new-hires\n"));
  EXPECT_THAT(mail.text, HasSubstr("Subject: A new hire has arrived\n"));
  EXPECT_THAT(mail.text, HasSubstr("From: platform@example.com\n"));
  EXPECT_THAT(mail.text, HasSubstr("<ada@example.org>\n"));
  EXPECT_THAT(mail.text, HasSubstr("Auto-Submitted: auto-generated\n"));
  EXPECT_THAT(mail.text, testing::Not(HasSubstr("Amara")));
  EXPECT_EQ(mailing.newest()["hireId"], mailing.connection + "-a1");
  EXPECT_EQ(mailing.newest()["attempts"], 1);
  EXPECT_NE(mailing.newest()["sentAt"], nullptr);
}

TEST(MailDelivery, IsSentOnceToEachRecipientHoweverOftenItIsTold) {
  MailServer server;
  Mailing mailing(server.port());
  mailing.tells({"ada@example.org", "bob@example.org"});
  for (int times = 0; times < 3; ++times) mailing.acme.tell(mailing.connection, "k1");
  mailing.acme.tell(mailing.connection, "k2", "withdrawn");
  mailing.acme.tell(mailing.connection, "k3");
  ASSERT_TRUE(eventually([&] { return server.taken().size() >= 4; }));
  EXPECT_THAT(recipientsOf(server), testing::UnorderedElementsAre("ada@example.org", "bob@example.org",
                                                                  "ada@example.org", "bob@example.org"));
}

TEST(MailDelivery, WaitsForAServerThatIsAwayWhileTheHostServes) {
  const std::uint16_t port = freePort();
  Mailing mailing(port);
  mailing.acme.tell(mailing.connection, "k1");
  ASSERT_TRUE(eventually([&] { return mailing.newest().is_object() && mailing.newest()["attempts"] >= 2; }));
  EXPECT_EQ(mailing.newest()["state"], "waiting");
  EXPECT_NE(mailing.newest()["reason"], nullptr);
  EXPECT_EQ(mailing.acme.call("GET", "/api/new-hires").status, 200);
  MailServer server(port);
  EXPECT_TRUE(mailing.becomes("sent")) << mailing.newest();
  EXPECT_THAT(recipientsOf(server), ElementsAre("ada@example.org"));
}

TEST(MailDelivery, OutlivesTheHostThatCouldNotSendIt) {
  const std::uint16_t port = freePort();
  Mailing mailing(port);
  mailing.acme.tell(mailing.connection, "k1");
  ASSERT_TRUE(mailing.becomes("waiting"));
  mailing.acme.host.kill();
  MailServer server(port);
  mailing.acme.host.start();
  EXPECT_TRUE(mailing.becomes("sent")) << mailing.newest();
  EXPECT_THAT(recipientsOf(server), ElementsAre("ada@example.org"));
}

TEST(MailDelivery, IsTriedAgainAfterEveryRefusalThatMayPass) {
  for (const auto& [verb, reply] :
       std::vector<std::pair<std::string, std::string>>{{"connect", "554 not now"},
                                                        {"connect", ""},
                                                        {"MAIL", "550 who are you"},
                                                        {"RCPT", "451 greylisted"},
                                                        {"DATA", "421 closing"},
                                                        {".", "452 no space"},
                                                        {".", ""}}) {
    MailServer server;
    server.reply(verb, reply, 2);
    Mailing mailing(server.port());
    mailing.acme.tell(mailing.connection, "k1");
    EXPECT_TRUE(mailing.becomes("sent")) << verb << " " << reply << mailing.newest();
    EXPECT_GE(mailing.newest()["attempts"], 3) << verb << " " << reply;
    EXPECT_THAT(recipientsOf(server), ElementsAre("ada@example.org")) << verb << " " << reply;
  }
}

TEST(MailDelivery, ThatIsRefusedForGoodHasFailedAndStopsNoOther) {
  MailServer server;
  Mailing mailing(server.port());
  server.reply("RCPT", "550 no such user");
  mailing.acme.tell(mailing.connection, "k1");
  ASSERT_TRUE(mailing.becomes("failed"));
  EXPECT_THAT(mailing.newest()["reason"].get<std::string>(), HasSubstr("550"));
  mailing.acme.tell(mailing.connection, "k2");
  EXPECT_TRUE(mailing.becomes("sent"));
  EXPECT_EQ(mailing.acme.get("/api/notifications")["total"], 2);
  EXPECT_EQ(mailing.acme.host.log().find("ada@example.org"), std::string::npos);
}

TEST(MailDelivery, WaitsIfTheRefusalIsNotOfItsRecipient) {
  for (const char* reply : {"554 5.7.1 <localhost[127.0.0.1]>: Client host rejected: Access denied",
                            "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname",
                            "530 5.7.0 Must issue a STARTTLS command first", "550 5.7.1 Relaying denied",
                            "550 relay not permitted", "550 5.1.8 Sender address rejected"}) {
    MailServer server;
    server.reply("RCPT", reply, 2);
    Mailing mailing(server.port());
    mailing.acme.tell(mailing.connection, "k1");
    EXPECT_TRUE(mailing.becomes("sent")) << reply << mailing.newest();
    EXPECT_EQ(mailing.newest()["attempts"], 3) << reply;
  }
}

TEST(MailDelivery, ThatWaitsIsToldInTheHealth) {
  MailServer server;
  server.reply("RCPT", "530 5.7.0 Must issue a STARTTLS command first", 3);
  Mailing mailing(server.port());
  const auto health = [&] {
    return mailing.acme.get("/api/connections/" + mailing.connection)["health"].get<std::string>();
  };
  EXPECT_THAT(health(), testing::Not(HasSubstr("E-mails")));
  mailing.acme.tell(mailing.connection, "k1");
  EXPECT_TRUE(eventually([&] { return health().find("E-mails wait") != std::string::npos; }));
  EXPECT_THAT(health(), HasSubstr("530 5.7.0"));
  EXPECT_TRUE(mailing.becomes("sent"));
  EXPECT_TRUE(eventually([&] { return health().find("E-mails") == std::string::npos; }));
}

TEST(MailDelivery, RefusedForGoodIsNoTroubleOfTheServer) {
  MailServer server;
  server.reply("MAIL", "451 not now", 1000);
  Mailing mailing(server.port());
  const auto told = [&] {
    const Json shown = mailing.acme.get("/api/connections/" + mailing.connection);
    return shown["health"].get<std::string>().find("E-mails wait") != std::string::npos;
  };
  mailing.acme.tell(mailing.connection, "k1");
  EXPECT_TRUE(eventually(told));
  server.reply("RCPT", "550 5.1.1 no such user");
  server.reply("MAIL", "451 not now", 0);
  EXPECT_TRUE(mailing.becomes("failed")) << mailing.newest();
  EXPECT_TRUE(eventually([&] { return !told(); }));
}

TEST(MailDelivery, HasCrlfAtTheEndOfEachLine) {
  MailServer server;
  Mailing mailing(server.port());
  mailing.acme.tell(mailing.connection, "k1");
  ASSERT_TRUE(mailing.becomes("sent"));
  const std::string raw = server.taken().at(0).raw;
  for (std::size_t at = 0; (at = raw.find('\n', at)) != std::string::npos; ++at)
    EXPECT_EQ(raw.at(at - 1), '\r') << raw.substr(at > 30 ? at - 30 : 0, 30);
  EXPECT_THAT(raw, HasSubstr("Told under k1.\r\n\r\nhttps://hr.example.com/new-hires\r\n"));
}

TEST(MailDelivery, NamesItsRecipientInEncodedWordsUnquoted) {
  MailServer server;
  Mailing mailing(server.port());
  mailing.acme.tell(mailing.connection, "k1");
  ASSERT_TRUE(mailing.becomes("sent"));
  EXPECT_THAT(server.taken().at(0).text,
              HasSubstr("\nTo: =?UTF-8?B?QWRhLCAidGhlIiBNw7xsbGVy?=\n <ada@example.org>\n"));
}

TEST(MailDelivery, IsHandedOverByAnAddressLiteral) {
  MailServer server;
  Mailing mailing(server.port());
  mailing.acme.tell(mailing.connection, "k1");
  ASSERT_TRUE(mailing.becomes("sent"));
  EXPECT_EQ(server.greeting(), "EHLO [127.0.0.1]");
}

TEST(OutboxTest, KeepsWhatNobodySendsAndIsPaged) {
  AcmeHost acme;
  const std::string connection = acme.connect();
  acme.call("PUT", "/api/notifications/settings",
            {{"recipients", {{{"email", "ada@example.org"}, {"kinds", {"new_hire"}}}}}});
  for (const char* key : {"k1", "k2", "k3"}) acme.tell(connection, key);
  ASSERT_TRUE(eventually([&] { return acme.get("/api/notifications")["total"] == 3; }));
  const Json first = acme.get("/api/notifications?$limit=2");
  EXPECT_EQ(first["data"][0]["text"], "Told under k3.");
  const Json rest = acme.get("/api/notifications?cursor=" + first["nextCursor"].get<std::string>());
  ASSERT_EQ(rest["data"].size(), 1U);
  EXPECT_EQ(rest["data"][0]["text"], "Told under k1.");
  EXPECT_EQ(rest["data"][0]["state"], "waiting");
}

TEST(NoticeRecipients, AreGivenBackAsTheyWereSavedOrRefusedOneByOne) {
  AcmeHost acme;
  const std::string path = "/api/notifications/settings";
  EXPECT_EQ(acme.get(path), (Json{{"recipients", Json::array()}}));
  const Json wanted = {
      {"recipients", {{{"name", "Ada"}, {"email", "ada@example.org"}, {"kinds", {"new_hire"}}}}}};
  EXPECT_EQ(acme.call("PUT", path, wanted).json(), wanted);
  EXPECT_EQ(acme.call("PUT", path, acme.get(path)).status, 200);
  EXPECT_EQ(issuePaths(acme.call("PUT", path)), std::vector<std::string>{"recipients"});
  EXPECT_THAT(issuePaths(acme.call("PUT", path, {{"recipients", {{{"email", "ada"}, {"kinds", {"all"}}}}}})),
              ElementsAre("recipients/0/email", "recipients/0/kinds/0"));
  EXPECT_EQ(acme.get(path), wanted);
}

TEST(Program, NeedsBothOrNeitherOfTheArgumentsForMail) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--smtp", "127.0.0.1:25"},
                                                {"--mail-from", "a@example.org"},
                                                {"--smtp", "here", "--mail-from", "a@example.org"},
                                                {"--smtp", "127.0.0.1:25", "--mail-from", "nobody"}}) {
    std::vector<std::string> all = {HOST_STUB, "serve",    "--plugins", ACME,
                                    "--data",  "/nowhere", "--listen",  "127.0.0.1:0"};
    all.insert(all.end(), words.begin(), words.end());
    EXPECT_EQ(runProgram(all).status, 2) << words.front();
  }
}

}  // namespace
}  // namespace host_stub_test
