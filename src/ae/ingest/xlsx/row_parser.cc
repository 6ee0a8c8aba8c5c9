#include "ae/ingest/xlsx/row_parser.h"

#include <algorithm>
#include <cstring>

#include "ae/ingest/xlsx/shared_strings.h"
#include "ae/ingest/xlsx/xml_text.h"

namespace ae::ingest::xlsx {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Whether an element's name is over.
bool ends_name(char c) { return is_blank(c) || c == '>' || c == '/'; }

}  // namespace

bool RowParser::parse(std::string_view rows, const std::function<bool(const PlainRow&)>& take) {
  // What a look at tags would miss: characters that XML has not or changes, and an end of what never began.
  if (!is_plain_text(rows, InText::kBlanksStay) || rows.find("]]>") != std::string_view::npos) return false;
  at_ = rows.data();
  end_ = at_ + rows.size();
  line_ = 0;
  while (true) {
    skip_blanks();
    if (at_ == end_) return true;
    if (!takes("<row") || !take_row(take)) return false;
  }
}

bool RowParser::take_row(const std::function<bool(const PlainRow&)>& take) {
  cells_.clear();
  kept_used_ = 0;
  next_column_ = 0;
  const Tag tag = take_tag();
  if (tag == Tag::kOdd) return false;
  const Attributes attributes{std::span(attributes_).first(attribute_count_)};
  const std::optional<std::int64_t> line = row_of(attributes["r"]);
  if (!line || *line <= line_) return false;
  line_ = *line;
  const std::string_view hidden = attributes["hidden"];
  if (hidden == "1" || hidden == "true") ++facts_.hidden_rows;
  if (tag == Tag::kEmpty) return true;
  while (true) {
    skip_blanks();
    if (takes("</row>")) break;
    if (!takes("<c") || !take_cell()) return false;
  }
  return cells_.empty() || take({line_, cells_});
}

bool RowParser::take_cell() {
  const Tag tag = take_tag();
  if (tag == Tag::kOdd) return false;
  StoredCell cell;
  std::string_view reference;
  // From behind: of attributes that only differ in their prefix the first counts.
  for (std::size_t at = attribute_count_; at-- > 0;) {
    const XmlAttribute& attribute = attributes_[at];
    const std::string_view name =
        attribute.name.size() == 1 ? attribute.name : without_prefix(attribute.name);
    if (name == "r") reference = attribute.value;
    if (name == "t") cell.type = attribute.value;
    if (name == "s") cell.style = index_of(attribute.value).value_or(0);
  }
  const auto column = reference.empty() ? std::optional(next_column_) : column_of(reference);
  if (!column || *column < next_column_ || *column >= kMostColumns) return false;
  column_ = *column;
  next_column_ = column_ + 1;
  if (tag == Tag::kOpen && !take_content(cell)) return false;
  return put(cell);
}

bool RowParser::take_content(StoredCell& cell) {
  bool has_value = false;
  while (true) {
    skip_blanks();
    if (takes("</c>")) return true;
    if (takes("<v")) {
      if (has_value || !take_element("</v>", cell.value)) return false;
      has_value = true;
    } else if (takes("<is>")) {
      if (has_value || !take_inline_text(cell.value)) return false;
      has_value = true;
    } else if (takes("<f")) {
      if (cell.has_formula || !take_element("</f>", cell.formula)) return false;
      cell.has_formula = true;
    } else {
      return false;
    }
  }
}

bool RowParser::take_inline_text(std::string_view& value) {
  skip_blanks();
  if (!takes("<t") || !take_element("</t>", value)) return false;
  skip_blanks();
  return takes("</is>");
}

bool RowParser::take_element(std::string_view closing, std::string_view& value) {
  // Nearly always no attribute stands in it.
  const Tag tag = takes(">") ? Tag::kOpen : take_tag();
  if (tag != Tag::kOpen) return tag == Tag::kEmpty;
  const char* const begin = at_;
  bool plain = true;
  for (; at_ != end_ && *at_ != '<'; ++at_) plain &= *at_ != '&';
  value = {begin, static_cast<std::size_t>(at_ - begin)};
  if (!plain) {
    std::string& text = kept();
    if (!append_decoded(value, text)) return false;
    value = text;
  }
  return takes(closing);
}

RowParser::Tag RowParser::take_tag() {
  attribute_count_ = 0;
  if (at_ == end_ || !ends_name(*at_)) return Tag::kOdd;
  while (true) {
    const char* const before = at_;
    skip_blanks();
    if (takes(">")) return Tag::kOpen;
    if (takes("/>")) return Tag::kEmpty;
    if (at_ == before || !take_attribute()) return Tag::kOdd;
  }
}

bool RowParser::take_attribute() {
  const char* const begin = at_;
  while (at_ != end_ && is_name_byte(*at_)) ++at_;
  const std::string_view name(begin, static_cast<std::size_t>(at_ - begin));
  if (name.empty() || !begins_name(name.front()) || end_ - at_ < 2 || *at_ != '=') return false;
  const char quote = at_[1];
  if (quote != '"' && quote != '\'') return false;
  at_ += 2;
  const char* const first = at_;
  for (; at_ != end_ && *at_ != quote; ++at_) {
    if (*at_ == '<' || *at_ == '&' || *at_ == '\t' || *at_ == '\n') return false;
  }
  if (at_ == end_ || attribute_count_ == attributes_.size()) return false;
  const auto known = std::span(attributes_).first(attribute_count_);
  if (std::any_of(known.begin(), known.end(), [&](const auto& other) { return other.name == name; }))
    return false;
  attributes_[attribute_count_++] = {name, {first, static_cast<std::size_t>(at_ - first)}};
  ++at_;
  return true;
}

bool RowParser::put(const StoredCell& cell) {
  std::string_view text;
  if (cell.type == "s" && !cell.value.empty()) {
    const auto index = index_of(cell.value);
    if (!index || *index >= strings_.size()) return false;
    text = strings_[*index];
  } else if (cell.type == "str" && !cell.value.empty() && !has_escapes(cell.value)) {
    text = cell.value;  // needs no room of its own
  } else if (!cell.value.empty() || cell.has_formula) {
    if (cell.lacks_value()) ++facts_.formulas_without_value;
    text = text_of_cell(cell, workbook_, kept());
  }
  if (!text.empty()) cells_.push_back({column_, text});
  return true;
}

bool RowParser::takes(std::string_view word) {
  if (static_cast<std::size_t>(end_ - at_) < word.size() || std::memcmp(at_, word.data(), word.size()) != 0)
    return false;
  at_ += word.size();
  return true;
}

void RowParser::skip_blanks() {
  while (at_ != end_ && is_blank(*at_)) ++at_;
}

std::string& RowParser::kept() {
  if (kept_used_ == kept_.size()) kept_.emplace_back();
  std::string& text = kept_[kept_used_++];
  text.clear();
  return text;
}

}  // namespace ae::ingest::xlsx
