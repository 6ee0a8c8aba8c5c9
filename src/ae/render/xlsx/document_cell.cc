#include "ae/render/xlsx/document_cell.h"

#include <algorithm>

#include "ae/render/csv_cell.h"
#include "ae/render/width.h"
#include "ae/render/words.h"
#include "ae/render/wrap.h"
#include "ae/render/xlsx/xml_text.h"

namespace ae::render::spreadsheet {
namespace {

Style styled(const char* format, Look look, doc::Mood mood) { return {format, look, mood, false, false}; }

struct Writer {
  WorkbookWriter& workbook;
  const CellWords& texts;
  Look look;
  doc::Mood mood;

  void operator()(std::monostate) const {
    workbook.blank(styled(formats::kGeneral, look, doc::Mood::kNeutral));
  }
  void operator()(const doc::Count& count) const {
    workbook.number(std::to_string(count.value), styled(formats::kCount, look, mood));
  }
  void operator()(const Money& money) const {
    workbook.number(money.str(), {money_format(money.currency), look, mood, false, false});
  }
  void operator()(const doc::Percent& percent) const {
    workbook.number(percent.value.str(), styled(formats::kPercent, look, mood));
  }
  void operator()(const doc::Multiple& multiple) const {
    workbook.number(multiple.value.str(), styled(formats::kMultiple, look, mood));
  }
  void operator()(const Days& days) const { workbook.number(days.str(), styled(formats::kDays, look, mood)); }
  void operator()(const Date& date) const { write_date(workbook, date, styled(formats::kDate, look, mood)); }
  void operator()(const Message& message) const {
    Style style = styled(formats::kText, look, mood);
    style.wraps = true;
    write_words(workbook, words(message, texts.languages, " "), style, texts.cells);
  }
};

}  // namespace

std::string CellWords::of(const Message& message, std::string_view between) const {
  return cell_words(words(message, languages, between), cells);
}

void write_cell(WorkbookWriter& workbook, const doc::Cell& cell, Look look, const CellWords& words) {
  std::visit(Writer{workbook, words, look, cell.mood}, cell.value);
}

void write_words(WorkbookWriter& workbook, std::string_view text, Style style, CsvCells cells) {
  style.is_quoted = cells == CsvCells::kSafe && is_formula_like(text);
  workbook.words(cell_words(text, cells), style);
}

void write_date(WorkbookWriter& workbook, Date date, const Style& style) {
  static const Date kEpoch = *Date::from_ymd(1899, 12, 30);
  static const Date kFirst = *Date::from_ymd(1900, 3, 1);  // Excel has a 1900-02-29 before it
  if (date.is_none()) {
    workbook.blank(style);
  } else if (date < kFirst) {
    workbook.words(date.iso(), style);
  } else {
    workbook.number(std::to_string(date - kEpoch), style);
  }
}

double width_of(const doc::Cell& cell, const CellWords& texts) {
  constexpr std::size_t kWidest = 60;
  constexpr std::size_t kSign = 2;
  const std::size_t sign = cell.mood == doc::Mood::kNeutral ? 0 : kSign;
  return static_cast<double>(std::min(display_width(words(cell, texts.languages)) + sign, kWidest));
}

std::optional<double> height_of_lines(std::size_t lines) {
  constexpr double kLine = 15;
  constexpr double kTallest = 409;  // Excel has no taller row
  if (lines <= 1) return std::nullopt;
  return std::min(kLine * static_cast<double>(lines), kTallest);
}

std::size_t lines_in(std::string_view words, double column_width) {
  const auto columns = static_cast<std::size_t>(std::max(column_width - 1, 1.0));
  std::size_t lines = 0;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find('\n', at), words.size());
    lines += std::max<std::size_t>(1, wrap(words.substr(at, end - at), columns).size());
    at = end + 1;
  }
  return lines;
}

}  // namespace ae::render::spreadsheet
