// Checks the plugin's promises at every commit, at every answer and after the quiet hours.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "ashby.hpp"
#include "hires/records/stored_records.hpp"
#include "integration/simulation/outcome.hpp"

namespace ashby_simulation {

class Promises {
 public:
  Promises(SimulatedHost& host, Ashby& ashby) : host_(host), ashby_(ashby) {}

  // --- safety: at every step
  void committed(const integration::Commit& commit);
  void memberCreated(const integration::Person& person);
  void printed(std::string_view text);

  // --- a delivery, at its arrival and after its answer
  struct Delivered {
    std::string applicationId, updatedAt;  // of an authentic delivery about a hire; else ""
    std::string secret;                    // of the signature; "" if it is none of ours
    bool authentic = false;                // signed with a secret that is valid at its arrival
    bool enabled = false;
    std::int64_t at = 0;
  };
  Delivered arrives(const std::string& body, const std::string& signature) const;
  void answered(const Delivered& delivered,
                const integration::simulation::Outcome<integration::WebhookReply>& outcome);

  // --- requests of people, and the answers to them
  void secretMade(const std::string& secret) { secrets_.insert(secret); }
  void enabledIs(std::optional<bool> enabled) { enabled_ = enabled; }  // nullopt: it is being changed
  void promoteBegins(const std::string& hireId) { promoteAsked_.insert(hireId); }
  void promoted(const std::string& applicationId, const integration::PromoteResult& result);
  void discardBegins(const std::string& hireId) { discardAsked_.insert(hireId); }
  void discarded(const std::string& hireId, std::int64_t begunAt);
  void restoreBegins(const std::string& hireId);
  void restoreEnded(const std::string& hireId);
  void shown(const integration::NewHire& hire);
  void editBegins(const std::string& hireId) { edits_[hireId] = std::nullopt; }
  void edited(const std::string& hireId, const std::string& name) { edits_[hireId] = name; }
  // From now on a scope may withdraw people who are still hired.
  void scopeBegins() { scoped_ = true; }
  // From now on anybody who was ever hired may be a new hire.
  void catchUpBegins() { catchesUp_ = true; }

  // --- liveness: isThere() two quiet minutes after a hire, isGone() a quarter of an hour after somebody left
  // Hired without a webhook, kept() after the quiet hours
  void isThere(const std::string& applicationId);
  void isGone(const std::string& applicationId);
  void kept();
  // Checks the connection's status after the quiet hours.
  void saidAfterQuiet(const integration::ConnectionStatus& status);

 private:
  struct Hire {
    std::string applicationId;
    std::optional<integration::HireState> state;
    bool busy = false;
  };
  struct Restore {
    int running = 0;
    bool asked = false;
    std::int64_t endedAt = 0;
  };

  void hirePut(integration::HireState state, const ashby::HireDocument& document);
  void checkMove(const std::string& hireId, const Hire& hire, integration::HireState to);
  void checkFields(const std::string& applicationId, const integration::HireFields& fields);
  void checkStanding(const std::string& hireId, const Hire& hire);
  void identityPut(const std::string& applicationId, const ashby::ApplicationRecord& identity);
  bool isValid(const std::string& secret) const;
  bool isKept(const Delivered& delivered);
  bool isMember(const std::string& applicationId) const { return members_.contains(applicationId); }
  std::string whyOf(const std::string& applicationId);
  void memberKept(const integration::NewHire& hire, const Application& application);
  void followed(const integration::NewHire& hire, const Application& application);
  void oddLinesTold();
  void peopleWereTold(const std::map<std::string, std::vector<integration::NewHire>>& listed);
  void keptOf(const std::string& applicationId, const Application& application);

  SimulatedHost& host_;
  Ashby& ashby_;
  std::optional<bool> enabled_ = false;
  std::set<std::string> secrets_;
  std::map<std::string, Hire> hires_;                        // by hire id
  std::map<std::string, std::set<std::string>> hiresOf_;     // by application
  std::map<std::string, std::string> readUpTo_;              // updatedAt by application
  std::set<std::string> members_, addedNew_, acknowledged_;  // application ids
  std::set<std::string> promoteAsked_, discardAsked_;        // hire ids
  std::map<std::string, Restore> restores_;                  // by hire id
  std::map<std::string, std::optional<std::string>> edits_;  // by hire id; nullopt: either value may hold
  bool catchesUp_ = false;
  bool scoped_ = false;  // whether there was ever a scope
};

}  // namespace ashby_simulation
