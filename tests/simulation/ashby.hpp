// The simulated Ashby of one run: its organisation, what recruiters do in it, and its answers to the API.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "integration/simulation/simulated_host.hpp"
#include "truth.hpp"
#include "world/world.hpp"

namespace ashby_simulation {

using integration::simulation::Prng;
using integration::simulation::Seed;
using integration::simulation::SimulatedHost;

class Ashby {
 public:
  Ashby(const Seed& seed, SimulatedHost& host, std::function<void()> changed);

  // Plans the events in Ashby. `when` returns a random time for each.
  void plan(const std::function<std::int64_t()>& when);

  integration::HttpOutcome answer(const integration::HttpRequest& request, const std::string& secret);

  // Ends all faults and activates the key.
  void calm();
  // Hires somebody who counts, without any fault; returns the application's id.
  std::string hireNow();
  // Takes the application out of Hired, without a webhook.
  void unhireUnseen(const std::string& applicationId);
  // Adds lines without an application's id to the next two pages of a reconciliation.
  void sendOddLines();
  // Returns the time of sendOddLines(), in Unix ms; null while any fault is left.
  std::optional<std::int64_t> sentOddLinesFrom() const;

  const std::string& key() const { return key_; }
  // An offer's custom field, and whether Ashby still lists it.
  const std::string& customField() const { return customField_; }
  bool listsCustomField() const { return listsCustomField_; }

  ashby_simulator::World world;
  Truth truth;

 private:
  struct Person {
    std::string applicationId, candidateId, offerId;
  };

  void planPerson(std::size_t number, const std::function<std::int64_t()>& when);
  void planEvent(std::size_t number, std::int64_t later, const std::function<std::int64_t()>& when);
  void planNewName(std::size_t number, std::int64_t later, std::size_t version);
  void planLoss(std::size_t number, std::int64_t later);
  void planOffer(std::size_t number, std::int64_t at, const std::function<std::int64_t()>& when);
  void planVersion(std::size_t number, std::int64_t at, ashby_simulator::Json terms,
                   const std::function<std::int64_t()>& when);
  void planTeam(std::size_t number, std::int64_t at);
  void planTrouble(const std::function<std::int64_t()>& when);
  void planLosses(const std::function<std::int64_t()>& when);
  void hire(std::size_t number, bool atOnce, bool early, bool confidential);
  void happens(std::int64_t at, const char* what, std::size_t number, std::function<void(Person&)> change);
  ashby_simulator::Json invented(std::size_t number);
  ashby_simulator::Json inventedTeam();
  ashby_simulator::Json inventedOpening();
  static std::string spelled(std::size_t number);
  void lag(const std::string& applicationId);
  std::string jobFor(std::size_t number);
  std::map<std::string, int> faultsLeft() const;

  SimulatedHost& host_;
  std::function<void()> changed_;
  Prng prng_;
  std::string key_, keyId_, customField_;
  bool listsCustomField_ = true;
  std::vector<Person> people_;
  std::size_t jobs_ = 0, versions_ = 0, managers_ = 0;
  std::optional<std::int64_t> oddLinesFrom_;
};

}  // namespace ashby_simulation
