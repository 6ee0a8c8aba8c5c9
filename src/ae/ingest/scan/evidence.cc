#include "ae/ingest/scan/evidence.h"

namespace ae::ingest::scan {

void Evidence::Dates::add(const DateCell& cell) {
  if (cell.missing || cell.fault) return;
  numbers |= cell.number.has_value();
  if (const auto vote = date_order_vote(cell)) votes.add(*vote);
}

void Evidence::name(Currency currency, std::int64_t line, const CurrencyNamer& namer) {
  const auto [named, first] = currencies.try_emplace(currency, Named{line, namer});
  if (!first && line < named->second.line) named->second = {line, namer};
}

void Evidence::vote(const ProbabilityCell& cell, std::size_t cells) {
  const auto vote = scale_vote(cell);
  if (!vote || cells == 0) return;
  percents |= !(*vote)[ProbabilityScale::kFraction];
  probabilities.add(*vote, cells);
}

void Evidence::merge(const Evidence& other) {
  amounts.merge(other.amounts);
  plain_points += other.plain_points;
  powers |= other.powers;
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    dates[field].votes.merge(other.dates[field].votes);
    dates[field].numbers |= other.dates[field].numbers;
  }
  probabilities.merge(other.probabilities);
  percents |= other.percents;
  for (const auto& [currency, named] : other.currencies) name(currency, named.line, named.namer);
  bare_amounts += other.bare_amounts;
  in_amounts.insert(other.in_amounts.begin(), other.in_amounts.end());
}

std::optional<ColumnFormats> Evidence::formats(ColumnFormats formats, const ReadOptions& options) const {
  if (powers) return std::nullopt;
  NumberSurvey all = amounts;
  all.add_plain_points(plain_points);
  NumberFormat amount = all.decide();
  if (options.decimal_mark) amount.mark = formats.amount.mark;  // the user's word
  if (amount.mark.kind == Decision<DecimalMark>::Kind::kUndecided) return std::nullopt;
  formats.amount = amount;
  const Decision<ProbabilityScale> scale = probabilities.decide();
  if (scale.kind == Decision<ProbabilityScale>::Kind::kUndecided && !percents) return std::nullopt;
  formats.probability = scale_of(scale, percents);
  using Order = Decision<DateOrder>::Kind;
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    // Bare numbers among dates may be days; the plain reader knows when.
    if (dates[field].numbers) return std::nullopt;
    if (options.date_order) continue;
    formats.date_order[field] = dates[field].votes.decide();
    if (formats.date_order[field].kind == Order::kUndecided) return std::nullopt;
  }
  return formats;
}

NamedCurrencies Evidence::named() const {
  NamedCurrencies result;
  for (const auto& [currency, named] : currencies) result.by[currency] = named.namer;
  result.bare_amounts = bare_amounts;
  return result;
}

}  // namespace ae::ingest::scan
