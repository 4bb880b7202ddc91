// Tests a host on damaged files: it refuses to start, refuses to answer, or answers right. It never answers
// wrong, and never acknowledges something that is lost afterwards.
#include <gtest/gtest.h>

#include <cstdlib>

#include "host_data/damage/damages.hpp"
#include "host_data/damage/host_image.hpp"
#include "host_data/disk/memory_folder.hpp"
#include "host_data/disk/recording_disk.hpp"
#include "storage/data_errors.hpp"

namespace host_data_test {
namespace {

namespace fs = std::filesystem;
using host_stub::DataDamaged;

constexpr std::size_t kPage = 16384, kFrame = kPage + 24;

const HostImage& image() {
  static const HostImage made = makeHostImage();
  return made;
}

int damagesOfEach() {
  const char* const wanted = std::getenv("DAMAGES");
  return wanted == nullptr ? 80 : std::atoi(wanted);
}

struct Outcomes {
  int notStarted = 0, refused = 0, endLost = 0, harmless = 0;
};

bool agree(const Answers& answers, const Answers& right) {
  return std::all_of(answers.begin(), answers.end(), [&](const auto& one) {
    return one.second == kRefused || one.second == right.at(one.first);
  });
}

std::string wrongOnes(const Answers& answers, const Answers& right) {
  std::string names;
  for (const auto& [name, answer] : answers)
    if (answer != kRefused && answer != right.at(name)) names += name + "; ";
  return names;
}

// Returns whether the program ends with status 4 after this error.
bool isDamage(const std::exception& error) {
  const auto* const failure = dynamic_cast<const integration::Failure*>(&error);
  return dynamic_cast<const DataDamaged*>(&error) != nullptr ||
         (failure != nullptr && failure->code() == integration::Code::dataLoss);
}

class FileDamage : public testing::Test {
 protected:
  // mayLose: how many of the log's last commits may be lost without notice.
  void meet(const Files& files, std::size_t mayLose) {
    const MemoryFolder folder;
    writeFiles(files, folder.path());
    Visit visit;
    try {
      visit = useEverything(folder.path(), image());
    } catch (const std::exception& error) {
      ASSERT_TRUE(isDamage(error)) << error.what();
      ++outcomes_.notStarted;
      for (const auto& [name, bytes] : files) EXPECT_TRUE(readFile(folder.path() / name) == bytes) << name;
      return;
    }
    const auto& then = image().then;
    std::size_t lost = 0;
    while (lost < mayLose && !agree(visit.answers, then[then.size() - 1 - lost])) ++lost;
    EXPECT_EQ(wrongOnes(visit.answers, then[then.size() - 1 - lost]), "");
    const bool refused = std::any_of(visit.answers.begin(), visit.answers.end(),
                                     [](const auto& one) { return one.second == kRefused; });
    ++(refused ? outcomes_.refused : lost != 0 ? outcomes_.endLost : outcomes_.harmless);
    try {
      const Answers again = askEverything(folder.path(), image());
      for (const auto& [name, answer] : visit.acknowledged)
        EXPECT_TRUE(again.at(name) == answer || again.at(name) == kRefused)
            << "acknowledged and gone: " << name;
    } catch (const std::exception& error) {
      EXPECT_TRUE(refused && isDamage(error)) << error.what();
    }
  }

  void damage(const std::string& file, std::size_t pageSize, std::size_t mayLose) {
    for (int kind = 0; kind < kDamages; ++kind) {
      outcomes_ = {};
      std::mt19937_64 random(static_cast<std::uint64_t>(kind));
      for (int i = 0; i < damagesOfEach() && !HasFailure(); ++i) {
        SCOPED_TRACE(std::string(nameOf(Damage(kind))) + ", number " + std::to_string(i));
        Files files = image().files;
        files[file] = damaged(files[file], Damage(kind), pageSize, random);
        const bool isCut = Damage(kind) == Damage::cut;
        meet(files, mayLose == 0 ? 0 : isCut ? image().then.size() - 1 : mayLose);
      }
      if (!HasFailure())
        std::printf("%s, %s %d times: %d not started, %d refused to answer, %d right%s\n", file.c_str(),
                    nameOf(Damage(kind)), damagesOfEach(), outcomes_.notStarted, outcomes_.refused,
                    outcomes_.harmless,
                    outcomes_.endLost == 0
                        ? ""
                        : (", " + std::to_string(outcomes_.endLost) + " as before the log's end").c_str());
    }
  }

  Outcomes outcomes_;
};

TEST_F(FileDamage, DataIsNeverReadWrongly) {
  damage("host.db", kPage, 0);
}
// The host can't tell a lost end of the log from a power cut: see checkLog.
TEST_F(FileDamage, LogLosesNoMoreThanItsEnd) {
  damage("host.db-wal", kFrame, 2);
}
TEST_F(FileDamage, UsersAreNeverReadWrongly) {
  damage("users.db", 4096, 0);
}

TEST_F(FileDamage, LogOfAnotherMomentIsRefused) {
  Files files = image().files;
  files["host.db-wal"] = image().earlier.at("host.db-wal");
  meet(files, 0);
  files = image().earlier;
  files["host.db-wal"] = image().files.at("host.db-wal");
  meet(files, 0);
  EXPECT_EQ(outcomes_.notStarted, 2);
}

TEST_F(FileDamage, ThatIsNoneIsAnsweredFrom) {
  meet(image().files, 0);
  EXPECT_EQ(outcomes_.harmless, 1);
}

}  // namespace
}  // namespace host_data_test
