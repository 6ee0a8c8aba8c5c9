#include "ae/render/columns.h"

namespace ae::render {
namespace {

/// Remembers whether it has seen words.
class Kinds {
 public:
  void add(const doc::Value& value) {
    any_ = true;
    if (is_words(value) || std::holds_alternative<Date>(value)) words_ = true;
  }
  /// A column in which every figure is missing is still one of figures.
  Holds holds() const { return any_ && !words_ ? Holds::kNumbers : Holds::kWords; }

 private:
  bool any_ = false;
  bool words_ = false;
};

}  // namespace

bool is_words(const doc::Value& value) { return std::holds_alternative<Message>(value); }

const doc::Cell& cell_at(const std::vector<doc::Cell>& row, std::size_t index) {
  static const doc::Cell kBlank;
  return index < row.size() ? row[index] : kBlank;
}

Holds column_holds(const doc::Table& table, std::size_t index) {
  Kinds kinds;
  for (const auto& row : table.rows) kinds.add(cell_at(row, index).value);
  if (table.rows.empty() && table.total) kinds.add(cell_at(*table.total, index).value);
  return kinds.holds();
}

Holds values_hold(const doc::KeyFigures& figures) {
  Kinds kinds;
  for (const doc::KeyFigure& figure : figures.figures) kinds.add(figure.value.value);
  return kinds.holds();
}

}  // namespace ae::render
