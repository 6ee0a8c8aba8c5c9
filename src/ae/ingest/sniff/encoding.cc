#include "ae/ingest/sniff/encoding.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/base/utf8.h"
#include "ae/ingest/shell_word.h"
#include "ae/ingest/sniff/encoding_guess.h"
#include "ae/ingest/sniff/encoding_name.h"
#include "ae/ingest/sniff/place_at.h"
#include "ae/ingest/sniff/transcode.h"

namespace ae::ingest {
namespace {

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};

// The longer ones first: UTF-32LE begins as UTF-16LE does.
constexpr Mark kMarks[] = {
    {{"\xFF\xFE\0\0", 4}, kUtf32Le}, {{"\0\0\xFE\xFF", 4}, kUtf32Be}, {"\xEF\xBB\xBF", kUtf8},
    {"\xFF\xFE", kUtf16Le},          {"\xFE\xFF", kUtf16Be},
};

const Mark* mark_of(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return &mark;
  }
  return nullptr;
}

/// UTF-16 without a mark: plain letters and signs leave every other byte NUL, always the same one. A few
/// Chinese characters (U+4E00) have theirs on the other side.
std::optional<Encoding> utf16_by_nul_bytes(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  if (bytes.size() % 2 != 0 || sample.size() < 4) return std::nullopt;
  std::size_t nuls[2] = {0, 0};
  for (std::size_t at = 0; at < sample.size(); ++at) {
    if (sample[at] == '\0') ++nuls[at % 2];
  }
  const std::size_t many = std::max<std::size_t>(sample.size() / 20, 2);
  if (nuls[1] >= many && nuls[0] * 4 <= nuls[1]) return kUtf16Le;
  if (nuls[0] >= many && nuls[1] * 4 <= nuls[0]) return kUtf16Be;
  return std::nullopt;
}

/// A lead byte with all the bytes that it announces: one character in the form of UTF-8. 0 when they are not
/// there.
std::size_t utf8_shaped(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes.front());
  if (lead < 0xC0 || lead >= 0xF8) return 0;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (bytes.size() < length) return 0;
  for (const char byte : bytes.substr(1, length - 1)) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

/// Whether text that is not valid UTF-8 is meant as UTF-8 all the same: at least half of what is not ASCII is
/// valid, or all that is wrong is UTF-8 that Unicode forbids (overlong forms, surrogates, beyond U+10FFFF).
/// Looks around the first wrong byte.
bool is_broken_utf8(std::string_view bytes) {
  constexpr std::size_t kAround = std::size_t{64} << 10;
  const std::size_t wrong_at = first_invalid_utf8(bytes);
  std::string_view rest = bytes.substr(wrong_at > kAround ? wrong_at - kAround : 0).substr(0, 2 * kAround);
  std::size_t valid = 0;
  std::size_t forbidden = 0;
  std::size_t wrong = 0;
  bool cut = false;
  while (!rest.empty()) {
    const Character c = first_character(rest);
    const std::size_t shaped = c.valid ? 0 : utf8_shaped(rest);
    if (c.valid) {
      valid += c.bytes > 1 ? 1 : 0;
    } else if (shaped > 0) {
      ++forbidden;
    } else {
      cut = rest.size() < 4;  // in the middle of a character
      wrong += cut ? 0 : 1;
    }
    rest.remove_prefix(std::max(c.bytes, shaped));
  }
  return (valid > 0 && valid >= wrong) || (forbidden > 0 && wrong == 0 && !cut);
}

std::string byte_at(std::string_view bytes, std::size_t offset) {
  return fmt::format("0x{:02X}", static_cast<unsigned char>(bytes[offset]));
}

