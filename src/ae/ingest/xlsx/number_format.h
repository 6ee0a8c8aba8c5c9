#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace ae::ingest::xlsx {

/// What a number of a workbook means to whoever looks at it.
enum class NumberKind : std::uint8_t { kPlain, kPercent, kDate, kTime, kDateTime };

/// The kind of a format code such as yyyy-mm-dd, m/d/yy h:mm, [$-804]yyyy"年"m"月"d"日", 0.0%. Only its first
/// section counts; what stands in quotes, in brackets or behind a backslash is no letter of the code; [h]:mm
/// is a length of time and plain.
NumberKind kind_of_format(std::string_view code);

/// The kind of a format that Excel knows by number and files do not spell out: 9 and 10 are percents, 14 to
/// 17, 27 to 36 and 50 to 58 dates, 18 to 21 and 45, 47 times, 22 both.
NumberKind kind_of_builtin(int id);

/// The formats of a workbook, and the cell styles that use them.
class Styles {
 public:
  void add_format(int id, std::string_view code) { formats_[id] = kind_of_format(code); }
  void add_style(int format) { styles_.push_back(format); }
  /// The kind of a cell with this style; kPlain when there is no such style.
  NumberKind kind(std::size_t style) const;

 private:
  std::map<int, NumberKind> formats_;
  std::vector<int> styles_;
};

}  // namespace ae::ingest::xlsx
