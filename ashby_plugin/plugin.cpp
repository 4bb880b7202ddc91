// The Ashby integration: brings people hired in Ashby to an HR platform's new hires.
#include "integration/plugin.hpp"
#include "ashby/ashby_hire_source.hpp"
#include "ashby/webhook/intake.hpp"
#include "connection/configuring.hpp"
#include "connection/health.hpp"
#include "connection/settings_preview.hpp"
#include "connection/source_choices.hpp"
#include "connection/work.hpp"
#include "hires/explanation/import_explanation.hpp"
#include "hires/explanation/import_retry.hpp"
#include "hires/processed_ids.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/matching.hpp"
#include "hires/review/discarding.hpp"
#include "hires/review/editing.hpp"
#include "hires/review/hire_list.hpp"
#include "hires/review/promotion.hpp"
#include "hires/work/catch_up.hpp"
#include "hires/work/quarantine.hpp"
#include "integration/define_extension.hpp"

namespace ashby {

using integration::Call;

// Keeps nothing in memory but hints about Ashby: the store is the truth.
class AshbyPlugin final : public integration::IntegrationPlugin {
 public:
  explicit AshbyPlugin(const integration::InstanceConfig&) {}

  static integration::Description describe() { return {"ashby", "Ashby", "0.9.0"}; }

  void configure(Call& call, std::string_view settings) override { ashby::configure(call, link_, settings); }
  void enable(Call& call) override { ashby::enable(call); }
  void disable(Call& call) override { ashby::disable(call); }

  integration::WebhookReply handleWebhook(Call& call, const integration::WebhookRequest& request) override {
    return takeDelivery(call, request);
  }
  integration::ListPage listStaged(Call& call, const integration::ListQuery& query) override {
    return listHires(call, AshbyHireSource(call, link_), query);
  }
  integration::PromoteResult promote(Call& call, const integration::PromoteRequest& request) override {
    return promoteHire(call, AshbyHireSource(call, link_), request);
  }
  void discard(Call& call, const integration::DiscardRequest& request) override {
    discardHire(call, request);
  }
  integration::ConnectionStatus status(Call& call) override { return readStatus(call); }
  integration::WorkResult runWork(Call& call) override { return runDueWork(call, link_); }

  static const integration_operation* extension(std::string_view id) noexcept {
    using P = AshbyPlugin;
    if (id == integration::kRestore) return integration::sourceAction<&P::restore>();
    if (id == integration::kSync) return integration::userAction<&P::sync>();
    if (id == integration::kActivity) return integration::query<&P::activity>();
    if (id == integration::kRetry) return integration::userAction<&P::retry>();
    if (id == integration::kSetAside) return integration::userAction<&P::setAside>();
    if (id == integration::kExplain) return integration::sourceAction<&P::why>();
    if (id == integration::kEdit) return integration::userAction<&P::edit>();
    if (id == integration::kDocumentLink) return integration::sourceAction<&P::document>();
    if (id == integration::kSourceChoices) return integration::sourceAction<&P::choices>();
    if (id == integration::kPreviewSettings) return integration::sourceAction<&P::preview>();
    if (id == integration::kStartCatchUp) return integration::userAction<&P::catchUp>();
    if (id == integration::kCatchUpProgress) return integration::query<&P::catchUpProgress>();
    if (id == integration::kCancelCatchUp) return integration::userAction<&P::cancelCatchUp>();
    if (id == integration::kMatch) return integration::query<&P::match>();
    if (id == integration::kExportProcessedIds) return integration::query<&P::give>();
    if (id == integration::kImportProcessedIds) return integration::userAction<&P::take>();
    return nullptr;
  }

 private:
  void restore(Call& call, const integration::RestoreRequest& request) {
    AshbyHireSource source(call, link_);
    restoreHire(call, source, request);
  }
  void sync(Call& call, const integration::SyncRequest&) { requestSync(call); }
  integration::ActivityPage activity(Call& call, const integration::ActivityQuery& query) {
    return readActivity(call, query);
  }
  void retry(Call& call, const integration::RetryRequest& request) { retryImport(call, request); }
  void setAside(Call& call, const integration::SetAsideRequest& request) { quarantine(call, request); }
  integration::ImportExplanation why(Call& call, const integration::ExplainQuery& query) {
    AshbyHireSource source(call, link_);
    return explainWhy(call, source, query);
  }
  void edit(Call& call, const integration::EditRequest& request) { editHire(call, request); }
  integration::DocumentLink document(Call& call, const integration::DocumentQuery& query) {
    AshbyHireSource source(call, link_);
    return linkDocument(call, source, query);
  }
  integration::SourceChoices choices(Call& call, const integration::SourceChoicesQuery& query) {
    return readSourceChoices(call, link_, query);
  }
  integration::SettingsPreview preview(Call& call, const integration::PreviewSettings& request) {
    return previewSettings(call, link_, request);
  }
  integration::CatchUpStarted catchUp(Call& call, const integration::StartCatchUp& request) {
    return startCatchUp(call, request);
  }
  integration::CatchUpProgress catchUpProgress(Call& call, const integration::CatchUpId& request) {
    return readCatchUp(call, request);
  }
  void cancelCatchUp(Call& call, const integration::CatchUpId& request) {
    ashby::cancelCatchUp(call, request);
  }
  integration::Matches match(Call& call, const integration::MatchQuery& query) {
    return answerMatch(call, query);
  }
  integration::ProcessedIdPage give(Call& call, const integration::ExportProcessedIds& request) {
    return exportProcessedIds(call, request);
  }
  void take(Call& call, const integration::ImportProcessedIds& request) { importProcessedIds(call, request); }

  AshbySession link_;
};

}  // namespace ashby

INTEGRATION_PLUGIN(ashby::AshbyPlugin)
