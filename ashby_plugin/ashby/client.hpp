// Ashby's API over the host's http service: which requests exist, what an answer means.
// Everything is POST with a JSON body; a refusal may come as HTTP 200 with success:false (guide "responses").
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ashby/answers.hpp"
#include "ashby/ashby_session.hpp"
#include "hires/source/in_hand.hpp"
#include "hires/source/source_error.hpp"
#include "integration/call.hpp"
#include "integration/json_fwd.hpp"

namespace ashby {

inline constexpr char kOrigin[] = "https://api.ashbyhq.com";
inline constexpr char kApiKeySecret[] = "apiKey";
// The only version of Ashby's API when this was written (guide "versioning").
inline constexpr char kApiVersion[] = "2026-01-01";

struct Answer {
  ErrorKind error = ErrorKind::none;
  int httpStatus = 0;   // 0 if no answer came
  std::string code;     // Ashby's word, "" if there is none
  std::string message;  // a sentence of ours for the activity: no data of the answer in it
  std::int64_t retryAfterMs = 0;
  std::shared_ptr<const integration::Json> results;  // null if there are none
  bool moreDataAvailable = false;
  std::string nextCursor, syncToken;

  bool ok() const { return error == ErrorKind::none; }
  // Whether Ashby won't have the call as it was made, in whatever words: its token or cursor may be at fault.
  bool refusesCall() const {
    return error == ErrorKind::refused ||
           (error == ErrorKind::unavailable && httpStatus >= 400 && httpStatus < 500);
  }
};

// A request: the endpoint's name ("application.info") and its parameters.
struct Question {
  using Value = std::variant<std::string, std::int64_t, std::vector<std::string>>;
  using Parameter = std::pair<std::string, Value>;

  std::string endpoint;
  std::vector<Parameter> parameters;
  std::string about = {};  // the application that the answer is about; "" if it is about none or several
  bool shared = false;     // of what many hires share: answered from memory within a minute of the last time
};

// Lives for one call of the host. The pacer is told of every answer.
class Client {
 public:
  Client(integration::Call& call, AshbySession& session) : call_(call), session_(session) {}

  // In flight together, at most 16 at a time, answered in order; the same question twice is asked once. One
  // that isn't answered is given up while there is time to keep what the others brought.
  std::vector<Answer> ask(const std::vector<Question>& questions);
  Answer ask(Question question);
  // Names the application to whoever tells of a crash, for as long as the result lives.
  [[nodiscard]] InHand inHand(std::string_view application) { return {call_.log(), application}; }
  // Returns the host's time (Unix ms) of the last answer, or of the first request if there was no answer yet.
  std::int64_t now();
  // Ashby's word for the state of kApiVersion ("active", "deprecated", ...) in the last answer that had it;
  // "" if none had.
  const std::string& versionStatus() const { return versionStatus_; }

 private:
  std::uint32_t patience();  // ms; 0: too little is left
  bool timeIsUp();

  integration::Call& call_;
  AshbySession& session_;
  std::int64_t now_ = 0;
  std::string versionStatus_;
};

// The permission that an endpoint needs, as the boxes of Ashby's key page are labelled ("Offers").
std::string_view permissionFor(std::string_view endpoint);

// results as T, read member by member (tolerant_reader.hpp); an answer that lacks what T must have becomes
// ErrorKind::unavailable with the path of it. T: Application, Candidate, Job, Department, Location, FileLink,
// Offer.
template <class T>
std::optional<T> resultsAs(Answer& answer);

// The items of a list, each as T; one that can't be read is left out, and keeps no other away. An answer
// that is no list, or one of more than 1,000 items, becomes ErrorKind::unavailable. T: ApplicationLine,
// Candidate, Offer, Job, Department, Location or FieldDefinition.
template <class T>
std::vector<T> itemsAs(Answer& answer);

}  // namespace ashby
