#pragma once

#include <memory>
#include <string_view>

#include "ae/ingest/xlsx/xml_reader.h"

namespace ae::ingest::xlsx {

/// Reads all of XML but document types, which are what bombs of entities are made of and no workbook has.
class FullXml {
 public:
  explicit FullXml(const XmlVisitor& visitor);
  FullXml(const FullXml&) = delete;
  FullXml& operator=(const FullXml&) = delete;
  ~FullXml();

  /// Takes bytes without a word to the visitor, who has seen what they say.
  bool pass_over(std::string_view before);
  /// Takes the next bytes; false when they are no XML.
  bool take(std::string_view bytes);
  /// Whether the bytes taken are a whole document.
  bool finish();

 private:
  struct Walk;
  std::unique_ptr<Walk> walk_;
};

}  // namespace ae::ingest::xlsx
