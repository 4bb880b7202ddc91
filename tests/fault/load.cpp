#include "load.hpp"

#include <Poco/Exception.h>

namespace fault {

using host_stub_test::HttpAnswer;
using integration::Json;

namespace {

constexpr int kDeliverers = 2, kReviewers = 2;

// Returns the answer; status 0 if the host ends before its answer is whole.
template <typename Ask>
HttpAnswer answerOf(Ask ask) {
  try {
    return ask();
  } catch (const Poco::Exception&) {
    return {};
  } catch (const std::ios_base::failure&) {
    return {};
  }
}

}  // namespace

void Load::begin() {
  ending_ = false;
  for (int i = 0; i < kDeliverers; ++i) threads_.emplace_back([this] { deliver(); });
  for (int i = 0; i < kReviewers; ++i) threads_.emplace_back([this] { review(); });
}

void Load::end() {
  ending_ = true;
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

std::size_t Load::members() {
  const std::lock_guard lock(mutex_);
  return answered_.members.size();
}

std::uint64_t Load::draw(std::uint64_t below) {
  const std::lock_guard lock(mutex_);
  return random_() % below;
}

void Load::deliver() {
  while (!ending_) {
    const std::string application = hireSilently(connected_, draw(1'000'000'000));
    const HttpAnswer answer = answerOf([&] { return connected_.deliver(hiredBody(application)); });
    {
      const std::lock_guard lock(mutex_);
      if (answer.status == 200)
        answered_.delivered.insert(application);
      else
        ++answered_.refused;
    }
    // The host must read Ashby for each hire, so the deliveries are slowed down to its pace.
    std::this_thread::sleep_for(std::chrono::milliseconds(draw(40)));
  }
}

// Adds and deletes staged hires anywhere in the list, also those whose answer was lost.
void Load::review() {
  while (!ending_) {
    const HttpAnswer page = answerOf([&] {
      return connected_.host.call("GET", "/api/new-hires?$limit=5&$skip=" + std::to_string(draw(6)));
    });
    const Json hires = page.status == 200 ? page.json()["data"] : Json::array();
    for (const Json& hire : hires)
      if (!ending_)
        reviewOne(hire["id"].get<std::string>(), hire["source"]["applicationId"].get<std::string>());
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void Load::reviewOne(const std::string& id, const std::string& application) {
  const bool add = draw(4) != 0;
  const HttpAnswer answer = answerOf([&] {
    const std::string path = "/api/new-hires/" + id;
    return add ? connected_.host.call("POST", path + "/promote") : connected_.host.call("DELETE", path);
  });
  const std::lock_guard lock(mutex_);
  if (add && answer.status == 200)
    answered_.members[application] = answer.json()["person"]["id"].get<std::string>();
  if (!add && answer.status == 204) answered_.deleted.insert(application);
  if (answer.status == 0) ++answered_.unanswered;
}

}  // namespace fault
