#pragma once

#include <string>

#include "ae/base/text.h"
#include "ae/doc/document.h"

/// Documents as bytes for people: one function a format, each of them total (every Document renders) and
/// pure. Text from outside (owners, deal names) is made harmless for its format: no control or escape
/// sequence reaches a terminal, no markup reaches Markdown or HTML, no formula-like cell reaches a CSV unless
/// it is asked for.
namespace ae::render {

/// Whether a terminal may be coloured; `NO_COLOR`, pipes and files say never.
enum class Colour : bool { kNever, kAnsi };

/// Two languages stand side by side in every label: "Open pipeline 商机总额".
struct TerminalOptions {
  Languages languages{Language::kEnglish};
  Colour colour = Colour::kNever;
  int width = 100;  ///< columns to stay within where words can be cut; never below 60
};

/// Tables with box-drawing rules, aligned by display width (a Chinese character takes two columns), bars and
/// gauges in block characters. Ends with a newline.
std::string terminal(const doc::Document& document, const TerminalOptions& options);

/// GitHub-flavoured Markdown; bars and gauges become tables.
std::string markdown(const doc::Document& document, const Languages& languages);

/// Formula-like cells (first character one of = + - @ tab CR, numbers apart) get a leading ' unless kRaw.
enum class CsvCells : bool { kSafe, kRaw };

/// One long table, RFC 4180 with CRLF: section, item, figure, value — a row a figure, so that a spreadsheet
/// can filter and pivot it. Values are plain (766600.20, 0.6315, 2026-02-15, empty for missing); labels are
/// in the languages asked for.
std::string csv(const doc::Document& document, const Languages& languages, CsvCells cells);

/// One self-contained, accessible page (no script, no network; inline CSS and SVG; light and dark; prints
/// well).
std::string html(const doc::Document& document, const Languages& languages);

}  // namespace ae::render
