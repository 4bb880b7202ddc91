// Hiring teams in the simulated Ashby, at the three levels that it keeps them at.
#include "ashby.hpp"

namespace ashby_simulation {

using ashby_simulator::Json;

// Nobody, one or two, each a manager or somebody else.
Json Ashby::inventedTeam() {
  static const std::vector<std::string> kRoles = {"Hiring Manager", "Hiring Manager", "Recruiter"};
  Json team = Json::array();
  for (std::size_t left = prng_.below(3); left != 0; --left) {
    const std::string word = spelled(++managers_);
    const std::string user = world.organization.addUser({{"firstName", "Zaqir" + word},
                                                         {"lastName", "Okoyeq"},
                                                         {"email", "boss-" + word + "@private.example"}},
                                                        host_.now());
    team.push_back({{"userId", user}, {"role", prng_.oneOf(kRoles)}});
  }
  return team;
}

Json Ashby::inventedOpening() {
  return Json::array({{{"id", "the-opening"}, {"latestVersion", {{"hiringTeam", inventedTeam()}}}}});
}

void Ashby::planTeam(std::size_t number, std::int64_t at) {
  switch (prng_.below(3)) {
    case 0:
      happens(at, "team of the application changed", number, [this](Person& p) {
        world.recruiting.editApplication(p.applicationId, {{"hiringTeam", inventedTeam()}}, host_.now());
      });
      break;
    case 1:
      happens(at, "team of the job changed", number, [this](Person& p) {
        const Json* application = world.records.applications.findDoc(p.applicationId);
        if (application == nullptr) return;
        const std::string job = ashby_simulator::textOf(ashby_simulator::member(*application, "job"), "id");
        world.organization.editJob(job, {{"hiringTeam", inventedTeam()}}, host_.now());
      });
      break;
    default:
      happens(at, "team of the opening changed", number, [this](Person& p) {
        world.recruiting.editApplication(p.applicationId, {{"openings", inventedOpening()}}, host_.now());
      });
      break;
  }
}

}  // namespace ashby_simulation
