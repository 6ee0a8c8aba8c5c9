#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/xlsx/xml_reader.h"

namespace ae::ingest::xlsx {

/// Reads XML as programs write it: UTF-8, elements with attributes, text with the five entities and
/// characters by number. Stops before everything else, be it another kind of XML or no XML at all; whoever
/// goes on from there has to know which elements are open.
class PlainXml {
 public:
  explicit PlainXml(const XmlVisitor& visitor) : visitor_(visitor) {}

  /// Takes the next bytes; false when it stopped.
  bool take(std::string_view piece);
  /// Whether the bytes taken are a whole document.
  bool is_complete() const { return seen_root_ && open_.empty() && rest_.empty(); }

  /// Where it stopped: the bytes taken that were not read yet, and what stands before them in short, without
  /// a word that a visitor has not seen.
  const std::string& rest() const { return rest_; }
  std::string before() const;

 private:
  enum class Read { kOne, kWaits, kStops };
  static constexpr std::size_t kMostAttributes = 100;

  Read read_one(std::string_view& text);
  Read read_declaration(std::string_view& text);
  Read read_text(std::string_view& text);
  Read read_end(std::string_view& text);
  Read read_element(std::string_view& text);
  /// Appends a value with its entities resolved to `decoded_`; false when it is not plain.
  bool decode(std::string_view raw, std::string_view& value);

  const XmlVisitor& visitor_;
  std::string rest_;               ///< of a piece before: less than one token
  std::vector<std::string> open_;  ///< elements, the outermost first
  std::vector<XmlAttribute> attributes_;
  std::deque<std::string> decoded_;  ///< values that entities stand in; used again for each element
  std::size_t decoded_used_ = 0;
  std::string root_;
  bool began_ = false;
  bool seen_root_ = false;
};

}  // namespace ae::ingest::xlsx
