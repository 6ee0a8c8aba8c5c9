#include "ae/ingest/xlsx/shared_strings.h"

#include <charconv>

#include "ae/ingest/xlsx/xml_reader.h"

namespace ae::ingest::xlsx {
namespace {

constexpr std::size_t kEscapeSize = 7;  // _x000D_

/// The code of the escape with which `text` begins; -1 when it begins with none.
int escaped_code(std::string_view text) {
  if (text.size() < kEscapeSize || !text.starts_with("_x") || text[kEscapeSize - 1] != '_') return -1;
  constexpr std::size_t kDigits = 4;
  int code = 0;
  const char* first = text.data() + 2;
  const auto [end, error] = std::from_chars(first, first + kDigits, code, 16);
  return error == std::errc() && end == first + kDigits ? code : -1;
}

}  // namespace

std::string without_escapes(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const int code = escaped_code(text);
    constexpr int kFirstPrintable = 0x20;
    constexpr int kUnderscore = 0x5F;  // _x005F_ escapes an underscore that would begin an escape
    if (code >= 0 && (code < kFirstPrintable || code == kUnderscore)) {
      if (code == '\t' || code == '\n' || code == '\r' || code == kUnderscore)
        plain += static_cast<char>(code);
      text.remove_prefix(kEscapeSize);
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
  }
  return plain;
}

Result<std::vector<std::string_view>> read_shared_strings(ZipArchive& archive, const std::string& file,
                                                          const std::string& source, csv::GridBuilder& grid) {
  std::vector<std::string_view> strings;
  std::string text;
  bool in_text = false;
  bool in_pronunciation = false;
  XmlVisitor visitor;
  visitor.open = [&](std::string_view element, const Attributes&) {
    if (element == "si") text.clear();
    if (element == "rPh") in_pronunciation = true;
    in_text = element == "t";
  };
  visitor.close = [&](std::string_view element) {
    if (element == "si") strings.push_back(grid.keep(has_escapes(text) ? without_escapes(text) : text));
    if (element == "rPh") in_pronunciation = false;
    in_text = false;
  };
  visitor.characters = [&](std::string_view characters) {
    if (in_text && !in_pronunciation) text += characters;
  };
  AE_TRY_VOID(read_xml(archive, file, source, visitor));
  return strings;
}

}  // namespace ae::ingest::xlsx
