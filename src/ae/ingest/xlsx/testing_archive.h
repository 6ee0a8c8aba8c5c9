#pragma once

#include <cstdint>
#include <string>

/// What tests and fuzz targets of workbooks share.
namespace ae::ingest::xlsx::testing {

/// A ZIP archive of stored files.
class StoredArchive {
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
  static std::string number(std::size_t value, int bytes) {
    std::string text;
    for (; bytes > 0; --bytes, value >>= 8U) text += static_cast<char>(value & 0xFFU);
    return text;
  }

  static std::uint32_t checksum(const std::string& text) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char c : text) {
      sum ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) sum = sum >> 1U ^ (0xEDB88320U & (0U - (sum & 1U)));
    }
    return ~sum;
  }

  std::string files_;
  std::string directory_;
  std::size_t count_ = 0;
};

/// The parts of a workbook with one sheet.
struct Parts {
  std::string sheet;
  std::string strings = "<sst/>";
  std::string styles = "<styleSheet/>";
};

inline std::string workbook_of(const Parts& parts) {
  StoredArchive archive;
  archive.add("[Content_Types].xml", "");
  archive.add("xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" id=\"a\"/></sheets></workbook>");
  archive.add("xl/_rels/workbook.xml.rels",
              "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"sheet.xml\"/>"
              "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"strings.xml\"/>"
              "<Relationship Id=\"c\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>");
  archive.add("xl/sheet.xml", parts.sheet);
  archive.add("xl/strings.xml", parts.strings);
  archive.add("xl/styles.xml", parts.styles);
  return archive.bytes();
}

}  // namespace ae::ingest::xlsx::testing
