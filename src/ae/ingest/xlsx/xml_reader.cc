#include "ae/ingest/xlsx/xml_reader.h"

#include <expat.h>
#include <memory>
#include <type_traits>

#include "ae/ingest/container/unpack_limit.h"

namespace ae::ingest::xlsx {
namespace {

/// Elements deeper than this mean nothing to us, and deep nesting is for attacks.
constexpr int kDeepest = 200;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Walk {
  const XmlVisitor& visitor;
  XML_Parser parser;
  int depth = 0;
};

void XMLCALL on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
  Walk& walk = *static_cast<Walk*>(data);
  if (++walk.depth > kDeepest) {
    XML_StopParser(walk.parser, XML_FALSE);
  } else if (walk.visitor.open) {
    walk.visitor.open(without_prefix(name), Attributes(attributes));
  }
}

void XMLCALL on_close(void* data, const XML_Char* name) {
  Walk& walk = *static_cast<Walk*>(data);
  --walk.depth;
  if (walk.visitor.close) walk.visitor.close(without_prefix(name));
}

void XMLCALL on_characters(void* data, const XML_Char* text, int size) {
  const Walk& walk = *static_cast<Walk*>(data);
  if (walk.visitor.characters) walk.visitor.characters({text, static_cast<std::size_t>(size)});
}

void XMLCALL on_document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  XML_StopParser(static_cast<Walk*>(data)->parser, XML_FALSE);
}

}  // namespace

std::string_view Attributes::operator[](std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (without_prefix(*pair) == name) return pair[1];
  }
  return {};
}

Result<void> read_xml(ZipArchive& archive, std::string_view name, const std::string& source,
                      const XmlVisitor& visitor) {
  if (!archive.has(name)) return {};
  const Parser parser(XML_ParserCreate(nullptr));
  if (!parser) return fail(damaged_file(source, "XML"));
  Walk walk{visitor, parser.get()};
  XML_SetUserData(parser.get(), &walk);
  XML_SetElementHandler(parser.get(), on_open, on_close);
  XML_SetCharacterDataHandler(parser.get(), on_characters);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  bool sound = true;
  AE_TRY_VOID(archive.read(name, [&](std::string_view piece) {
    constexpr std::size_t kPiece = std::size_t{1} << 20U;
    while (sound && !piece.empty()) {
      const std::string_view part = piece.substr(0, kPiece);
      sound = XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), XML_FALSE) == XML_STATUS_OK;
      piece.remove_prefix(part.size());
    }
    return sound;
  }));
  if (!sound || XML_Parse(parser.get(), "", 0, XML_TRUE) != XML_STATUS_OK)
    return fail(damaged_file(source, "XML"));
  return {};
}

}  // namespace ae::ingest::xlsx
