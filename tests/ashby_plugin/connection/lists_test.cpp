// Tests the company's lists, which decide the values of a new hire's fields. When a list changes, new hires
// are read again.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

class CompanyLists : public Connected {
 protected:
  Text department(const std::string& applicationId) { return hireOf(applicationId).fields.department; }
};

TEST_F(CompanyLists, ThatChangeHaveNewHiresReadAtOnce) {
  host.lists.set("departments", {"Product"});
  const NewHire hire = import();
  ASSERT_EQ(hire.fields.department, std::nullopt);
  host.lists.set("departments", {"Product", "Engineering"});
  sync();
  pass(1000);
  EXPECT_EQ(department(hire.source.applicationId), "Engineering");
}

TEST_F(CompanyLists, AreComparedWithoutASyncToo) {
  const NewHire hire = import();
  host.lists.set("departments", {"Product"});
  pass(20 * kMinute);
  EXPECT_EQ(department(hire.source.applicationId), std::nullopt);
}

TEST_F(CompanyLists, OfPlacesAndContractsCountToo) {
  const NewHire hire = import({{"location", "Leeds"}});
  ASSERT_EQ(hire.fields.placeOfWork, "Leeds");
  host.lists.set("placesOfWork", {"Berlin"});
  host.lists.set("contractTypes", {"Permanent"});
  sync();
  pass(2 * kMinute);
  const NewHire again = hireOf(hire.source.applicationId);
  EXPECT_EQ(again.fields.placeOfWork, std::nullopt);
  EXPECT_EQ(again.fields.contractType, std::nullopt);
}

TEST_F(CompanyLists, ThatStayHaveNobodyReadAgain) {
  host.lists.set("departments", {"Engineering"});
  import();
  pass(20 * kMinute);
  const auto calls = ashby.calls("application.info");
  host.lists.set("departments", {"Engineering"});
  sync();
  pass(2 * kMinute);
  EXPECT_EQ(ashby.calls("application.info"), calls);
}

TEST_F(CompanyLists, KeepWhatAReviewerEdited) {
  const NewHire hire = import();
  edit({hire.id, {{"department", "Product"}}, {}, {}});
  host.lists.set("departments", {"Product", "Engineering"});
  sync();
  pass(2 * kMinute);
  EXPECT_EQ(department(hire.source.applicationId), "Product");
}

}  // namespace
}  // namespace ashby::test
