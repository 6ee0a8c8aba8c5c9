#include "ae/ingest/scan/batch_reader.h"

#include <algorithm>
#include <utility>

#include "ae/ingest/mapping/deal_state.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/boolean.h"
#include "ae/ingest/values/time_of_day.h"

namespace ae::ingest::scan {

using enum OpportunityField;

namespace {

/// A sheet that takes on one row after the other, with the columns of the file.
Sheet sheet_of_rows(const Sheet& head) {
  Sheet sheet;
  sheet.name = head.name;
  sheet.delimiter = head.delimiter;
  sheet.quote = head.quote;
  sheet.map = head.map;
  sheet.shapes = {RowShape::kLive};
  return sheet;
}

}  // namespace

BatchReader::BatchReader(const Supposed& supposed)
    : supposed_(supposed),
      map_(supposed.head.map),
      row_sheet_(sheet_of_rows(supposed.head)),
      row_reader_(row_sheet_, supposed.formats, supposed.currencies, supposed.stages, 0),
      chunk_(map_.fields()),
      others_(map_.fields()),
      built_(map_.fields()) {
  for (const csv::Cell& cell : supposed.head.records[supposed.head.header])
    header_sizes_ |= std::uint64_t{1} << (cell.text.size() % 64);
}

bool BatchReader::read(const RowBatch& batch) {
  batch_ = &batch;
  const std::size_t rows = batch.rows();
  unescaped_.clear();
  chunk_.clear(rows);
  if (others_.rows() > 0) others_ = chunk_.like();
  live_.assign(rows, 1);
  plain_.assign(rows, 1);
  held_.assign(rows, 0);
  dated_.assign(rows, 0);
  odd_money_.assign(rows, 0);
  loaded_row_ = rows;
  chunk_.line.assign(batch.lines.begin(), batch.lines.end());
  read_deleted();
  read_currencies();  // which the amounts are in
  for (const Field field : enumerators<Field>()) {
    if (map_.has(field)) read_column(field);
  }
  read_status();
  settle_states();
  for (std::size_t row = 0; row < rows && !gave_up_; ++row) {
    if (may_be_header(row) || (dated_[row] == 0 && stands_outside_table(row))) gave_up_ = true;
  }
  count_currencies();
  count_unknown_stages();
  for (std::size_t row = 0; row < rows && !gave_up_; ++row) {
    if (live_[row] != 0 && plain_[row] == 0 && held_[row] == 0) read_by_itself(row);
    plain_[row] &= live_[row];
  }
  if (gave_up_) return false;
  chunk_.settle(plain_);
  const auto live = std::count(live_.begin(), live_.end(), 1);
  built_.rows += live - std::count(held_.begin(), held_.end(), 1);
  built_.deleted += std::ssize(live_) - live;
  built_.kept += static_cast<std::int64_t>(chunk_.rows() + others_.rows());
  count_currencies_of(chunk_, evidence_);
  count_currencies_of(others_, evidence_);
  return true;
}

void BatchReader::finish() {
  for (const ProbabilityMeaning& meaning : probabilities_.meanings)
    evidence_.vote(meaning.cell, meaning.rows);
  for (ProbabilityMeaning& meaning : probabilities_.meanings) meaning.rows = 0;
}

template <typename Meaning, typename Learn, typename Use>
void BatchReader::read_coded(std::size_t column, Coded<Meaning>& coded, Learn learn, Use use) {
  const ColumnOfBatch cells = cells_of(column);
  const std::size_t rows = batch_->rows();
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string_view text = cells[row];
    std::uint32_t code = coded.codes.find(text);
    if (code == CellCodes::kNew) {
      code = coded.codes.add(text);
      coded.meanings.push_back(learn(trimmed(text)));
    }
    use(row, code);
  }
}

void BatchReader::read_deleted() {
  if (!map_.has(kIsDeleted) || supposed_.options.include_deleted) return;
  read_coded(
      column_of(kIsDeleted), deleted_, [](std::string_view text) { return parse_boolean(text) == true; },
      [&](std::size_t row, std::uint32_t code) { live_[row] = deleted_.meanings[code] ? 0 : 1; });
}

