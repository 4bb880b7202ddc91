// The tables of secrets, members, lists and notices.
#include "../call_record.hpp"
#include "integration/crypto/secret_text.hpp"
#include "tables.hpp"

namespace integration {
namespace {

std::int32_t getSecret(const integration_call* call, integration_view name, std::uint32_t fresh,
                       integration_item_sink out, integration_sink error) noexcept {
  return serve(
      call, ServiceFunction::secretsGet, error, "secrets.get", [&](const Services& services) -> std::int32_t {
        require(out.item != nullptr, "secrets.get: no function takes the values");
        const std::string_view wanted = given(name);
        // They were read for this call alone.
        const SecretTexts read(offered(services.secrets, INTEGRATION_SECRETS).get(wanted, fresh != 0));
        if (read.all().empty()) throw Failure(Code::notFound, "there is no secret " + std::string(wanted));
        for (const std::string& value : read.all())
          if (const std::int32_t status = out.item(out.ctx, detail::toView(value)); status != INTEGRATION_OK)
            return status;
        return INTEGRATION_OK;
      });
}

std::int32_t createMember(const integration_call* call, integration_view sourceId, integration_view member,
                          integration_sink out, integration_sink error) noexcept {
  return serve(call, ServiceFunction::membersCreate, error, "members.create", [&](const Services& services) {
    const auto fields = fromJsonText<HireFields>(given(member), "the member");
    Members& members = offered(services.members, INTEGRATION_MEMBERS);
    return detail::write(out, toJsonText(members.create(std::string(given(sourceId)), fields)));
  });
}

std::int32_t getMember(const integration_call* call, integration_view sourceId, integration_sink out,
                       integration_sink error) noexcept {
  return serve(call, ServiceFunction::membersGet, error, "members.get", [&](const Services& services) {
    const std::optional<Person> person =
        offered(services.members, INTEGRATION_MEMBERS).get(std::string(given(sourceId)));
    if (!person) throw Failure(Code::notFound, "there is no member with this source id");
    return detail::write(out, toJsonText(*person));
  });
}

std::int32_t matchMembers(const integration_call* call, integration_view person, integration_sink out,
                          integration_sink error) noexcept {
  return serve(call, ServiceFunction::membersMatch, error, "members.match", [&](const Services& services) {
    const auto query = fromJsonText<MatchQuery>(given(person), "the person");
    return detail::write(out, toJsonText(offered(services.members, INTEGRATION_MEMBERS).match(query)));
  });
}

std::int32_t getList(const integration_call* call, integration_view kind, integration_item_sink out,
                     integration_sink error) noexcept {
  return serve(
      call, ServiceFunction::listsGet, error, "lists.get", [&](const Services& services) -> std::int32_t {
        require(out.item != nullptr, "lists.get: no function takes the values");
        for (const std::string& value : offered(services.lists, INTEGRATION_LISTS).get(given(kind)))
          if (const std::int32_t status = out.item(out.ctx, detail::toView(value)); status != INTEGRATION_OK)
            return status;
        return INTEGRATION_OK;
      });
}

std::int32_t tell(const integration_call* call, integration_view notice, integration_sink error) noexcept {
  return serve(call, ServiceFunction::noticesTell, error, "notices.tell", [&](const Services& services) {
    offered(services.notices, INTEGRATION_NOTICES).tell(fromJsonText<Notice>(given(notice), "the notice"));
    return INTEGRATION_OK;
  });
}

}  // namespace

const integration_secrets kSecretsTable{sizeof(integration_secrets), 0, getSecret};
const integration_members kMembersTable{sizeof(integration_members), 0, createMember, getMember,
                                        matchMembers};
const integration_lists kListsTable{sizeof(integration_lists), 0, getList};
const integration_notices kNoticesTable{sizeof(integration_notices), 0, tell};

}  // namespace integration