Error not_utf8(const Source& source, std::string_view text, std::size_t offset) {
  return {
      "not_utf8",
      Message{Text{"{file} is not in UTF-8: the byte {byte} stands where no character can begin",
                   "{file} 不是 UTF-8 编码：字节 {byte} 处不是有效字符"}}
          .with("file", source.name)
          .with("byte", byte_at(text, offset)),
      Text{"Mend the character there; or, if the file is in another encoding, name it: --encoding GB18030, "
           "--encoding windows-1252",
           "请修正该字符；若文件为其他编码，请指明：--encoding GB18030、--encoding windows-1252"},
      place_at(source.name, text, offset),
      fmt::format("\\x{:02X}", static_cast<unsigned char>(text[offset])),
      {}};
}

Error not_in_encoding(const Source& source, std::string_view bytes, const Transcoded& read,
                      std::string_view encoding) {
  const std::size_t at = *read.stopped;
  const bool cut = at >= bytes.size();
  return {"not_in_encoding",
          Message{Text{"{file} is not in {encoding}: the byte {byte} stands where no character can begin",
                       "{file} 不是 {encoding} 编码：字节 {byte} 处不是有效字符"}}
              .with("file", source.name)
              .with("encoding", encoding)
              .with("byte", cut ? std::string("EOF") : byte_at(bytes, at)),
          Text{"Name another encoding: --encoding NAME; or save the file as UTF-8",
               "请指定其他编码：--encoding NAME；或将文件另存为 UTF-8"},
          place_at(source.name, read.text, read.text.size()),
          cut ? std::string() : fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[at])),
          {}};
}

Error nul_byte(const Source& source, std::string_view text, std::size_t offset) {
  return {
      "nul_byte",
      Message{Text{"{file} holds a NUL byte, which no text does", "{file} 含有 NUL 字节，不是正常文本"}}.with(
          "file", source.name),
      Text{"Take it out; or, if the file is UTF-16, say so: --encoding UTF-16LE",
           "请将其删除；若文件为 UTF-16，请指明：--encoding UTF-16LE"},
      place_at(source.name, text, offset),
      "\\x00",
      {}};
}

Error ambiguous_encoding(const Source& source, const std::vector<Reading8Bit>& readings) {
  std::string seen;
  for (const Reading8Bit& reading : readings) {
    if (!seen.empty()) seen += ", ";
    seen += fmt::format("{} \"{}\"", reading.encoding.name, reading.example);
  }
  const std::size_t offset = first_invalid_utf8(source.bytes);
  return {"ambiguous_encoding",
          Message{Text{"{file} is not in UTF-8, and nothing says what it is in; it can be read as {readings}",
                       "{file} 不是 UTF-8，且无法判断其编码；可读作 {readings}"}}
              .with("file", source.name)
              .with("readings", seen),
          Message{Text{"Name the one that is right: {flag}", "请指明正确的编码：{flag}"}}.with(
              "flag", fmt::format("--encoding {}", readings.front().encoding.name)),
          place_at(source.name, source.bytes, offset),
          "",
          {}};
}

Note encoding_assumed(const Source& source, const Reading8Bit& reading) {
  return {
      "encoding_assumed",
      Severity::kWarning,
      Message{Text{"{file} is read as {encoding}, going by how frequent its characters are (\"{example}\"); "
                   "if that is wrong: --encoding NAME",
                   "{file} 按 {encoding} 读取，依据是字符常用程度（“{example}”）；如有误：--encoding NAME"}}
          .with("file", source.name)
          .with("encoding", reading.encoding.name)
          .with("example", reading.example),
      {source.name, 0, 0}};
}

Error empty_file(const Source& source) {
  return {"empty_file",
          Message{Text{"{file} is empty", "{file} 是空文件"}}.with("file", source.name),
          Text{"Export it again: the first line names the columns, each further line is an opportunity",
               "请重新导出：第一行为列名，其后每行一个商机"},
          {source.name, 0, 0},
          "",
          {}};
}

Result<CheckedText> without_nul(const Source& source, CheckedText checked) {
  if (checked.text.empty()) return fail(empty_file(source));
  const std::size_t nul = checked.text.find('\0');
  if (nul != std::string_view::npos) return fail(nul_byte(source, checked.text, nul));
  return checked;
}

