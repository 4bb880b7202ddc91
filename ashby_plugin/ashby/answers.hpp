// Ashby's answers, as far as they are used (https://developers.ashbyhq.com; fixtures in
// tests/fixtures/ashby). Whatever isn't certain to be there is optional: live answers carry null, or nothing,
// for most fields. Enumerations are kept as text, since Ashby adds values.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "integration/json_values.hpp"

namespace ashby {

using Text = std::optional<std::string>;

// type: Personal, Work (of the previous employer) or Other.
struct ContactInfo {
  Text value, type;
  std::optional<bool> isPrimary;
};
BOOST_DESCRIBE_STRUCT(ContactInfo, (), (value, type, isPrimary))

struct CandidateStub {
  std::string id;
  Text name;
};
BOOST_DESCRIBE_STRUCT(CandidateStub, (), (id, name))

struct InterviewStage {
  Text id, type;
};
BOOST_DESCRIBE_STRUCT(InterviewStage, (), (id, type))

struct JobStub {
  std::string id;
  Text title, departmentId;
};
BOOST_DESCRIBE_STRUCT(JobStub, (), (id, title, departmentId))

struct StageVisit {
  Text stageId, enteredStageAt;
};
BOOST_DESCRIBE_STRUCT(StageVisit, (), (stageId, enteredStageAt))

// application.info; application.list gives the same without the history.
struct Application {
  std::string id, status, updatedAt;
  CandidateStub candidate;
  std::optional<InterviewStage> currentInterviewStage;
  std::optional<JobStub> job;
  std::vector<StageVisit> applicationHistory;

  bool hired() const { return status == "Hired"; }
};
BOOST_DESCRIBE_STRUCT(Application, (),
                      (id, status, updatedAt, candidate, currentInterviewStage, job, applicationHistory))

struct Candidate {
  std::string id;
  Text name, profileUrl;
  std::optional<ContactInfo> primaryEmailAddress, primaryPhoneNumber;
  std::vector<ContactInfo> emailAddresses, phoneNumbers;
};
BOOST_DESCRIBE_STRUCT(Candidate, (),
                      (id, name, profileUrl, primaryEmailAddress, primaryPhoneNumber, emailAddresses,
                       phoneNumbers))

struct Salary {
  Text currencyCode;
  std::optional<integration::ExactNumber> value;
};
BOOST_DESCRIBE_STRUCT(Salary, (), (currencyCode, value))

struct OfferVersion {
  Text startDate, createdAt;
  std::optional<Salary> salary;
};
BOOST_DESCRIBE_STRUCT(OfferVersion, (), (startDate, createdAt, salary))

struct Offer {
  std::string id;
  Text acceptanceStatus, offerStatus, decidedAt;
  std::optional<OfferVersion> latestVersion;
};
BOOST_DESCRIBE_STRUCT(Offer, (), (id, acceptanceStatus, offerStatus, decidedAt, latestVersion))

struct Job {
  std::string id;
  Text title, departmentId;
};
BOOST_DESCRIBE_STRUCT(Job, (), (id, title, departmentId))

// A department or a team inside of one (parentId).
struct Department {
  std::string id;
  Text name, externalName, parentId;
};
BOOST_DESCRIBE_STRUCT(Department, (), (id, name, externalName, parentId))

}  // namespace ashby
