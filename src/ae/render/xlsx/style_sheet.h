#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ae/base/currency.h"
#include "ae/doc/document.h"

namespace ae::render::spreadsheet {

/// What a cell is on its sheet, which decides font, fill and border.
enum class Look : std::uint8_t {
  kPlain,
  kHeading,
  kTitle,
  kSubtitle,
  kHeader,
  kNumberHeader,
  kTotal,
  kStrong,
  kDetail,
  kCount
};

/// All that decides how a cell looks.
struct Style {
  std::string number_format = "General";  ///< as in Excel's "Custom": #,##0.00
  Look look = Look::kPlain;
  doc::Mood mood = doc::Mood::kNeutral;
  bool wraps = false;
  bool is_quoted = false;  ///< shown with the ' that keeps a cell text, however it is edited

  bool operator==(const Style&) const = default;
};

namespace formats {
inline constexpr const char* kGeneral = "General";
inline constexpr const char* kText = "@";
inline constexpr const char* kCount = "#,##0";
inline constexpr const char* kPercent = "0.00%";
inline constexpr const char* kShare = "0.######%";  ///< a probability with all its digits
inline constexpr const char* kMultiple = "0.00##\"×\"";
inline constexpr const char* kDays = "#,##0.00";
inline constexpr const char* kDate = "yyyy-mm-dd";
}  // namespace formats

/// An amount of this currency: "$"#,##0.00, "CHF "#,##0.00, "¥"#,##0.
std::string money_format(Currency currency);

/// The styles of a workbook, numbered as they are asked for.
class StyleSheet {
 public:
  StyleSheet();
  std::size_t number_of(const Style& style);
  /// xl/styles.xml.
  std::string xml() const;

 private:
  std::vector<Style> styles_;
};

}  // namespace ae::render::spreadsheet
