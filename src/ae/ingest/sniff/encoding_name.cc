#include "ae/ingest/sniff/encoding_name.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ae/base/near.h"

namespace ae::ingest {
namespace {

struct Known {
  std::string_view plain;  ///< in lower case without blanks, `-` and `_`
  Encoding encoding;
};

// UTF-16 and UTF-32 without an order are as Windows writes them.
constexpr Known kKnown[] = {
    {"utf8", kUtf8},
    {"utf8bom", kUtf8},
    {"utf8sig", kUtf8},
    {"utf16", kUtf16Le},
    {"unicode", kUtf16Le},
    {"utf16le", kUtf16Le},
    {"utf16be", kUtf16Be},
    {"utf32", kUtf32Le},
    {"utf32le", kUtf32Le},
    {"utf32be", kUtf32Be},
    {"gb18030", kGb18030},
    {"gbk", kGb18030},
    {"gb2312", kGb18030},
    {"cp936", kGb18030},
    {"936", kGb18030},
    {"euccn", kGb18030},
    {"ansi936", kGb18030},
    {"big5", kBig5},
    {"cp950", kBig5},
    {"950", kBig5},
    {"big5hkscs", {"Big5-HKSCS", "BIG5-HKSCS"}},
    {"shiftjis", kShiftJis},
    {"sjis", kShiftJis},
    {"cp932", kShiftJis},
    {"ms932", kShiftJis},
    {"windows31j", kShiftJis},
    {"932", kShiftJis},
    {"eucjp", {"EUC-JP", "EUC-JP"}},
    {"iso2022jp", {"ISO-2022-JP", "ISO-2022-JP"}},
    {"euckr", {"EUC-KR", "CP949"}},
    {"cp949", {"EUC-KR", "CP949"}},
    {"windows1250", {"windows-1250", "CP1250"}},
    {"cp1250", {"windows-1250", "CP1250"}},
    {"windows1251", {"windows-1251", "CP1251"}},
    {"cp1251", {"windows-1251", "CP1251"}},
    {"windows1252", kWindows1252},
    {"cp1252", kWindows1252},
    {"1252", kWindows1252},
    {"ansi", kWindows1252},
    {"windows1253", {"windows-1253", "CP1253"}},
    {"cp1253", {"windows-1253", "CP1253"}},
    {"windows1254", {"windows-1254", "CP1254"}},
    {"cp1254", {"windows-1254", "CP1254"}},
    {"windows1257", {"windows-1257", "CP1257"}},
    {"cp1257", {"windows-1257", "CP1257"}},
    {"iso88591", {"ISO-8859-1", "ISO-8859-1"}},
    {"latin1", {"ISO-8859-1", "ISO-8859-1"}},
    {"iso88592", {"ISO-8859-2", "ISO-8859-2"}},
    {"latin2", {"ISO-8859-2", "ISO-8859-2"}},
    {"iso885915", {"ISO-8859-15", "ISO-8859-15"}},
    {"latin9", {"ISO-8859-15", "ISO-8859-15"}},
    {"koi8r", {"KOI8-R", "KOI8-R"}},
    {"macintosh", {"macintosh", "MACINTOSH"}},
    {"macroman", {"macintosh", "MACINTOSH"}},
    {"cp437", {"IBM437", "IBM437"}},
    {"cp850", {"IBM850", "IBM850"}},
};

std::string plain(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

Error unknown_encoding(std::string_view name) {
  std::vector<std::string_view> candidates{"UTF-8", "GBK", "latin1"};
  for (const Known& known : kKnown) {
    if (std::find(candidates.begin(), candidates.end(), known.encoding.name) == candidates.end())
      candidates.push_back(known.encoding.name);
  }
  std::vector<std::string> near = near_misses(name, candidates);
  return {"unknown_encoding",
          Message{Text{"There is no encoding {name}", "没有名为 {name} 的编码"}}.with("name", name),
          Message{Text{"Name one, for example --encoding {example}", "请指定编码，例如 --encoding {example}"}}
              .with("example", near.empty() ? std::string("GB18030") : near.front()),
          {},
          std::string(name),
          std::move(near)};
}

}  // namespace

Result<Encoding> encoding_named(std::string_view name) {
  const std::string wanted = plain(name);
  const auto* const found =
      std::find_if(std::begin(kKnown), std::end(kKnown), [&](const Known& k) { return k.plain == wanted; });
  if (found == std::end(kKnown)) return fail(unknown_encoding(name));
  return found->encoding;
}

}  // namespace ae::ingest
