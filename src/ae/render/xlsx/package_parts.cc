#include "ae/render/xlsx/package_parts.h"

#include <fmt/format.h>

#include "ae/render/xlsx/xml_text.h"

namespace ae::render::spreadsheet {
namespace {

constexpr const char* kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006";

std::string content_type(std::string_view part, std::string_view type) {
  return fmt::format("<Override PartName=\"/{}\" ContentType=\"application/vnd.openxmlformats-{}+xml\"/>",
                     part, type);
}

std::string defined_names(const std::vector<SheetPart>& sheets) {
  std::string names;
  for (std::size_t index = 0; index < sheets.size(); ++index) {
    const SheetPart& sheet = sheets[index];
    if (sheet.filter) {
      names += fmt::format(
          "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{}\" hidden=\"1\">{}</definedName>",
          index, xml_text(area_of_sheet(sheet.name, *sheet.filter)));
    }
    if (!sheet.has_header) continue;
    const std::string cells = area_of_sheet(sheet.name, {});  // 'By stage'!$A$1:$A$1
    names += fmt::format("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{}\">{}$1:$1</definedName>",
                         index, xml_text(cells.substr(0, cells.rfind('!') + 1)));
  }
  return names.empty() ? names : "<definedNames>" + names + "</definedNames>";
}

}  // namespace

std::string content_types_xml(const std::vector<SheetPart>& sheets) {
  std::string xml = fmt::format(
      "{}<Types xmlns=\"{}/content-types\"><Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
      kXml, kPackage);
  xml += content_type("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main");
  xml += content_type("xl/styles.xml", "officedocument.spreadsheetml.styles");
  xml += content_type("docProps/core.xml", "package.core-properties");
  std::size_t chart = 0;
  for (std::size_t index = 0; index < sheets.size(); ++index) {
    xml += content_type(fmt::format("xl/worksheets/sheet{}.xml", index + 1),
                        "officedocument.spreadsheetml.worksheet");
    if (sheets[index].charts == 0) continue;
    xml += content_type(fmt::format("xl/drawings/drawing{}.xml", index + 1), "officedocument.drawing");
    for (std::size_t own = 0; own < sheets[index].charts; ++own)
      xml += content_type(fmt::format("xl/charts/chart{}.xml", ++chart), "officedocument.drawingml.chart");
  }
  return xml + "</Types>";
}

std::string package_relations_xml() {
  return fmt::format(
      "{0}<Relationships xmlns=\"{1}/relationships\"><Relationship Id=\"rId1\" Type=\"{2}/officeDocument\" "
      "Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" "
      "Type=\"{1}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>",
      kXml, kPackage, kOffice);
}

std::string workbook_xml(const std::vector<SheetPart>& sheets) {
  std::string xml = fmt::format(
      "{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><workbookPr defaultThemeVersion=\"124226\"/>"
      "<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\" "
      "windowHeight=\"12000\"/></bookViews>"
      "<sheets>",
      kXml, kMain, kOffice);
  for (std::size_t index = 0; index < sheets.size(); ++index) {
    xml += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>", xml_text(sheets[index].name),
                       index + 1, index + 1);
  }
  return xml + "</sheets>" + defined_names(sheets) + "<calcPr calcId=\"0\"/></workbook>";
}

std::string workbook_relations_xml(std::size_t sheets) {
  std::string xml = fmt::format("{}<Relationships xmlns=\"{}/relationships\">", kXml, kPackage);
  for (std::size_t number = 1; number <= sheets; ++number) {
    xml += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/worksheet\" Target=\"worksheets/sheet{}.xml\"/>",
                       number, kOffice, number);
  }
  return xml +
         fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/styles\" Target=\"styles.xml\"/></Relationships>",
                     sheets + 1, kOffice);
}

std::string properties_xml(const std::string& title) {
  return fmt::format(
      "{}<cp:coreProperties xmlns:cp=\"{}/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>ae</"
      "dc:creator>"
      "</cp:coreProperties>",
      kXml, kPackage, xml_text(title));
}

std::string relations_xml(const std::string& kind, const std::vector<std::string>& targets) {
  std::string xml = fmt::format("{}<Relationships xmlns=\"{}/relationships\">", kXml, kPackage);
  for (std::size_t index = 0; index < targets.size(); ++index) {
    xml += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/{}\" Target=\"{}\"/>", index + 1, kOffice, kind,
                       targets[index]);
  }
  return xml + "</Relationships>";
}

}  // namespace ae::render::spreadsheet
