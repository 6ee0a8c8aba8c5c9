#include "ae/ingest/identity.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

/// A live row by a hash of its id.
struct HashedRow {
  std::uint64_t hash = 0;
  RowKey row;
};

/// The rows with ids whose hash stands more than once, sorted by hash and then in the order of reading.
std::vector<HashedRow> rows_sharing_hashes(std::span<const RowReader> readers) {
  std::vector<HashedRow> rows;
  for (std::size_t source = 0; source < readers.size(); ++source) {
    const Sheet& sheet = readers[source].sheet();
    if (!sheet.map.has(OpportunityField::kId)) continue;
    for (std::size_t record = 0; record < sheet.records.size(); ++record) {
      if (sheet.shapes[record] != RowShape::kLive) continue;
      const std::string_view id = sheet.cell(record, OpportunityField::kId);
      if (!is_missing(id)) rows.push_back({std::hash<std::string_view>{}(id), {source, record}});
    }
  }
  std::sort(rows.begin(), rows.end(), [](const HashedRow& a, const HashedRow& b) {
    return std::tie(a.hash, a.row) < std::tie(b.hash, b.row);
  });
  const auto alone = [&](std::size_t at) {
    return (at == 0 || rows[at - 1].hash != rows[at].hash) &&
           (at + 1 == rows.size() || rows[at + 1].hash != rows[at].hash);
  };
  std::vector<HashedRow> shared;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (!alone(at)) shared.push_back(rows[at]);
  }
  return shared;
}

/// The rows of each id that stands more than once, in the order of reading.
std::vector<std::vector<RowKey>> rows_sharing_ids(std::span<const RowReader> readers) {
  std::map<std::string_view, std::vector<RowKey>> rows_of_id;
  for (const HashedRow& hashed : rows_sharing_hashes(readers)) {
    const RowKey& row = hashed.row;
    rows_of_id[readers[row.source].sheet().cell(row.record, OpportunityField::kId)].push_back(row);
  }
  std::vector<std::vector<RowKey>> groups;
  for (auto& [id, rows] : rows_of_id) {
    if (rows.size() > 1) groups.push_back(std::move(rows));
  }
  return groups;
}

bool agree_on(OpportunityField field, const table::OpportunityRow& a, const table::OpportunityRow& b) {
  switch (kind(field)) {
    case FieldKind::kText:
    case FieldKind::kNumber:
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
