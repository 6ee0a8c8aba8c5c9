#include "ae/domain/inaction_cost.h"

#include <algorithm>

#include "ae/domain/discovery_answers.h"

namespace ae {
namespace {

const DiscoveryEntry* frequency_answer(const std::vector<const DiscoveryEntry*>& answers) {
  const DiscoveryEntry* latest = nullptr;
  for (const DiscoveryEntry* answer : answers) {
    const DiscoveryQuestion* question = discovery_question(answer->question);
    if (question == nullptr || question->cost != CostKind::kFrequency || !answer->per_year) continue;
    if (latest == nullptr || *latest->asked <= *answer->asked) latest = answer;
  }
  return latest;
}

void take_frequency(CostLine& line, const DiscoveryEntry* frequency) {
  line.times_a_year = line.answer->per_year;
  if (line.times_a_year) return;
  if (line.kind != CostKind::kOccurrence) {
    line.times_a_year = 1;
  } else if (frequency != nullptr) {
    line.times_a_year = frequency->per_year;
    line.times_from = frequency->question;
  }
}

/// (amount + days × day_cost) × times_a_year; leaves it out where something is not known.
void take_money(CostLine& line) {
  const DiscoveryEntry& answer = *line.answer;
  if (answer.days && line.times_a_year) line.days_a_year = *answer.days * *line.times_a_year;
  if (!answer.amount && !(answer.days && answer.day_cost)) {
    line.use = CostUse::kNoDayCost;
    return;
  }
  if (!line.times_a_year) {
    line.use = CostUse::kNoFrequency;
    return;
  }
  Int128 each = answer.amount ? answer.amount->minor : 0;
  if (answer.days && answer.day_cost) each += Int128{*answer.days} * answer.day_cost->minor;
  const std::optional<std::int64_t> minor = narrow(each * *line.times_a_year);
  line.use = minor ? CostUse::kCounted : CostUse::kTooLarge;
  if (minor) line.a_year = Money{*minor, answer.amount ? answer.amount->currency : answer.day_cost->currency};
}

std::vector<CostLine> lines_of(const DealRecord& deal) {
  const std::vector<const DiscoveryEntry*> answers = counting_answers(deal);
  const DiscoveryEntry* frequency = frequency_answer(answers);
  std::vector<CostLine> lines;
  for (const DiscoveryQuestion& question : discovery_questions()) {
    if (question.cost == CostKind::kNone || question.cost == CostKind::kFrequency) continue;
    for (const DiscoveryEntry& entry : deal.discovery) {
      if (entry.question != question.id || !(entry.amount || entry.days)) continue;
      const bool counts = std::find(answers.begin(), answers.end(), &entry) != answers.end();
      if (!counts && entry.is_attested()) continue;  // a later answer replaces it
      CostLine line{&entry, question.cost, {}, {}, {}, {}, CostUse::kUnattested};
      take_frequency(line, frequency);
      if (counts) take_money(line);
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

bool any_counted(const std::vector<CostLine>& lines, bool (*is_meant)(CostKind)) {
  return std::any_of(lines.begin(), lines.end(), [&](const CostLine& line) {
    return line.use == CostUse::kCounted && is_meant(line.kind);
  });
}

/// The same money is never counted twice.
void set_apart(std::vector<CostLine>& lines) {
  const bool has_total = any_counted(lines, [](CostKind kind) { return kind == CostKind::kTotal; });
  const bool has_cost = any_counted(lines, [](CostKind kind) { return kind != CostKind::kBenefit; });
  for (CostLine& line : lines) {
    if (line.use != CostUse::kCounted) continue;
    if (line.kind == CostKind::kBenefit && has_cost) line.use = CostUse::kOtherSide;
    if (line.kind != CostKind::kTotal && line.kind != CostKind::kBenefit && has_total)
      line.use = CostUse::kInTotal;
  }
}

}  // namespace

Text name(CostUse use) {
  static constexpr Text kNames[] = {{"counted", "计入"},
                                    {"in the buyer's own total", "已含在客户给出的总数中"},
                                    {"the same money from the other side", "同一笔钱的另一面"},
                                    {"how often it happens is not known", "不知道发生次数"},
                                    {"what a day costs is not known", "不知道一天的代价"},
                                    {"who said it, what or when is not there", "缺少回答、回答人或日期"},
                                    {"too large to be added", "数额过大，无法相加"}};
  return kNames[static_cast<std::size_t>(use)];
}

InactionCost inaction_cost(const DealRecord& deal) {
  InactionCost cost{lines_of(deal), {}, {}};
  set_apart(cost.lines);
  Int128 sum = 0;
  const CostLine* counted = nullptr;
  for (CostLine& line : cost.lines) {
    if (line.days_a_year && line.kind != CostKind::kBenefit)
      cost.days_a_year = cost.days_a_year.value_or(0) + *line.days_a_year;
    if (line.use != CostUse::kCounted) continue;
    const std::optional<std::int64_t> with = narrow(sum + line.a_year->minor);
    if (!with) {
      line.use = CostUse::kTooLarge;
      continue;
    }
    sum = *with;
    counted = &line;
  }
  if (counted != nullptr) cost.a_year = Money{static_cast<std::int64_t>(sum), counted->a_year->currency};
  return cost;
}

}  // namespace ae
