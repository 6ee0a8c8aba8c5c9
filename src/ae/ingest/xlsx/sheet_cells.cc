#include "ae/ingest/xlsx/sheet_cells.h"

#include <optional>

#include "ae/ingest/container/unpack_limit.h"
#include "ae/ingest/xlsx/stored_cell.h"
#include "ae/ingest/xlsx/xml_reader.h"

namespace ae::ingest::xlsx {
namespace {

/// Follows the elements of a sheet and fills the grid.
class SheetWalk {
 public:
  SheetWalk(const Workbook& workbook, const std::vector<std::string_view>& strings, csv::GridBuilder& grid)
      : workbook_(workbook), strings_(strings), grid_(grid) {}

  void open(std::string_view element, const Attributes& attributes) {
    if (element == "row") {
      begin_row(attributes);
    } else if (element == "c" && in_row_) {
      begin_cell(attributes);
    } else if (element == "mergeCell") {
      ++facts.merged_ranges;
    } else if (element == "rPh") {
      in_pronunciation_ = true;
    }
    into_ = element == "v" || element == "t" ? &value_ : element == "f" ? &formula_ : nullptr;
    has_formula_ |= element == "f";
  }

  void close(std::string_view element) {
    into_ = nullptr;
    if (element == "rPh") in_pronunciation_ = false;
    if (element == "row") in_row_ = false;
    if (element == "c" && in_row_) put_cell();
  }

  void characters(std::string_view text) {
    if (into_ != nullptr && !in_pronunciation_) *into_ += text;
  }

  SheetFacts facts;
  bool damaged = false;

 private:
  void begin_row(const Attributes& attributes) {
    in_row_ = true;
    row_ = row_of(attributes["r"]).value_or(row_ + 1);
    if (row_ < 1) damaged = true;
    next_column_ = 0;
    const std::string_view hidden = attributes["hidden"];
    if (hidden == "1" || hidden == "true") ++facts.hidden_rows;
    grid_.begin_row(row_);
  }

  void begin_cell(const Attributes& attributes) {
    const std::string_view reference = attributes["r"];
    const auto column = reference.empty() ? std::optional(next_column_) : column_of(reference);
    damaged |= !column || *column >= kMostColumns;
    column_ = column.value_or(0);
    next_column_ = column_ + 1;
    type_ = attributes["t"];
    style_ = index_of(attributes["s"]).value_or(0);
    value_.clear();
    formula_.clear();
    has_formula_ = false;
  }

  void put_cell() {
    if (damaged) return;
    if (type_ == "s" && !value_.empty()) {
      const auto index = index_of(value_);
      damaged |= !index || *index >= strings_.size();
      if (!damaged) grid_.put_kept(column_, strings_[*index]);
    } else {
      const StoredCell cell{type_, style_, value_, formula_, has_formula_};
      if (cell.lacks_value()) ++facts.formulas_without_value;
      grid_.put(column_, text_of_cell(cell, workbook_, made_));
    }
  }

  const Workbook& workbook_;
  const std::vector<std::string_view>& strings_;
  csv::GridBuilder& grid_;
  std::int64_t row_ = 0;
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;
  std::size_t style_ = 0;
  std::string type_;
  std::string value_;
  std::string formula_;
  std::string made_;
  std::string* into_ = nullptr;
  bool in_row_ = false;
  bool in_pronunciation_ = false;
  bool has_formula_ = false;
};

}  // namespace

Result<SheetFacts> read_sheet_cells(ZipArchive& archive, const Workbook& workbook, const std::string& file,
                                    const std::vector<std::string_view>& strings, const std::string& source,
                                    csv::GridBuilder& grid) {
  if (!archive.has(file)) return fail(damaged_file(source, "xlsx"));
  SheetWalk walk(workbook, strings, grid);
  bool too_large = false;
  XmlVisitor visitor;
  visitor.open = [&](std::string_view element, const Attributes& attributes) {
    too_large = too_large || grid.is_mostly_gaps();
    if (!too_large && !walk.damaged) walk.open(element, attributes);
  };
  visitor.close = [&](std::string_view element) {
    if (!too_large) walk.close(element);
  };
  visitor.characters = [&](std::string_view text) { walk.characters(text); };
  AE_TRY_VOID(read_xml(archive, file, source, visitor));
  if (too_large) return fail(too_large_when_unpacked(source));
  if (walk.damaged) return fail(damaged_file(source, "xlsx"));
  return walk.facts;
}

}  // namespace ae::ingest::xlsx
