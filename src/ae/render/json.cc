#include "ae/render/json.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/base/utf8.h"

namespace ae::render {

std::string json_string(std::string_view text) {
  std::string quoted;
  quoted.reserve(text.size() + 2);
  quoted = "\"";
  // Nearly every text is plain letters.
  const bool plain = std::all_of(text.begin(), text.end(),
                                 [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
  if (plain) return quoted.append(text).append("\"");
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    if (!character.valid) {
      quoted += "\\ufffd";
    } else if (bytes == "\"" || bytes == "\\") {
      quoted.append("\\").append(bytes);
    } else if (character.code == '\n') {
      quoted += "\\n";
    } else if (character.code == '\t') {
      quoted += "\\t";
    } else if (character.code < 0x20 || (character.code >= 0x7f && character.code < 0xa0)) {
      quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(character.code));
    } else {
      quoted += bytes;
    }
  });
  return quoted + "\"";
}

void JsonWriter::key(std::string_view name) {
  before_value();
  out_ += json_string(name);
  out_ += ": ";
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) { literal(json_string(text)); }

void JsonWriter::literal(std::string_view text) {
  before_value();
  out_ += text;
  hand_on(kPiece);
}

void JsonWriter::hand_on(std::size_t at_least) {
  if (!sink_ || out_.size() < at_least) return;
  sink_(out_);
  out_.clear();
}

void JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  has_items_.push_back(false);
}

void JsonWriter::close(char bracket) {
  const bool had_items = has_items_.back();
  has_items_.pop_back();
  if (had_items) break_line();
  out_ += bracket;
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_items_.empty()) return;
  if (has_items_.back()) out_ += ',';
  has_items_.back() = true;
  break_line();
}

void JsonWriter::break_line() {
  out_ += '\n';
  out_.append(2 * has_items_.size(), ' ');
}

std::string JsonWriter::finish() && {
  out_ += '\n';
  hand_on(0);
  return std::move(out_);
}

void write_json(JsonWriter& json, const Message& message) {
  std::string words;
  for (const Language language : json.languages()) {
    const std::string in_language = message.in(language);
    if (in_language == words) continue;
    if (!words.empty()) words += " / ";
    words += in_language;
  }
  json.string(words);
}

}  // namespace ae::render
