#include "ae/domain/discovery_answers.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/domain/discovery_question.h"

namespace ae {
namespace {

bool is_replaced(const DealRecord& deal, const DiscoveryEntry& entry) {
  return std::any_of(deal.discovery.begin(), deal.discovery.end(), [&](const DiscoveryEntry& other) {
    if (!other.is_attested() || other.question != entry.question) return false;
    return *other.asked > *entry.asked || (*other.asked == *entry.asked && &other > &entry);
  });
}

}  // namespace

std::vector<const DiscoveryEntry*> counting_answers(const DealRecord& deal) {
  std::vector<const DiscoveryEntry*> answers;
  for (const DiscoveryEntry& entry : deal.discovery) {
    if (entry.is_attested() && !is_replaced(deal, entry)) answers.push_back(&entry);
  }
  return answers;
}

bool settles(const DiscoveryEntry& answer, std::string_view target) {
  const std::vector<std::string> targets = answer.settles ? *answer.settles : targets_of(answer.question);
  return std::find(targets.begin(), targets.end(), target) != targets.end();
}

std::vector<const DiscoveryEntry*> answers_to(const DealRecord& deal, std::string_view target) {
  std::vector<const DiscoveryEntry*> answers = counting_answers(deal);
  std::erase_if(answers, [&](const DiscoveryEntry* answer) { return !settles(*answer, target); });
  std::stable_sort(answers.begin(), answers.end(),
                   [](const DiscoveryEntry* a, const DiscoveryEntry* b) { return *a->asked < *b->asked; });
  return answers;
}

std::optional<Evidence> evidence_in_answers(const DealRecord& deal, std::string_view item) {
  const std::vector<const DiscoveryEntry*> answers = answers_to(deal, fmt::format("stage.{}", item));
  if (answers.empty()) return std::nullopt;
  const DiscoveryEntry& latest = *answers.back();
  return Evidence{latest.answer, latest.who, latest.asked, fmt::format("discovery.{}", latest.question), {}};
}

std::optional<Evidence> best_evidence(const DealRecord& deal, std::string_view item, Date as_of) {
  const Evidence* kept = deal.evidence_for(item);
  std::optional<Evidence> answered = evidence_in_answers(deal, item);
  if (kept == nullptr) return answered;
  const bool is_complete = kept->what && kept->date;
  const bool is_expired = kept->expires && *kept->expires < as_of;
  if (!answered || (is_complete && !is_expired)) return *kept;
  const bool is_newer = !is_expired || *answered->date > *kept->expires;
  return is_newer ? answered : *kept;
}

}  // namespace ae
