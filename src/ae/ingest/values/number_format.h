#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/values/column_vote.h"
#include "ae/ingest/values/number.h"

namespace ae::ingest {

/// A number as it stands in a cell, without sign, currency and unit.
struct WrittenNumber {
  std::string text;         ///< digits and marks in ASCII: "1,234.56"
  int power = 0;            ///< of ten, by which unit and exponent multiply it
  bool scientific = false;  ///< it had an exponent: nothing in it groups

  bool operator==(const WrittenNumber&) const = default;
};

/// How the numbers of a column are written.
struct NumberFormat {
  Decision<DecimalMark> mark;
  GroupSize groups = GroupSize::kThree;

  bool operator==(const NumberFormat&) const = default;
};

/// The number with this decimal mark; nullopt when it cannot be read so.
std::optional<Decimal> reading_of(const WrittenNumber& number, DecimalMark mark, GroupSize groups);

/// The number by what the column decided; nullopt when it does not fit that. Where nothing was to decide
/// every reading is the same; in a contested column only numbers with one reading count.
std::optional<Decimal> read_by(const NumberFormat& format, const WrittenNumber& number);

/// Collects the numbers of a column and decides how all of them are written; their order does not matter.
/// Groups of four are read only in a column that has some, and none of three.
class NumberSurvey {
 public:
  static constexpr int kAnyDecimals = 99;

  /// `decimals`: the most that the number can have. A reading with more is none where the other one has not:
  /// of "1,234" in yen, which have no decimals, only 1234 remains.
  void add(const WrittenNumber& number, int decimals = kAnyDecimals);
  /// Adds numbers like 1234.56, with a point and one or two digits behind it: they need a decimal point.
  void add_plain_points(std::size_t numbers);
  void merge(const NumberSurvey& other);
  NumberFormat decide() const;

  /// Whether point and comma read a number differently, and both can.
  static bool ambiguous(const WrittenNumber& number, GroupSize groups);

 private:
  ColumnVote<DecimalMark> with_threes_;
  ColumnVote<DecimalMark> with_fours_;
  std::size_t threes_ = 0;
  std::size_t fours_ = 0;
};

}  // namespace ae::ingest
