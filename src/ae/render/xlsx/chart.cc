#include "ae/render/xlsx/chart.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/render/xlsx/xml_text.h"

namespace ae::render::spreadsheet {
namespace {

constexpr const char* kColours[] = {"9DB8E0", "1F3864"};

std::string reference(const Chart& chart, const Area& area) {
  return "<c:f>" + xml_text(area_of_sheet(chart.sheet, area)) + "</c:f>";
}

std::string series_xml(const Chart& chart, std::size_t index) {
  const Series& series = chart.series[index];
  return fmt::format(
      "<c:ser><c:idx val=\"{0}\"/><c:order val=\"{0}\"/><c:tx><c:strRef>{1}</c:strRef></c:tx>"
      "<c:spPr><a:solidFill><a:srgbClr val=\"{2}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>"
      "<c:cat><c:strRef>{3}</c:strRef></c:cat><c:val><c:numRef>{4}</c:numRef></c:val></c:ser>",
      index, reference(chart, series.name), kColours[std::min(index, std::size(kColours) - 1)],
      reference(chart, chart.labels), reference(chart, series.values));
}

std::string anchor_xml(const Chart& chart, std::size_t index) {
  return fmt::format(
      "<xdr:twoCellAnchor><xdr:from><xdr:col>{}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{}</xdr:row>"
      "<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>{}</xdr:col><xdr:colOff>0</xdr:colOff>"
      "<xdr:row>{}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=\"\">"
      "<xdr:nvGraphicFramePr><xdr:cNvPr id=\"{}\" name=\"{}\" descr=\"{}\"/><xdr:cNvGraphicFramePr/>"
      "</xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" "
      "cy=\"0\"/></xdr:xfrm><a:graphic>"
      "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
      "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId{}\"/>"
      "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
      chart.place.first_column, chart.place.first_row, chart.place.last_column + 1, chart.place.last_row + 1,
      index + 2, xml_text(chart.title), xml_text(chart.title), index + 1);
}

}  // namespace

std::string chart_xml(const Chart& chart) {
  std::string xml = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang=\"en-US\" sz=\"1200\" b=\"1\"/>"
      "<a:t>{}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted "
      "val=\"0\"/>"
      "<c:plotArea><c:layout/><c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>"
      "<c:varyColors val=\"0\"/>",
      xml_text(chart.title));
  for (std::size_t index = 0; index < chart.series.size(); ++index) xml += series_xml(chart, index);
  xml +=
      "<c:gapWidth val=\"50\"/><c:overlap val=\"100\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
      "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete "
      "val=\"0\"/>"
      "<c:axPos val=\"l\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
      "<c:tickLblPos val=\"low\"/><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/></c:catAx>"
      "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete "
      "val=\"0\"/>"
      "<c:axPos val=\"b\"/><c:majorGridlines><c:spPr><a:ln><a:solidFill><a:srgbClr "
      "val=\"D9D9D9\"/></a:solidFill>"
      "</a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode=\"#,##0\" sourceLinked=\"0\"/>"
      "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>"
      "<c:crossAx val=\"1\"/><c:crosses val=\"max\"/></c:valAx></c:plotArea>";
  if (chart.series.size() > 1) xml += "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>";
  return xml + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>";
}

std::string drawing_xml(const std::vector<Chart>& charts) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";
  for (std::size_t index = 0; index < charts.size(); ++index) xml += anchor_xml(charts[index], index);
  return xml + "</xdr:wsDr>";
}

}  // namespace ae::render::spreadsheet
