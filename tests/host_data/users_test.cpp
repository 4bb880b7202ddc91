#include "accounts/users.hpp"

#include <sys/wait.h>

#include <thread>

#include "host_data/data_fixture.hpp"
#include "storage/data_errors.hpp"

namespace host_stub {
namespace {

using integration::Code;

class UsersTest : public testing::Test {
 protected:
  DataFolder folder_;
  Users users_{folder_.path()};
};

TEST_F(UsersTest, ATokenSaysWhoseItIs) {
  const UserAdded added = users_.add("main", "Ada", Role::hr, 1000);
  EXPECT_EQ(added.token.size(), 64u);
  const auto user = users_.authenticate(added.token);
  ASSERT_TRUE(user);
  EXPECT_EQ(user->id, added.user.id);
  EXPECT_EQ(user->company, "main");
  EXPECT_EQ(user->name, "Ada");
  EXPECT_EQ(user->role, Role::hr);
}

TEST_F(UsersTest, AnyOtherTokenIsNobodys) {
  const std::string token = users_.add("main", "Ada", Role::hr, 1000).token;
  for (const std::string& wrong :
       {std::string(), std::string("x"), token.substr(1), token + "0", std::string(64, '0')})
    EXPECT_FALSE(users_.authenticate(wrong));
}

TEST_F(UsersTest, OnlyTheHashOfATokenIsKept) {
  const std::string token = users_.add("main", "Ada", Role::owner, 1000).token;
  EXPECT_EQ(folder_.everything().find(token), std::string::npos);
  EXPECT_NE(folder_.everything().find("Ada"), std::string::npos);
}

TEST_F(UsersTest, ARemovedUsersTokenIsWorthNothing) {
  const std::string token = users_.add("main", "Ada", Role::owner, 1000).token;
  EXPECT_TRUE(users_.remove("main", "Ada"));
  EXPECT_FALSE(users_.authenticate(token));
  EXPECT_FALSE(users_.remove("main", "Ada"));
  EXPECT_NE(users_.add("main", "Ada", Role::owner, 2000).token, token);
}

TEST_F(UsersTest, ANameIsOnceInACompanyAndFreeInAnother) {
  users_.add("main", "Ada", Role::owner, 1000);
  EXPECT_EQ(codeOf([&] { users_.add("main", "Ada", Role::hr, 1000); }), Code::alreadyExists);
  EXPECT_NO_THROW(users_.add("rival", "Ada", Role::hr, 1000));
  EXPECT_EQ(users_.list().size(), 2u);
  ASSERT_EQ(users_.list("main").size(), 1u);
  EXPECT_EQ(users_.list("main")[0].role, Role::owner);
  EXPECT_THAT(users_.companies(), testing::ElementsAre("main", "rival"));
}

TEST_F(UsersTest, NamesAreTextOfSomeLength) {
  for (const std::string& bad :
       {std::string(), std::string(101, 'n'), std::string("a\nb"), std::string(" a")}) {
    EXPECT_EQ(codeOf([&] { users_.add("main", bad, Role::hr, 1000); }), Code::invalidArgument);
    EXPECT_EQ(codeOf([&] { users_.add(bad, "Ada", Role::hr, 1000); }), Code::invalidArgument);
  }
  EXPECT_TRUE(users_.companies().empty());
}

TEST_F(UsersTest, NamesHoldNothingUnseen) {
  for (const char* bad : {"Ada\xff\xfe",
                          "A\xe2\x80\x8b"
                          "da",
                          "\xe2\x80\xae"
                          "Ada",
                          "Ada\xc2\xa0"
                          "B",
                          "\xc2\xad", "Ada\xc3", "Ada\xe2\x80\xa8"}) {
    EXPECT_EQ(codeOf([&] { users_.add("main", bad, Role::hr, 1000); }), Code::invalidArgument) << bad;
    EXPECT_EQ(codeOf([&] { users_.add(bad, "Ada", Role::hr, 1000); }), Code::invalidArgument) << bad;
  }
  for (const char* good :
       {"Ada Lovelace", "Zo\xc3\xab", "\xe5\xb1\xb1\xe7\x94\xb0 \xe5\xa4\xaa\xe9\x83\x8e", "O'Neill-Smith"})
    EXPECT_NO_THROW(users_.add("main", good, Role::hr, 1000)) << good;
}

TEST_F(UsersTest, NamesAreToldApart) {
  users_.add("Acme", "Zoe", Role::hr, 1000);
  EXPECT_EQ(codeOf([&] {
              users_.add(
                  "\xEF\xBC\xA1"
                  "cme",
                  "Ada", Role::hr, 1000);
            }),
            Code::alreadyExists);
  EXPECT_EQ(codeOf([&] { users_.add("ACME", "Ada", Role::hr, 1000); }), Code::alreadyExists);
  EXPECT_EQ(codeOf([&] { users_.add("Acme", "Zo\xC3\xAB", Role::hr, 1000); }), Code::alreadyExists);
  users_.add("Acme", "Ada", Role::hr, 1000);
  users_.add("Acme 2", "Zo\xC3\xAB", Role::hr, 1000);
}

TEST_F(UsersTest, RolesHaveNames) {
  for (const Role role : {Role::owner, Role::admin, Role::hr, Role::viewer})
    EXPECT_EQ(parseRole(roleName(role)), role);
  EXPECT_EQ(parseRole("Owner"), std::nullopt);
}

TEST_F(UsersTest, TheServerSeesAtOnceWhatAnotherProcessDid) {
  int tokens[2];
  ASSERT_EQ(::pipe(tokens), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string token = Users(folder_.path()).add("main", "Ada", Role::hr, 1000).token;
    ::_exit(::write(tokens[1], token.data(), token.size()) == static_cast<ssize_t>(token.size()) ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  std::string token(64, '\0');
  ASSERT_EQ(::read(tokens[0], token.data(), token.size()), 64);
  EXPECT_TRUE(users_.authenticate(token));
  Users(folder_.path()).remove("main", "Ada");
  EXPECT_FALSE(users_.authenticate(token));
  ::close(tokens[0]);
  ::close(tokens[1]);
}

TEST_F(UsersTest, ManyOpenAndAddAtOnceAndNoneIsLost) {
  DataFolder fresh;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&, i] {
      Users users(fresh.path());
      for (int j = 0; j < 5; ++j) users.add("main", std::to_string(i * 5 + j), Role::viewer, 1000);
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(Users(fresh.path()).list().size(), 40u);
}

TEST_F(UsersTest, WorkBesideServersLockAndBeforeFirstStart) {
  const std::string token = users_.add("main", "Ada", Role::owner, 1000).token;
  const Database serving(folder_.path());
  EXPECT_TRUE(Users(folder_.path()).authenticate(token));
}

TEST_F(UsersTest, ADamagedFileIsRefusedAndLeftAsItIs) {
  DataFolder damaged;
  const std::string bytes(5000, 'x');
  DataFolder::write(damaged / "users.db", bytes);
  EXPECT_THAT(messageOf<DataDamaged>([&] { Users users(damaged.path()); }), testing::HasSubstr("users.db"));
  EXPECT_EQ(DataFolder::read(damaged / "users.db"), bytes);
}

}  // namespace
}  // namespace host_stub
