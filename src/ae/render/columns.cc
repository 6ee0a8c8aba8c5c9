#include "ae/render/columns.h"

namespace ae::render {
namespace {

/// Remembers which kinds of value it has seen.
class Kinds {
 public:
  void add(const doc::Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return;
    (is_words(value) || std::holds_alternative<Date>(value) ? words_ : numbers_) = true;
  }
  Holds holds() const { return numbers_ && !words_ ? Holds::kNumbers : Holds::kWords; }

 private:
  bool words_ = false;
  bool numbers_ = false;
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
