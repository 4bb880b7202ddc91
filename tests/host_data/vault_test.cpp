#include "secrets/vault.hpp"

#include <sys/stat.h>

#include "host_data/data_fixture.hpp"
#include "storage/data_errors.hpp"

namespace host_stub {
namespace {

using integration::Code;

const std::string kHex(64, 'a');
constexpr const char* kApiKey = "live_4f9c0d8e7b6a5_KEY";

class VaultTest : public DataTest {
 protected:
  std::unique_ptr<Vault> vault_ = std::make_unique<Vault>(*database_, KeySource{});
  ConnectionKey key_ = connect();

  std::vector<std::string> values(std::int64_t now, const std::string& name = "apiKey") {
    std::vector<std::string> texts;
    for (const SecretValue& value : vault_->get(key_, name, now)) texts.push_back(value.value);
    return texts;
  }
  std::string refusal(const KeySource& source) {
    return messageOf<DataError>([&] { Vault vault(*database_, source); });
  }
};

TEST_F(VaultTest, PutReplacesAndSurvivesARestart) {
  vault_->put(key_, "apiKey", "old", 1000);
  vault_->put(key_, "apiKey", kApiKey, 2000);
  vault_.reset();
  restart();
  vault_ = std::make_unique<Vault>(*database_, KeySource{});
  EXPECT_THAT(values(3000), testing::ElementsAre(kApiKey));
  EXPECT_TRUE(values(3000, "another").empty());
}

TEST_F(VaultTest, NoSecretLiesInClearInAnyFileOfTheFolder) {
  vault_->put(key_, "apiKey", kApiKey, 1000);
  vault_->rotate(key_, "webhookSecret", "whsec_0123456789abcdef", 1000);
  for (int open = 0; open < 2; ++open) {
    const std::string everything = folder_.everything();
    EXPECT_THAT(everything, testing::HasSubstr("webhookSecret"));
    EXPECT_EQ(everything.find(kApiKey), std::string::npos);
    EXPECT_EQ(everything.find("whsec_0123456789abcdef"), std::string::npos);
    vault_.reset();
    database_.reset();  // moves the log into the file
  }
}

TEST_F(VaultTest, BothValuesHoldDuringARotationNewestFirst) {
  vault_->put(key_, "s", "old", 1000);
  vault_->rotate(key_, "s", "new", 2000);
  EXPECT_THAT(values(3000, "s"), testing::ElementsAre("new", "old"));
  EXPECT_THAT(values(2000 + 30 * Vault::kGraceMs, "s"), testing::ElementsAre("new", "old"));
}

TEST_F(VaultTest, OldValueEndsADayAfterFirstUseOfNew) {
  vault_->put(key_, "s", "old", 1000);
  vault_->rotate(key_, "s", "new", 2000);
  const auto both = vault_->get(key_, "s", 3000);
  vault_->markUsed(key_, "s", both[1].id, 4000);  // the old value: starts no grace period
  EXPECT_EQ(vault_->get(key_, "s", 4000)[1].validUntil, 0);
  vault_->markUsed(key_, "s", both[0].id, 5000);
  vault_->markUsed(key_, "s", both[0].id, 9000);  // later uses don't move the end
  EXPECT_EQ(vault_->get(key_, "s", 9000)[1].validUntil, 5000 + Vault::kGraceMs);
  EXPECT_THAT(values(5000 + Vault::kGraceMs - 1, "s"), testing::ElementsAre("new", "old"));
  EXPECT_THAT(values(5000 + Vault::kGraceMs, "s"), testing::ElementsAre("new"));
}

TEST_F(VaultTest, TheOldValueIsEndedByHand) {
  vault_->put(key_, "s", "old", 1000);
  vault_->rotate(key_, "s", "new", 2000);
  vault_->endOld(key_, "s");
  EXPECT_THAT(values(2000, "s"), testing::ElementsAre("new"));
}

TEST_F(VaultTest, SecretsBelongToOneConnectionAndAreErased) {
  const ConnectionKey other = connect();
  vault_->put(key_, "apiKey", kApiKey, 1000);
  vault_->put(key_, "s", "secret", 1000);
  EXPECT_TRUE(vault_->get(other, "apiKey", 2000).empty());
  vault_->put(other, "apiKey", "theirs", 1000);
  vault_->erase(key_);
  EXPECT_TRUE(values(2000).empty());
  EXPECT_TRUE(values(2000, "s").empty());
  EXPECT_EQ(vault_->get(other, "apiKey", 2000).size(), 1u);
}

TEST_F(VaultTest, ADeletedConnectionHasNoSecretsAndGetsNone) {
  vault_->put(key_, "apiKey", kApiKey, 1000);
  Connections(*database_).beginRemoval(key_, Removal::Step::purge, 2000);
  EXPECT_TRUE(values(2000).empty());
  EXPECT_EQ(codeOf([&] { vault_->put(key_, "apiKey", kApiKey, 3000); }), Code::permissionDenied);
  EXPECT_EQ(codeOf([&] { vault_->rotate(key_, "apiKey", kApiKey, 3000); }), Code::permissionDenied);
}

TEST_F(VaultTest, ASealedRowMovedToAnotherPlaceIsNotOpened) {
  const ConnectionKey other = connect();
  vault_->put(key_, "apiKey", kApiKey, 1000);
  vault_->put(key_, "s", "secret", 1000);
  vault_->put(other, "apiKey", "theirs", 1000);
  const auto swap = [&](const char* statement) {
    database_->write([&](SqlSession& sql) { sql.execute(statement, key_.connection); });
  };
  swap(
      "UPDATE secrets SET sealed = (SELECT sealed FROM secrets WHERE connection = ? AND name = 's')"
      " WHERE name = 'apiKey'");
  EXPECT_EQ(codeOf([&] { values(2000); }), Code::dataLoss);
  EXPECT_EQ(codeOf([&] { vault_->get(other, "apiKey", 2000); }), Code::dataLoss);
}

TEST_F(VaultTest, TheValuesOfOneNameCantBeSwapped) {
  vault_->put(key_, "s", "old", 1000);
  vault_->rotate(key_, "s", "new", 2000);
  database_->write([&](SqlSession& sql) {
    sql.script("UPDATE secrets SET id = id + 10; UPDATE secrets SET id = CASE id WHEN 11 THEN 2 ELSE 1 END");
  });
  EXPECT_EQ(codeOf([&] { values(3000, "s"); }), Code::dataLoss);
}

TEST_F(VaultTest, AChangedBitIsNoticed) {
  vault_->put(key_, "apiKey", kApiKey, 1000);
  database_->write([&](SqlSession& sql) {
    const auto rows = sql.query<Blob>("SELECT sealed FROM secrets");
    std::string sealed = std::get<0>(rows.front()).bytes;
    sealed[14] = static_cast<char>(sealed[14] ^ 1);
    sql.execute("UPDATE secrets SET sealed = ?", Blob{sealed});
  });
  EXPECT_EQ(codeOf([&] { values(2000); }), Code::dataLoss);
}

TEST_F(VaultTest, TheSameValueIsSealedDifferentlyEachTime) {
  const MasterKey key(MasterKey::Bytes{});
  EXPECT_NE(key.seal("value", "place"), key.seal("value", "place"));
  EXPECT_EQ(key.open(key.seal("", "place"), "place"), "");
  EXPECT_EQ(key.open("short", "place"), std::nullopt);
}

TEST_F(VaultTest, TheMaskShowsNoMoreThanTheLastFourCharacters) {
  EXPECT_EQ(vault_->masked(key_, "apiKey", 2000), std::nullopt);
  vault_->put(key_, "apiKey", kApiKey, 1000);
  EXPECT_EQ(vault_->masked(key_, "apiKey", 2000), "••••_KEY");
  vault_->put(key_, "apiKey", "short", 1000);
  EXPECT_EQ(vault_->masked(key_, "apiKey", 2000), "••••");
}

TEST_F(VaultTest, TheKeyFileIsMadeForItsOwnerAlone) {
  struct stat status {};
  ASSERT_EQ(::stat((folder_ / "sealing.key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(VaultTest, AKeyFileThatOthersMayReadIsRefused) {
  ::chmod((folder_ / "sealing.key").c_str(), 0644);
  EXPECT_THAT(refusal({}), testing::HasSubstr("chmod 600"));
}

TEST_F(VaultTest, AnotherKeyThanTheFirstIsRefused) {
  EXPECT_THAT(refusal({std::nullopt, kHex}), testing::HasSubstr("isn't the one"));
}

TEST_F(VaultTest, AMissingKeyIsNotReplacedByANewOne) {
  std::filesystem::remove(folder_ / "sealing.key");
  EXPECT_THAT(refusal({}), testing::HasSubstr("is missing"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "sealing.key"));
}

TEST(MasterKeySource, AKeyIsHexOrBase64OfThirtyTwoBytes) {
  DataFolder folder;
  Database database(folder.path());
  EXPECT_NO_THROW(Vault(database, {std::nullopt, kHex}));
  EXPECT_NO_THROW(Vault(database, {std::nullopt, "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=\n"}));
  DataFolder::write(folder / "key", kHex + "\n");
  ::chmod((folder / "key").c_str(), 0600);
  EXPECT_NO_THROW(Vault(database, {folder / "key", std::nullopt}));
  EXPECT_FALSE(std::filesystem::exists(folder / "sealing.key"));
}

TEST(MasterKeySource, WhatIsNoKeyIsRefusedWithoutBeingShown) {
  DataFolder folder;
  Database database(folder.path());
  for (const std::string& text : {std::string(), kHex.substr(1), std::string(64, 'g'),
                                  std::string("c2hvcnQ="), std::string(44, '!'), kHex + "aa"}) {
    const std::string message = messageOf<DataError>([&] { Vault(database, {std::nullopt, text}); });
    EXPECT_THAT(message, testing::HasSubstr("HOST_STUB_KEY is no sealing key")) << text;
    EXPECT_TRUE(text.empty() || message.find(text) == std::string::npos);
  }
  EXPECT_THAT(messageOf<DataError>([&] {
                Vault(database, {folder / "none", std::nullopt});
              }),
              testing::HasSubstr((folder / "none").string()));
}

}  // namespace
}  // namespace host_stub
