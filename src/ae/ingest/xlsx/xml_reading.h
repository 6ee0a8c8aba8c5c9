#pragma once

#include <optional>
#include <string_view>

#include "ae/ingest/xlsx/full_xml.h"
#include "ae/ingest/xlsx/plain_xml.h"

namespace ae::ingest::xlsx {

/// Reads XML piece by piece: as long as it is as plain as programs write it by PlainXml, from there on by
/// FullXml, with which alone a visitor would see the same.
class XmlReading {
 public:
  /// The visitor has to outlive it.
  explicit XmlReading(const XmlVisitor& visitor) : visitor_(visitor), plain_(visitor) {}

  /// Takes the next bytes; false when they are no XML.
  bool take(std::string_view piece);
  /// Whether the bytes taken are a whole document.
  bool finish();

 private:
  bool go_on();

  const XmlVisitor& visitor_;
  PlainXml plain_;
  std::optional<FullXml> full_;
};

}  // namespace ae::ingest::xlsx