void BatchReader::read_column(Field field) {
  switch (kind(field)) {
    case FieldKind::kText:
    case FieldKind::kNumber:
      if (field == kId) read_ids();
      if (!table::has(supposed_.texts, field)) return;
      return table::has(supposed_.grouped, field) ? read_texts(field) : borrow_texts(field);
    case FieldKind::kStage:
      return read_stages();
    case FieldKind::kMoney:
      return read_amounts();
    case FieldKind::kCurrency:
      return;  // read before all others
    case FieldKind::kProbability:
      return read_probabilities();
    case FieldKind::kCategory:
      return read_categories();
    case FieldKind::kDate:
      return read_dates(field);
    case FieldKind::kBoolean:
      return read_booleans(field);
  }
}

void BatchReader::read_texts(Field field) {
  table::TextColumn& column = chunk_.text(field);
  read_coded(
      column_of(field), texts_[field],
      [&](std::string_view text) { return column.code_for(text_of(field, text)); },
      [&](std::size_t row, std::uint32_t code) { column.set(row, texts_[field].meanings[code]); });
}

void BatchReader::borrow_texts(Field field) {
  const ColumnOfBatch cells = cells_of(column_of(field));
  borrowed_.resize(batch_->rows());
  for (std::size_t row = 0; row < borrowed_.size(); ++row) {
    const std::string_view text = trimmed(cells[row]);
    const bool as_it_is = text.size() > kLongestForNothing && text.front() != '\'';
    borrowed_[row] = as_it_is || text.empty() ? text : text_of(field, text);
  }
  chunk_.text(field).borrow(borrowed_);
}

void BatchReader::read_ids() {
  const ColumnOfBatch cells = cells_of(column_of(kId));
  for (std::size_t row = 0; row < batch_->rows(); ++row) {
    const std::string_view id = trimmed(cells[row]);
    if (live_[row] == 0 || is_missing(id)) continue;
    const std::uint64_t print = fingerprint(id);
    if (supposed_.repeated.empty()) {
      fingerprints_.add(print);
    } else if (supposed_.repeated.contains(print)) {
      held_[row] = 1;
      plain_[row] = 0;
      held_rows_.push_back({batch_->lines[row], std::string(batch_->row_text(row))});
    }
  }
}

void BatchReader::read_stages() {
  table::TextColumn& names = chunk_.text(kStage);
  read_coded(
      column_of(kStage), stages_,
      [&](std::string_view text) {
        const std::string_view name = is_missing(text) ? std::string_view{} : text;
        return StageMeaning{names.code_for(name), supposed_.stages.find(name)};
      },
      [&](std::size_t row, std::uint32_t code) {
        const StageMeaning& meaning = stages_.meanings[code];
        names.set(row, meaning.text);
        chunk_.stage[row] = meaning.stage;
      });
}

BatchReader::CurrencyMeaning BatchReader::currency_meaning(std::string_view text) const {
  const std::optional<CurrencyMark> named = parse_currency_name(text);
  if (!named && !is_missing(text)) return {};
  const std::optional<CurrencyMark> said = agreed(named.value_or(CurrencyMark{}), map_.amount_mark);
  if (!said || said->needs_settling()) return {};
  CurrencyMeaning meaning;
  meaning.plain = true;
  const bool silent = said->kind == CurrencyMark::Kind::kNone;
  meaning.currency = silent ? supposed_.currencies.bare : said->settled(Currency{});
  meaning.named = silent ? Currency{} : meaning.currency;
  meaning.unit = meaning.currency.minor_units();
  return meaning;
}

