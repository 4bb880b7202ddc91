#include "site/site.hpp"

#include <exception>
#include <functional>
#include <utility>

#include "net/server/json_answer.hpp"
#include "site/refusals.hpp"

namespace host_stub {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kAtOnce = 16;
constexpr std::size_t kQueue = 256;
constexpr milliseconds kPatience{5000};
constexpr milliseconds kDeliveryPatience{2000};

bool isProbe(std::string_view path) {
  return path == "/healthz" || path == "/readyz";
}

WebResponse serving() {
  return jsonTextAnswer(200, R"({"status":"serving"})");
}

}  // namespace

// A request on its way to an answer.
struct Site::Job {
  explicit Job(Lane& threads) : lane(threads) {}

  Lane& lane;
  WebRequest request;
  std::string share, group;  // of the lane
  std::function<std::shared_ptr<integration::CallSlots>(const WebRequest&)> slots;
  std::function<void(const WebRequest&)> answer;
  Lane::Refuse refuse;
};

Site::Site(Platform& platform, ConnectionHub& hub, ConnectionRemover& removals, std::size_t threads)
    : platform_(platform),
      deliveries_(platform, hub),
      userRequests_(platform, hub, removals, publicUrl_),
      probing_({.threads = 1, .atOnce = 1, .queue = kQueue, .patience = kPatience}),
      lookingUp_({.threads = 4, .atOnce = 2, .queue = kQueue, .patience = kPatience}),
      answering_({.threads = threads, .atOnce = kAtOnce, .queue = kQueue, .patience = kPatience}),
      delivering_({.threads = threads,
                   .atOnce = kAtOnce,
                   .queue = kQueue,
                   .patience = kDeliveryPatience,
                   .atOnceOfGroup = threads - threads / 4}) {}

// Brings all that wait for a slot back to their lanes, while these are there.
Site::~Site() {
  slotWaits_.finish();
}

void Site::serveAs(const std::string& publicUrl) {
  publicUrl_ = publicUrl;
  serving_ = true;
}

void Site::admit(const RequestHead& head, Decide decide) {
  if (isProbe(head.path) && head.method != "GET" && head.method != "HEAD")
    return decide({.answer = methodNotAllowed("GET, HEAD")});
  if (head.path == "/healthz") return decide({.answer = serving()});  // the process lives
  if (head.path == "/readyz") return decide({.bodyLimit = 0});
  if (Deliveries::areAt(head.path)) return decide(deliveries_.admit(head, serving_));
  if (!serving_) return decide({.answer = startingOrStopping()});
  if (!UserRequests::mustLookUp(head)) return decide(userRequests_.admit(head));
  lookingUp_.run(
      head.peer, [this, head, decide] { decide(userRequests_.admit(head)); },
      [decide](WebResponse refusal) { decide({.answer = std::move(refusal)}); });
}

void Site::handle(WebRequest request, Respond respond) {
  if (isProbe(request.path))
    return probing_.run(
        "", [this, respond] { respond(ready()); }, respond);
  const auto job = std::make_shared<Job>(Deliveries::areAt(request.path) ? delivering_ : answering_);
  job->request = std::move(request);
  if (Deliveries::areAt(job->request.path)) {
    job->share = Deliveries::share(job->request.path);
    job->group = deliveries_.plugin(job->request.path);
    job->slots = [this](const WebRequest& delivery) { return deliveries_.slots(delivery); };
    job->answer = [this, respond](const WebRequest& delivery) { respond(deliveries_.take(delivery)); };
    job->refuse = [this, respond](WebResponse refusal) { respond(deliveries_.counted(std::move(refusal))); };
  } else {
    job->share = UserRequests::share(job->request);
    job->slots = [this](const WebRequest& asked) { return userRequests_.slots(asked); };
    job->answer = [this, respond](const WebRequest& asked) { respond(userRequests_.answer(asked)); };
    job->refuse = respond;
  }
  run(job);
}

// Without a slot of the connection that it calls, a request waits for one and leaves its thread to others.
void Site::run(const std::shared_ptr<const Job>& job) {
  auto answer = [job] { job->answer(job->request); };
  auto resume = [job](Lane::Task rest) {
    job->lane.resume(job->share, std::move(rest), job->refuse, job->group);
  };
  job->lane.run(
      job->share, [this, job, answer, resume] { slotWaits_.run(job->slots(job->request), answer, resume); },
      job->refuse, job->group);
}

// Returns 200 if the host serves and its data can be read, else 503.
WebResponse Site::ready() {
  if (!serving_) return startingOrStopping();
  try {
    (void)platform_.wakes.next();
    return serving();
  } catch (const std::exception&) {
    return comeBackLater("the data can't be read");
  }
}

}  // namespace host_stub
