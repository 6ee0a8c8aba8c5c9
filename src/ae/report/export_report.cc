#include "ae/report/export_report.h"

namespace ae::report {
namespace {

using doc::Column;
using doc::Count;
using doc::Value;

Message stage_label(const ExportStage& row) {
  if (!row.stage) return Text{"(no stage)", "（无阶段）"};
  const Stage stage = enumerator_of_key<Stage>(*row.stage);
  return stage < Stage::kUnknown ? Message(name(stage)) : Message::verbatim(*row.stage);
}

ExportCurrency figures_of(Currency currency, const StateTotals::PerCurrency& totals, Figures& figures) {
  DealSum all = totals.open.deals;
  all.merge(totals.won);
  all.merge(totals.lost);
  ExportCurrency row;
  if (!currency.is_none()) row.currency = currency.code();
  row.count = all.count;
  row.amount = figures.money(all.amount);
  row.open_count = totals.open.deals.count;
  row.open_amount = figures.money(totals.open.deals.amount);
  row.open_weighted = figures.weighted(totals.open.weighted);
  return row;
}

doc::Section currencies(const ExportFigures& output) {
  doc::Table table;
  table.columns = {Column{Text{"Currency", "币种"}, {}},        Column{Text{"Deals", "商机数"}, {}},
                   Column{Text{"Amount", "金额"}, {}},          Column{Text{"Open deals", "未结商机数"}, {}},
                   Column{Text{"Open amount", "未结金额"}, {}}, Column{Text{"Weighted", "加权金额"}, {}}};
  for (const ExportCurrency& row : output.by_currency) {
    table.rows.push_back(
        {Value(row.currency ? Message::verbatim(*row.currency) : Message(Text{"(none named)", "（未指明）"})),
         Value(Count{row.count}), doc::cell(row.amount), Value(Count{row.open_count}),
         doc::cell(row.open_amount), doc::cell(row.open_weighted)});
  }
  return {"currencies", Text{"Totals", "合计"}, {table}, {}};
}

doc::Section stages(const ExportFigures& output) {
  doc::Table table;
  table.columns = {Column{Text{"Stage", "阶段"}, {}}, Column{Text{"Deals", "商机数"}, {}}};
  for (const ExportStage& row : output.by_stage)
    table.rows.push_back({Value(stage_label(row)), Value(Count{row.count})});
  return {"stages", Text{"Stages", "阶段"}, {table}, {}};
}

}  // namespace

void ExportReport::Partial::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  totals.add(ChunkDeals(chunk, scope));
  const table::TextColumn& names = chunk.text(OpportunityField::kStage);
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    if (chunk.stage[row] == Stage::kUnknown) {
      ++unknown[std::string(names.at(row))];
    } else {
      ++known[chunk.stage[row]];
    }
  }
}

void ExportReport::Partial::merge(const Partial& other) {
  totals.merge(other.totals);
  for (const Stage stage : enumerators<Stage>()) known[stage] += other.known[stage];
  for (const auto& [name, count] : other.unknown) unknown[name] += count;
}

Result<ExportFigures> ExportReport::finalize(const Partial& partial, const Scope&, std::vector<Note>&) {
  ExportFigures result;
  for (const auto& [currency, totals] : partial.totals.currencies()) {
    Figures figures(currency);
    result.by_currency.push_back(figures_of(currency, totals, figures));
    AE_TRY_VOID(figures.check());
    result.count += result.by_currency.back().count;
    result.open_count += result.by_currency.back().open_count;
  }
  for (const Stage stage : enumerators<Stage>()) {
    if (stage != Stage::kUnknown) result.by_stage.push_back({std::string(key(stage)), partial.known[stage]});
  }
  for (const auto& [name, count] : partial.unknown) {
    result.by_stage.push_back({name.empty() ? std::nullopt : std::optional(name), count});
  }
  return result;
}

doc::Document ExportReport::render(const ExportFigures& output, const Scope&) {
  return {kInfo.title, {}, {currencies(output), stages(output)}};
}

std::int64_t ExportReport::findings(const ExportFigures&) { return 0; }

}  // namespace ae::report
