// Whatever the bytes: a workbook gives cells in columns that Excel has, or an error. The bytes are read as an
// archive, and as the sheet of a sound workbook, since a checksum would stop most of what is made from an
// archive.

#include <cstddef>
#include <cstdint>
#include <string>

#include "ae/base/assert.h"
#include "ae/ingest/xlsx/cell_text.h"
#include "ae/ingest/xlsx/read_xlsx.h"

namespace {

std::string number(std::size_t value, int bytes) {
  std::string text;
  for (; bytes > 0; --bytes, value >>= 8U) text += static_cast<char>(value & 0xFFU);
  return text;
}

std::uint32_t checksum(const std::string& text) {
  std::uint32_t sum = 0xFFFFFFFFU;
  for (const char c : text) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1U ^ (0xEDB88320U & (0U - (sum & 1U)));
  }
  return ~sum;
}

/// An archive of stored files.
class Archive {
 public:
  void add(const std::string& name, const std::string& text) {
    const std::string facts = number(checksum(text), 4) + number(text.size(), 4) + number(text.size(), 4) +
                              number(name.size(), 2) + number(0, 2);
    directory_ += "PK\1\2" + number(20, 2) + number(20, 2) + number(0, 8) + facts + number(0, 10) +
                  number(files_.size(), 4) + name;
    files_ += "PK\3\4" + number(20, 2) + number(0, 8) + facts + name + text;
    ++count_;
  }
  std::string bytes() const {
    return files_ + directory_ + "PK\5\6" + number(0, 4) + number(count_, 2) + number(count_, 2) +
           number(directory_.size(), 4) + number(files_.size(), 4) + number(0, 2);
  }

 private:
  std::string files_;
  std::string directory_;
  std::size_t count_ = 0;
};

/// A workbook with the text as its sheet, its shared strings and its styles.
std::string workbook_of(const std::string& text) {
  const std::string relations =
      "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/>"
      "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"s.xml\"/>"
      "<Relationship Id=\"c\" Type=\"x/styles\" Target=\"s.xml\"/></Relationships>";
  Archive archive;
  archive.add("[Content_Types].xml", "");
  archive.add("xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" id=\"a\"/></sheets></workbook>");
  archive.add("xl/_rels/workbook.xml.rels", relations);
  archive.add("xl/s.xml", text);
  return archive.bytes();
}

void check(const std::string& bytes) {
  const auto table = ae::ingest::xlsx::read_xlsx(bytes, "", "fuzz");
  if (!table) {
    AE_ASSERT(!table.error().code.empty());
    return;
  }
  for (std::size_t record = 0; record < table->records.size(); ++record) {
    AE_ASSERT(table->records.line(record) >= 1);
    AE_ASSERT(!table->records[record].empty() && table->records[record].size() <= 16384);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  check(text);
  check(workbook_of(text));
  for (const auto kind : {ae::ingest::xlsx::NumberKind::kPercent, ae::ingest::xlsx::NumberKind::kDateTime}) {
    AE_ASSERT(text.empty() ||
              !ae::ingest::xlsx::text_of_number(text, kind, ae::ingest::xlsx::DateSystem::k1904).empty());
  }
  return 0;
}