Result<CheckedText> converted(const Source& source, std::string_view bytes, const Encoding& encoding,
                              std::string name, ToldBy told_by) {
  Transcoded read = transcode(bytes, encoding);
  if (read.stopped) return fail(not_in_encoding(source, bytes, read, encoding.name));
  auto text = std::make_shared<const std::string>(std::move(read.text));
  return without_nul(source, {*text, std::move(name), told_by, text, {}});
}

Result<CheckedText> in_utf8(const Source& source, std::string_view text, std::string name, ToldBy told_by) {
  const std::size_t invalid = first_invalid_utf8(text);
  const std::size_t nul = text.substr(0, invalid).find('\0');
  if (nul != std::string_view::npos) return fail(nul_byte(source, text, nul));
  if (invalid != text.size()) return fail(not_utf8(source, text, invalid));
  return without_nul(source, {text, std::move(name), told_by, nullptr, {}});
}

Result<CheckedText> as_chosen(const Source& source, const std::string& chosen) {
  AE_TRY(const Encoding encoding, encoding_named(chosen));
  std::string_view bytes = source.bytes;
  // The mark is no part of the text; one of another encoding stays and will be wrong there.
  const Mark* const mark = mark_of(bytes);
  const bool marked = mark != nullptr && mark->encoding.name == encoding.name;
  if (marked) bytes.remove_prefix(mark->bytes.size());
  std::string name = std::string(encoding.name) + (marked ? " BOM" : "");
  if (encoding.name == kUtf8.name) return in_utf8(source, bytes, std::move(name), ToldBy::kUser);
  return converted(source, bytes, encoding, std::move(name), ToldBy::kUser);
}

/// Text in one of the older encodings, which have no marks.
Result<CheckedText> guessed(const Source& source) {
  const std::vector<Reading8Bit> readings = readings_of(source.bytes);
  const std::size_t invalid = first_invalid_utf8(source.bytes);
  if (readings.empty()) return fail(not_utf8(source, source.bytes, invalid));
  const Evidence evidence = evidence_for_first(readings);
  if (evidence == Evidence::kNone) return fail(ambiguous_encoding(source, readings));
  const Reading8Bit& best = readings.front();
  const bool by_words = evidence == Evidence::kWords;
  AE_TRY(CheckedText checked, converted(source, source.bytes, best.encoding, std::string(best.encoding.name),
                                        by_words ? ToldBy::kWords : ToldBy::kFrequency));
  if (!by_words) checked.notes.push_back(encoding_assumed(source, best));
  return checked;
}

}  // namespace

Result<CheckedText> checked_text(const Source& source, const std::optional<std::string>& chosen) {
  const std::string_view bytes = source.bytes;
  if (bytes.empty()) return fail(empty_file(source));
  if (chosen) return as_chosen(source, *chosen);
  if (const Mark* const mark = mark_of(bytes)) {
    const std::string_view text = bytes.substr(mark->bytes.size());
    std::string name = std::string(mark->encoding.name) + " BOM";
    if (mark->encoding.name == kUtf8.name) return in_utf8(source, text, std::move(name), ToldBy::kMark);
    return converted(source, text, mark->encoding, std::move(name), ToldBy::kMark);
  }
  const std::size_t invalid = first_invalid_utf8(bytes);
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    const std::optional<Encoding> wide = utf16_by_nul_bytes(bytes);
    if (wide) return converted(source, bytes, *wide, std::string(wide->name), ToldBy::kBytes);
    if (nul < invalid || invalid == bytes.size()) return fail(nul_byte(source, bytes, nul));
  }
  if (invalid == bytes.size()) return CheckedText{bytes, "UTF-8", ToldBy::kBytes, nullptr, {}};
  if (nul != std::string_view::npos || is_broken_utf8(bytes)) return fail(not_utf8(source, bytes, invalid));
  return guessed(source);
}

}  // namespace ae::ingest
