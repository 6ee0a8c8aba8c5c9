#include "ae/render/xlsx/row_sheet.h"

#include <algorithm>

#include "ae/render/width.h"

namespace ae::render::spreadsheet {
namespace {

/// Of an amount whose row names no currency: as many decimals as it is written with.
std::string bare_money_format(std::string_view amount) {
  const std::size_t point = amount.find('.');
  if (point == std::string_view::npos) return "#,##0";
  return "#,##0." + std::string(amount.size() - point - 1, '0');
}

class RowSheet {
 public:
  RowSheet(WorkbookWriter& workbook, std::string_view name, const RowTable& rows, CsvCells cells)
      : workbook_(workbook), name_(name), rows_(rows), cells_(cells) {
    begin();
  }

  void add(const std::vector<std::string>& record) {
    if (!workbook_.has_room()) {
      end();
      begin();
    }
    const Currency currency = currency_of(record);
    workbook_.begin_row();
    for (std::size_t index = 0; index < record.size() && index < kMostColumns; ++index)
      write(record[index], holds(index), currency);
    workbook_.end_row();
  }

  void end() {
    SheetEnd end;
    if (workbook_.rows() > 1) end.filter = Area{0, 0, workbook_.rows() - 1, rows_.header.size() - 1};
    workbook_.end_sheet(end);
  }

 private:
  RowCell holds(std::size_t index) const {
    return index < rows_.holds.size() ? rows_.holds[index] : RowCell::kText;
  }

  void begin() {
    SheetFrame frame{std::string(name_), {}, true};
    for (std::size_t index = 0; index < rows_.header.size(); ++index) {
      const double usual = holds(index) == RowCell::kText ? 20 : holds(index) == RowCell::kAmount ? 18 : 13;
      frame.widths.push_back(std::max(usual, static_cast<double>(display_width(rows_.header[index])) + 4));
    }
    workbook_.begin_sheet(frame);
    workbook_.begin_row();
    for (std::size_t index = 0; index < rows_.header.size(); ++index) {
      const bool number = holds(index) == RowCell::kAmount || holds(index) == RowCell::kShare;
      write_words(workbook_, rows_.header[index],
                  {formats::kText, number ? Look::kNumberHeader : Look::kHeader, {}, false, false}, cells_);
    }
    workbook_.end_row();
  }

  Currency currency_of(const std::vector<std::string>& record) const {
    for (std::size_t index = 0; index < record.size(); ++index) {
      if (holds(index) == RowCell::kCurrency) return Currency::from_code(record[index]).value_or(Currency());
    }
    return {};
  }

  void write(const std::string& text, RowCell holds, Currency currency) {
    if (text.empty()) {
      workbook_.blank();
      return;
    }
    switch (holds) {
      case RowCell::kAmount:
        workbook_.number(text, {currency.is_none() ? bare_money_format(text) : money_format(currency)});
        return;
      case RowCell::kShare:
        workbook_.number(text, {formats::kShare});
        return;
      case RowCell::kDate:
        write_date(workbook_, Date::from_iso(text).value_or(Date()), {formats::kDate});
        return;
      case RowCell::kTruth:
        workbook_.truth(text == "true", {});
        return;
      case RowCell::kText:
      case RowCell::kCurrency:
        write_words(workbook_, text, {formats::kText}, cells_);
        return;
    }
  }

  WorkbookWriter& workbook_;
  std::string_view name_;
  const RowTable& rows_;
  CsvCells cells_;
};

}  // namespace

void write_row_sheets(WorkbookWriter& workbook, std::string_view name, const RowTable& rows, CsvCells cells) {
  RowSheet sheet(workbook, name, rows, cells);
  rows.write_rows([&](const std::vector<std::string>& record) { sheet.add(record); });
  sheet.end();
}

}  // namespace ae::render::spreadsheet
