#include "ae/ingest/identity.h"

#include <algorithm>
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

/// The judgement of one group.
class Group {
 public:
  Group(std::span<const RowReader> readers, const std::vector<RowKey>& rows)
      : readers_(readers), rows_(rows) {
    for (const RowKey& row : rows) read_.push_back(readers[row.source].read(row.record));
  }

  void judge(std::map<RowKey, IdVerdict>& verdicts) const {
    const bool same = all_agree();
    const std::size_t kept = fullest();
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (same && row != kept) verdicts[rows_[row]] = {IdVerdict::Kind::kDuplicate, rows_[kept]};
      if (!same && !read_[row].fault)
        verdicts[rows_[row]] = {IdVerdict::Kind::kConflict, rows_[opponent(row)]};
    }
  }

 private:
  const Sheet& sheet(std::size_t row) const { return readers_[rows_[row].source].sheet(); }

  bool agree(std::size_t a, std::size_t b) const {
    if (read_[a].fault || read_[b].fault) return false;
    const auto all = enumerators<OpportunityField>();
    return std::all_of(all.begin(), all.end(), [&](OpportunityField field) {
      const bool both_have_it = sheet(a).map.has(field) && sheet(b).map.has(field);
      return !both_have_it || agree_on(field, read_[a].row, read_[b].row);
    });
  }

  bool all_agree() const {
    const std::size_t kept = fullest();
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (row != kept && !agree(row, kept)) return false;
    }
    return true;
  }

  std::size_t fullest() const {
    std::size_t best = 0;
    for (std::size_t row = 1; row < rows_.size(); ++row) {
      if (sheet(row).map.fields().count() > sheet(best).map.fields().count()) best = row;
    }
    return best;
  }

  /// The first row that says something else than `row`, else the first other one.
  std::size_t opponent(std::size_t row) const {
    for (std::size_t other = 0; other < rows_.size(); ++other) {
      if (other != row && !agree(row, other)) return other;
    }
    return row == 0 ? 1 : 0;
  }

  std::span<const RowReader> readers_;
  const std::vector<RowKey>& rows_;
  std::vector<ReadRow> read_;
};

}  // namespace

std::map<RowKey, IdVerdict> judge_ids(std::span<const RowReader> readers) {
  std::map<RowKey, IdVerdict> verdicts;
  for (const std::vector<RowKey>& rows : rows_sharing_ids(readers)) Group(readers, rows).judge(verdicts);
  return verdicts;
}

}  // namespace ae::ingest
