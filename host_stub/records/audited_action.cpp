#include "records/audited_action.hpp"

#include "integration/time.hpp"
#include "storage/random.hpp"

namespace host_stub {

AuditedAction::AuditedAction(std::string company, AuditRecord record)
    : company_(std::move(company)), record_(std::move(record)) {
  record_->id = newId(record_->at);
}

void AuditedAction::join(SqlSession& sql) const {
  if (record_) Audit::append(sql, company_, *record_);
}

void AuditedAction::finish(Audit& audit) const {
  if (record_) audit.appendOnce(company_, *record_);
}

}  // namespace host_stub
