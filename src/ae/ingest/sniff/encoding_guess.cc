#include "ae/ingest/sniff/encoding_guess.h"

#include <algorithm>

#include "ae/base/utf8.h"
#include "ae/ingest/mapping/header_name.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/sniff/common_characters.h"
#include "ae/ingest/sniff/transcode.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

constexpr std::size_t kSample = std::size_t{64} << 10;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The lines with bytes that are not ASCII. In none of the encodings is a line end part of a character.
std::string sample_of(std::string_view bytes) {
  std::string sample;
  while (!bytes.empty() && sample.size() < kSample) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(0, end);
    if (!is_ascii(line)) sample += line;
    bytes.remove_prefix(end);
  }
  return sample;
}

/// Whether some export has a column or a stage of this name.
bool is_known(std::string_view cell) {
  const std::string name = normalised_name(HeaderName(cell).name);
  const KnownNames& known = names_of_every_preset();
  return known.columns.contains(name) || known.stages.contains(name);
}

template <typename Visit>
void for_each_foreign_cell(std::string_view text, Visit&& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",;\t|\r\n"), text.size());
    std::string_view cell = trimmed(text.substr(0, end));
    if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    if (!is_ascii(cell)) visit(cell);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// What a character says for an East Asian reading.
double weight(char32_t c, bool japanese) {
  const bool kana = c >= 0x3041 && c <= 0x30FF;
  if (kana) return japanese ? 1 : -0.5;
  if (is_common_hanzi(c)) return 1;
  const bool hanzi = c >= 0x4E00 && c <= 0x9FFF;
  const bool punctuation = (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E) ||
                           (c >= 0x2010 && c <= 0x2026) || c == 0xB7 || c == 0x20AC || c == 0xFFE5;
  return hanzi ? 0 : punctuation ? 0.3 : -0.5;
}

double east_asian_frequency(std::string_view text, bool japanese) {
  double sum = 0;
  std::size_t count = 0;
  for_each_character(text, [&](const Character& character, std::string_view) {
    if (character.code < 0x80) return;
    sum += weight(character.code, japanese);
    ++count;
  });
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

bool is_letter(char32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }

/// Western text has single accented letters among plain ones, and a few signs.
double western_weight(char32_t before, char32_t c, char32_t after) {
  const bool accented = (c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7);
  if (accented && before < 0x80 && after < 0x80) return is_letter(before) || is_letter(after) ? 1 : 0;
  constexpr std::u32string_view kSigns = U"€£«»’‘“”–—…·°©®™§\u00A0";
  return kSigns.find(c) != std::u32string_view::npos && (before < 0x80 || after < 0x80) ? 0.5 : -0.5;
}

double western_frequency(std::string_view text) {
  double sum = 0;
  std::size_t count = 0;
  char32_t before = 0;
  char32_t at = 0;
  const auto step = [&](char32_t next) {
    if (at >= 0x80) {
      sum += western_weight(before, at, next);
      ++count;
    }
    before = at;
    at = next;
  };
  for_each_character(text, [&](const Character& c, std::string_view) { step(c.code); });
  step(0);
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

Reading8Bit looked_at(const Encoding& encoding, std::string_view text) {
  Reading8Bit reading{encoding, 0, 0, {}};
  for_each_foreign_cell(text, [&](std::string_view cell) {
    if (reading.example.empty()) reading.example = cell;
    if (is_known(cell)) ++reading.words;
  });
  reading.frequency = encoding.name == kWindows1252.name
                          ? western_frequency(text)
                          : east_asian_frequency(text, encoding.name == kShiftJis.name);
  return reading;
}

}  // namespace

std::vector<Reading8Bit> readings_of(std::string_view bytes) {
  const std::string sample = sample_of(bytes);
  std::vector<Reading8Bit> readings;
  for (const Encoding& encoding : {kGb18030, kBig5, kShiftJis, kWindows1252}) {
    const Transcoded read = transcode(sample, encoding);
    if (!read.stopped) readings.push_back(looked_at(encoding, read.text));
  }
  std::stable_sort(readings.begin(), readings.end(), [](const Reading8Bit& a, const Reading8Bit& b) {
    return a.words != b.words ? a.words > b.words : a.frequency > b.frequency;
  });
  return readings;
}

Evidence evidence_for_first(const std::vector<Reading8Bit>& readings) {
  constexpr double kLikely = 0.2;
  constexpr double kClearlyAhead = 0.25;
  if (readings.empty()) return Evidence::kNone;
  const Reading8Bit& first = readings.front();
  const std::size_t words_of_next = readings.size() > 1 ? readings[1].words : 0;
  if (first.words > words_of_next) return Evidence::kWords;
  if (first.frequency < kLikely) return Evidence::kNone;
  const double next = readings.size() > 1 ? std::max(readings[1].frequency, 0.0) : 0;
  return first.frequency - next >= kClearlyAhead || readings.size() == 1 ? Evidence::kFrequency
                                                                         : Evidence::kNone;
}

}  // namespace ae::ingest
