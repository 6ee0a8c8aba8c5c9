#include "ae/report/win_rate_breakdown.h"

#include <algorithm>
#include <cmath>

#include "ae/statistics/false_discovery.h"
#include "ae/statistics/fisher_exact.h"

namespace ae::report {
namespace {

Significance significance_of(double chance) {
  return Significance::of_units(std::llround(chance * static_cast<double>(Significance::kOne)));
}

/// The rows of one dimension, by closed deals, most first, then by value.
std::vector<DimensionFigures> rows_of(OpportunityField dimension,
                                      const std::map<std::string, ClosedDeals>& values) {
  ClosedDeals all;
  for (const auto& [value, deals] : values) all.merge(deals);
  std::vector<DimensionFigures> rows;
  for (const auto& [value, deals] : values) rows.push_back(dimension_figures(dimension, value, deals, all));
  std::stable_sort(rows.begin(), rows.end(), [](const DimensionFigures& a, const DimensionFigures& b) {
    return a.closed() > b.closed();
  });
  return rows;
}

void note_unread(OpportunityField field, std::int64_t unread, std::vector<Note>& notes) {
  if (unread == 0) return;
  notes.push_back({"number_unread",
                   Severity::kWarning,
                   Message{Text{"{field}: {count} closed deals have something else than such a number; they "
                                "are in no row of it",
                                "{field}：{count} 个已关闭商机的取值不是可识别的数值，未计入该维度"}}
                       .with("field", Message{name(field)})
                       .with("count", unread),
                   {}});
}

WinRateVerdict verdict_of(const DimensionFigures& row, double q_value) {
  if (q_value >= kFalseDiscoveryRate) return WinRateVerdict::kNoDifference;
  // won ÷ closed against others_won ÷ others_closed, without dividing
  const bool better = Int128{row.won} * row.others_closed > Int128{row.others_won} * row.closed();
  return better ? WinRateVerdict::kBetter : WinRateVerdict::kWorse;
}

}  // namespace

Note not_a_percent(OpportunityField field) {
  if (field == OpportunityField::kMargin)
    return {"margin_is_money",
            Severity::kWarning,
            Text{"The margin column holds numbers above 100, so it is no percentage: not compared",
                 "毛利率列含大于 100 的数值，不是百分比：未作比较"},
            {}};
  return {"discount_is_money",
          Severity::kWarning,
          Text{"The discount column holds numbers above 100, so it is no percentage: not compared",
               "折扣列含大于 100 的数值，不是百分比：未作比较"},
          {}};
}

DimensionFigures dimension_figures(OpportunityField dimension, const std::string& value,
                                   const ClosedDeals& deals, const ClosedDeals& all) {
  DimensionFigures row;
  static_cast<WinRateFigures&>(row) = win_rate_figures(deals.won.count, deals.lost.count);
  row.dimension = dimension;
  row.value = value;
  row.words = Message::verbatim(value);
  row.deals = deals;
  row.others_won = all.won.count - deals.won.count;
  row.others_closed = all.count() - deals.count();
  return row;
}

void judge(std::vector<DimensionFigures>& rows) {
  std::vector<DimensionFigures*> judged;
  std::vector<double> p_values;
  for (DimensionFigures& row : rows) {
    if (row.closed() < kFewestClosed) continue;
    judged.push_back(&row);
    p_values.push_back(statistics::fisher_exact_two_sided(row.won, row.lost, row.others_won,
                                                          row.others_closed - row.others_won));
  }
  const std::vector<double> q_values = statistics::benjamini_hochberg(p_values);
  for (std::size_t index = 0; index < judged.size(); ++index) {
    judged[index]->p_value = significance_of(p_values[index]);
    judged[index]->q_value = significance_of(q_values[index]);
    judged[index]->verdict = verdict_of(*judged[index], q_values[index]);
  }
}

Text name(WinRateVerdict verdict) {
  static constexpr Text kNames[] = {
      {"too few", "样本太少"}, {"no difference", "无差异"}, {"better", "更好"}, {"worse", "更差"}};
  return kNames[static_cast<std::size_t>(verdict)];
}

const std::vector<OpportunityField>& WinRateBreakdown::default_dimensions() {
  static const std::vector<OpportunityField> fields{
      OpportunityField::kOwner,      OpportunityField::kManager, OpportunityField::kTeam,
      OpportunityField::kSegment,    OpportunityField::kRegion,  OpportunityField::kProduct,
      OpportunityField::kLeadSource, OpportunityField::kType,    OpportunityField::kCompetitor,
      OpportunityField::kDiscount,   OpportunityField::kPushes,  OpportunityField::kContacts};
  return fields;
}

void WinRateBreakdown::add(const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const std::vector<OpportunityField>& by = deals.scope().by;
  for (const OpportunityField field : by.empty() ? default_dimensions() : by) {
    if (!chunk.has(field)) continue;
    if (kind(field) == FieldKind::kNumber) {
      add_numbers(field, deals);
    } else {
      add_words(field, deals);
    }
  }
}

void WinRateBreakdown::add_words(OpportunityField field, const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const table::TextColumn& column = chunk.text(field);
  ByWord<ClosedDeals>::Finder values(dimensions_[field], column);
  for_each_closed(deals, [&](std::uint32_t row, DealSum ClosedDeals::* side) {
    const std::uint32_t code = column.code(row);
    if (code != table::TextColumn::kEmpty) (values[code].*side).add(chunk, row);
  });
}

void WinRateBreakdown::add_numbers(OpportunityField field, const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  std::map<std::uint32_t, DealsByWords>& sources = numbers_[field];
  const table::TextColumn& column = chunk.text(field);
  std::map<std::uint32_t, std::vector<ClosedDeals*>> deals_of_code;
  for_each_closed(deals, [&](std::uint32_t row, DealSum ClosedDeals::* side) {
    const std::uint32_t code = column.code(row);
    if (code == table::TextColumn::kEmpty) return;
    std::vector<ClosedDeals*>& of_source = deals_of_code[chunk.source[row]];
    of_source.resize(column.distinct());
    ClosedDeals*& of_word = of_source[code];
    if (of_word == nullptr) of_word = &sources[chunk.source[row]][std::string(column.word(code))];
    (of_word->*side).add(chunk, row);
  });
}

void WinRateBreakdown::merge(const WinRateBreakdown& other) {
  for (const auto& [field, values] : other.dimensions_) dimensions_[field].merge(values);
  for (const auto& [field, sources] : other.numbers_) {
    for (const auto& [source, words] : sources) {
      DealsByWords& mine = numbers_[field][source];
      for (const auto& [word, deals] : words) mine[word].merge(deals);
    }
  }
}

std::vector<DimensionFigures> WinRateBreakdown::rows_of_numbers(OpportunityField field, const Policy& policy,
                                                                std::vector<Note>& notes) const {
  const std::vector<NumberBand> bands = bands_of(field, policy);
  std::vector<ClosedDeals> deals(bands.size());
  std::int64_t unread = 0;
  bool not_a_percent = false;
  for (const auto& [source, words] : numbers_.at(field)) {
    const BandedDeals of_source = banded(field, words, policy);
    for (std::size_t band = 0; band < bands.size(); ++band) deals[band].merge(of_source.bands[band]);
    unread += of_source.unread;
    not_a_percent |= of_source.not_a_percent;
  }
  note_unread(field, unread, notes);
  if (not_a_percent) notes.push_back(report::not_a_percent(field));
  ClosedDeals all;
  for (const ClosedDeals& of_band : deals) all.merge(of_band);
  std::vector<DimensionFigures> rows;
  for (std::size_t band = 0; band < bands.size(); ++band) {
    if (deals[band].count() == 0) continue;
    rows.push_back(dimension_figures(field, bands[band].key, deals[band], all));
    rows.back().words = bands[band].words;
  }
  return rows;
}

std::vector<DimensionFigures> WinRateBreakdown::figures(const Policy& policy,
                                                        std::vector<Note>& notes) const {
  std::vector<DimensionFigures> rows;
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    std::vector<DimensionFigures> more;
    if (const auto words = dimensions_.find(field); words != dimensions_.end())
      more = rows_of(field, words->second.values());
    if (numbers_.contains(field)) more = rows_of_numbers(field, policy, notes);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  judge(rows);
  return rows;
}

const std::map<std::string, ClosedDeals>& WinRateBreakdown::of(OpportunityField dimension) const {
  static const std::map<std::string, ClosedDeals> none;
  const auto found = dimensions_.find(dimension);
  return found == dimensions_.end() ? none : found->second.values();
}

}  // namespace ae::report
