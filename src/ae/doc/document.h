#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/exact.h"
#include "ae/base/money.h"
#include "ae/base/text.h"

/// The view model of every report: what people are shown, free of any output format. Reports make a Document;
/// every renderer knows every Document; nothing here knows a colour, a width or a language.
namespace ae::doc {

/// What a cell says to its reader; renderers choose colours and signs for it.
enum class Mood : std::uint8_t { kNeutral, kGood, kWarning, kBad };

struct Count {
  std::int64_t value = 0;
  bool operator==(const Count&) const = default;
};
/// A share of one, shown as a percentage: 0.6315 is 63.15 %.
struct Percent {
  Ratio value;
  bool operator==(const Percent&) const = default;
};
/// A multiple of something, shown with ×: 1.0992×.
struct Multiple {
  Ratio value;
  bool operator==(const Multiple&) const = default;
};

/// One typed value; monostate is a figure that is missing, which is shown as missing and never as 0.
using Value = std::variant<std::monostate, Count, Money, Percent, Multiple, Days, Date, Message>;

struct Cell {
  Value value;
  Mood mood = Mood::kNeutral;

  Cell() = default;
  Cell(Value value_, Mood mood_ = Mood::kNeutral) : value(std::move(value_)), mood(mood_) {}  // NOLINT
  bool operator==(const Cell&) const = default;
};

/// A cell for a figure that may be missing.
template <typename Figure>
Cell cell(const std::optional<Figure>& figure, Mood mood = Mood::kNeutral) {
  return figure ? Cell(Value(*figure), mood) : Cell();
}

/// A ratio that may be missing, as a percentage or as a multiple.
inline std::optional<Percent> percent(const std::optional<Ratio>& value) {
  return value ? std::optional(Percent{*value}) : std::nullopt;
}
inline std::optional<Multiple> multiple(const std::optional<Ratio>& value) {
  return value ? std::optional(Multiple{*value}) : std::nullopt;
}

/// How a figure was made: shown by --explain.
struct Basis {
  Message definition;
  std::int64_t rows_in = 0;   ///< rows counted
  std::int64_t rows_out = 0;  ///< rows of the input left out of it
};

struct KeyFigure {
  Message label;
  Cell value;
  Message detail;  ///< one short clause beside the figure; may be empty
  std::optional<Basis> basis;
};

/// Whether amounts may be shortened as a language's summaries do (running_text.h): prices and terms that
/// people hold each other to may not.
enum class Digits : bool { kSummary, kAll };

/// The few figures that a section is about, in order of importance.
struct KeyFigures {
  std::vector<KeyFigure> figures;
  Digits digits = Digits::kSummary;
};

struct Column {
  Message label;
  std::optional<Basis> basis;
};

/// Rows of typed cells; every row has as many cells as there are columns. Numbers align right, words left.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::optional<std::vector<Cell>> total;  ///< a last row set apart
  Message footnote;                        ///< e.g. "100 of 2,089 shown"; may be empty
};

struct Bar {
  Message label;
  Cell value;         ///< what the bar's end says
  double length = 0;  ///< 0..1 of the longest bar
  double solid = 0;   ///< 0..1 of the longest bar: the inner, darker part (weighted amount within amount)
  double start = 0;   ///< 0..1: where it begins, for steps and ranges
};

/// Horizontal bars, one a row. `unit` says what length is; `solid_label` what the inner part is (may be
/// empty).
struct BarChart {
  Message unit;
  Message solid_label;
  std::vector<Bar> bars;
  std::optional<double> mark = {};  ///< 0..1: a line across all bars, such as a target
  Message mark_label = {};
};

/// A value against its target band, as a dial or a bullet bar.
struct Gauge {
  Message label;
  Multiple value;
  Multiple target_low;
  std::optional<Multiple> target_high;  ///< none: no upper end
  Mood mood = Mood::kNeutral;
  Message caption;
};

/// One sentence or two.
struct Paragraph {
  Message text;
  Mood mood = Mood::kNeutral;
};

enum class PassageKind : std::uint8_t { kParagraph, kHeading, kBullet, kNumber, kTask };

/// One piece of running text. `**strong**` and `` `code` `` in its words are marks (markup.h).
struct Passage {
  PassageKind kind = PassageKind::kParagraph;
  Message text;
  int number = 0;   ///< of a kNumber
  std::string key;  ///< of a kHeading: its anchor in HTML
};

/// Text to be read at length: paragraphs, headings within the section and items of lists. Several languages
/// stand in columns beside each other, passage by passage.
struct Prose {
  std::vector<Passage> passages;
};

using Block = std::variant<KeyFigures, Table, BarChart, Gauge, Paragraph, Prose>;

/// A figure that stands in a row of a table, with its basis.
struct Explained {
  Message figure;
  Basis basis;
};

struct Section {
  std::string key;  ///< stable and snake_case: anchor in HTML, first column in CSV
  Message title;
  std::vector<Block> blocks;
  std::vector<Explained> explained =
      {};  ///< for --explain, beside the bases that figures and columns carry themselves
};

struct Document {
  Message title;
  Message subtitle;  ///< sources, as-of date, period; may be empty
  std::vector<Section> sections;
};

/// The section that --explain adds: each figure with its definition, rows in and rows out, in order of
/// appearance. nullopt when no figure of the document has a basis.
std::optional<Section> explanation(const Document& document);

}  // namespace ae::doc
