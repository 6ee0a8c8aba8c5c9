#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/render/xlsx/cell_place.h"

/// The files of a workbook that say what its other files are.
namespace ae::render::spreadsheet {

/// What they have to know of a sheet.
struct SheetPart {
  std::string name;
  bool has_header = false;
  std::optional<Area> filter;
  std::size_t charts = 0;
};

/// [Content_Types].xml.
std::string content_types_xml(const std::vector<SheetPart>& sheets);
/// _rels/.rels.
std::string package_relations_xml();
/// xl/workbook.xml, with the names that filters and repeated headers go by.
std::string workbook_xml(const std::vector<SheetPart>& sheets);
/// xl/_rels/workbook.xml.rels.
std::string workbook_relations_xml(std::size_t sheets);
/// docProps/core.xml: the title, and no time, which would differ from run to run.
std::string properties_xml(const std::string& title);
/// Relations rId1, rId2 … of one kind ("chart") to `targets`.
std::string relations_xml(const std::string& kind, const std::vector<std::string>& targets);

}  // namespace ae::render::spreadsheet
