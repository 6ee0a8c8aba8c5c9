#include "ae/ingest/chunk_builder.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;

class Builder {
 public:
  Builder(std::span<const RowReader> readers, const std::map<RowKey, IdVerdict>& verdicts, std::size_t source)
      : readers_(readers),
        verdicts_(verdicts),
        source_(source),
        sheet_(readers[source].sheet()),
        built_(sheet_.map.fields()) {
    for (const std::size_t column : sheet_.map.attributes)
      built_.chunk.attributes.push_back({sheet_.map.headers[column], {}});
  }

  void add(std::size_t record) {
    switch (sheet_.shapes[record]) {
      case RowShape::kHeader:
      case RowShape::kLeftOut:
      case RowShape::kBlank:
        return;
      case RowShape::kDeleted:
        ++built_.deleted;
        return;
      case RowShape::kTooShort:
      case RowShape::kTooLong:
        ++built_.rows;
        set_apart_for_width(record);
        return;
      case RowShape::kUnrepaired:
        ++built_.rows;
        set_apart(record, {kCount, Text{"ae_surplus is filled: put its cells in their columns and empty it",
                                        "ae_surplus 列不为空：请将其中的单元格放回各列并清空此格"}});
        return;
      case RowShape::kLive:
        ++built_.rows;
        add_live(record);
        return;
    }
  }

  BuiltChunk finish() { return std::move(built_); }

 private:
  void add_live(std::size_t record) {
    const RowKey key{source_, record};
    if (const auto verdict = verdicts_.find(key); verdict != verdicts_.end()) {
      if (verdict->second.kind == IdVerdict::Kind::kDuplicate) {
        ++built_.duplicates;
      } else {
        set_apart(record, {kId, conflict_with(verdict->second.other)});
      }
      return;
    }
    const ReadRow read = readers_[source_].read(record);
    if (read.fault) {
      set_apart(record, *read.fault);
      return;
    }
    const bool stage_unknown = read.row.stage == Stage::kUnknown && sheet_.map.has(kStage);
    const auto place_of = [&](OpportunityField field) {
      return [this, record, field] { return sheet_.place(record, field); };
    };
    if (stage_unknown) built_.stages.add(read.row.texts[kStage], key, place_of(kStage));
    if (read.category_unknown)
      built_.categories.add(sheet_.cell(record, kForecastCategory), key, place_of(kForecastCategory));
    if (read.probability_passed_over)
      built_.probabilities.add(sheet_.cell(record, kProbability), key, place_of(kProbability));
    built_.chunk.append(read.row);
    ++built_.kept;
    add_attributes(record);
  }

  void add_attributes(std::size_t record) {
    const std::span<const csv::Cell> cells = sheet_.records[record];
    for (std::size_t at = 0; at < sheet_.map.attributes.size(); ++at) {
      const std::size_t column = sheet_.map.attributes[at];
      built_.chunk.attributes[at].words.append(column < cells.size() ? trimmed(cells[column].text)
                                                                     : std::string_view());
    }
  }

  Message conflict_with(const RowKey& other) const {
    const Sheet& sheet = readers_[other.source].sheet();
    return Message{Text{"the id stands again with other values, in line {line} of {file}",
                        "同一编号在 {file} 第 {line} 行另有不同内容"}}
        .with("line", std::to_string(sheet.records.line(other.record)))
        .with("file", sheet.name);
  }

  void set_apart(std::size_t record, const Fault& fault) {
    if (fault.field == kCount) {  // the row as a whole
      built_.quarantine.push_back({{sheet_.name, sheet_.records.line(record), 0},
                                   "",
                                   "",
                                   fault.reason,
                                   readers_[source_].amount_at_stake(record),
                                   source_,
                                   record});
      return;
    }
    built_.quarantine.push_back({sheet_.place(record, fault.field), std::string(key(fault.field)),
                                 std::string(sheet_.cell(record, fault.field)), fault.reason,
                                 readers_[source_].amount_at_stake(record), source_, record});
  }

  void set_apart_for_width(std::size_t record) {
    const std::span<const csv::Cell> cells = sheet_.records[record];
    const std::size_t expected = sheet_.map.headers.size();
    const std::size_t wrong = std::min(cells.size() - 1, expected);  // the last, or the first one too many
    const Message reason = Message{Text{"cells in the row: {cells}, columns in the header: {expected}",
                                        "该行有 {cells} 格，而表头有 {expected} 列"}}
                               .with("cells", static_cast<std::int64_t>(cells.size()))
                               .with("expected", static_cast<std::int64_t>(expected));
    built_.quarantine.push_back({sheet_.records.place(sheet_.name, record, wrong), "",
                                 std::string(cells[wrong].text), reason,
                                 readers_[source_].amount_at_stake(record), source_, record});
  }

  std::span<const RowReader> readers_;
  const std::map<RowKey, IdVerdict>& verdicts_;
  std::size_t source_;
  const Sheet& sheet_;
  BuiltChunk built_;
};

}  // namespace

void UnknownNames::merge(const UnknownNames& other) {
  for (const auto& [name, theirs] : other.names) {
    Seen& ours = names.emplace(name, Seen{0, theirs.first, theirs.place}).first->second;
    ours.rows += theirs.rows;
    if (theirs.first < ours.first) std::tie(ours.first, ours.place) = std::tie(theirs.first, theirs.place);
  }
}

std::vector<std::pair<std::string, UnknownNames::Seen>> UnknownNames::in_order() const {
  std::vector<std::pair<std::string, Seen>> ordered(names.begin(), names.end());
  std::sort(ordered.begin(), ordered.end(),
            [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
  return ordered;
}

BuiltChunk build_chunk(std::span<const RowReader> readers, const std::map<RowKey, IdVerdict>& verdicts,
                       const RecordRange& range) {
  Builder builder(readers, verdicts, range.source);
  for (std::size_t record = range.first; record < range.last; ++record) builder.add(record);
  return builder.finish();
}

}  // namespace ae::ingest