void BatchReader::read_currencies() {
  currency_codes_.assign(batch_->rows(), 0);
  if (!map_.has(kCurrency)) {
    if (currencies_.meanings.empty()) currencies_.meanings.push_back(currency_meaning({}));
    std::fill(chunk_.currency.begin(), chunk_.currency.end(), currencies_.meanings.front().currency);
    if (!currencies_.meanings.front().plain) gave_up_ = true;
    return;
  }
  read_coded(
      column_of(kCurrency), currencies_, [&](std::string_view text) { return currency_meaning(text); },
      [&](std::size_t row, std::uint32_t code) {
        const CurrencyMeaning& meaning = currencies_.meanings[code];
        currency_codes_[row] = code;
        chunk_.currency[row] = meaning.currency;
        if (!meaning.plain) plain_[row] = 0, odd_money_[row] = 1;
      });
}

void BatchReader::read_amounts() {
  constexpr std::int64_t kPowers[] = {1, 10, 100};
  const Decision<DecimalMark>& mark = supposed_.formats.amount.mark;
  const bool points = mark.kind == Decision<DecimalMark>::Kind::kNothingToDecide ||
                      (mark.kind == Decision<DecimalMark>::Kind::kSettled && mark.way == DecimalMark::kPoint);
  const ColumnOfBatch cells = cells_of(column_of(kAmount));
  for (std::size_t row = 0; row < batch_->rows(); ++row) {
    const std::string_view text = cells[row];
    if (text.empty()) continue;
    const CurrencyMeaning& currency = currencies_.meanings[currency_codes_[row]];
    PlainNumber number;
    std::int64_t minor = 0;
    const bool plain =
        points && currency.plain && read_plain_number(text, number) &&
        number.decimals <= currency.currency.decimals() &&
        !__builtin_mul_overflow(number.digits, currency.unit / kPowers[number.decimals], &minor);
    if (plain) {
      chunk_.amount[row] = minor;
      if (number.decimals > 0) evidence_.plain_points += live_[row];
    } else {
      survey_amount(row, trimmed(text));
    }
  }
}

/// An amount of another shape.
void BatchReader::survey_amount(std::size_t row, std::string_view text) {
  plain_[row] = 0;
  odd_money_[row] = 1;
  if (live_[row] == 0) return;
  const MoneyCell money = parse_money(text);
  if (money.missing || money.fault) return;
  ingest::survey_amount(evidence_.amounts, money, supposed_.currencies.of(one_row(row), 0, 0),
                        supposed_.formats.amount_power);
  evidence_.powers |= money.number.power != 0 || money.number.scientific;
}

/// Who names a currency, and how many amounts name none.
void BatchReader::count_currencies() {
  for (std::size_t row = 0; row < batch_->rows(); ++row) {
    if (live_[row] == 0) continue;
    if (odd_money_[row] != 0) {
      survey_currency(row);
      continue;
    }
    CurrencyMeaning& meaning = currencies_.meanings[currency_codes_[row]];
    if (meaning.named.is_none()) {
      if (chunk_.amount[row] != table::kNoAmount) ++evidence_.bare_amounts;
    } else if (!meaning.seen) {
      meaning.seen = true;
      name_currency(row, meaning.named);
    }
  }
}

void BatchReader::read_probabilities() {
  read_coded(
      column_of(kProbability), probabilities_,
      [&](std::string_view text) {
        ProbabilityMeaning meaning;
        meaning.cell = parse_probability(text);
        const bool readable = !meaning.cell.missing && !meaning.cell.fault;
        if (readable) meaning.value = read_probability(meaning.cell, supposed_.formats.probability);
        meaning.plain = meaning.cell.missing || meaning.value;
        return meaning;
      },
      [&](std::size_t row, std::uint32_t code) {
        ProbabilityMeaning& meaning = probabilities_.meanings[code];
        meaning.rows += live_[row];
        if (meaning.value) chunk_.probability[row] = *meaning.value;
        if (!meaning.plain) plain_[row] = 0;
      });
}

