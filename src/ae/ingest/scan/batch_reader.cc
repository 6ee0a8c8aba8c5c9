#include "ae/ingest/scan/batch_reader.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

#include "ae/ingest/mapping/deal_state.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/boolean.h"

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
  for (const csv::Cell& cell : supposed.head.records[supposed.head.header]) {
    std::string name(cell.text);
    name.reserve(name.size() + kReadBeyond);
    if (header_cells_.find(name) == CellCodes::kNew) header_cells_.add(name);
    const unsigned char first = name.empty() ? 0 : static_cast<unsigned char>(name.front());
    header_shapes_[first] |= std::uint64_t{1} << (name.size() % 64);
  }
}

bool BatchReader::read(const RowBatch& batch) {
  begin(batch);
  for (first_ = 0; first_ < batch.rows() && !gave_up_; first_ = last_) {
    last_ = std::min(first_ + kAtOnce, batch.rows());
    read_rows();
  }
  return !gave_up_ && finish_batch();
}

void BatchReader::begin(const RowBatch& batch) {
  batch_ = &batch;
  const std::size_t rows = batch.rows();
  unescaped_.clear();
  chunk_.lengthen(rows);
  if (others_.rows() > 0) others_ = chunk_.like();
  for (std::vector<std::uint8_t>* flags : {&live_, &plain_}) flags->assign(rows, 1);
  for (std::vector<std::uint8_t>* flags : {&held_, &dated_, &odd_money_}) flags->assign(rows, 0);
  for (std::vector<std::uint8_t>* said : {&closed_, &won_, &ignored_}) said->resize(rows);
  status_.resize(rows);
  unusual_.resize(rows);
  codes_.resize(rows);
  currency_codes_.resize(rows);
  loaded_row_ = rows;
  std::copy(batch.lines.begin(), batch.lines.end(), chunk_.line.begin());
  // All other columns that the file has are written for every row.
  std::fill(chunk_.last_stage.begin(), chunk_.last_stage.end(), Stage::kUnknown);
  if (!map_.has(kClosedDate)) chunk_.dates(kClosedDate).assign(rows, {});
  for (const Field field : enumerators<Field>()) {
    const bool lent = kind(field) == FieldKind::kText && map_.has(field) &&
                      table::has(supposed_.texts, field) && !table::has(supposed_.grouped, field);
    if (!lent) continue;
    lent_[field].lend(batch, column_of(field), field);
    chunk_.text(field).borrow(lent_[field], rows);
    const std::span<std::uint32_t> codes = chunk_.text(field).codes();
    if (table::has(supposed_.listed, field)) std::iota(codes.begin(), codes.end(), 1U);
  }
}

void BatchReader::read_rows() {
  if (!are_whole()) {
    gave_up_ = true;
    return;
  }
  odd_money_here_ = false;
  read_deleted();
  read_currencies();  // which the amounts are in
  for (const Field field : enumerators<Field>()) {
    if (map_.has(field)) read_column(field);
  }
  read_status();
  settle_states();
  chunk_.date_closes(first_, last_);
  if (any_outside_table()) {
    gave_up_ = true;
    return;
  }
  count_currencies();
  count_unknown_stages();
}

/// Whether each row ends with its line.
bool BatchReader::are_whole() const {
  bool whole = true;
  const std::uint32_t* end = batch_->ends_of(first_) + batch_->width - 1;
  for (std::size_t row = first_, last = last_; row < last; ++row, end += batch_->width)
    whole &= batch_->text[*end] == '\n';
  return whole;
}

