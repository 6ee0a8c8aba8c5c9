#include "ae/ingest/xlsx/xml_reading.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace ae::ingest::xlsx {
namespace {

/// What a visitor sees, in words; text that comes in pieces as one.
class Seen {
 public:
  Seen() {
    visitor.open = [this](std::string_view element, const Attributes& attributes) {
      tell("<" + std::string(element));
      for (const std::string_view name : {"r", "t", "s"}) words += "|" + std::string(attributes[name]);
    };
    visitor.close = [this](std::string_view element) { tell(">" + std::string(element)); };
    visitor.characters = [this](std::string_view text) { text_ += text; };
  }
  Seen(const Seen&) = delete;
  Seen& operator=(const Seen&) = delete;

  void tell(const std::string& more) {
    if (!text_.empty()) words += "[" + text_ + "]";
    text_.clear();
    words += more;
  }

  XmlVisitor visitor;
  std::string words;

 private:
  std::string text_;
};

template <typename Reading>
std::string seen(std::string_view document, std::size_t piece) {
  Seen seen;
  Reading reading(seen.visitor);
  bool sound = true;
  for (; sound && !document.empty(); document.remove_prefix(std::min(piece, document.size())))
    sound = reading.take(document.substr(0, piece));
  sound = sound && reading.finish();
  seen.tell("");
  return sound ? seen.words : "damaged";
}

void expect_same(const std::string& document,
                 const std::vector<std::size_t>& pieces = {1, 2, 3, 7, 64, 100'000}) {
  const std::string expected = seen<FullXml>(document, document.size() + 1);
  for (const std::size_t piece : pieces)
    EXPECT_EQ(seen<XmlReading>(document, piece), expected) << document << " by " << piece;
}

constexpr std::string_view kDocuments[] = {
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<x:sheet xmlns:x="u"><row r="1" t='a"b'><c r="A1" t="s"><v>12</v></c><c/><v> a &amp; b &#x4E2D;&#10;</v></row></x:sheet>
)",
    R"(<?xml version='1.0'?><a><b r="&lt;&quot;&#65;"/>text &gt; more<!-- note --><c>x</c></a><!-- end -->)",
    "<a><![CDATA[<b>]]></a>",
    "<a>\r\n</a>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<a><b>x</b></a>\r\n",
    "<a r=\"1\n2\"/>",
    "<a r = '1' ></a >",
    "\xEF\xBB\xBF<a/>",
    "<a/>",
    "<a>中文 é</a>",
    "<é>x</é>",
    "<a>\xFF</a>",
    "<a>\xEF\xBF\xBF</a>",
    "<a>\x01</a>",
    "<a r='1' r='2'/>",
    "<a></b>",
    "<a>",
    "</a>",
    "<a/><b/>",
    "<a/> x",
    "x<a/>",
    "",
    "  ",
    "<a>]]></a>",
    "<a>&none;</a>",
    "<a>& </a>",
    "<a>&#13;</a>",
    "<a>&#0;</a>",
    "<a r='<'/>",
    "<a r=1/>",
    "<1/>",
    "<a r='1't='2'/>",
    "<a/",
    "<!DOCTYPE a><a/>",
    "<?pi x?><a><?pi y?></a>",
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xE9</a>",
    "<a>&#xD800;</a>",
    "<a>&#1114112;</a>",
    "< a/>"};

TEST(XmlReading, SeesWhatTheParserOfAllOfXmlSees) {
  for (const std::string_view document : kDocuments) expect_same(std::string(document));
  std::string deep;
  for (int level = 0; level < 150; ++level) deep += "<a>";
  for (int level = 0; level < 150; ++level) deep += "</a>";
  expect_same(deep);
  expect_same("<a>" + deep + deep + "</a>");
  std::string deeper;
  for (int level = 0; level < 201; ++level) deeper += "<a>";
  expect_same(deeper);
}

TEST(XmlReading, SeesTheSameInDamagedDocuments) {
  std::mt19937 engine(7);
  constexpr std::string_view kBytes = "<>/&;='\" \n\r\tab:!?-[]#x0\xE4\xB8\xAD\x01";
  for (int run = 0; run < 4000; ++run) {
    std::string document(kDocuments[engine() % std::size(kDocuments)]);
    for (std::size_t change = 0; change < 1 + engine() % 3 && !document.empty(); ++change) {
      const std::size_t at = engine() % document.size();
      const char byte = kBytes[engine() % kBytes.size()];
      if (engine() % 3 == 0) {
        document.erase(at, 1 + engine() % 3);
      } else if (engine() % 2 == 0) {
        document[at] = byte;
      } else {
        document.insert(at, 1, byte);
      }
    }
    expect_same(document);
  }
}

TEST(XmlReading, TakesTokensOfAnySize) {
  expect_same("<a><b r='" + std::string(100'000, 'x') + "'>" + std::string(3'000'000, 'y') + "</b></a>",
              {65'536, 1'000'000});
}

}  // namespace
}  // namespace ae::ingest::xlsx
