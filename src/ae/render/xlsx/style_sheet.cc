#include "ae/render/xlsx/style_sheet.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/render/mood.h"
#include "ae/render/xlsx/xml_text.h"

namespace ae::render::spreadsheet {
namespace {

constexpr int kFirstCustomFormat = 164;  // those below belong to Excel

struct LookXml {
  const char* font;
  int fill;    ///< index into kFills
  int border;  ///< index into kBorders
  const char* alignment;
};

/// In the order of Look.
constexpr LookXml kLooks[] = {
    {"<sz val=\"11\"/>", 0, 0, "vertical=\"top\""},
    {"<b/><sz val=\"12\"/><color rgb=\"FF1F3864\"/>", 0, 1, ""},
    {"<b/><sz val=\"18\"/><color rgb=\"FF1F3864\"/>", 0, 0, ""},
    {"<i/><sz val=\"11\"/><color rgb=\"FF595959\"/>", 0, 0, ""},
    {"<b/><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/>", 2, 0, "vertical=\"center\" wrapText=\"1\""},
    {"<b/><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/>", 2, 0,
     "horizontal=\"right\" vertical=\"center\" wrapText=\"1\""},
    {"<b/><sz val=\"11\"/>", 0, 2, "vertical=\"top\""},
    {"<b/><sz val=\"11\"/>", 0, 0, "vertical=\"top\""},
    {"<sz val=\"11\"/><color rgb=\"FF595959\"/>", 0, 0, "vertical=\"top\" horizontal=\"left\" indent=\"1\""},
};
static_assert(std::size(kLooks) == static_cast<std::size_t>(Look::kCount));

/// Excel keeps the first two for itself; then the header, and the moods in their order.
constexpr const char* kFills[] = {"none", "gray125", "FF1F3864", "FFC6EFCE", "FFFFEB9C", "FFFFC7CE"};
constexpr int kFirstMoodFill = 2;  // kGood is 1
constexpr const char* kMoodColours[] = {"", "FF006100", "FF7F6000", "FF9C0006"};

constexpr const char* kBorders =
    "<borders count=\"3\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    "<border><left/><right/><top/><bottom style=\"thin\"><color "
    "rgb=\"FF8EA9DB\"/></bottom><diagonal/></border>"
    "<border><left/><right/><top style=\"thin\"><color rgb=\"FF1F3864\"/></top><bottom/><diagonal/></border>"
    "</borders>";

std::string fills_xml() {
  std::string xml = fmt::format("<fills count=\"{}\">", std::size(kFills));
  for (const std::string_view fill : kFills) {
    xml +=
        fill.starts_with("FF")
            ? fmt::format(
                  "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{}\"/></patternFill></fill>", fill)
            : fmt::format("<fill><patternFill patternType=\"{}\"/></fill>", fill);
  }
  return xml + "</fills>";
}

/// The mood as a sign behind a number and before words, so that it is seen without colours.
std::string signed_format(const Style& style) {
  if (style.mood == doc::Mood::kNeutral) return style.number_format;
  if (style.number_format == formats::kGeneral || style.number_format == formats::kText)
    return fmt::format("General;General;General;\"{} \"@", sign(style.mood));
  return fmt::format("{}\" {}\"", style.number_format, sign(style.mood));
}

std::string font_xml(const Style& style) {
  std::string font = kLooks[static_cast<std::size_t>(style.look)].font;
  if (style.mood != doc::Mood::kNeutral)
    font += fmt::format("<color rgb=\"{}\"/>", kMoodColours[static_cast<std::size_t>(style.mood)]);
  return "<font>" + font + "<name val=\"Calibri\"/><family val=\"2\"/></font>";
}

std::string cell_xml(const Style& style, std::size_t format, std::size_t font) {
  const LookXml& look = kLooks[static_cast<std::size_t>(style.look)];
  const int fill =
      style.mood == doc::Mood::kNeutral ? look.fill : kFirstMoodFill + static_cast<int>(style.mood);
  const std::string alignment = fmt::format("{}{}", look.alignment, style.wraps ? " wrapText=\"1\"" : "");
  return fmt::format(
      "<xf numFmtId=\"{}\" fontId=\"{}\" fillId=\"{}\" borderId=\"{}\" xfId=\"0\"{} applyNumberFormat=\"1\" "
      "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment {}/></xf>",
      format, font, fill, look.border, style.is_quoted ? " quotePrefix=\"1\"" : "", alignment);
}

/// The place of `item` in `list`, where it is put when it is new.
std::size_t place_in(std::vector<std::string>& list, const std::string& item) {
  const auto found = std::find(list.begin(), list.end(), item);
  if (found != list.end()) return static_cast<std::size_t>(found - list.begin());
  list.push_back(item);
  return list.size() - 1;
}

}  // namespace

std::string money_format(Currency currency) {
  std::string mark(currency.sign());
  if (mark.empty() && !currency.is_none()) mark = std::string(currency.code()) + " ";
  std::string format = mark.empty() ? "#,##0" : "\"" + mark + "\"#,##0";
  if (currency.decimals() > 0)
    format += "." + std::string(static_cast<std::size_t>(currency.decimals()), '0');
  return format;
}

StyleSheet::StyleSheet() : styles_(1) {}

std::size_t StyleSheet::number_of(const Style& style) {
  const auto found = std::find(styles_.begin(), styles_.end(), style);
  if (found != styles_.end()) return static_cast<std::size_t>(found - styles_.begin());
  styles_.push_back(style);
  return styles_.size() - 1;
}

std::string StyleSheet::xml() const {
  std::vector<std::string> formats;
  std::vector<std::string> fonts{font_xml({})};
  std::string cells;
  for (const Style& style : styles_) {
    const std::string format = signed_format(style);
    const std::size_t number =
        format == formats::kGeneral ? 0 : kFirstCustomFormat + place_in(formats, format);
    cells += cell_xml(style, number, place_in(fonts, font_xml(style)));
  }
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
  if (!formats.empty()) xml += fmt::format("<numFmts count=\"{}\">", formats.size());
  for (std::size_t index = 0; index < formats.size(); ++index) {
    xml += fmt::format("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", kFirstCustomFormat + index,
                       xml_text(formats[index]));
  }
  if (!formats.empty()) xml += "</numFmts>";
  xml += fmt::format("<fonts count=\"{}\">", fonts.size());
  for (const std::string& font : fonts) xml += font;
  xml += "</fonts>" + fills_xml() + kBorders;
  xml +=
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
      "borderId=\"0\"/></cellStyleXfs>";
  xml += fmt::format("<cellXfs count=\"{}\">{}</cellXfs>", styles_.size(), cells);
  return xml +
         "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
         "builtinId=\"0\"/></cellStyles></styleSheet>";
}

}  // namespace ae::render::spreadsheet
