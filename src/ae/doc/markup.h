#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The two marks of running text: `**strong**` and `` `code` ``. Any text can be read; a mark without its end
/// is text, and there are no marks within code.
namespace ae::doc {

enum class SpanStyle : std::uint8_t { kPlain, kStrong, kCode };

/// A part of a text in one style, without its marks.
struct Span {
  SpanStyle style = SpanStyle::kPlain;
  std::string_view text;

  bool operator==(const Span&) const = default;
};

/// The parts of `text` in order; none is empty.
std::vector<Span> spans_of(std::string_view text);

/// `text` for an output without type faces: strong words bare, code still in its ``.
std::string without_type_faces(std::string_view text);

}  // namespace ae::doc
