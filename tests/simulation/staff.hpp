// The people of the HR platform: an admin who sets the connection up and changes it, and reviewers who act at
// the worst moments.
#pragma once

#include <functional>
#include <string>

#include "post.hpp"
#include "promises.hpp"

namespace ashby_simulation {

class Staff {
 public:
  Staff(const Seed& seed, SimulatedHost& host, Ashby& ashby, Post& post, Promises& promises);

  // Makes the admin give the key, enable the connection and create the webhooks. Key and enabling come in
  // either order, and are retried until they work.
  void setUp();
  void plan(const std::function<std::int64_t()>& when);
  // Enables the connection, gives the good key and removes the scope.
  void calm();
  // Checks status and catch-up after the quiet hours.
  void looksAfterQuiet();

 private:
  void enable();
  void disable();
  void giveKey();
  void makeSecret();
  void rotate();

  using Chosen = std::function<void(const integration::NewHire&)>;
  void choose(integration::HireState state, Chosen then);
  void promote(const integration::NewHire& hire);
  void discard(const std::string& hireId);
  void restore(const std::string& hireId);
  void ask(std::size_t question);
  void edit(const integration::NewHire& hire);
  void catchUp(bool dryRun, bool cancels);
  void changeSettings();
  void removeScope();
  void planChange(std::size_t change, std::int64_t at);

  SimulatedHost& host_;
  Ashby& ashby_;
  Post& post_;
  Promises& promises_;
  Prng prng_;
  bool wantsEnabled_ = true;
  int disables_ = 0, disabling_ = 0;  // begun, and under way
  std::size_t secrets_ = 0, edits_ = 0;
  std::string catchUpId_;  // of the last catch-up
};

}  // namespace ashby_simulation
