// Tests hostile answers of Ashby, as large as the host lets through. They cost their own hire an attempt, in
// bounded time and memory, and affect nothing else.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::SizeIs;

constexpr std::size_t kLargest = std::size_t{8} * 1024 * 1024;

// Returns `head`, then `part` as often as it fits into `size` bytes, then `tail`.
std::string filled(const std::string& head, const std::string& part, const std::string& tail,
                   std::size_t size = kLargest) {
  std::string block, text = head;
  while (block.size() < size / 100) block += part;
  while (text.size() + block.size() + tail.size() < size) text += block;
  return text + tail;
}

// Like filled(), but replaces the "#" in each part with a different number.
std::string numbered(const std::string& head, const std::string& part, const std::string& tail) {
  const std::size_t hash = part.find('#');
  std::string text = head;
  for (std::size_t i = 0; text.size() + part.size() + tail.size() + 8 < kLargest; ++i)
    text += part.substr(0, hash) + std::to_string(i) + part.substr(hash + 1);
  return text + tail;
}

std::string answerOf(const std::string& results) {
  return R"({"success":true,"results":)" + results + "}";
}

class OutsizeAnswers : public Connected {
 protected:
  // Imports a hire that gets this answer, and another one. Expects the other hire, and a third one delivered
  // later. Once Ashby recovers, the first hire must come too.
  void expectOneFails(const std::string& endpoint, const std::string& body) {
    const Json bad = ashby.world.newHires.add({{"name", "Bad Answer"}}, host.clock.now());
    const std::string about = bad.at(endpoint == "candidate.info" ? "candidateId" : "applicationId");
    ashby.replace(endpoint, about, body);
    const std::string good = hire({{"name", "Good Answer"}});
    deliver();
    pass(kMinute);
    EXPECT_EQ(hireOf(good).state, HireState::staged);
    const std::string later = hire({{"name", "Later Answer"}});
    deliver();
    pass(kMinute);
    EXPECT_EQ(hireOf(later).state, HireState::staged);
    EXPECT_THAT(hires(), SizeIs(2));
    EXPECT_FALSE(activityOf("import", "retrying").empty());
    ashby.recover();
    pass(kDay);
    EXPECT_THAT(hires(), SizeIs(3)) << "nothing is lost";
  }
};

TEST_F(OutsizeAnswers, VeryManyNamesFailOneHire) {
  expectOneFails("application.info", answerOf(numbered(R"({"x":1)", R"(,"n#":1)", "}")));
}

TEST_F(OutsizeAnswers, DeepNestingFailsOneHire) {
  expectOneFails("application.info", answerOf(filled("", "[", "")));
}

TEST_F(OutsizeAnswers, AHugeArrayFailsOneHire) {
  expectOneFails("application.info", answerOf(filled("[1", ",1", "]")));
}

TEST_F(OutsizeAnswers, AHugeListInsideFailsOneHire) {
  expectOneFails("candidate.info", answerOf(filled(R"({"id":"c","emailAddresses":[1)", ",1", "]}")));
}

TEST_F(OutsizeAnswers, AHugeListBehindAFractionFailsOneHire) {
  expectOneFails("candidate.info", answerOf(filled(R"({"id":"c","x":1.5,"socialLinks":[{})", ",{}", "]}")));
}

TEST_F(OutsizeAnswers, AnEndlessNameFailsOneHire) {
  expectOneFails("candidate.info", answerOf(filled(R"({"id":"c","name":")", "，", R"("})", kLargest / 8)));
}

TEST_F(OutsizeAnswers, AnEndlessProfileFailsOneHire) {
  expectOneFails("candidate.info", answerOf(filled(R"({"id":"c","name":"A B","profileUrl":"https://x/)", "x",
                                                   R"("})", kLargest / 8)));
}

TEST_F(OutsizeAnswers, OfManyAddressesTwentyAreKept) {
  const Json given = ashby.world.newHires.add({{"name", "Many Addresses"}}, host.clock.now());
  ashby.replace("candidate.info", given.at("candidateId"),
                answerOf(numbered(R"({"id":"c","name":"A B","emailAddresses":[{"value":"a@example.org"})",
                                  R"(,{"value":"a#@example.org"})", "]}")));
  deliver();
  settle();
  EXPECT_EQ(hires().at(0).fields.personalEmail, "a@example.org");
}

TEST_F(OutsizeAnswers, AHugePageStopsNoImport) {
  std::string lines = "[{}";
  for (int i = 0; i < 2000; ++i) lines += ",{}";
  for (const std::string& page : {filled("[{}", ",{}", "]"), lines + "]"}) {
    ashby.replace("application.list", "", answerOf(page));
    sync();
    const std::string good = hire({{"name", "Good Answer"}});
    deliver();
    pass(kMinute);
    EXPECT_EQ(hireOf(good).state, HireState::staged);
    ashby.recover();
    const std::string unseen = hireUnseen();
    pass(kHour);
    EXPECT_EQ(hireOf(unseen).state, HireState::staged) << "the pages are read again";
  }
}

TEST_F(OutsizeAnswers, AreLeftUnreadOnceTheTimeIsUp) {
  const Json given = ashby.world.newHires.add({{"name", "Late Answer"}}, host.clock.now());
  const std::string about = given.at("candidateId");
  ashby.replace("candidate.info", about,
                answerOf(R"({"id":"c","name":"A B","x":")" + std::string(500000, 'x') + R"("})"));
  ashby.slow("candidate.info", about, kWorkMs - kSecond / 2);
  deliver();
  EXPECT_NO_THROW(work());
  EXPECT_THAT(hires(), SizeIs(0));
  ashby.recover();
  pass(kMinute);
  EXPECT_THAT(hires(), SizeIs(1)) << "it is taken up again";
}

}  // namespace
}  // namespace ashby::test
