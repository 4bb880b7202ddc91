// Ashby's answers, as far as they are used (https://developers.ashbyhq.com; fixtures in
// tests/fixtures/ashby). Only what makes a hire is plain and must be there: application id, status and
// candidate id. Everything else is optional and read by itself (tolerant_reader.hpp): live answers carry
// null, nothing, or one day another form. Enumerations are kept as text, since Ashby adds values.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "integration/json_values.hpp"
#include "integration/new_hire.hpp"

namespace ashby {

using integration::Text;
// Paths of the members that were left out of a struct because they had another form than is known.
using LeftOut = std::vector<std::string>;

// type: Personal, Work (of the previous employer) or Other.
struct ContactInfo {
  Text value, type;
  std::optional<bool> isPrimary;
};
BOOST_DESCRIBE_STRUCT(ContactInfo, (), (value, type, isPrimary))

// A value of a field that the customer has defined. Its form is that of the field's type, which isn't told:
// text, a number, true or false, {value, currencyCode}, ... valueLabel: of select types, text or a list.
struct CustomField {
  Text id, title;
  std::optional<integration::RawJson> value, valueLabel;
};
BOOST_DESCRIBE_STRUCT(CustomField, (), (id, title, value, valueLabel))

// id: of the file; handle: what file.info gives a link for.
struct FileHandle {
  Text id, name, handle;
};
BOOST_DESCRIBE_STRUCT(FileHandle, (), (id, name, handle))

struct CandidateStub {
  std::string id;
  Text name;
};
BOOST_DESCRIBE_STRUCT(CandidateStub, (), (id, name))

struct InterviewStage {
  Text id, title, type;
};
BOOST_DESCRIBE_STRUCT(InterviewStage, (), (id, title, type))

struct JobStub {
  Text id, title, departmentId, locationId;
};
BOOST_DESCRIBE_STRUCT(JobStub, (), (id, title, departmentId, locationId))

// role: the customer's word, "Hiring Manager" by default.
struct TeamMember {
  Text firstName, lastName, email, role;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (), (firstName, lastName, email, role))

struct StageVisit {
  Text stageId, enteredStageAt;
};
BOOST_DESCRIBE_STRUCT(StageVisit, (), (stageId, enteredStageAt))

// employmentType: as of Job. hiringTeam: the opening's own.
struct OpeningVersion {
  Text employmentType;
  std::vector<std::string> locationIds;
  std::vector<TeamMember> hiringTeam;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(OpeningVersion, (), (employmentType, locationIds, hiringTeam))

// A seat to be filled: a job may have several, at several places.
struct Opening {
  Text id;
  std::optional<OpeningVersion> latestVersion;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (id, latestVersion))

// application.info with the expansion "openings".
struct Application {
  std::string id, status;
  Text updatedAt;
  CandidateStub candidate;
  std::optional<InterviewStage> currentInterviewStage;
  std::optional<JobStub> job;
  std::vector<StageVisit> applicationHistory;
  std::vector<TeamMember> hiringTeam;
  std::vector<CustomField> customFields;
  std::vector<Opening> openings = {};
  LeftOut leftOut = {};

  bool hired() const { return status == "Hired"; }
};
BOOST_DESCRIBE_STRUCT(Application, (),
                      (id, status, updatedAt, candidate, currentInterviewStage, job, applicationHistory,
                       hiringTeam, customFields, openings))

// A line of application.list, as far as it decides whether the application must be read. Its id alone must be
// there: what else can't be read is asked of application.info.
struct ApplicationLine {
  std::string id;
  Text status, updatedAt;

  bool maybeHired() const { return !status || status == "Hired"; }
};
BOOST_DESCRIBE_STRUCT(ApplicationLine, (), (id, status, updatedAt))

// type: LinkedIn, GitHub, Twitter, ...
struct SocialLink {
  Text type, url;
};
BOOST_DESCRIBE_STRUCT(SocialLink, (), (type, url))

struct Candidate {
  Text id, name, profileUrl;
  std::optional<ContactInfo> primaryEmailAddress, primaryPhoneNumber;
  std::vector<ContactInfo> emailAddresses, phoneNumbers;
  std::vector<SocialLink> socialLinks;
  std::vector<CustomField> customFields;
  std::vector<std::string> applicationIds;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Candidate, (),
                      (id, name, profileUrl, primaryEmailAddress, primaryPhoneNumber, emailAddresses,
                       phoneNumbers, socialLinks, customFields, applicationIds))

struct Salary {
  Text currencyCode;
  std::optional<integration::ExactNumber> value;
};
BOOST_DESCRIBE_STRUCT(Salary, (), (currencyCode, value))

// approvalStatus: Approved, WaitingOnApprovals or Declined; null if no approval is asked for.
struct OfferVersion {
  Text startDate, createdAt;
  std::optional<Salary> salary;
  std::vector<CustomField> customFields;
  std::vector<FileHandle> fileHandles;
  Text approvalStatus = {}, openingId = {};
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(OfferVersion, (),
                      (startDate, createdAt, salary, customFields, fileHandles, approvalStatus, openingId))

// versions: all of them, as offer.info gives them; offer.list gives the latest alone.
struct Offer {
  Text id, acceptanceStatus, offerStatus, decidedAt;
  std::optional<OfferVersion> latestVersion;
  std::vector<OfferVersion> versions = {};
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Offer, (), (id, acceptanceStatus, offerStatus, decidedAt, latestVersion, versions))

// employmentType: FullTime, PartTime, Intern, Contract or Temporary.
struct Job {
  Text id, title, departmentId, locationId, employmentType;
  std::vector<TeamMember> hiringTeam;
  std::vector<CustomField> customFields;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Job, (),
                      (id, title, departmentId, locationId, employmentType, hiringTeam, customFields))

// A department or a team inside of one (parentId).
struct Department {
  Text id, name, externalName, parentId;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Department, (), (id, name, externalName, parentId))

// workplaceType: OnSite, Hybrid or Remote.
struct Location {
  Text id, name, externalName, workplaceType;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Location, (), (id, name, externalName, workplaceType))

// A field that the customer has defined (customField.list). objectType: Candidate, Application, ...
struct FieldDefinition {
  std::string id;
  Text title, objectType, fieldType;
};
BOOST_DESCRIBE_STRUCT(FieldDefinition, (), (id, title, objectType, fieldType))

struct FileLink {
  Text url;
};
BOOST_DESCRIBE_STRUCT(FileLink, (), (url))

}  // namespace ashby
