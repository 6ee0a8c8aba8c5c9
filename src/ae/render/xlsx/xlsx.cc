#include <algorithm>

#include "ae/base/assert.h"
#include "ae/render/render.h"
#include "ae/render/words.h"
#include "ae/render/xlsx/document_cell.h"
#include "ae/render/xlsx/overview_sheet.h"
#include "ae/render/xlsx/row_sheet.h"
#include "ae/render/xlsx/table_sheet.h"
#include "ae/render/xlsx/xml_text.h"

namespace ae::render {
namespace {

using spreadsheet::CellWords;
using spreadsheet::WorkbookWriter;

/// Of "Rows set apart: in no figure above" what stands before the colon.
std::string_view before_colon(std::string_view words) {
  return words.substr(0, std::min(words.find(": "), words.find("：")));
}

/// In every language where that fits, else in the first.
std::string sheet_name(const Message& title, const CellWords& words) {
  constexpr std::size_t kLongest = 31;  // UTF-16 units
  std::string all;
  std::string first;
  for (const Phrase& phrase : phrases(title, words.languages)) {
    if (!all.empty()) all += ' ';
    all += before_colon(phrase.text);
    if (first.empty()) first = all;
  }
  return spreadsheet::units_of(all) <= kLongest ? all : first;
}

template <typename Block>
std::vector<const Block*> blocks_of(const doc::Section& section) {
  std::vector<const Block*> found;
  for (const doc::Block& block : section.blocks) {
    if (const auto* each = std::get_if<Block>(&block)) found.push_back(each);
  }
  return found;
}

void write_sheets(WorkbookWriter& workbook, const doc::Document& document, const CellWords& words) {
  spreadsheet::write_overview_sheet(workbook, document, words);
  for (const doc::Section& section : document.sections) {
    const std::string name =
        sheet_name(section.title.empty() ? Message::verbatim(section.key) : section.title, words);
    if (spreadsheet::is_prose(section)) spreadsheet::write_prose_sheet(workbook, name, section, words);
    const auto charts = blocks_of<doc::BarChart>(section);
    for (const doc::Table* table : blocks_of<doc::Table>(section)) {
      if (!table->columns.empty()) spreadsheet::write_table_sheet(workbook, name, *table, charts, words);
    }
  }
}

}  // namespace

std::optional<std::string> xlsx(const doc::Document& document, const Languages& languages, CsvCells cells) {
  AE_ASSERT(!languages.empty());
  const CellWords words{languages, cells};
  WorkbookWriter workbook(words.of(document.title), words.of(document.subtitle));
  write_sheets(workbook, document, words);
  return workbook.finish();
}

std::optional<std::string> xlsx(const RowTable& rows, const doc::Document& document,
                                const Languages& languages, CsvCells cells) {
  AE_ASSERT(!languages.empty());
  const CellWords words{languages, cells};
  WorkbookWriter workbook(words.of(document.title), words.of(document.subtitle));
  spreadsheet::write_row_sheets(workbook, sheet_name(Text{"Opportunities", "商机"}, words), rows, cells);
  write_sheets(workbook, document, words);
  return workbook.finish();
}

}  // namespace ae::render
