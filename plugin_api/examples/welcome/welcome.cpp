// Welcome: any system that can POST {"id":"42","fields":{"firstName":"Nadia",...}} with the header
// X-Welcome-Secret brings new hires. A whole plugin; filtering of the list is left out.
#include <algorithm>

#include "integration/describe_json.hpp"
#include "integration/plugin.hpp"

using namespace integration;

namespace {

struct Delivery {
  std::string id;
  HireFields fields;
};
BOOST_DESCRIBE_STRUCT(Delivery, (), (id, fields))

struct Settings {};
BOOST_DESCRIBE_STRUCT(Settings, (), ())

bool sameText(std::string_view a, std::string_view b) {  // in a time that tells nothing of the secret
  unsigned char difference = a.size() != b.size();
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

// The place of a hire in a list: hires of one value are ordered by id.
ListPosition placeOf(const NewHire& hire, HireSort sort) {
  if (sort == HireSort::importedAt) return {hire.importedAt, hire.id};
  const bool byName = sort == HireSort::lastName;
  std::string value = (byName ? hire.fields.lastName : hire.fields.employmentStartDate).value_or("");
  for (char& c : value)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return {value, hire.id};
}

class Welcome : public IntegrationPlugin {
 public:
  explicit Welcome(const InstanceConfig&) {}
  static Description describe() { return {"welcome", "Welcome", "1.0.0"}; }

  void configure(Call&, std::string_view settings) override {
    fromJsonText<Settings>(settings, "the settings", UnknownMembers::refused);
  }
  void enable(Call& call) override { write(call, Op::put("enabled", "1")); }
  void disable(Call& call) override { write(call, Op::remove("enabled")); }

  WebhookReply handleWebhook(Call& call, const WebhookRequest& request) override {
    const std::string_view given = findHeader(request.headers, "X-Welcome-Secret").value_or("");
    if (!isSecret(call, given, false) && !isSecret(call, given, true))
      return {401, {}, "the secret is wrong"};
    Delivery delivery;
    try {
      delivery = fromJsonText<Delivery>(request.body, "the delivery");
    } catch (const Failure& unusable) {
      return {400, {}, unusable.what()};
    }
    if (delivery.id.empty() || delivery.id.size() > 100) return {400, {}, "the id must have 1 to 100 bytes"};
    NewHire hire;
    hire.id = hire.source.applicationId = delivery.id;
    hire.source.system = "welcome";
    hire.fields = delivery.fields;
    const bool isNew = save(call, hire, 0);
    return {200, {}, isNew ? "staged" : "known already"};
  }

  ListPage listStaged(Call& call, const ListQuery& query) override {
    ListPage page;
    for (const Entry& entry : call.store().scan(Range::prefix("hire/")).entries) {
      NewHire hire = fromJsonText<NewHire>(entry.value);
      hire.version = std::to_string(entry.version);
      if (query.id ? hire.id != *query.id : hire.state != query.state) continue;
      if (!query.id) ++page.departments[hire.fields.department.value_or("")];
      page.data.push_back(std::move(hire));
    }
    page.total = page.data.size();
    cut(page, query);
    return page;
  }

  PromoteResult promote(Call& call, const PromoteRequest& request) override {
    auto [hire, version] = load(call, request.id);
    if (hire.state == HireState::discarded) throw Failure(Code::failedPrecondition, "the hire was deleted");
    Json fields = toJson(hire.fields);
    for (const auto& [name, value] : request.fields) fields[name] = toJson(value);
    hire.fields = fromJson<HireFields>(fields, "the edit", UnknownMembers::refused);
    const MemberCreated member = call.members().create(hire.id, hire.fields);  // idempotent: may be repeated
    hire.state = HireState::promoted;
    save(call, hire, version);
    return {member.person, !member.created};
  }

  void discard(Call& call, const DiscardRequest& request) override {
    auto [hire, version] = load(call, request.id);
    if (hire.state == HireState::promoted)
      throw Failure(Code::failedPrecondition, "the hire is a member already");
    hire.state = HireState::discarded;
    if (request.erase) hire.fields = {};
    if (!save(call, hire, version))
      throw Failure(Code::aborted, "the hire has just been changed: look again");
  }

  ConnectionStatus status(Call& call) override {
    const bool enabled = call.store().get("enabled").present();
    return {enabled ? ConnectionState::active : ConnectionState::disabled,
            enabled ? "Ready." : "Disabled.",
            {"{}"},
            {},
            {}};
  }
  WorkResult runWork(Call&) override { return {}; }  // nothing is ever left for later

 private:
  // Sorts the hires and leaves those that come after query.after, at most query.limit of them.
  static void cut(ListPage& page, const ListQuery& query) {
    const auto isBefore = [&query](const ListPosition& a, const ListPosition& b) {
      if (a.value != b.value) return (a.value < b.value) != query.descending;
      return a.id < b.id;
    };
    std::sort(page.data.begin(), page.data.end(), [&](const NewHire& a, const NewHire& b) {
      return isBefore(placeOf(a, query.sort), placeOf(b, query.sort));
    });
    if (query.after)
      std::erase_if(page.data,
                    [&](const NewHire& hire) { return !isBefore(*query.after, placeOf(hire, query.sort)); });
    if (page.data.size() > query.limit) page.data.resize(query.limit);
  }
  static bool isSecret(Call& call, std::string_view given, bool fresh) {
    for (const std::string& secret : call.secrets().get("sharedSecret", fresh))
      if (sameText(secret, given)) return true;
    return false;
  }
  static std::pair<NewHire, Version> load(Call& call, const std::string& id) {
    const Entry entry = call.store().get("hire/" + id);
    if (!entry.present()) throw Failure(Code::notFound, "there is no such new hire");
    return {fromJsonText<NewHire>(entry.value), entry.version};
  }
  // False if the hire is no longer as it was read (version 0: where there is one already).
  static bool save(Call& call, const NewHire& hire, Version read) {
    return call.store().commit({{Op::put("hire/" + hire.id, toJsonText(hire)).ifVersion(read)}}).ok();
  }
  static void write(Call& call, Op op) {
    if (!call.store().commit({{std::move(op)}}).ok()) throw Failure(Code::aborted, "try again");
  }
};

}  // namespace

INTEGRATION_PLUGIN(Welcome)
