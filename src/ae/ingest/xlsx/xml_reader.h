#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "ae/base/result.h"
#include "ae/ingest/xlsx/zip_archive.h"

namespace ae::ingest::xlsx {

struct XmlAttribute {
  std::string_view name;
  std::string_view value;
};

/// A name without what stands before a colon.
std::string_view without_prefix(std::string_view name);

/// The attributes of an element.
class Attributes {
 public:
  explicit Attributes(std::span<const XmlAttribute> attributes) : attributes_(attributes) {}
  /// The value of an attribute whatever its prefix ("id" finds r:id); empty when there is none.
  std::string_view operator[](std::string_view name) const;

 private:
  std::span<const XmlAttribute> attributes_;
};

/// What someone wants to know of an XML file; element names come without their prefix.
struct XmlVisitor {
  std::function<void(std::string_view element, const Attributes& attributes)> open;
  std::function<void(std::string_view element)> close;
  std::function<void(std::string_view text)> characters;
};

/// Streams a file of the archive through a visitor. A document type is refused, since it is what bombs of
/// entities are made of and no workbook has one. Errors: damaged_file, too_large_when_unpacked.
Result<void> read_xml(ZipArchive& archive, std::string_view name, const std::string& source,
                      const XmlVisitor& visitor);

}  // namespace ae::ingest::xlsx
