#include "intake/targets.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

#include "acme/host_process.hpp"
#include "intake/deliveries.hpp"
#include "intake/peer.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

const std::string kSecret(64, 's');
constexpr std::size_t kMostOfARound = 150000;

double processorSecondsOf(int pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  double user = 0, system = 0;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  fields >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

// Returns how many of the ids are not kept exactly once. query: selects all ids that are kept.
std::size_t missingFrom(const fs::path& database, const char* query, const std::vector<std::string>& ids) {
  sqlite3* opened = nullptr;
  if (sqlite3_open_v2(database.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
    throw std::runtime_error("no database " + database.string());
  sqlite3_stmt* rows = nullptr;
  sqlite3_prepare_v2(opened, query, -1, &rows, nullptr);
  std::unordered_map<std::string, std::size_t> kept;
  while (sqlite3_step(rows) == SQLITE_ROW)
    ++kept[{static_cast<const char*>(sqlite3_column_blob(rows, 0)),
            static_cast<std::size_t>(sqlite3_column_bytes(rows, 0))}];
  sqlite3_finalize(rows);
  sqlite3_close(opened);
  return static_cast<std::size_t>(
      std::count_if(ids.begin(), ids.end(), [&](const std::string& id) { return kept[id] != 1; }));
}

// A batch of requests for each round, made before it begins.
class Batches {
 public:
  Batches(DeliveryKind kind, std::string path, std::string secret)
      : kind_(kind), path_(std::move(path)), secret_(std::move(secret)) {}

  LoadResult drive(const LoadOptions& options) {
    const Deliveries batch = makeDeliveries(kind_, countFor(options), next_, path_, secret_);
    next_ += batch.requests.size();
    LoadResult result = bench::drive(options, batch.requests);
    best_ = std::max(best_, result.perSecond);
    for (const std::size_t place : result.acknowledged) acknowledged_.push_back(batch.applications[place]);
    return result;
  }
  const std::vector<std::string>& acknowledged() const { return acknowledged_; }

 private:
  // Twice what the fastest round so far would use.
  std::size_t countFor(const LoadOptions& options) const {
    const double seconds = std::chrono::duration<double>(options.time).count();
    const double most = best_ > 0 ? 4 * best_ * seconds + 1000 : static_cast<double>(kMostOfARound);
    return std::min(kMostOfARound, static_cast<std::size_t>(most));
  }

  const DeliveryKind kind_;
  const std::string path_, secret_;
  static inline std::size_t next_ = 1;
  double best_ = 0;
  std::vector<std::string> acknowledged_;
};

// A host with an enabled connection that has no API key yet: it takes deliveries, and reads nothing.
class RunningHost {
 public:
  RunningHost() : host_({PLUGINS, {}}) {
    const auto made =
        host_.call("POST", "/api/connections", R"({"integration":"ashby","name":"Ashby"})").json();
    const auto enabled =
        host_.call("POST", "/api/connections/" + made["id"].get<std::string>() + "/enable").json();
    const std::string url = enabled["requestUrl"].get<std::string>();
    path_ = url.substr(url.find("/hooks/"));
    secret_ = enabled["secretToken"].get<std::string>();
  }

  host_stub_test::Host& host() { return host_; }
  const host_stub_test::Host& host() const { return host_; }
  std::uint16_t port() const {
    return static_cast<std::uint16_t>(std::stoul(host_.url().substr(host_.url().rfind(':') + 1)));
  }
  const std::string& path() const { return path_; }
  const std::string& secret() const { return secret_; }

 private:
  host_stub_test::Host host_;
  std::string path_, secret_;
};

class OurDeliveries : public Target {
 public:
  OurDeliveries(std::string name, DeliveryKind kind, int status)
      : name_(std::move(name)),
        kind_(kind),
        status_(status),
        batches_(kind, running_.path(), running_.secret()) {}

  const std::string& name() const override { return name_; }
  std::uint16_t port() const override { return running_.port(); }
  int expectedStatus() const override { return status_; }
  double processorSeconds() const override { return processorSecondsOf(running_.host().pid()); }
  LoadResult round(const LoadOptions& options) override { return batches_.drive(options); }
  std::size_t lost() override {
    running_.host().stop();
    if (kind_ != DeliveryKind::hired) return 0;
    return missingFrom(running_.host().data() / "host.db",
                       "SELECT substr(key, 7) FROM entries WHERE key >= CAST('inbox/' AS BLOB) AND key < "
                       "CAST('inbox0' AS BLOB)",
                       batches_.acknowledged());
  }

 private:
  const std::string name_;
  const DeliveryKind kind_;
  const int status_;
  RunningHost running_;
  Batches batches_;
};

class OurHealth : public Target {
 public:
  const std::string& name() const override { return kHealth; }
  std::uint16_t port() const override { return running_.port(); }
  double processorSeconds() const override { return processorSecondsOf(running_.host().pid()); }
  LoadResult round(const LoadOptions& options) override {
    return drive(options, {"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"});
  }
  std::size_t lost() override { return 0; }

 private:
  RunningHost running_;
};

class PeerTarget : public Target {
 public:
  // keeps: whether it keeps the ids in a table `rows` of its database.
  PeerTarget(std::string name, const std::vector<std::string>& command, fs::path folder, bool keeps)
      : name_(std::move(name)), folder_(std::move(folder)), keeps_(keeps), peer_(command) {}
  ~PeerTarget() override {
    peer_.reset();
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  const std::string& name() const override { return name_; }
  std::uint16_t port() const override { return peer_->port(); }
  double processorSeconds() const override { return processorSecondsOf(peer_->pid()); }
  LoadResult round(const LoadOptions& options) override { return batches_.drive(options); }
  std::size_t lost() override {
    peer_.reset();
    if (!keeps_) return 0;
    return missingFrom(folder_ / "peer.db", "SELECT id FROM rows", batches_.acknowledged());
  }

 private:
  const std::string name_;
  const fs::path folder_;
  const bool keeps_;
  std::optional<Peer> peer_;
  Batches batches_{DeliveryKind::hired, "/hooks/ashby", kSecret};
};

// A folder below the current one, since /tmp may not be on a disk.
fs::path makeFolder() {
  std::string name = (fs::current_path() / "intake.XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder " + name);
  return name;
}

}  // namespace

std::vector<std::unique_ptr<Target>> makeTargets() {
  std::vector<std::unique_ptr<Target>> targets;
  targets.push_back(
      std::make_unique<PeerTarget>(kFloor, std::vector<std::string>{BARE_POCO}, fs::path(), false));
  const auto addPeer = [&](const char* name, std::vector<std::string> command, const char* mode = nullptr) {
    const fs::path folder = makeFolder();
    command.insert(command.end(), {(folder / "peer.db").string(), kSecret});
    if (mode != nullptr) command.push_back(mode);
    targets.push_back(std::make_unique<PeerTarget>(name, command, folder, true));
  };
  addPeer("Poco, HMAC, simdjson, SQLite in groups", {GROUP_COMMIT});
  if (fs::exists(NODE_PEER "/node_modules")) {
    addPeer("Node, fastify, better-sqlite3 in groups", {"node", NODE_PEER "/fastify.mjs"}, "batched");
    addPeer("Node, fastify, better-sqlite3, one commit each", {"node", NODE_PEER "/fastify.mjs"}, "each");
  }
  if (fs::exists("/usr/bin/webhook")) addPeer("Debian's webhook, a command for each", {WEBHOOK_PEER});
  targets.push_back(std::make_unique<OurHealth>());
  targets.push_back(std::make_unique<OurDeliveries>("ours: a hire, durable", DeliveryKind::hired, 200));
  targets.push_back(
      std::make_unique<OurDeliveries>("ours: not hired, nothing is written", DeliveryKind::notHired, 200));
  targets.push_back(
      std::make_unique<OurDeliveries>("ours: a wrong signature", DeliveryKind::wronglySigned, 401));
  return targets;
}

}  // namespace bench
