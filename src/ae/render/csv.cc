#include <string_view>

#include "ae/base/assert.h"
#include "ae/render/columns.h"
#include "ae/render/csv_cell.h"
#include "ae/render/labels.h"
#include "ae/render/passage.h"
#include "ae/render/render.h"
#include "ae/render/words.h"

namespace ae::render {
namespace {

constexpr std::string_view kHeader = "section,item,figure,value\r\n";

/// The long table as it grows.
class Sheet {
 public:
  Sheet(const Languages& languages, CsvCells cells) : languages_(languages), cells_(cells), bytes_(kHeader) {}

  void begin_section(const doc::Section& section) { section_ = text(section.key); }

  void add(const Message& item, const Message& figure, const doc::Value& value) {
    add(value_of(item), figure, value);
  }
  void add(const doc::Value& item, const Message& figure, const doc::Value& value) {
    bytes_ += section_ + "," + field(item) + "," + field(value_of(figure)) + "," + field(value) + "\r\n";
  }

  std::string take() { return std::move(bytes_); }

 private:
  static doc::Value value_of(const Message& message) {
    return message.empty() ? doc::Value() : doc::Value(message);
  }

  std::string field(const doc::Value& value) const {
    const std::string plain_value = plain(value, languages_);
    return is_words(value) ? text(plain_value) : csv_cell(plain_value, CsvCells::kRaw);
  }

  std::string text(std::string_view words) const { return csv_cell(words, cells_); }

  const Languages& languages_;
  CsvCells cells_;
  std::string section_;
  std::string bytes_;
};

void write(Sheet& sheet, const doc::KeyFigures& figures) {
  for (const doc::KeyFigure& figure : figures.figures) {
    sheet.add(Message(), figure.label, figure.value.value);
    if (!figure.detail.empty()) sheet.add(figure.label, labels::kDetail, figure.detail);
  }
}

void write_row(Sheet& sheet, const doc::Table& table, const doc::Value& item,
               const std::vector<doc::Cell>& row) {
  for (std::size_t index = 1; index < table.columns.size(); ++index) {
    sheet.add(item, table.columns[index].label, cell_at(row, index).value);
  }
}

void write(Sheet& sheet, const doc::Table& table) {
  const bool is_list = table.columns.size() == 1;  // its cells are the figures, of no item
  for (const auto& row : table.rows) {
    const doc::Value& first = cell_at(row, 0).value;
    if (is_list) sheet.add(Message(), table.columns.front().label, first);
    write_row(sheet, table, first, row);
  }
  if (table.total) {
    const doc::Value& first = cell_at(*table.total, 0).value;
    const bool is_named = !std::holds_alternative<std::monostate>(first);
    write_row(sheet, table, is_named ? first : doc::Value(Message(labels::kTotal)), *table.total);
  }
  if (!table.footnote.empty()) sheet.add(Message(), labels::kNote, table.footnote);
}

void write(Sheet&, const doc::BarChart&) {}

void write(Sheet& sheet, const doc::Gauge& gauge) {
  sheet.add(gauge.label, labels::kValue, gauge.value);
  sheet.add(gauge.label, labels::kTargetFrom, gauge.target_low);
  if (gauge.target_high) sheet.add(gauge.label, labels::kTargetTo, *gauge.target_high);
}

void write(Sheet& sheet, const doc::Paragraph& paragraph) {
  if (!paragraph.text.empty()) sheet.add(Message(), labels::kNote, paragraph.text);
}

void write(Sheet& sheet, const doc::Prose& prose) {
  for (const doc::Passage& passage : prose.passages)
    sheet.add(Message(), labels::kNote, plain_passage(passage));
}

}  // namespace

std::string csv(const doc::Document& document, const Languages& languages, CsvCells cells) {
  AE_ASSERT(!languages.empty());
  Sheet sheet(languages, cells);
  for (const doc::Section& section : document.sections) {
    sheet.begin_section(section);
    for (const doc::Block& block : section.blocks) {
      std::visit([&](const auto& each) { write(sheet, each); }, block);
    }
  }
  return sheet.take();
}

}  // namespace ae::render