void BatchReader::read_categories() {
  read_coded(
      column_of(kForecastCategory), categories_,
      [&](std::string_view text) -> std::optional<ForecastCategory> {
        return is_missing(text) ? ForecastCategory::kNone : category_named(map_, text);
      },
      [&](std::size_t row, std::uint32_t code) {
        if (const auto& category = categories_.meanings[code]) {
          chunk_.category[row] = *category;
        } else {
          plain_[row] = 0;  // the RowReader tells whose name it is
        }
      });
}

void BatchReader::read_dates(Field field) {
  constexpr std::size_t kPlainSize = 10;
  std::vector<Date>& dates = chunk_.dates(field);
  Evidence::Dates& evidence = evidence_.dates[field];
  const ColumnOfBatch cells = cells_of(column_of(field));
  for (std::size_t row = 0; row < batch_->rows(); ++row) {
    const std::string_view text = cells[row];
    if (text.empty()) continue;
    const bool plain = text.size() >= kPlainSize && read_plain_date(text, dates[row]) &&
                       (text.size() == kPlainSize || is_time_of_day(text.substr(kPlainSize)));
    if (plain) {
      dated_[row] = 1;
      continue;
    }
    plain_[row] = 0;
    if (live_[row] != 0) evidence.add(parse_date(trimmed(text)));
  }
}

void BatchReader::read_booleans(Field field) {
  std::vector<std::uint8_t>& said = field == kIsClosed ? closed_ : field == kIsWon ? won_ : ignored_;
  said.assign(batch_->rows(), kSilent);
  Coded<BooleanMeaning>& coded = booleans_[field];
  read_coded(
      column_of(field), coded,
      [](std::string_view text) {
        const std::optional<bool> value = parse_boolean(text);
        return BooleanMeaning{value || is_missing(text), value ? (*value ? kYes : kNo) : kSilent};
      },
      [&](std::size_t row, std::uint32_t code) {
        said[row] = coded.meanings[code].said;
        if (!coded.meanings[code].plain) plain_[row] = 0;
      });
}

void BatchReader::read_status() {
  if (map_.status == ColumnMap::kAbsent) return;
  status_.assign(batch_->rows(), std::nullopt);
  read_coded(
      static_cast<std::size_t>(map_.status), statuses_,
      [&](std::string_view text) { return status_named(map_, text); },
      [&](std::size_t row, std::uint32_t code) { status_[row] = statuses_.meanings[code]; });
}

void BatchReader::settle_states() {
  const auto value = [](const std::vector<std::uint8_t>& said, std::size_t row) {
    return said[row] == kSilent ? std::nullopt : std::optional(said[row] == kYes);
  };
  const bool by_stage = !map_.has(kIsClosed) && !map_.has(kIsWon) && map_.status == ColumnMap::kAbsent;
  EnumArray<Stage, std::optional<DealState>> of_stage;
  for (const Stage stage : enumerators<Stage>())
    of_stage[stage] = deal_state(stage, std::nullopt, std::nullopt);
  for (std::size_t row = 0; row < batch_->rows(); ++row) {
    Stage& stage = chunk_.stage[row];
    const std::optional<DealState> state =
        by_stage ? of_stage[stage]
                 : deal_state(stage, map_.has(kIsClosed) ? value(closed_, row) : std::nullopt,
                              map_.has(kIsWon) ? value(won_, row) : std::nullopt,
                              map_.status == ColumnMap::kAbsent ? std::nullopt : status_[row]);
    if (!state) {
      plain_[row] = 0;
      continue;
    }
    chunk_.state[row] = *state;
    if (*state != DealState::kOpen && state_of(stage) == DealState::kOpen) chunk_.last_stage[row] = stage;
    if (*state == DealState::kWon) stage = Stage::kClosedWon;
    if (*state == DealState::kLost) stage = Stage::kClosedLost;
  }
}

void BatchReader::count_currencies_of(const table::OpportunityChunk& chunk, Evidence& evidence) {
  std::optional<Currency> last;
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    if (chunk.amount[row] == table::kNoAmount || chunk.currency[row] == last) continue;
    last = chunk.currency[row];
    evidence.in_amounts.insert(*last);
  }
}

}  // namespace ae::ingest::scan
