#include "ae/report/coverage_document.h"

#include "ae/report/definition.h"
#include "ae/report/labels.h"
#include "ae/report/playbook_place.h"

namespace ae::report {
namespace {

using doc::Cell;
using doc::Column;
using doc::KeyFigure;
using doc::Multiple;
using doc::Value;

Cell status_cell(const std::optional<CoverageStatus>& status) {
  return status ? Cell(Value(Message(name(*status))), mood(status)) : Cell();
}

/// "3.00× or more", "4.00–5.00×".
Message target_words(const CoverageFigures& coverage) {
  const std::string low = to_decimal(coverage.target_low.units() / 100, 2);
  if (!coverage.target_high) return Message{Text{"{low}× or more", "{low}× 及以上"}}.with("low", low);
  return Message{Text{"{low}–{high}×", "{low}–{high}×"}}
      .with("low", low)
      .with("high", to_decimal(coverage.target_high->units() / 100, 2));
}

template <typename Member>
std::optional<doc::Basis> basis(const CoverageFigures& coverage, Member CoverageFigures::* member,
                                std::int64_t rows_in) {
  return doc::Basis{definition(member), rows_in, coverage.rows - rows_in};
}

doc::KeyFigures key_figures(const CoverageFigures& coverage) {
  const std::int64_t in_period = coverage.open_in_period_count;
  doc::KeyFigures figures;
  figures.figures = {
      KeyFigure{Text{"Quota", "配额"}, doc::cell(coverage.quota), {}, std::nullopt},
      KeyFigure{Text{"Won in the period", "本期赢单"}, doc::cell(coverage.won_in_period),
                deals(coverage.won_in_period_count),
                basis(coverage, &CoverageFigures::won_in_period, coverage.won_in_period_count)},
      KeyFigure{Text{"Remaining quota", "剩余配额"},
                doc::cell(coverage.remaining_quota),
                {},
                basis(coverage, &CoverageFigures::remaining_quota, coverage.won_in_period_count)},
      KeyFigure{Text{"Open, closing in the period", "本期预计成交"}, doc::cell(coverage.open_in_period),
                deals(in_period), basis(coverage, &CoverageFigures::open_in_period, in_period)},
      KeyFigure{Text{"Of these overdue", "其中逾期"},
                Cell(doc::cell(coverage.overdue.amount).value,
                     coverage.overdue.count > 0 ? doc::Mood::kWarning : doc::Mood::kNeutral),
                deals(coverage.overdue.count),
                basis(coverage, &CoverageFigures::overdue, coverage.overdue.count)}};
  return figures;
}

doc::Table three_forms(const CoverageFigures& coverage) {
  doc::Table table;
  table.columns = {Column{Text{"Coverage", "覆盖度"}, {}}, Column{Text{"Multiple", "倍数"}, {}},
                   Column{Text{"Target", "目标"}, {}}, Column{Text{"Status", "状态"}, {}},
                   Column{Text{"Definition", "定义"}, {}}};
  const auto row = [&](Text label, const std::optional<Ratio>& value,
                       const std::optional<CoverageStatus>& status, Text how) {
    table.rows.push_back({Value(Message(label)), doc::cell(doc::multiple(value), mood(status)),
                          Value(target_words(coverage)), status_cell(status), Value(Message(how))});
  };
  row(Text{"Total", "总计"}, coverage.total, coverage.status, definition(&CoverageFigures::total));
  row(Text{"In the period", "本期"}, coverage.in_period, coverage.in_period_status,
      definition(&CoverageFigures::in_period));
  row(Text{"Remaining", "剩余"}, coverage.remaining, coverage.remaining_status,
      definition(&CoverageFigures::remaining));
  return table;
}

doc::Table categories(const CoverageFigures& coverage) {
  doc::Table table;
  table.columns = {Column{Text{"Or better", "该类别及以上"}, {}},
                   Column{Text{"Open pipeline", "未结商机"},
                          doc::Basis{definition(&CategoryCoverage::amount_or_better), coverage.open_count,
                                     coverage.rows - coverage.open_count}},
                   Column{Text{"Multiple", "倍数"}, {}}, Column{Text{"Minimum", "下限"}, {}},
                   Column{Text{"Status", "状态"}, {}}};
  for (const CategoryCoverage& row : coverage.by_category) {
    table.rows.push_back({Value(Message(name(row.category))), doc::cell(row.amount_or_better),
                          doc::cell(doc::multiple(row.multiple), mood(row.status)),
                          Value(Multiple{row.minimum}), status_cell(row.status)});
  }
  return table;
}

}  // namespace

doc::Mood mood(const std::optional<CoverageStatus>& status) {
  if (!status) return doc::Mood::kNeutral;
  return *status == CoverageStatus::kBelow ? doc::Mood::kBad : doc::Mood::kGood;
}

Text name(CoverageStatus status) {
  static constexpr Text kNames[] = {
      {"below target", "低于目标"}, {"on target", "达标"}, {"above target", "高于目标"}};
  return kNames[static_cast<std::size_t>(status)];
}

Text name(Phase phase) {
  static constexpr Text kNames[] = {{"early", "期初"}, {"mid", "期中"}, {"late", "期末"}};
  return kNames[static_cast<std::size_t>(phase)];
}

doc::Section coverage_section(const CoverageFigures& coverage) {
  doc::Section section{"coverage", Text{"Coverage", "覆盖度"}, {}};
  if (!coverage.one_currency) {
    section.blocks.emplace_back(doc::Paragraph{
        Text{"Amounts stand in several currencies: give dated rates with --rates FILE to see coverage.",
             "金额涉及多个币种：请用 --rates 文件 提供带日期的汇率，以查看覆盖度。"}});
  } else if (!coverage.quota) {
    section.blocks.emplace_back(doc::Paragraph{
        Text{"No quota for the period: give one with --quota AMOUNT or --quotas FILE to see coverage.",
             "本期没有配额：请用 --quota 金额 或 --quotas 文件 提供，以查看覆盖度。"}});
  }
  if (coverage.total) {
    section.blocks.emplace_back(doc::Gauge{
        Text{"Total coverage", "总覆盖度"}, Multiple{*coverage.total}, Multiple{coverage.target_low},
        doc::multiple(coverage.target_high), mood(coverage.status),
        Message{Text{"All open pipeline ÷ quota; target {target} in the {phase} third of the period",
                     "全部未结商机 ÷ 配额；{phase}目标 {target}"}}
            .with("target", target_words(coverage))
            .with("phase", Message(name(coverage.phase)))});
  }
  section.blocks.emplace_back(key_figures(coverage));
  if (!coverage.quota) return section;
  section.blocks.emplace_back(three_forms(coverage));
  section.blocks.emplace_back(categories(coverage));
  const std::int64_t in_period = coverage.open_in_period_count;
  section.explained = {
      {Text{"Total", "总计"}, *basis(coverage, &CoverageFigures::total, coverage.open_count)},
      {Text{"In the period", "本期"}, *basis(coverage, &CoverageFigures::in_period, in_period)},
      {Text{"Remaining", "剩余"}, *basis(coverage, &CoverageFigures::remaining, in_period)}};
  return section;
}

doc::Document CoverageReport::render(const CoverageFigures& output, const Scope&) {
  doc::Document document{kInfo.title, {}, {coverage_section(output)}};
  if (findings(output) > 0)
    document.sections.back().blocks.emplace_back(playbook_place::what_to_do(playbook_place::kLowCoverage));
  return document;
}

}  // namespace ae::report
