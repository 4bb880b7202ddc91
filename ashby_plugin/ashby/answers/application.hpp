// An application: a candidate for a job.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "ashby/answers/company.hpp"
#include "ashby/answers/values.hpp"

namespace ashby {

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

struct StageVisit {
  Text stageId, enteredStageAt;
};
BOOST_DESCRIBE_STRUCT(StageVisit, (), (stageId, enteredStageAt))

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

}  // namespace ashby
