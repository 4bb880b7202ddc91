#include "site/site.hpp"

#include <exception>
#include <utility>

#include "net/json_answer.hpp"
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
  return jsonAnswer(200, R"({"status":"serving"})");
}

}  // namespace

Site::Site(Platform& platform, ConnectionHub& hub, Removals& removals, std::size_t threads)
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
  const bool isDelivery = Deliveries::areAt(request.path);
  Lane& lane = isDelivery ? delivering_ : answering_;
  const std::string share = isDelivery ? Deliveries::share(request.path) : UserRequests::share(request);
  const std::string plugin = isDelivery ? deliveries_.plugin(request.path) : std::string();
  auto answer = [this, isDelivery, request = std::move(request), respond] {
    respond(isDelivery ? deliveries_.take(request) : userRequests_.answer(request));
  };
  if (!isDelivery) return lane.run(share, std::move(answer), respond);
  lane.run(
      share, std::move(answer),
      [this, respond](WebResponse refusal) { respond(deliveries_.counted(std::move(refusal))); }, plugin);
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
