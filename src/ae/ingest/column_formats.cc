#include "ae/ingest/column_formats.h"

#include <string>

#include "ae/ingest/amount_notes.h"
#include "ae/ingest/column_poll.h"
#include "ae/ingest/date_formats.h"
#include "ae/ingest/values/unit.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;

Error ambiguous_number(const Sheet& sheet, std::optional<std::size_t> example, GroupSize groups) {
  using enum OpportunityField;
  const Text hint{"Say what marks the decimals: --decimal point or --decimal comma",
                  "请指明小数点的写法：--decimal point 或 --decimal comma"};
  if (!example) {
    return {
        "ambiguous_number",
        Message{Text{"The column {column} has as many amounts with a decimal point as with a decimal comma",
                     "列 {column} 中以点和以逗号作小数点的金额一样多"}}
            .with("column", sheet.map.header(kAmount)),
        hint,
        sheet.place(sheet.header, kAmount),
        "",
        {}};
  }
  const std::string_view cell = sheet.cell(*example, kAmount);
  const WrittenNumber number = parse_money(cell).number;
  const auto reading = [&](DecimalMark mark) {
    return reading_of(number, mark, groups).value_or(Decimal{}).str();
  };
  return {
      "ambiguous_number",
      Message{
          Text{
              "The column {column} can be read two ways and nothing in it decides: {value} is {point} with a "
              "decimal point, {comma} with a decimal comma",
              "列 {column} 有两种读法，且无从判断：{value} 以点为小数点是 {point}，以逗号为小数点是 {comma}"}}
          .with("column", sheet.map.header(kAmount))
          .with("value", cell)
          .with("point", reading(DecimalMark::kPoint))
          .with("comma", reading(DecimalMark::kComma)),
      hint,
      sheet.place(*example, kAmount),
      std::string(cell),
      {}};
}

/// The first amount that a decimal point and a decimal comma read differently.
std::optional<std::size_t> ambiguous_amount(const Sheet& sheet, GroupSize groups) {
  std::optional<std::size_t> found;
  for_each_live(sheet, [&](std::size_t record) {
    if (found) return;
    const MoneyCell cell = parse_money(sheet.cell(record, kAmount));
    if (!cell.missing && !cell.fault && NumberSurvey::ambiguous(cell.number, groups)) found = record;
  });
  return found;
}

/// The most decimals that the amount of a row can have by its currency. Only where there are none does it say
/// how the amount is written: three digits behind a mark are two too many for a dollar, but may be a mistake.
int most_decimals(Currency currency) {
  return currency.is_none() || currency.decimals() > 0 ? NumberSurvey::kAnyDecimals : 0;
}

Result<void> decide_amounts(const Sheet& sheet, const ReadOptions& options, const CurrencyRule& currencies,
                            std::size_t source, ColumnFormats& formats) {
  using Kind = Decision<DecimalMark>::Kind;
  if (!sheet.map.has(kAmount)) return {};
  formats.amount_power = unit_of_header(sheet.map.header(kAmount)).value_or(HeaderUnit{}).power;
  NumberSurvey survey;
  bool any_power = false;
  for_each_live(sheet, [&](std::size_t record) {
    const MoneyCell cell = parse_money(sheet.cell(record, kAmount));
    if (cell.missing || cell.fault) return;
    survey_amount(survey, cell, currencies.of(sheet, source, record), formats.amount_power);
    any_power |= cell.number.power != 0 || cell.number.scientific;
  });
  NumberFormat& format = formats.amount;
  format = survey.decide();
  if (options.decimal_mark) format.mark = {Kind::kSettled, *options.decimal_mark};
  if (format.mark.kind == Kind::kUndecided)
    return fail(ambiguous_number(sheet, ambiguous_amount(sheet, format.groups), format.groups));
  if (!any_power && formats.amount_power == 0) return {};
  const std::vector<Note> notes = amount_notes(sheet, formats);
  formats.notes.insert(formats.notes.end(), notes.begin(), notes.end());
  return {};
}

void decide_probabilities(const Sheet& sheet, ColumnFormats& formats) {
  bool percent = false;
  const auto vote_of = [&](std::string_view cell) {
    const auto vote = scale_vote(parse_probability(cell));
    percent |= vote && !(*vote)[ProbabilityScale::kFraction];
    return vote;
  };
  const Poll<ProbabilityScale> result = poll<ProbabilityScale>(sheet, kProbability, vote_of);
  formats.probability = scale_of(result.decision, percent);
  const bool only_ones = result.decision.kind == Decision<ProbabilityScale>::Kind::kUndecided && !percent;
  if (!only_ones) return;
  formats.notes.push_back({"probability_zero_or_one", Severity::kInfo,
                           Message{Text{"The column {column} has nothing but 0 and 1: 1 is read as 100 %",
                                        "列 {column} 只有 0 和 1：1 读作 100 %"}}
                               .with("column", sheet.map.header(kProbability)),
                           sheet.place(*result.example, kProbability)});
}

}  // namespace

void survey_amount(NumberSurvey& survey, const MoneyCell& cell, Currency currency, int header_power) {
  const bool whole = header_power == 0 && cell.number.power == 0;
  survey.add(cell.number, whole ? most_decimals(currency) : NumberSurvey::kAnyDecimals);
}

Result<ColumnFormats> decide_formats(const Sheet& sheet, const ReadOptions& options,
                                     const CurrencyRule& currencies, std::size_t source) {
  ColumnFormats formats;
  AE_TRY_VOID(decide_amounts(sheet, options, currencies, source, formats));
  AE_TRY_VOID(decide_dates(sheet, options, formats));
  decide_probabilities(sheet, formats);
  return formats;
}

}  // namespace ae::ingest
