#include "host_data/damage/questions.hpp"

#include <sstream>

#include "integration/describe_json.hpp"

namespace host_data_test {

using namespace host_stub;

namespace {

template <class T>
std::string text(const T& value) {
  return integration::toJsonText(value);
}

}  // namespace

integration::HireFields person(int number) {
  integration::HireFields fields = nadia();
  fields.firstName = "Nadia " + std::to_string(number);
  fields.personalEmail = "nadia" + std::to_string(number) + "@example.org";
  fields.personalPhoneNumber = "+4477009" + std::to_string(10000 + number);
  return fields;
}

std::map<std::string, Question> questionsTo(const std::vector<ConnectionKey>& connections) {
  std::map<std::string, Question> questions;
  for (const ConnectionKey& key : connections) {
    const std::string of = " of " + key.connection;
    questions["store" + of] = [key](HostData& data) {
      std::ostringstream all;
      integration::Range range{"", "", false, 50};
      for (bool more = true; more;) {
        const integration::Page page = data.store(key).scan(range);
        for (const auto& entry : page.entries)
          all << entry.key << '=' << std::hash<std::string>()(entry.value) << '@' << entry.version << '\n';
        more = page.more;
        if (more) range.from = page.entries.back().key + '\0';
      }
      return all.str();
    };
    questions["hire" + of] = [key](HostData& data) { return data.store(key).get("hire/7").value; };
    questions["secret" + of] = [key](HostData& data) {
      return data.vault.get(key, "webhookSecret", kNow).front().value;
    };
    questions["connection" + of] = [key](HostData& data) {
      const auto found = data.connections.get(key);
      return found ? data.connections.findByUrlToken(found->urlToken).value().key.connection : "none";
    };
    questions["wake" + of] = [key](HostData& data) { return std::to_string(data.wakes.seq(key)); };
  }
  questions["wakes"] = [](HostData& data) {
    std::string all = std::to_string(data.wakes.next().value_or(0));
    for (const DueWork& due : data.wakes.due(kNow * 2, 100)) all += ' ' + due.key.connection;
    return all;
  };
  for (const std::string company : {"main", "other"}) {
    questions["connections of " + company] = [company](HostData& data) {
      std::string all;
      for (const Connection& one : data.connections.list(company)) all += one.key.connection + one.urlToken;
      return all;
    };
    questions["people of " + company] = [company](HostData& data) {
      const MemberPage page = data.people.list(company, 1000, 0);
      std::string all = std::to_string(page.total);
      for (const Member& one : page.data) all += one.id + text<integration::HireFields>(one);
      return all;
    };
    questions["one person of " + company] = [company](HostData& data) {
      const auto found = data.people.findBySource(company, "ashby", "app-30");
      return found ? found->id : "none";
    };
    questions["duplicates of " + company] = [company](HostData& data) {
      std::string all;
      for (const auto& one : data.people.match(company, "ashby", {"none", person(12), {}}))
        all += one.kind + one.personId.value_or("");
      return all;
    };
    questions["handled of " + company] = [company](HostData& data) {
      std::string all;
      for (const auto& one : data.handled.page(company, "ashby", "", 100)) all += one.sourceId + one.state;
      return all;
    };
    questions["lists of " + company] = [company](HostData& data) {
      std::string all;
      for (const auto& value : data.lists.get(company, "departments")) all += value + ' ';
      return all;
    };
    questions["mails of " + company] = [company](HostData& data) {
      std::string all;
      for (const Mail& mail : data.outbox.list(company, 100, 0).data) all += mail.id + mail.text + mail.email;
      return all;
    };
    questions["audit of " + company] = [company](HostData& data) {
      std::string all;
      for (const auto& record : data.audit.list(company, {.limit = 1000}).data)
        all += record.id + record.action;
      return all;
    };
    questions["users of " + company] = [company](HostData& data) {
      std::string all;
      for (const User& user : data.users.list(company)) all += user.id + user.name + roleName(user.role);
      return all;
    };
  }
  return questions;
}

}  // namespace host_data_test
