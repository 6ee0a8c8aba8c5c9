#include "ae/doc/document.h"

namespace ae::doc {
namespace {

/// Adds a row to the table for every figure of one section that has a basis.
class SectionExplainer {
 public:
  SectionExplainer(Table& table, const Section& section) : table_(table), section_(section) {}

  void explain() {
    for (const Block& block : section_.blocks) explain(block);
    for (const Explained& each : section_.explained) explain(each.figure, each.basis);
  }

 private:
  void explain(const Block& block) {
    if (const auto* figures = std::get_if<KeyFigures>(&block)) {
      for (const KeyFigure& figure : figures->figures) explain(figure.label, figure.basis);
    }
    if (const auto* shown = std::get_if<Table>(&block)) {
      for (const Column& column : shown->columns) explain(column.label, column.basis);
    }
  }

  void explain(const Message& figure, const std::optional<Basis>& basis) {
    if (!basis) return;
    Message full = Message{Text{"{section}: {figure}", "{section}：{figure}"}}
                       .with("section", section_.title)
                       .with("figure", figure);
    table_.rows.push_back({Value(std::move(full)), Value(basis->definition), Value(Count{basis->rows_in}),
                           Value(Count{basis->rows_out})});
  }

  Table& table_;
  const Section& section_;
};

}  // namespace

std::optional<Section> explanation(const Document& document) {
  Table table;
  table.columns = {{Text{"Figure", "指标"}, {}},
                   {Text{"How it is made", "计算方法"}, {}},
                   {Text{"Rows in", "计入行数"}, {}},
                   {Text{"Rows out", "未计入行数"}, {}}};
  for (const Section& section : document.sections) SectionExplainer(table, section).explain();
  if (table.rows.empty()) return std::nullopt;
  return Section{"explain", Text{"How each figure is made", "各项指标的计算方法"}, {std::move(table)}, {}};
}

}  // namespace ae::doc