bool BatchReader::finish_batch() {
  const std::size_t rows = batch_->rows();
  for (std::size_t row = 0; row < rows && !gave_up_; ++row) {
    if (live_[row] != 0 && plain_[row] == 0 && held_[row] == 0) read_by_itself(row);
    plain_[row] &= live_[row];
  }
  if (gave_up_) return false;
  chunk_.keep_rows(plain_);
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

template <typename Meaning, typename Learn>
void BatchReader::read_codes(std::size_t column, Coded<Meaning>& coded, Learn learn, std::uint32_t* codes) {
  const ColumnOfBatch cells = cells_of(column);
  const std::size_t others =
      coded.codes.find_all(cells.places(first_), {codes + first_, last_ - first_}, unusual_.data());
  for (std::size_t at = 0; at < others; ++at) {
    const std::size_t row = first_ + unusual_[at];
    const std::string_view raw = cells.as_it_stands(row);
    codes[row] = coded.codes.find(raw);
    if (codes[row] != CellCodes::kNew) continue;
    codes[row] = coded.codes.add(raw);
    coded.meanings.push_back(learn(trimmed(cells[row])));
    if constexpr (requires { coded.meanings.back().plain; }) coded.any_odd |= !coded.meanings.back().plain;
  }
}

template <typename Meaning>
void BatchReader::leave_odd(const Coded<Meaning>& coded) {
  if (!coded.any_odd) return;
  for (std::size_t row = first_; row < last_; ++row)
    plain_[row] &= static_cast<std::uint8_t>(coded.meanings[codes_[row]].plain);
}

void BatchReader::read_deleted() {
  if (!map_.has(kIsDeleted) || supposed_.options.include_deleted) return;
  read_codes(
      column_of(kIsDeleted), deleted_, [](std::string_view text) { return parse_boolean(text) == true; },
      codes_.data());
  for (std::size_t row = first_; row < last_; ++row) live_[row] = deleted_.meanings[codes_[row]] ? 0 : 1;
}

void BatchReader::read_column(Field field) {
  switch (kind(field)) {
    case FieldKind::kText:
    case FieldKind::kNumber:
      if (field == kId) read_ids();
      if (!table::has(supposed_.texts, field)) return;
      if (table::has(supposed_.grouped, field)) return read_texts(field);
      return table::has(supposed_.listed, field) ? void() : borrow_texts(field);
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
  read_codes(
      column_of(field), texts_[field],
      [&](std::string_view text) { return column.code_for(text_of(field, text)); }, codes_.data());
  std::uint32_t* const words = column.codes().data();
  const std::uint32_t* const codes = codes_.data();
  const std::uint32_t* const meanings = texts_[field].meanings.data();
  for (std::size_t row = first_, last = last_; row < last; ++row) words[row] = meanings[codes[row]];
}

void BatchReader::read_stages() {
  table::TextColumn& names = chunk_.text(kStage);
  read_codes(
      column_of(kStage), stages_,
      [&](std::string_view text) {
        const std::string_view name = is_missing(text) ? std::string_view{} : text;
        const StageMeaning meaning{names.code_for(name), supposed_.stages.find(name)};
        unknown_stages_ |= meaning.stage == Stage::kUnknown;
        return meaning;
      },
      codes_.data());
  std::uint32_t* const words = names.codes().data();
  Stage* const stages = chunk_.stage.data();
  const std::uint32_t* const codes = codes_.data();
  const StageMeaning* const meanings = stages_.meanings.data();
  for (std::size_t row = first_, last = last_; row < last; ++row) {
    words[row] = meanings[codes[row]].text;
    stages[row] = meanings[codes[row]].stage;
  }
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
  meaning.decimals = static_cast<std::uint32_t>(meaning.currency.decimals());
  const std::int64_t unit = meaning.currency.minor_units();
  meaning.scale = {unit, unit / 10, unit / 100};
  return meaning;
}

void BatchReader::read_currencies() {
  if (!map_.has(kCurrency)) {
    if (currencies_.meanings.empty()) currencies_.meanings.push_back(currency_meaning({}));
    unseen_currencies_ = 1;
    std::fill(chunk_.currency.begin() + static_cast<std::ptrdiff_t>(first_),
              chunk_.currency.begin() + static_cast<std::ptrdiff_t>(last_),
              currencies_.meanings.front().currency);
    if (!currencies_.meanings.front().plain) gave_up_ = true;
    return;
  }
  read_codes(
      column_of(kCurrency), currencies_,
      [&](std::string_view text) {
        ++unseen_currencies_;
        return currency_meaning(text);
      },
      currency_codes_.data());
  Currency* const currencies = chunk_.currency.data();
  const std::uint32_t* const codes = currency_codes_.data();
  const CurrencyMeaning* const meanings = currencies_.meanings.data();
  for (std::size_t row = first_, last = last_; row < last; ++row)
    currencies[row] = meanings[codes[row]].currency;
  for (std::size_t row = first_; row < last_ && currencies_.any_odd; ++row) {
    if (!meanings[codes[row]].plain) plain_[row] = 0, odd_money_[row] = 1, odd_money_here_ = true;
  }
}

void BatchReader::read_probabilities() {
  read_codes(
      column_of(kProbability), probabilities_,
      [&](std::string_view text) {
        ProbabilityMeaning meaning;
        meaning.cell = parse_probability(text);
        const bool readable = !meaning.cell.missing && !meaning.cell.fault;
        const std::optional<Probability> value =
            readable ? read_probability(meaning.cell, supposed_.formats.probability) : std::nullopt;
        meaning.value = value.value_or(Probability{});
        meaning.plain = meaning.cell.missing || value;
        return meaning;
      },
      codes_.data());
  Probability* const values = chunk_.probability.data();
  const std::uint32_t* const codes = codes_.data();
  const std::uint8_t* const live = live_.data();
  ProbabilityMeaning* const meanings = probabilities_.meanings.data();
  for (std::size_t row = first_, last = last_; row < last; ++row) {
    ProbabilityMeaning& meaning = meanings[codes[row]];
    meaning.rows += live[row];
    values[row] = meaning.value;
  }
  leave_odd(probabilities_);
}

void BatchReader::read_categories() {
  read_codes(
      column_of(kForecastCategory), categories_,
      [&](std::string_view text) {
        if (is_missing(text)) return CategoryMeaning{ForecastCategory::kNone, true};
        const std::optional<ForecastCategory> category = category_named(map_, text);
        return CategoryMeaning{category.value_or(ForecastCategory::kNone), category.has_value()};
      },
      codes_.data());
  ForecastCategory* const categories = chunk_.category.data();
  const std::uint32_t* const codes = codes_.data();
  const CategoryMeaning* const meanings = categories_.meanings.data();
  for (std::size_t row = first_, last = last_; row < last; ++row)
    categories[row] = meanings[codes[row]].value;
  leave_odd(categories_);
}

void BatchReader::read_booleans(Field field) {
  std::vector<std::uint8_t>& said = field == kIsClosed ? closed_ : field == kIsWon ? won_ : ignored_;
  Coded<BooleanMeaning>& coded = booleans_[field];
  read_codes(
      column_of(field), coded,
      [](std::string_view text) {
        const std::optional<bool> value = parse_boolean(text);
        return BooleanMeaning{value || is_missing(text), value ? (*value ? kYes : kNo) : kSilent};
      },
      codes_.data());
  for (std::size_t row = first_; row < last_; ++row) said[row] = coded.meanings[codes_[row]].said;
  leave_odd(coded);
}

void BatchReader::read_status() {
  if (map_.status == ColumnMap::kAbsent) return;
  read_codes(
      static_cast<std::size_t>(map_.status), statuses_,
      [&](std::string_view text) { return status_named(map_, text); }, codes_.data());
  for (std::size_t row = first_; row < last_; ++row) status_[row] = statuses_.meanings[codes_[row]];
}

void BatchReader::settle_states() {
  if (!map_.has(kIsClosed) && !map_.has(kIsWon) && map_.status == ColumnMap::kAbsent) {
    settle_states_by_stage();
    return;
  }
  const auto value = [](const std::vector<std::uint8_t>& said, std::size_t row) {
    return said[row] == kSilent ? std::nullopt : std::optional(said[row] == kYes);
  };
  for (std::size_t row = first_; row < last_; ++row) {
    Stage& stage = chunk_.stage[row];
    const std::optional<DealState> state =
        deal_state(stage, map_.has(kIsClosed) ? value(closed_, row) : std::nullopt,
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

/// Where nothing but the stage says how a deal stands, deal_state() has it that the stage does, and a closed
/// deal has no other stage besides.
void BatchReader::settle_states_by_stage() {
  const Stage* const stages = chunk_.stage.data();
  DealState* const states = chunk_.state.data();
  const std::size_t last = last_;
  for (std::size_t row = first_; row < last; ++row) states[row] = state_of(stages[row]);
}

}  // namespace ae::ingest::scan
