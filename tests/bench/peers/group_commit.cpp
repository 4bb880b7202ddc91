// A peer: Poco, HMAC-SHA256, simdjson, and SQLite with WAL and synchronous=FULL, whose committer thread makes
// durable together what came meanwhile. Arguments: the database, the secret.
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <openssl/hmac.h>
#include <simdjson.h>
#include <sqlite3.h>
#include <unistd.h>

#include <condition_variable>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Row {
  const std::string& id;
  const std::string& body;
  bool isDurable = false;
  std::condition_variable done = {};
};

class Committer {
 public:
  explicit Committer(const char* file) {
    sqlite3_open(file, &database_);
    run("PRAGMA page_size=16384; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA "
        "wal_autocheckpoint=250;"
        "CREATE TABLE rows (place INTEGER PRIMARY KEY, id TEXT, body BLOB)");
    sqlite3_prepare_v2(database_, "INSERT INTO rows (id, body) VALUES (?, ?)", -1, &insert_, nullptr);
    std::thread([this] { work(); }).detach();
  }

  void keep(Row& row) {
    std::unique_lock lock(mutex_);
    waiting_.push_back(&row);
    came_.notify_one();
    row.done.wait(lock, [&] { return row.isDurable; });
  }

 private:
  void run(const char* sql) { sqlite3_exec(database_, sql, nullptr, nullptr, nullptr); }

  [[noreturn]] void work() {
    for (std::vector<Row*> group;; group.clear()) {
      {
        std::unique_lock lock(mutex_);
        came_.wait(lock, [&] { return !waiting_.empty(); });
        group.swap(waiting_);
      }
      run("BEGIN IMMEDIATE");
      for (const Row* row : group) {
        sqlite3_bind_text(insert_, 1, row->id.data(), static_cast<int>(row->id.size()), SQLITE_STATIC);
        sqlite3_bind_blob(insert_, 2, row->body.data(), static_cast<int>(row->body.size()), SQLITE_STATIC);
        sqlite3_step(insert_);
        sqlite3_reset(insert_);
      }
      if (sqlite3_exec(database_, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
      const std::lock_guard lock(mutex_);
      for (Row* row : group) {
        row->isDurable = true;
        row->done.notify_one();
      }
    }
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<Row*> waiting_;
};

std::string signatureOf(const std::string& secret, const std::string& body) {
  unsigned char mac[32];
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(body.data()), body.size(), mac, nullptr);
  std::string text = "sha256=";
  for (const unsigned char byte : mac) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

class Intake : public Poco::Net::HTTPRequestHandler {
 public:
  Intake(Committer& committer, const std::string& secret) : committer_(committer), secret_(secret) {}

  void handleRequest(Poco::Net::HTTPServerRequest& request,
                     Poco::Net::HTTPServerResponse& response) override {
    std::string body(static_cast<std::size_t>(request.getContentLength64()), '\0');
    request.stream().read(body.data(), static_cast<std::streamsize>(body.size()));
    if (request.get("Ashby-Signature", "") != signatureOf(secret_, body)) {
      response.setStatus(Poco::Net::HTTPResponse::HTTP_UNAUTHORIZED);
    } else {
      thread_local simdjson::dom::parser parser;
      const std::string id(std::string_view(parser.parse(body)["data"]["application"]["id"]));
      Row row{id, body};
      committer_.keep(row);
    }
    response.sendBuffer("{}", 2);
  }

 private:
  Committer& committer_;
  const std::string& secret_;
};

class Intakes : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  Intakes(const char* file, std::string secret) : committer_(file), secret_(std::move(secret)) {}

  Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
    return new Intake(committer_, secret_);
  }

 private:
  Committer committer_;
  const std::string secret_;
};

}  // namespace

int main(int, char** arguments) {
  auto* parameters = new Poco::Net::HTTPServerParams;
  parameters->setMaxThreads(128);
  parameters->setMaxQueued(256);
  parameters->setKeepAlive(true);
  parameters->setMaxKeepAliveRequests(0);
  Poco::ThreadPool threads(2, 128);
  const Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0), 256);
  Poco::Net::HTTPServer server(new Intakes(arguments[1], arguments[2]), threads, socket, parameters);
  server.start();
  std::cout << socket.address().port() << std::endl;
  ::pause();
}
