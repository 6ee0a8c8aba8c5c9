#include "ae/ingest/xlsx/full_xml.h"

#include <expat.h>
#include <vector>

namespace ae::ingest::xlsx {
namespace {

/// Elements deeper than this mean nothing to us, and deep nesting is for attacks.
constexpr int kDeepest = 200;

}  // namespace

struct FullXml::Walk {
  const XmlVisitor& visitor;
  XML_Parser parser;
  int depth = 0;
  bool silent = false;
  std::vector<XmlAttribute> attributes;

  static void XMLCALL on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
    Walk& walk = *static_cast<Walk*>(data);
    if (++walk.depth > kDeepest) {
      XML_StopParser(walk.parser, XML_FALSE);
    } else if (walk.visitor.open && !walk.silent) {
      walk.attributes.clear();
      for (; *attributes != nullptr; attributes += 2)
        walk.attributes.push_back({attributes[0], attributes[1]});
      walk.visitor.open(without_prefix(name), Attributes(walk.attributes));
    }
  }
  static void XMLCALL on_close(void* data, const XML_Char* name) {
    Walk& walk = *static_cast<Walk*>(data);
    --walk.depth;
    if (walk.visitor.close && !walk.silent) walk.visitor.close(without_prefix(name));
  }
  static void XMLCALL on_characters(void* data, const XML_Char* text, int size) {
    const Walk& walk = *static_cast<Walk*>(data);
    if (walk.visitor.characters) walk.visitor.characters({text, static_cast<std::size_t>(size)});
  }
  static void XMLCALL on_document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    XML_StopParser(static_cast<Walk*>(data)->parser, XML_FALSE);
  }
};

FullXml::FullXml(const XmlVisitor& visitor)
    : walk_(new Walk{visitor, XML_ParserCreate(nullptr), 0, false, {}}) {
  if (walk_->parser == nullptr) return;
  XML_SetUserData(walk_->parser, walk_.get());
  XML_SetElementHandler(walk_->parser, Walk::on_open, Walk::on_close);
  XML_SetCharacterDataHandler(walk_->parser, Walk::on_characters);
  XML_SetStartDoctypeDeclHandler(walk_->parser, Walk::on_document_type);
}

FullXml::~FullXml() {
  if (walk_->parser != nullptr) XML_ParserFree(walk_->parser);
}

bool FullXml::pass_over(std::string_view before) {
  walk_->silent = true;
  const bool sound = take(before);
  walk_->silent = false;
  return sound;
}

bool FullXml::take(std::string_view bytes) {
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  bool sound = walk_->parser != nullptr;
  while (sound && !bytes.empty()) {
    const std::string_view part = bytes.substr(0, kPiece);
    sound = XML_Parse(walk_->parser, part.data(), static_cast<int>(part.size()), XML_FALSE) == XML_STATUS_OK;
    bytes.remove_prefix(part.size());
  }
  return sound;
}

bool FullXml::finish() {
  return walk_->parser != nullptr && XML_Parse(walk_->parser, "", 0, XML_TRUE) == XML_STATUS_OK;
}

}  // namespace ae::ingest::xlsx
