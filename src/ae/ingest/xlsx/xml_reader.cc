#include "ae/ingest/xlsx/xml_reader.h"

#include "ae/ingest/container/unpack_limit.h"
#include "ae/ingest/xlsx/xml_reading.h"

namespace ae::ingest::xlsx {

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view Attributes::operator[](std::string_view name) const {
  for (const XmlAttribute& attribute : attributes_) {
    if (without_prefix(attribute.name) == name) return attribute.value;
  }
  return {};
}

bool XmlReading::take(std::string_view piece) {
  if (full_) return full_->take(piece);
  return plain_.take(piece) || go_on();
}

bool XmlReading::finish() {
  if (!full_ && plain_.is_complete()) return true;
  return (full_ || go_on()) && full_->finish();
}

bool XmlReading::go_on() {
  full_.emplace(visitor_);
  return full_->pass_over(plain_.before()) && full_->take(plain_.rest());
}

Result<void> read_xml(ZipArchive& archive, std::string_view name, const std::string& source,
                      const XmlVisitor& visitor) {
  if (!archive.has(name)) return {};
  XmlReading reading(visitor);
  bool sound = true;
  AE_TRY_VOID(archive.read(name, [&](std::string_view piece) { return sound = reading.take(piece); }));
  if (!sound || !reading.finish()) return fail(damaged_file(source, "XML"));
  return {};
}

}  // namespace ae::ingest::xlsx
