#include "ae/ingest/identity.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

/// The rows of each id that stands more than once, in the order of reading.
std::vector<std::vector<RowKey>> rows_sharing_ids(std::span<const RowReader> readers) {
  std::unordered_map<std::string_view, RowKey> first_with_id;
  std::unordered_map<std::string_view, std::size_t> group_of_id;
  std::vector<std::vector<RowKey>> groups;
  for (std::size_t source = 0; source < readers.size(); ++source) {
    const Sheet& sheet = readers[source].sheet();
    if (!sheet.map.has(OpportunityField::kId)) continue;
    for (std::size_t record = 0; record < sheet.records.size(); ++record) {
      if (sheet.shapes[record] != RowShape::kLive) continue;
      const std::string_view id = sheet.cell(record, OpportunityField::kId);
      if (is_missing(id)) continue;
      const auto [first, fresh] = first_with_id.emplace(id, RowKey{source, record});
      if (fresh) continue;
      const auto [group, first_repeat] = group_of_id.emplace(id, groups.size());
      if (first_repeat) groups.push_back({first->second});
      groups[group->second].push_back({source, record});
    }
  }
  return groups;
}

bool agree_on(OpportunityField field, const table::OpportunityRow& a, const table::OpportunityRow& b) {
  switch (kind(field)) {
    case FieldKind::kText:
      return a.texts[field] == b.texts[field];
    case FieldKind::kStage:
      return a.stage == b.stage && (a.stage != Stage::kUnknown || a.texts[field] == b.texts[field]);
    case FieldKind::kMoney:
      return a.amount == b.amount && (a.amount == table::kNoAmount || a.currency == b.currency);
    case FieldKind::kCurrency:
      return a.currency == b.currency;
    case FieldKind::kProbability:
      return a.probability == b.probability;
    case FieldKind::kCategory:
      return a.category == b.category;
    case FieldKind::kDate:
      return a.dates[field] == b.dates[field];
    case FieldKind::kBoolean:
      return a.state == b.state;
  }
  return false;
}

bool agree(const RowReader& a_reader, const ReadRow& a, const RowReader& b_reader, const ReadRow& b) {
  if (a.fault || b.fault) return false;
  const auto all = enumerators<OpportunityField>();
  return std::all_of(all.begin(), all.end(), [&](OpportunityField field) {
    const bool both_have_it = a_reader.sheet().map.has(field) && b_reader.sheet().map.has(field);
    return !both_have_it || agree_on(field, a.row, b.row);
  });
}

/// The row whose source has most columns, the first of equals.
RowKey fullest(std::span<const RowReader> readers, const std::vector<RowKey>& rows) {
  const auto columns = [&](const RowKey& row) { return readers[row.source].sheet().map.fields().count(); };
  return *std::max_element(rows.begin(), rows.end(),
                           [&](const RowKey& a, const RowKey& b) { return columns(a) < columns(b); });
}

/// Judges the rows of one id. Each is read once and compared with the fullest one, so that even a column that
/// gives every row the same id costs no more than reading the file.
void judge(std::span<const RowReader> readers, const std::vector<RowKey>& rows,
           std::map<RowKey, IdVerdict>& verdicts) {
  const RowKey kept = fullest(readers, rows);
  const ReadRow kept_row = readers[kept.source].read(kept.record);
  std::vector<RowKey> dissenting;
  std::vector<RowKey> agreeing;
  std::optional<RowKey> dissenter;  // the first, which may be unreadable
  for (const RowKey& row : rows) {
    if (row == kept) continue;
    const ReadRow read = readers[row.source].read(row.record);
    const bool same = agree(readers[row.source], read, readers[kept.source], kept_row);
    if (!same && !dissenter) dissenter = row;
    if (!read.fault) (same ? agreeing : dissenting).push_back(row);
  }
  if (!dissenter) {
    for (const RowKey& row : agreeing) verdicts[row] = {IdVerdict::Kind::kDuplicate, kept};
    return;
  }
  if (!kept_row.fault) agreeing.push_back(kept);
  for (const RowKey& row : agreeing) verdicts[row] = {IdVerdict::Kind::kConflict, *dissenter};
  for (const RowKey& row : dissenting) verdicts[row] = {IdVerdict::Kind::kConflict, kept};
}

}  // namespace

std::map<RowKey, IdVerdict> judge_ids(std::span<const RowReader> readers) {
  std::map<RowKey, IdVerdict> verdicts;
  for (const std::vector<RowKey>& rows : rows_sharing_ids(readers)) judge(readers, rows, verdicts);
  return verdicts;
}

}  // namespace ae::ingest
