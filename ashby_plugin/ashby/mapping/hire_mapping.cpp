#include "ashby/mapping/hire_mapping.hpp"

#include "ashby/mapping/mapping_steps.hpp"
#include "ashby/mapping/offer_choice.hpp"
#include "fields/fields.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

// Fields that are off leave nothing behind.
void dropWhatIsOff(const ImportSettings& choices, MappedHire& hire) {
  const auto off = [&](const std::string& path) { return isField(path) && !choices.isOn(path); };
  for (const std::string& field : fieldNames())
    if (off(field)) setField(hire.fields, field, std::nullopt);
  std::erase_if(hire.fields.custom,
                [&](const auto& one) { return off(std::string(kCustomPrefix) + one.first); });
  std::erase_if(hire.issues, [&](const auto& issue) { return off(issue.path); });
  std::erase_if(hire.suggestions, [&](const auto& suggestion) { return off(suggestion.path); });
  for (auto& alternative : hire.nameParts.alternatives)
    std::erase_if(alternative, [&](const auto& part) { return off(part.first); });
  if (off("preferredName")) hire.nameParts.preferredName.reset();
}

}  // namespace

MappedHire mapHire(const HireFacts& facts, const ImportSettings& choices, const HostLists& lists) {
  MappedHire hire;
  mapPerson(facts, choices, hire);
  mapJob(facts, hire);
  mapManager(facts, choices, hire);
  mapOffer(facts, hire);
  flagLeftOut(facts, hire);
  mapCustomFields(facts, choices, hire);
  flagOfferDoubts(facts, choices, hire);
  checkValues(facts, hire);
  mapListValues(choices, lists, hire);
  checkMoney(choices, hire);
  if (!hireMoment(facts.application, facts.offers))
    hire.note(
        "", "uncertain",
        "The hire date is unknown: Ashby tells neither when the Hired stage was entered nor when an offer "
        "was accepted. Look whether this is a new hire");
  dropWhatIsOff(choices, hire);
  return hire;
}

std::optional<std::int64_t> enteredHired(const Application& application) {
  std::optional<std::int64_t> moment;
  if (!application.currentInterviewStage || application.currentInterviewStage->type != "Hired") return moment;
  for (const StageVisit& visit : application.applicationHistory) {
    if (!visit.stageId || visit.stageId != application.currentInterviewStage->id || !visit.enteredStageAt)
      continue;
    const auto entered = integration::parseTime(*visit.enteredStageAt);
    if (entered && (!moment || *entered > *moment)) moment = entered;  // hired twice: the later time counts
  }
  return moment;
}

std::optional<std::int64_t> hireMoment(const Application& application, const std::vector<Offer>& offers) {
  if (const auto moment = enteredHired(application)) return moment;
  std::optional<std::int64_t> moment;
  for (const Offer* offer : acceptedOffers(offers)) {
    const auto decided = integration::parseTime(offer->decidedAt.value_or(""));
    if (decided && (!moment || *decided > *moment)) moment = decided;
  }
  return moment;
}

std::optional<std::int64_t> hiredAtTheLatest(const Application& application,
                                             const std::vector<Offer>& offers) {
  if (const auto moment = hireMoment(application, offers)) return moment;
  return application.updatedAt ? integration::parseTime(*application.updatedAt) : std::nullopt;
}

}  // namespace ashby
