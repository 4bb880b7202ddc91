// Keeps all states that each application ever had in the simulated Ashby: what the plugin may show, and what
// it must.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "world/world.hpp"

namespace ashby_simulation {

// All values that an application's hire ever had in Ashby. Offers add the values of their versions that
// count.
struct Application {
  std::set<std::string> names, emails, phones, titles, departments, startDates, salaries, managers, updates;
  bool hired = false;     // now
  bool wasHired = false;  // ever
  bool everLeft = false;  // was hired once, and then not
  bool early = false;     // hired before the connection imports
  bool confidential = false;
  bool gone = false;              // deleted in Ashby
  std::string title, department;  // now
  std::string manager;            // now, by e-mail address; "" if no team names one
  std::string startDate;          // agreed on now; "" if it isn't known which offer says so, or none does
};

class Truth {
 public:
  explicit Truth(ashby_simulator::World& world) : world_(world) {}

  void add(const std::string& applicationId, bool early, bool confidential);
  // Records the present state; call it after each change of the world.
  void observe();

  const std::map<std::string, Application>& all() const { return applications_; }
  // Returns null for an unknown application.
  const Application* find(const std::string& applicationId) const;

 private:
  void observe(const std::string& id, Application& application);
  void observeOffers(const std::string& id, Application& application) const;
  void observeTeams(const ashby_simulator::Json& doc, const ashby_simulator::Json& job,
                    Application& application) const;

  ashby_simulator::World& world_;
  std::map<std::string, Application> applications_;
};

// All personal data in these runs contain one of these words, and nothing else does.
inline constexpr std::string_view kPersonalWords[] = {"Zaqir", "Okoyeq", "private.example", "7700 9",
                                                      "77009"};

}  // namespace ashby_simulation
