#include <string_view>

#include "ae/base/assert.h"
#include "ae/base/utf8.h"
#include "ae/render/columns.h"
#include "ae/render/labels.h"
#include "ae/render/render.h"
#include "ae/render/width.h"
#include "ae/render/words.h"

namespace ae::render {
namespace {

constexpr std::string_view kHeader = "section,item,figure,value\r\n";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "-5", "+1,200.50", "-12%": a sign that begins a number begins no formula.
bool is_number(std::string_view text) {
  if (text.front() == '+' || text.front() == '-') text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  if (text.empty() || !is_digit(text.front())) return false;
  return text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

/// Spreadsheets also read the fullwidth signs, and skip spaces before any of them.
bool is_formula_like(std::string_view text) {
  if (text.empty()) return false;
  if (text.front() == '\t' || text.front() == '\r') return true;
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text.empty()) return false;
  constexpr std::u32string_view kSigns = U"=+-@＝＋－＠";
  return kSigns.find(first_character(text).code) != std::u32string_view::npos && !is_number(text);
}

std::string quoted(std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

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
    return is_words(value) ? text(plain_value) : quoted(plain_value);
  }

  std::string text(std::string_view words) const {
    if (cells_ == CsvCells::kRaw) return quoted(words);
    std::string safe = harmless(words);
    if (is_formula_like(words) || is_formula_like(safe)) safe.insert(0, 1, '\'');
    return quoted(safe);
  }

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
