#include "ae/table/change.h"

#include <algorithm>

namespace ae::table {

bool same_words(std::string_view a, std::string_view b) {
  const auto folded = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return folded(x) == folded(y); });
}

namespace {

bool meets(const OpportunityRow& row, const Condition& condition) {
  switch (kind(condition.field)) {
    case FieldKind::kText:
    case FieldKind::kNumber:
      return same_words(row.texts[condition.field], condition.value);
    case FieldKind::kStage:
      return same_words(row.texts[condition.field], condition.value) ||
             same_words(key(row.stage), condition.value);
    case FieldKind::kCurrency:
      return same_words(row.currency.code(), condition.value);
    case FieldKind::kCategory:
      return same_words(key(row.category), condition.value);
    case FieldKind::kDate:
      return row.dates[condition.field].iso() == condition.value;
    case FieldKind::kBoolean: {
      const bool closed = row.state != DealState::kOpen;
      const bool holds = condition.field == OpportunityField::kIsWon ? row.state == DealState::kWon : closed;
      return same_words(holds ? "true" : "false", condition.value);
    }
    case FieldKind::kMoney:
    case FieldKind::kProbability:
      break;
  }
  return false;
}

bool meets_all(const OpportunityRow& row, const std::vector<Condition>& conditions) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& asked) {
    return std::any_of(conditions.begin(), conditions.end(), [&](const Condition& alternative) {
      return alternative.field == asked.field && meets(row, alternative);
    });
  });
}

}  // namespace

OpportunityTable select(const OpportunityTable& table, const std::vector<Condition>& conditions) {
  OpportunityTable selected;
  for (const OpportunityChunk& chunk : table.chunks) {
    OpportunityChunk& kept = selected.chunks.emplace_back(chunk.like());
    for (std::size_t index = 0; index < chunk.rows(); ++index) {
      if (meets_all(chunk.row(index), conditions)) kept.append_from(chunk, index);
    }
  }
  return selected;
}

std::optional<Currency> one_currency(const OpportunityTable& table) {
  std::optional<Currency> one;
  for (const OpportunityChunk& chunk : table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (chunk.amount[row] == kNoAmount) continue;
      if (one && *one != chunk.currency[row]) return std::nullopt;
      one = chunk.currency[row];
    }
  }
  return one;
}

std::optional<Unconverted> convert(OpportunityTable& table, const ExchangeRates& rates, Currency target,
                                   Date as_of) {
  for (OpportunityChunk& chunk : table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      Currency& currency = chunk.currency[row];
      if (chunk.amount[row] != kNoAmount) {
        const Date closed = chunk.dates(OpportunityField::kClosedDate)[row];
        const Date day = chunk.state[row] == DealState::kOpen || closed.is_none() ? as_of : closed;
        const auto converted = rates.convert({chunk.amount[row], currency}, target, day);
        if (!converted) return Unconverted{chunk.source[row], chunk.line[row], currency};
        chunk.amount[row] = converted->minor;
      }
      currency = target;
    }
  }
  return std::nullopt;
}

}  // namespace ae::table
