// Ashby as a source of hires.
#pragma once

#include "ashby/client.hpp"
#include "hires/source/hire_source.hpp"

namespace ashby {

class AshbyHireSource final : public HireSource {
 public:
  AshbyHireSource(integration::Call& call, AshbySession& session) : client_(call, session) {}

  Client& client() { return client_; }

  std::string name() const override { return "Ashby"; }
  std::int64_t now() override { return client_.now(); }
  std::unique_ptr<HireBatch> readApplications(const std::vector<std::string>& ids) override;
  ApplicationPage listHired(const std::string& cursor) override;
  ApplicationPage listChanges(const std::string& token, const std::string& cursor) override;
  FoundPeople findByName(const std::string& name) override;
  FoundPeople findByEmail(const std::string& address) override;
  FoundFile linkFile(const std::string& applicationId, const std::string& fileId) override;

 private:
  Client client_;
};

}  // namespace ashby
