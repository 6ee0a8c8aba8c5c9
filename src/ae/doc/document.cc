#include "ae/doc/document.h"

namespace ae::doc {
namespace {

void explain(Table& table, const Message& figure, const Basis& basis) {
  table.rows.push_back(
      {Value(figure), Value(basis.definition), Value(Count{basis.rows_in}), Value(Count{basis.rows_out})});
}

void explain(Table& table, const Message& figure, const std::optional<Basis>& basis) {
  if (basis) explain(table, figure, *basis);
}

void explain(Table& table, const Block& block) {
  if (const auto* figures = std::get_if<KeyFigures>(&block)) {
    for (const KeyFigure& figure : figures->figures) explain(table, figure.label, figure.basis);
  }
  if (const auto* shown = std::get_if<Table>(&block)) {
    for (const Column& column : shown->columns) explain(table, column.label, column.basis);
  }
}

}  // namespace

std::optional<Section> explanation(const Document& document) {
  Table table;
  table.columns = {{Text{"Figure", "指标"}, {}},
                   {Text{"How it is made", "计算方法"}, {}},
                   {Text{"Rows in", "计入行数"}, {}},
                   {Text{"Rows out", "未计入行数"}, {}}};
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) explain(table, block);
    for (const Explained& each : section.explained) explain(table, each.figure, each.basis);
  }
  if (table.rows.empty()) return std::nullopt;
  return Section{"explain", Text{"How each figure is made", "各项指标的计算方法"}, {std::move(table)}};
}

}  // namespace ae::doc
