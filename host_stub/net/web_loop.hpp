// The network thread of a WebServer (web_loop.cpp, web_exchange.cpp), and what its handler threads do
// (web_handover.cpp).
#pragma once

#include <Poco/Net/ServerSocket.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "net/connection_table.hpp"
#include "net/metrics.hpp"
#include "net/poller.hpp"
#include "net/task_pool.hpp"
#include "net/web.hpp"
#include "net/web_connection.hpp"
#include "net/web_counters.hpp"
#include "net/web_server.hpp"

namespace host_stub {

class WebLoop {
 public:
  WebLoop(WebHandler& handler, Metrics& metrics, WebServerOptions options);
  ~WebLoop();

  void start(const std::string& host, std::uint16_t port);
  std::uint16_t port() const { return port_; }
  void stop(std::chrono::milliseconds drain);

 private:
  using Clock = WebConnection::Clock;
  using After = WebConnection::After;
  using Phase = WebConnection::Phase;

  // On the network thread.
  void run();
  void acceptAll();
  void welcome(FileDescriptor socket, std::string peer);
  // Whatever goes wrong with one connection, such as want of memory, ends that connection only.
  template <class Work>
  void guarded(WebConnection& connection, const Work& work) {
    const std::uint64_t id = connection.id;
    try {
      work();
    } catch (const std::exception&) {
      if (WebConnection* const left = connections_.find(id)) close(*left);
    }
  }
  void ready(WebConnection& connection);
  void receive(WebConnection& connection);
  void advance(WebConnection& connection, RequestReader::State state);
  Admission admissionOf(const RequestHead& head);
  void dispatch(WebConnection& connection);
  void answer(WebConnection& connection, const WebResponse& response, After after);
  void send(WebConnection& connection);
  void drain(WebConnection& connection);
  void takeBack();
  void checkTime();
  void checkDeadline(WebConnection& connection, Clock::time_point now, std::chrono::milliseconds idleTimeout);
  void wait(WebConnection& connection, Poller::Interest interest);
  bool charge(WebConnection& connection);
  void release(WebConnection& connection);
  void close(WebConnection& connection);

  // On a handler thread.
  void handle(WebConnection& connection, const WebRequest& request, Clock::time_point queuedAt);
  bool resume(WebConnection& connection);
  void handBack(WebConnection& connection);
  WebResponse responseTo(const WebRequest& request, Clock::time_point queuedAt);

  // On the thread that has the connection.
  void startNext(WebConnection& connection);
  void prepareAnswer(WebConnection& connection, const WebResponse& response, bool headOnly, After after);

  WebHandler& handler_;
  const WebServerOptions options_;
  WebCounters counters_;
  Poller poller_;
  Poco::Net::ServerSocket listener_;
  bool listening_ = false;
  std::uint16_t port_ = 0;

  ConnectionTable connections_;
  std::vector<std::uint64_t> pipelined_;   // have sent more before they were answered
  std::vector<WebConnection*> takenBack_;  // what handedBack_ held
  std::uint64_t lastId_ = 0;
  std::atomic<std::size_t> handling_{0};
  std::optional<Clock::time_point> stopAt_;  // the loop's own view of stopRequested_

  std::mutex handedMutex_;                  // held while a connection changes hands, and to destroy one
  std::vector<WebConnection*> handedBack_;  // has room for all, so that none can get lost
  std::optional<Clock::time_point> stopRequested_;  // under handedMutex_
  std::atomic<bool> stopping_{false};

  std::unique_ptr<TaskPool> handlers_;
  std::thread thread_;
};

}  // namespace host_stub
