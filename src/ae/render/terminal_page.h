#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ae/doc/document.h"
#include "ae/render/render.h"

namespace ae::render {

enum class Ink : std::uint8_t { kPlain, kStrong, kFaint, kGood, kWarning, kBad, kBar };
enum class Align : std::uint8_t { kLeft, kRight };

/// The ink of a mood; plain for neutral.
Ink ink_of(doc::Mood mood);

/// `text` with spaces up to `width` columns; unchanged when it is as wide already.
std::string padded(std::string_view text, std::size_t width, Align align);

/// "─" times `width`.
std::string rule(std::size_t width);

/// The lines of a terminal's output, collected from above. Everything said on it is harmless.
class Page {
 public:
  explicit Page(const TerminalOptions& options);

  const Languages& languages() const { return languages_; }
  /// Columns between the left margin and the right edge.
  std::size_t width() const { return width_; }

  std::string words(const Message& message) const;
  std::string words(const doc::Cell& cell) const;
  std::string summary_words(const doc::Cell& cell, doc::Digits digits) const;
  /// The message side by side on one line of `columns` if it fits, else wrapped, each language on lines of
  /// its own.
  std::vector<std::string> wrapped(const Message& message, std::size_t columns) const;
  /// `text` in the ink, where the terminal may be coloured.
  std::string paint(std::string_view text, Ink ink) const;

  /// Adds a line at the left edge, without spaces at its end.
  void line(std::string_view text);
  /// Adds a line within the margin.
  void body(std::string_view text);
  /// Adds an empty line, unless there is one already or the page is empty.
  void gap();
  /// Adds sentences within the margin, wrapped, each language on lines of its own, a mood's sign before them.
  void prose(const Message& message, Ink ink, std::string_view sign);

  std::string take() { return std::move(lines_); }

 private:
  Languages languages_;
  Colour colour_;
  std::size_t width_;
  std::string lines_;
};

// One block each.
void draw(Page& page, const doc::KeyFigures& figures);
void draw(Page& page, const doc::Table& table);
void draw(Page& page, const doc::BarChart& chart);
void draw(Page& page, const doc::Gauge& gauge);
void draw(Page& page, const doc::Paragraph& paragraph);
void draw(Page& page, const doc::Prose& prose);

}  // namespace ae::render
