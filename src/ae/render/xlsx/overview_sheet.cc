#include "ae/render/xlsx/overview_sheet.h"

#include <algorithm>

#include "ae/render/gauge_scale.h"
#include "ae/render/labels.h"
#include "ae/render/mood.h"
#include "ae/render/passage.h"

namespace ae::render::spreadsheet {
namespace {

constexpr double kWidths[] = {38, 22, 90};

/// One line after another, in three columns: what, how much, and what there is to say about it.
class Lines {
 public:
  Lines(WorkbookWriter& workbook, const CellWords& words) : workbook_(workbook), words_(words) {}

  void sentence(const Message& message, Look look, doc::Mood mood = doc::Mood::kNeutral) {
    workbook_.begin_row();
    text(message, {formats::kText, look, mood, false, false});
    workbook_.end_row();
  }
  void gap() {
    workbook_.begin_row();
    workbook_.end_row();
  }

  void operator()(const doc::KeyFigures& figures) {
    for (const doc::KeyFigure& figure : figures.figures) row(figure.label, figure.value, figure.detail);
  }
  void operator()(const doc::Gauge& gauge) {
    const Message target =
        Message{Text{"Target {target}", "目标 {target}"}}.with("target", target_words(gauge));
    const Message both = Message{Text{"{target}. {caption}", "{target}。{caption}"}}
                             .with("target", target)
                             .with("caption", gauge.caption);
    row(gauge.label, doc::Cell(gauge.value, gauge.mood), gauge.caption.empty() ? target : both);
  }
  void operator()(const doc::Paragraph& paragraph) {
    if (!paragraph.text.empty()) sentence(paragraph.text, Look::kPlain, paragraph.mood);
  }
  void operator()(const doc::Prose& prose) {
    for (const doc::Passage& passage : prose.passages) row({}, {}, plain_passage(passage));
  }
  void operator()(const doc::Table&) {}     // has a sheet
  void operator()(const doc::BarChart&) {}  // stands beside its table

 private:
  void text(const Message& message, const Style& style) {
    write_words(workbook_, words_.of(message), style, words_.cells);
  }
  void row(const Message& label, const doc::Cell& value, const Message& detail) {
    const std::size_t lines =
        std::max(lines_in(words_.of(label), kWidths[0]), lines_in(words_.of(detail), kWidths[2]));
    workbook_.begin_row(height_of_lines(lines));
    text(label, {formats::kText, Look::kPlain, doc::Mood::kNeutral, true, false});
    write_cell(workbook_, value, Look::kStrong, words_);
    text(detail, {formats::kText, Look::kDetail, doc::Mood::kNeutral, true, false});
    workbook_.end_row();
  }

  WorkbookWriter& workbook_;
  const CellWords& words_;
};

bool stands_elsewhere(const doc::Block& block) {
  return std::holds_alternative<doc::Table>(block) || std::holds_alternative<doc::BarChart>(block);
}

}  // namespace

bool is_prose(const doc::Section& section) {
  return !section.blocks.empty() &&
         std::all_of(section.blocks.begin(), section.blocks.end(),
                     [](const doc::Block& block) { return std::holds_alternative<doc::Paragraph>(block); });
}

void write_overview_sheet(WorkbookWriter& workbook, const doc::Document& document, const CellWords& words) {
  workbook.begin_sheet({words.of(Text{"Overview", "总览"}), {kWidths[0], kWidths[1], kWidths[2]}, false});
  Lines lines(workbook, words);
  lines.sentence(document.title, Look::kTitle);
  if (!document.subtitle.empty()) lines.sentence(document.subtitle, Look::kSubtitle);
  for (const doc::Section& section : document.sections) {
    const bool has_none = std::all_of(section.blocks.begin(), section.blocks.end(), stands_elsewhere);
    if (has_none || is_prose(section)) continue;
    lines.gap();
    if (!section.title.empty()) lines.sentence(section.title, Look::kHeading);
    for (const doc::Block& block : section.blocks) std::visit(lines, block);
  }
  workbook.end_sheet({});
}

void write_prose_sheet(WorkbookWriter& workbook, std::string_view name, const doc::Section& section,
                       const CellWords& words) {
  constexpr double kMoodWidth = 14;
  constexpr double kTextWidth = 110;
  workbook.begin_sheet({std::string(name), {kMoodWidth, kTextWidth}, true});
  const Style header{formats::kText, Look::kHeader, doc::Mood::kNeutral, false, false};
  workbook.begin_row();
  write_words(workbook, words.of(Text{"Kind", "类别"}), header, words.cells);
  write_words(workbook, words.of(labels::kNote), header, words.cells);
  workbook.end_row();
  for (const doc::Block& block : section.blocks) {
    const auto& paragraph = std::get<doc::Paragraph>(block);
    const std::optional<Text> kind = spoken(paragraph.mood);
    workbook.begin_row(height_of_lines(lines_in(words.of(paragraph.text), kTextWidth)));
    write_words(workbook, words.of(kind ? Message(*kind) : Message(Text{"for information", "供参考"})),
                {formats::kText, Look::kPlain, paragraph.mood, true, false}, words.cells);
    write_words(workbook, words.of(paragraph.text),
                {formats::kText, Look::kPlain, doc::Mood::kNeutral, true, false}, words.cells);
    workbook.end_row();
  }
  workbook.end_sheet({Area{0, 0, section.blocks.size(), 1}, {}});
}

}  // namespace ae::render::spreadsheet
