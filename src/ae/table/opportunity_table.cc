#include "ae/table/opportunity_table.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "ae/base/assert.h"

namespace ae::table {

void OpportunityChunk::append(const OpportunityRow& row) {
  stage.push_back(row.stage);
  state.push_back(row.state);
  last_stage.push_back(row.last_stage);
  amount.push_back(row.amount);
  currency.push_back(row.currency);
  amount_source.push_back(row.amount_source);
  probability.push_back(row.probability);
  category.push_back(row.category);
  source.push_back(row.source);
  line.push_back(row.line);
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    const FieldKind field_kind = kind(field);
    if (is_kept_as_words(field_kind) || field_kind == FieldKind::kStage)
      texts_[field].append(row.texts[field]);
    if (field_kind == FieldKind::kDate) dates_[field].push_back(row.dates[field]);
  }
  Date& closed = dates_[OpportunityField::kClosedDate].back();
  if (row.state != DealState::kOpen && closed.is_none()) closed = row.dates[OpportunityField::kCloseDate];
}

namespace {

template <typename Value>
void keep_in(std::vector<Value>& column, std::span<const std::uint8_t> kept) {
  std::size_t to = 0;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (kept[row] != 0) column[to++] = column[row];
  }
  column.resize(to);
}

}  // namespace

template <typename Visit, typename... Chunks>
void OpportunityChunk::for_each_plain_column(Visit visit, Chunks&... chunks) {
  visit(chunks.stage...);
  visit(chunks.state...);
  visit(chunks.last_stage...);
  visit(chunks.amount...);
  visit(chunks.currency...);
  visit(chunks.amount_source...);
  visit(chunks.probability...);
  visit(chunks.category...);
  visit(chunks.source...);
  visit(chunks.line...);
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (kind(field) == FieldKind::kDate) visit(chunks.dates_[field]...);
  }
}

void OpportunityChunk::lengthen(std::size_t rows) {
  stage.resize(rows, Stage::kUnknown);
  last_stage.resize(rows, Stage::kUnknown);
  state.resize(rows, DealState::kOpen);
  amount.resize(rows, kNoAmount);
  currency.resize(rows);
  amount_source.resize(rows);
  probability.resize(rows);
  category.resize(rows, ForecastCategory::kNone);
  source.resize(rows);
  line.resize(rows);
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (is_kept_as_words(kind(field)) || kind(field) == FieldKind::kStage) texts_[field].lengthen(rows);
    if (kind(field) == FieldKind::kDate) dates_[field].resize(rows);
  }
}

void OpportunityChunk::date_closes(std::size_t first, std::size_t last) {
  Date* const closed = dates_[OpportunityField::kClosedDate].data();
  const Date* const close = dates_[OpportunityField::kCloseDate].data();
  const DealState* const states = state.data();
  // Without a branch, in vectors.
  for (std::size_t row = first; row < last; ++row) {
    const std::int32_t day = closed[row].days_since_1970();
    const std::int32_t lacks = -static_cast<std::int32_t>(states[row] != DealState::kOpen) &
                               -static_cast<std::int32_t>(closed[row].is_none());
    closed[row] = Date::of_days(day ^ ((day ^ close[row].days_since_1970()) & lacks));
  }
}

void OpportunityChunk::keep_rows(std::span<const std::uint8_t> kept) {
  AE_ASSERT(kept.size() == rows());
  if (std::memchr(kept.data(), 0, kept.size()) == nullptr) return;
  for_each_plain_column([&](auto& column) { keep_in(column, kept); }, *this);
  for (TextColumn& column : texts_) {
    if (column.size() == kept.size()) column.keep_rows(kept);
  }
}

void OpportunityChunk::set_text(OpportunityField field, TextColumn words) {
  AE_ASSERT(words.size() == rows());
  texts_[field] = std::move(words);
  add_field(field);
}

OpportunityRow OpportunityChunk::row(std::size_t index) const {
  OpportunityRow row;
  row.stage = stage[index];
  row.state = state[index];
  row.last_stage = last_stage[index];
  row.amount = amount[index];
  row.currency = currency[index];
  row.amount_source = amount_source[index];
  row.probability = probability[index];
  row.category = category[index];
  row.source = source[index];
  row.line = line[index];
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (texts_[field].size() != 0) row.texts[field] = texts_[field].at(index);
    if (!dates_[field].empty()) row.dates[field] = dates_[field][index];
  }
  return row;
}

OpportunityChunk OpportunityChunk::like() const {
  OpportunityChunk chunk(present_);
  for (const Attribute& attribute : attributes) chunk.attributes.push_back({attribute.name, {}});
  return chunk;
}

void OpportunityChunk::append_from(const OpportunityChunk& other, std::size_t index) {
  AE_ASSERT(attributes.size() == other.attributes.size());
  append(other.row(index));
  for (std::size_t at = 0; at < attributes.size(); ++at)
    attributes[at].words.append(other.attributes[at].words.at(index));
}

void OpportunityChunk::append_values_of(const OpportunityChunk& other) {
  for_each_plain_column([](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); },
                        *this, other);
}

void OpportunityChunk::reserve_values(std::size_t rows) {
  for_each_plain_column([&](auto& column) { column.reserve(rows); }, *this);
}

std::size_t OpportunityTable::rows() const {
  std::size_t rows = 0;
  for (const OpportunityChunk& chunk : chunks) rows += chunk.rows();
  return rows;
}

bool OpportunityTable::has(OpportunityField field) const {
  return std::any_of(chunks.begin(), chunks.end(),
                     [&](const OpportunityChunk& chunk) { return chunk.has(field); });
}

}  // namespace ae::table
