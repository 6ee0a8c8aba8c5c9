#include "ae/forecast/win_features.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ae::forecast {
namespace {

constexpr char kUnit = '\x1f';
constexpr char kRecord = '\x1e';

/// Words in the names of columns that are filled in at the close or after it.
constexpr std::string_view kLateWords[] = {"clos",   "won",    "lost",  "loss",  "reason", "outcome",
                                           "result", "actual", "durat", "cycle", "invoic", "paid",
                                           "signed", "赢",     "丢",    "输单",  "成交",   "关闭",
                                           "原因",   "结果",   "实际",  "周期",  "回款",   "签约"};

bool late_by_name(const std::string& column) {
  std::string folded;
  for (const char byte : column)
    folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  return std::any_of(std::begin(kLateWords), std::end(kLateWords),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

std::map<std::string, std::string> parted(std::string_view row) {
  std::map<std::string, std::string> features;
  while (!row.empty()) {
    const std::size_t unit = row.find(kUnit);
    const std::size_t record = row.find(kRecord);
    features.emplace(row.substr(0, unit), row.substr(unit + 1, record - unit - 1));
    row.remove_prefix(record + 1);
  }
  return features;
}

void note_left_out(const char* code, Text words, const std::vector<std::string>& columns,
                   std::vector<Note>& notes) {
  if (columns.empty()) return;
  notes.push_back({code,
                   Severity::kInfo,
                   Message{words}.with("columns", fmt::format("{}", fmt::join(columns, ", "))),
                   {}});
}

std::uint32_t code_of(std::vector<std::string>& levels, std::map<std::string, std::uint32_t>& codes,
                      const std::string& value) {
  const auto [found, fresh] = codes.try_emplace(value, static_cast<std::uint32_t>(levels.size()));
  if (fresh) levels.push_back(value);
  return found->second;
}

}  // namespace

const std::vector<OpportunityField>& fields_to_learn_from() {
  static const std::vector<OpportunityField> fields{
      OpportunityField::kAccount,   OpportunityField::kOwner,      OpportunityField::kManager,
      OpportunityField::kTeam,      OpportunityField::kSegment,    OpportunityField::kRegion,
      OpportunityField::kProduct,   OpportunityField::kLeadSource, OpportunityField::kType,
      OpportunityField::kCompetitor};
  return fields;
}

void WinFeatures::add(const FeatureWords& features, DealState state, Date closed) {
  std::string row;
  for (const auto& [column, value] : features) {
    Filled& filled = columns_[std::string(column)];
    if (state == DealState::kOpen) {
      ++filled.open;
      continue;
    }
    Outcomes& of_value = filled.values[std::string(value)];
    ++(state == DealState::kWon ? filled.closed.won : filled.closed.lost);
    ++(state == DealState::kWon ? of_value.won : of_value.lost);
    row.append(column).append(1, kUnit).append(value).append(1, kRecord);
  }
  if (state == DealState::kOpen) {
    ++open_;
    return;
  }
  ++(state == DealState::kWon ? won_ : lost_);
  Outcomes& outcomes = closed_[row][closed];
  ++(state == DealState::kWon ? outcomes.won : outcomes.lost);
}

void WinFeatures::add(const table::OpportunityChunk& chunk) {
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    FeatureWords features;
    for (const OpportunityField field : fields_to_learn_from()) {
      if (!chunk.has(field)) continue;
      const std::string_view words = chunk.text(field).at(row);
      if (!words.empty()) features.emplace(key(field), words);
    }
    for (const table::Attribute& attribute : chunk.attributes) {
      const std::string_view words = attribute.words.at(row);
      if (!words.empty()) features.emplace(attribute.name, words);
    }
    add(features, chunk.state[row], chunk.dates(OpportunityField::kClosedDate)[row]);
  }
}

void WinFeatures::merge(const WinFeatures& other) {
  for (const auto& [row, days] : other.closed_) {
    for (const auto& [day, outcomes] : days) closed_[row][day].add(outcomes);
  }
  for (const auto& [column, filled] : other.columns_) {
    Filled& mine = columns_[column];
    mine.open += filled.open;
    mine.closed.add(filled.closed);
    for (const auto& [value, outcomes] : filled.values) mine.values[value].add(outcomes);
  }
  open_ += other.open_;
  won_ += other.won_;
  lost_ += other.lost_;
}

/// More than 20 values, and fewer than ten closed deals to a value.
bool WinFeatures::names_deals(const Filled& filled) const {
  const auto values = static_cast<std::int64_t>(filled.values.size());
  return values > 20 && values * 10 > filled.closed.won + filled.closed.lost;
}

/// Filled for most closed deals and for hardly an open one; or for one outcome and hardly for the other.
bool WinFeatures::late(const Filled& filled) const {
  const auto hardly = [](std::int64_t part, std::int64_t of) { return part * 20 <= of; };
  const auto often = [](std::int64_t part, std::int64_t of) { return part * 2 >= of; };
  constexpr std::int64_t kFewest = 10;
  const std::int64_t closed = filled.closed.won + filled.closed.lost;
  if (open_ >= kFewest && often(closed, won_ + lost_) && hardly(filled.open, open_)) return true;
  if (won_ < kFewest || lost_ < kFewest) return false;
  return (often(filled.closed.won, won_) && hardly(filled.closed.lost, lost_)) ||
         (often(filled.closed.lost, lost_) && hardly(filled.closed.won, won_));
}

/// At least 98 % of the deals have a value that is nearly always won or nearly always lost.
bool WinFeatures::decides(const Filled& filled) const {
  std::int64_t decided = 0;
  for (const auto& [value, outcomes] : filled.values) {
    const std::int64_t cases = outcomes.won + outcomes.lost;
    if (cases >= 5 && std::min(outcomes.won, outcomes.lost) * 50 <= cases) decided += cases;
  }
  return won_ + lost_ > 20 && decided * 50 >= (won_ + lost_) * 49;
}

FeatureTable WinFeatures::table(std::vector<Note>& notes) const {
  FeatureTable made;
  std::vector<std::string> by_name, by_filling, deciding;
  for (const auto& [column, filled] : columns_) {
    if (filled.values.empty() ||
        (filled.values.size() == 1 && filled.closed.won + filled.closed.lost == won_ + lost_))
      continue;
    if (late_by_name(column)) {
      by_name.push_back(column);
    } else if (late(filled)) {
      by_filling.push_back(column);
    } else if (decides(filled)) {
      deciding.push_back(column);
    } else if (!names_deals(filled)) {
      made.columns.push_back(column);
    }
  }
  note_left_out("leaky_columns",
                Text{"Not learnt from, since their names say that they are filled in at the close: {columns}",
                     "未用于学习（名称表明在关闭时才填写）：{columns}"},
                by_name, notes);
  note_left_out("leaky_columns",
                Text{"Not learnt from, since they are filled only once a deal is closed, or only for one "
                     "outcome: {columns}",
                     "未用于学习（仅在关闭后或仅对一种结果填写）：{columns}"},
                by_filling, notes);
  note_left_out(
      "leaky_columns",
      Text{"Not learnt from, since they decide nearly every deal, as only an outcome does: {columns}",
           "未用于学习（几乎决定每个商机，只有结果才会如此）：{columns}"},
      deciding, notes);
  made.levels.assign(made.columns.size(), {""});
  std::vector<std::map<std::string, std::uint32_t>> codes(made.columns.size(), {{"", 0}});
  std::map<std::vector<std::uint32_t>, std::size_t> place;
  for (const auto& [row, days] : closed_) {
    const std::map<std::string, std::string> features = parted(row);
    std::vector<std::uint32_t> cells(made.columns.size());
    for (std::size_t column = 0; column < made.columns.size(); ++column) {
      const auto value = features.find(made.columns[column]);
      if (value != features.end()) cells[column] = code_of(made.levels[column], codes[column], value->second);
    }
    const auto [found, fresh] = place.try_emplace(cells, made.rows.size());
    if (fresh) {
      made.rows.push_back(cells);
      made.won.push_back(0);
      made.lost.push_back(0);
      made.dated.emplace_back();
    }
    for (const auto& [day, outcomes] : days) {
      const auto won = static_cast<double>(outcomes.won);
      const auto lost = static_cast<double>(outcomes.lost);
      made.won[found->second] += won;
      made.lost[found->second] += lost;
      if (!day.is_none()) made.dated[found->second].push_back({day, won, lost});
    }
  }
  return made;
}

}  // namespace ae::forecast
