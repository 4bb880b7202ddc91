#pragma once

#include <functional>
#include <optional>
#include <string>

#include "world/api_keys.hpp"
#include "world/endpoints/pager.hpp"
#include "world/endpoints/parameters.hpp"
#include "world/endpoints/views.hpp"
#include "world/outbox.hpp"

namespace ashby_simulator {

/// The endpoints. Each returns the whole body of a success to a caller with permission, or throws ApiError.
class Endpoints {
 public:
  struct Call {
    const ApiKey& key;
    Parameters& parameters;
    Millis now;
    bool stale = false;                       ///< application.info shows the state before the last change.
    std::optional<std::string> savedWebhook;  ///< Output: its ping must be sent before the answer.

    views::Access access() const { return {key.confidential, key.privateFields}; }
  };
  using Handler = Json (Endpoints::*)(Call&);
  struct Endpoint {
    const char* name;
    const char* scope;
    Handler handler;
  };

  Endpoints(Records& records, Outbox& outbox, Pager& pager)
      : records_(records), outbox_(outbox), pager_(pager) {}

  /// Returns the endpoint; null for an unknown name.
  static const Endpoint* find(const std::string& name);

  /// Returns the answer of webhook.create and webhook.update.
  Json savedWebhook(const std::string& id) const;

 private:
  Json apiKeyInfo(Call& call);
  Json applicationInfo(Call& call);
  Json applicationList(Call& call);
  Json candidateInfo(Call& call);
  Json candidateList(Call& call);
  Json candidateSearch(Call& call);
  Json customFieldList(Call& call);
  Json departmentInfo(Call& call);
  Json departmentList(Call& call);
  Json fileInfo(Call& call);
  Json jobInfo(Call& call);
  Json jobList(Call& call);
  Json locationInfo(Call& call);
  Json locationList(Call& call);
  Json offerInfo(Call& call);
  Json offerList(Call& call);
  Json userInfo(Call& call);
  Json webhookCreate(Call& call);
  Json webhookDelete(Call& call);
  Json webhookInfo(Call& call);
  Json webhookUpdate(Call& call);

  Json plainInfo(Call& call, const Collection& collection, const char* parameter, const char* kind);
  Json unarchivedList(Call& call, const Collection& collection, const char* endpoint,
                      const std::function<bool(const Json&)>& wanted = {});

  /// Returns the file of that handle, in any record that the caller may see; null if there is none.
  const Json* fileOf(const std::string& handle, views::Access access) const;

  static Json success(Json results);
  [[noreturn]] static void notFound(std::string kind);

  Records& records_;
  Outbox& outbox_;
  Pager& pager_;
};

}  // namespace ashby_simulator
