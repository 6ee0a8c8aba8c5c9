#include "ae/table/opportunity_table.h"

#include <algorithm>
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
    if (field_kind == FieldKind::kText || field_kind == FieldKind::kStage)
      texts_[field].append(row.texts[field]);
    if (field_kind == FieldKind::kDate) dates_[field].push_back(row.dates[field]);
  }
  Date& closed = dates_[OpportunityField::kClosedDate].back();
  if (row.state != DealState::kOpen && closed.is_none()) closed = row.dates[OpportunityField::kCloseDate];
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
