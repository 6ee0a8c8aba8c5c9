#pragma once

#include <optional>
#include <string>

#include "ae/base/text.h"
#include "ae/doc/document.h"
#include "ae/render/row_table.h"

/// Documents as bytes for people: one function a format, each of them total (every Document renders) and
/// pure. Text from outside (owners, deal names) is made harmless for its format: no control or escape
/// sequence reaches a terminal, no markup reaches Markdown or HTML, no formula-like cell reaches a CSV unless
/// it is asked for.
namespace ae::render {

/// Whether a terminal may be coloured; `NO_COLOR`, pipes and files say never.
enum class Colour : bool { kNever, kAnsi };

struct TerminalOptions {
  Languages languages{Language::kEnglish};
  Colour colour = Colour::kNever;
  int width = 100;  ///< columns to stay within where words can be cut; never below 60
};

/// Tables with box-drawing rules, aligned by display width (a Chinese character takes two columns), bars and
/// gauges in block characters. Moods are signs (✓ ! ✗) and, where asked for, colours.
///
/// Two languages stand side by side ("Open pipeline 商机总额"); in column headings, and where the line is too
/// short for both, the second stands below the first. A table too wide for the page has its headings wrapped,
/// then its words cut with "…", then its last columns moved below, under the first column once more.
/// Sentences in cells wrap. Numbers and dates are never cut, nor are texts of digits and marks alone. Ends
/// with a newline.
std::string terminal(const doc::Document& document, const TerminalOptions& options);

/// GitHub-flavoured Markdown; bars and gauges become tables. Nothing in a text is read as markup: not as a
/// table cell, HTML, link, list or formula.
std::string markdown(const doc::Document& document, const Languages& languages);

/// Formula-like cells (first character one of = + - @ tab CR, also fullwidth or behind spaces; numbers apart)
/// get a leading ', and their text is made harmless as for a terminal; kRaw keeps every byte.
enum class CsvCells : bool { kSafe, kRaw };

/// One long table, RFC 4180 with CRLF: section, item, figure, value — a row a figure, so that a spreadsheet
/// can filter and pivot it. Values are plain (766600.20, 0.6315, 2026-02-15, empty for missing); labels are
/// in the languages asked for.
///
///     section,item,figure,value
///     totals,,Open pipeline,1319000.50      a key figure
///     totals,Open pipeline,Detail,14 deals  the clause beside it
///     by_stage,Proposal,Amount,390000.00    a cell: item is its row's first cell, figure its column
///     by_stage,Total,Amount,1319000.50      the total row, under its own name
///     coverage,Pipeline,Value,1.3190        a gauge; then "Target from" and perhaps "Target to"
///     by_owner,,Note,3 of 8 owners shown    a paragraph or a footnote
///
/// section is the section's key in every language. Bars and captions only repeat what stands elsewhere and
/// are left out.
std::string csv(const doc::Document& document, const Languages& languages, CsvCells cells);

/// One self-contained, accessible page (no script, no network; inline CSS and SVG; light and dark; prints
/// well). The first language is the page's; further ones stand beside it, smaller. Each section's key is its
/// anchor.
std::string html(const doc::Document& document, const Languages& languages);

/// An Excel workbook. The first sheet has title, as-of date and all that is no table; each table has a sheet
/// of its own with typed cells (amounts in their currency's format, percents, real dates; a missing figure is
/// an empty cell), a header row that stays in sight and filters; bars become a chart of the table's cells;
/// notes stand on the last sheets. Languages stand side by side, in headings one below the other.
///
/// Every text is a text cell and never a formula. Unless kRaw, what looks like a formula also has the ' that
/// keeps it a text when someone edits it, and text is made harmless as in a CSV. Amounts of more than 15
/// digits, which Excel would round, are text; so are days before March 1900, which it cannot count.
///
/// nullopt: more than 4 GiB, which a workbook cannot be.
std::optional<std::string> xlsx(const doc::Document& document, const Languages& languages, CsvCells cells);

/// The same with `rows` as the first sheet (further ones where a sheet is full: 1,048,576 rows), under their
/// own header so that they can be read back. Rows are packed as they come and not held.
std::optional<std::string> xlsx(const RowTable& rows, const doc::Document& document,
                                const Languages& languages, CsvCells cells);

}  // namespace ae::render
