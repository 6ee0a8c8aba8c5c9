#include "ae/ingest/xlsx/workbook.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "ae/base/near.h"
#include "ae/ingest/container/unpack_limit.h"
#include "ae/ingest/xlsx/xml_reader.h"

namespace ae::ingest::xlsx {
namespace {

/// A file that another file points at.
struct Relationship {
  std::string type;  ///< the last word of its address: "worksheet"
  std::string file;
};
using Relationships = std::map<std::string, Relationship, std::less<>>;

std::string folder_of(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(file.substr(0, slash + 1));
}

/// "worksheets/sheet1.xml" seen from "xl/", "/xl/worksheets/sheet1.xml" and "../xl/…" are the same file.
std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!folder.empty()) folder = folder_of(std::string_view(folder).substr(0, folder.size() - 1));
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return folder + std::string(target);
}

/// What `file` points at; the empty name stands for the whole archive.
Result<Relationships> relationships_of(ZipArchive& archive, const std::string& file,
                                       const std::string& source) {
  const std::string folder = folder_of(file);
  Relationships found;
  XmlVisitor visitor;
  visitor.open = [&](std::string_view element, const Attributes& attributes) {
    if (element != "Relationship") return;
    const std::string_view type = attributes["Type"];
    found.emplace(attributes["Id"], Relationship{std::string(type.substr(type.rfind('/') + 1)),
                                                 resolved(folder, attributes["Target"])});
  };
  AE_TRY_VOID(read_xml(archive, folder + "_rels/" + file.substr(folder.size()) + ".rels", source, visitor));
  return found;
}

std::string first_of_type(const Relationships& relationships, std::string_view type) {
  for (const auto& [id, relationship] : relationships) {
    if (relationship.type == type) return relationship.file;
  }
  return {};
}

int whole_number(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Result<void> read_styles(ZipArchive& archive, const std::string& file, const std::string& source,
                         Styles& styles) {
  bool in_cell_styles = false;
  XmlVisitor visitor;
  visitor.open = [&](std::string_view element, const Attributes& attributes) {
    if (element == "numFmt")
      styles.add_format(whole_number(attributes["numFmtId"]), attributes["formatCode"]);
    if (element == "cellXfs") in_cell_styles = true;
    if (element == "xf" && in_cell_styles) styles.add_style(whole_number(attributes["numFmtId"]));
  };
  visitor.close = [&](std::string_view element) {
    if (element == "cellXfs") in_cell_styles = false;
  };
  return read_xml(archive, file, source, visitor);
}

Error no_such_sheet(const Workbook& workbook, const std::string& wanted, const std::string& source) {
  std::string names;
  std::vector<std::string_view> candidates;
  for (const SheetEntry& sheet : workbook.sheets) {
    names += (names.empty() ? "" : ", ") + sheet.name;
    candidates.emplace_back(sheet.name);
  }
  return {"no_such_sheet",
          Message{Text{"{file} has no sheet {sheet}", "{file} 中没有工作表 {sheet}"}}
              .with("file", source)
              .with("sheet", wanted),
          Message{Text{"Its sheets: {sheets}; --sheet takes a name or a number from 1",
                       "现有工作表：{sheets}；--sheet 可取名称或从 1 开始的序号"}}
              .with("sheets", names),
          {source, 0, 0},
          wanted,
          near_misses(wanted, candidates)};
}

}  // namespace

Result<Workbook> read_workbook(ZipArchive& archive, const std::string& source) {
  AE_TRY(const Relationships top, relationships_of(archive, "", source));
  std::string file = first_of_type(top, "officeDocument");
  if (file.empty()) file = "xl/workbook.xml";
  AE_TRY(const Relationships parts, relationships_of(archive, file, source));
  Workbook workbook;
  XmlVisitor visitor;
  visitor.open = [&](std::string_view element, const Attributes& attributes) {
    if (element == "workbookPr") {
      const std::string_view flag = attributes["date1904"];
      if (flag == "1" || flag == "true") workbook.dates = DateSystem::k1904;
    }
    if (element != "sheet") return;
    const auto part = parts.find(attributes["id"]);
    if (part == parts.end() || part->second.type != "worksheet") return;
    const std::string_view state = attributes["state"];
    workbook.sheets.push_back(
        {std::string(attributes["name"]), part->second.file, state == "hidden" || state == "veryHidden"});
  };
  AE_TRY_VOID(read_xml(archive, file, source, visitor));
  if (workbook.sheets.empty()) return fail(damaged_file(source, "xlsx"));
  workbook.strings_file = first_of_type(parts, "sharedStrings");
  AE_TRY_VOID(read_styles(archive, first_of_type(parts, "styles"), source, workbook.styles));
  return workbook;
}

Result<SheetEntry> choose_sheet(const Workbook& workbook, const std::string& wanted,
                                const std::string& source) {
  const std::vector<SheetEntry>& sheets = workbook.sheets;
  if (wanted.empty()) {
    const auto shown =
        std::find_if(sheets.begin(), sheets.end(), [](const auto& sheet) { return !sheet.hidden; });
    return shown != sheets.end() ? *shown : sheets.front();
  }
  const auto named =
      std::find_if(sheets.begin(), sheets.end(), [&](const auto& sheet) { return sheet.name == wanted; });
  if (named != sheets.end()) return *named;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
  const bool counts = error == std::errc() && end == wanted.data() + wanted.size();
  if (counts && number >= 1 && number <= sheets.size()) return sheets[number - 1];
  return fail(no_such_sheet(workbook, wanted, source));
}

}  // namespace ae::ingest::xlsx
