#include "ae/render/xlsx/workbook_writer.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/base/assert.h"
#include "ae/render/xlsx/package_parts.h"
#include "ae/render/xlsx/xml_text.h"

namespace ae::render::spreadsheet {
namespace {

constexpr std::size_t kLongestName = 31;  // UTF-16 units
constexpr std::size_t kPiece = std::size_t{1} << 16;

/// Bytes that Excel takes as a sheet's name.
std::string permitted_name(std::string_view wanted) {
  std::string name = cell_words(wanted, CsvCells::kSafe);
  for (char& c : name) {
    if (std::string_view("[]:*?/\\\n").find(c) != std::string_view::npos) c = ' ';
  }
  while (name.starts_with('\'') || name.starts_with(' ')) name.erase(0, 1);
  name = first_units(name, kLongestName);
  while (name.ends_with('\'') || name.ends_with(' ')) name.pop_back();
  return name.empty() ? "Sheet" : name;
}

/// Excel tells no two names apart that differ in case alone, and keeps one for itself.
std::string folded(std::string name) {
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

/// In headers and footers & begins a code.
std::string header_words(std::string_view words) {
  constexpr std::size_t kMost = 100;  // of 255 for both together
  std::string escaped;
  for (const char c : first_units(words, kMost)) {
    if (c == '&') escaped += c;
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

std::size_t digits_of(std::string_view decimal) {
  const std::size_t first = decimal.find_first_of("123456789");
  if (first == std::string_view::npos) return 0;
  const std::string_view rest = decimal.substr(first);
  return static_cast<std::size_t>(
      std::count_if(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

}  // namespace

WorkbookWriter::WorkbookWriter(std::string title, std::string subtitle)
    : title_(std::move(title)), subtitle_(std::move(subtitle)) {}

void WorkbookWriter::put(std::string_view xml) {
  pending_ += xml;
  if (pending_.size() >= kPiece) flush();
}

void WorkbookWriter::flush() {
  zip_.add(pending_);
  unpacked_ += pending_.size();
  pending_.clear();
}

void WorkbookWriter::add_file(std::string_view name, std::string_view xml) {
  zip_.begin(name);
  zip_.add(xml);
  zip_.end();
}

std::string WorkbookWriter::free_name(std::string_view wanted) const {
  const std::string base = permitted_name(wanted);
  const auto taken = [&](const std::string& name) {
    return folded(name) == "history" || std::any_of(sheets_.begin(), sheets_.end(), [&](const Sheet& sheet) {
             return folded(sheet.name) == folded(name);
           });
  };
  std::string name = base;
  for (int number = 2; taken(name); ++number) {
    const std::string suffix = fmt::format(" {}", number);
    name = std::string(first_units(base, kLongestName - suffix.size())) + suffix;
  }
  return name;
}

std::string WorkbookWriter::begin_sheet(const SheetFrame& frame) {
  AE_ASSERT(pending_.empty());
  unpacked_ = row_ = 0;
  const bool is_first = sheets_.empty();
  sheets_.push_back({free_name(frame.name), frame.has_header, {}});
  zip_.begin(fmt::format("xl/worksheets/sheet{}.xml", sheets_.size()));
  put("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
  put(fmt::format("<sheetViews><sheetView{}{} workbookViewId=\"0\"",
                  frame.has_header ? "" : " showGridLines=\"0\"", is_first ? " tabSelected=\"1\"" : ""));
  put(frame.has_header ? "><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                         "<selection pane=\"bottomLeft\"/></sheetView></sheetViews>"
                       : "/></sheetViews>");
  put("<sheetFormatPr defaultRowHeight=\"15\"/>");
  if (!frame.widths.empty()) put("<cols>");
  for (std::size_t index = 0; index < frame.widths.size(); ++index) {
    put(fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1:.2f}\" customWidth=\"1\"/>", index + 1,
                    frame.widths[index]));
  }
  if (!frame.widths.empty()) put("</cols>");
  put("<sheetData>");
  return sheets_.back().name;
}

void WorkbookWriter::begin_row(std::optional<double> height) {
  column_ = 0;
  ++row_;
  put(fmt::format("<row r=\"{}\"", row_));
  if (height) put(fmt::format(" ht=\"{:.1f}\" customHeight=\"1\"", *height));
  put(">");
}

void WorkbookWriter::open_cell(const Style& style, std::string_view attributes) {
  put(fmt::format("<c r=\"{}{}\" s=\"{}\"{}>", column_letters(column_++), row_, styles_.number_of(style),
                  attributes));
}

void WorkbookWriter::number(std::string_view decimal, const Style& style) {
  constexpr std::size_t kExactDigits = 15;
  if (digits_of(decimal) > kExactDigits) {
    words(decimal, style);
    return;
  }
  open_cell(style, "");
  put(fmt::format("<v>{}</v></c>", decimal));
}

void WorkbookWriter::words(std::string_view text, const Style& style) {
  if (text.empty()) {
    blank(style);
    return;
  }
  open_cell(style, " t=\"inlineStr\"");
  put("<is><t xml:space=\"preserve\">" + xml_text(text) + "</t></is></c>");
}

void WorkbookWriter::truth(bool value, const Style& style) {
  open_cell(style, " t=\"b\"");
  put(value ? "<v>1</v></c>" : "<v>0</v></c>");
}

void WorkbookWriter::blank(const Style& style) {
  if (style == Style{}) {
    ++column_;
    return;
  }
  open_cell(style, "");
  put("</c>");
}

void WorkbookWriter::end_row() { put("</row>"); }

void WorkbookWriter::end_sheet(const SheetEnd& end) {
  put("</sheetData>");
  if (end.filter) put(fmt::format("<autoFilter ref=\"{}\"/>", area_words(*end.filter)));
  put("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
      "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
  put(fmt::format(
      "<headerFooter><oddHeader>&amp;L{}&amp;R{}</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P / "
      "&amp;N</oddFooter></headerFooter>",
      xml_text(header_words(title_)), xml_text(header_words(subtitle_))));
  if (!end.charts.empty()) put("<drawing r:id=\"rId1\"/>");
  put("</worksheet>");
  flush();
  zip_.end();
  sheets_.back().end = end;
}

void WorkbookWriter::write_charts(std::size_t sheet) {
  const std::vector<Chart>& charts = sheets_[sheet].end.charts;
  if (charts.empty()) return;
  const std::size_t number = sheet + 1;
  std::vector<std::string> targets;
  for (const Chart& chart : charts) {
    ++charts_;
    add_file(fmt::format("xl/charts/chart{}.xml", charts_), chart_xml(chart));
    targets.push_back(fmt::format("../charts/chart{}.xml", charts_));
  }
  add_file(fmt::format("xl/drawings/drawing{}.xml", number), drawing_xml(charts));
  add_file(fmt::format("xl/drawings/_rels/drawing{}.xml.rels", number), relations_xml("chart", targets));
  add_file(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", number),
           relations_xml("drawing", {fmt::format("../drawings/drawing{}.xml", number)}));
}

std::optional<std::string> WorkbookWriter::finish() {
  AE_ASSERT(!sheets_.empty());
  std::vector<SheetPart> parts;
  for (std::size_t sheet = 0; sheet < sheets_.size(); ++sheet) {
    write_charts(sheet);
    const Sheet& each = sheets_[sheet];
    parts.push_back({each.name, each.has_header, each.end.filter, each.end.charts.size()});
  }
  add_file("xl/styles.xml", styles_.xml());
  add_file("xl/workbook.xml", workbook_xml(parts));
  add_file("xl/_rels/workbook.xml.rels", workbook_relations_xml(parts.size()));
  add_file("docProps/core.xml", properties_xml(title_));
  add_file("_rels/.rels", package_relations_xml());
  add_file("[Content_Types].xml", content_types_xml(parts));
  return zip_.finish();
}

}  // namespace ae::render::spreadsheet
