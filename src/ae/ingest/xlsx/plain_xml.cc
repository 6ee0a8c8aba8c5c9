#include "ae/ingest/xlsx/plain_xml.h"

#include <algorithm>

#include "ae/ingest/xlsx/xml_text.h"

namespace ae::ingest::xlsx {
namespace {

constexpr std::size_t kLongestToken = std::size_t{1} << 20;  // what is longer is looked at again too often
constexpr std::string_view kBlanks = " \t\n";

/// The name at the front, taken off; empty where none of plain letters stands.
std::string_view take_name(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_byte);
  const auto size = static_cast<std::size_t>(end - text.begin());
  if (size == 0 || !begins_name(text[0])) return {};
  const std::string_view name = text.substr(0, size);
  text.remove_prefix(size);
  return name;
}

}  // namespace

bool PlainXml::decode(std::string_view raw, std::string_view& value) {
  value = raw;
  if (raw.find('&') == std::string_view::npos) return true;
  if (decoded_used_ == decoded_.size()) decoded_.emplace_back();
  std::string& text = decoded_[decoded_used_++];
  text.clear();
  if (!append_decoded(raw, text)) return false;
  value = text;
  return true;
}

bool PlainXml::take(std::string_view piece) {
  const bool joined = !rest_.empty();
  if (joined) rest_ += piece;
  std::string_view text = joined ? std::string_view(rest_) : piece;
  Read read = Read::kOne;
  while (!text.empty() && read == Read::kOne) read = read_one(text);
  const std::size_t left = text.size();
  if (joined) {
    rest_.erase(0, rest_.size() - left);
  } else {
    rest_ = text;
  }
  return read != Read::kStops && left < kLongestToken;
}

std::string PlainXml::before() const {
  std::string before;
  for (const std::string& element : open_) before += '<' + element + '>';
  if (open_.empty() && seen_root_) before = '<' + root_ + "/>";
  return before;
}

PlainXml::Read PlainXml::read_one(std::string_view& text) {
  if (!began_) return read_declaration(text);
  if (text.front() != '<') return read_text(text);
  if (text.size() == 1) return Read::kWaits;
  if (text[1] == '/') return read_end(text);
  return read_element(text);
}

/// At the beginning: <?xml version="1.0" encoding="UTF-8" standalone="yes"?>, or an element at once.
PlainXml::Read PlainXml::read_declaration(std::string_view& text) {
  constexpr std::string_view kBegin = "<?xml ";
  if (text.size() < kBegin.size()) return Read::kWaits;
  if (!text.starts_with(kBegin)) {
    began_ = text.front() == '<';
    return began_ ? Read::kOne : Read::kStops;
  }
  const std::size_t end = text.find("?>");
  if (end == std::string_view::npos) return Read::kWaits;
  static constexpr std::string_view kPlain[] = {R"(version="1.0" encoding="UTF-8" standalone="yes")",
                                                R"(version="1.0" encoding="utf-8" standalone="yes")",
                                                R"(version="1.0" encoding="UTF-8")",
                                                R"(version="1.0" encoding="utf-8")",
                                                R"(version="1.0" standalone="yes")",
                                                R"(version="1.0")"};
  const std::string_view words = text.substr(kBegin.size(), end - kBegin.size());
  if (std::find(std::begin(kPlain), std::end(kPlain), words) == std::end(kPlain)) return Read::kStops;
  text.remove_prefix(end + 2);
  began_ = true;
  return Read::kOne;
}

PlainXml::Read PlainXml::read_text(std::string_view& text) {
  const std::size_t end = text.find('<');
  // Blanks at the end of the document may be all that comes.
  if (end == std::string_view::npos && !open_.empty()) return Read::kWaits;
  const std::string_view raw = text.substr(0, end);
  decoded_used_ = 0;
  std::string_view value;
  if (open_.empty()) {
    constexpr std::string_view kOutside = " \t\n\r";  // nobody sees them, so that a CR may be one
    if (raw.find_first_not_of(kOutside) != std::string_view::npos) return Read::kStops;
  } else {
    const bool plain = is_plain_text(raw, InText::kBlanksStay) && raw.find("]]>") == std::string_view::npos;
    if (!plain || !decode(raw, value)) return Read::kStops;
    if (visitor_.characters) visitor_.characters(value);
  }
  text.remove_prefix(raw.size());
  return Read::kOne;
}

PlainXml::Read PlainXml::read_end(std::string_view& text) {
  const std::size_t end = text.find('>');
  if (end == std::string_view::npos) return Read::kWaits;
  const std::string_view name = text.substr(2, end - 2);
  if (open_.empty() || name != open_.back()) return Read::kStops;
  if (visitor_.close) visitor_.close(without_prefix(name));
  open_.pop_back();
  text.remove_prefix(end + 1);
  return Read::kOne;
}

PlainXml::Read PlainXml::read_element(std::string_view& text) {
  constexpr std::size_t kDeepest = 100;
  std::string_view rest = text.substr(1);
  const std::string_view name = take_name(rest);
  attributes_.clear();
  decoded_used_ = 0;
  while (true) {
    const std::size_t blanks = std::min(rest.find_first_not_of(kBlanks), rest.size());
    rest.remove_prefix(blanks);
    if (rest.empty() || rest == "/") return Read::kWaits;
    const bool empty = rest.front() == '/';
    if (empty || rest.front() == '>') {
      if (name.empty() || (empty && rest[1] != '>') || open_.size() >= kDeepest) return Read::kStops;
      if (open_.empty() && seen_root_) return Read::kStops;
      rest.remove_prefix(empty ? 2 : 1);
      if (open_.empty()) root_ = name;
      seen_root_ = true;
      if (visitor_.open) visitor_.open(without_prefix(name), Attributes(attributes_));
      if (empty && visitor_.close) visitor_.close(without_prefix(name));
      if (!empty) open_.emplace_back(name);
      text = rest;
      return Read::kOne;
    }
    if (name.empty() || blanks == 0) return Read::kStops;
    const std::string_view attribute = take_name(rest);
    if (rest.size() < 2) return Read::kWaits;
    const char quote = rest[1];
    if (attribute.empty() || rest[0] != '=' || (quote != '"' && quote != '\'')) return Read::kStops;
    const std::size_t end = rest.find(quote, 2);
    if (end == std::string_view::npos) return Read::kWaits;
    const std::string_view raw = rest.substr(2, end - 2);
    const bool twice = std::any_of(attributes_.begin(), attributes_.end(),
                                   [&](const XmlAttribute& other) { return other.name == attribute; });
    std::string_view value;
    const bool plain = !twice && attributes_.size() < kMostAttributes &&
                       is_plain_text(raw, InText::kBlanksDiffer) && raw.find('<') == std::string_view::npos &&
                       decode(raw, value);
    if (!plain) return Read::kStops;
    attributes_.push_back({attribute, value});
    rest.remove_prefix(end + 1);
  }
}

}  // namespace ae::ingest::xlsx
