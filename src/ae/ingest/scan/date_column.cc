// Highway compiles this file again for each set of vector instructions, as it does marks.cc.
#include "ae/ingest/scan/date_column.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "ae/ingest/scan/plain_values.h"
#include "ae/ingest/scan/vector_targets.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ae/ingest/scan/date_column.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace ae::ingest::scan::HWY_NAMESPACE {

#if HWY_TARGET <= HWY_AVX2

namespace hn = hwy::HWY_NAMESPACE;

using Lanes = hn::ScalableTag<std::int32_t>;
using Words = hn::Repartition<std::uint16_t, Lanes>;
using Bytes = hn::Repartition<std::uint8_t, Lanes>;

constexpr std::size_t kWidth = hn::MaxLanes(Lanes());  // dates at once

/// The first sixteen bytes of every fourth one of kWidth cells, from the cell whose end this is.
HWY_INLINE auto bytes_of(const CellPlaces& cells, const std::uint32_t* end) {
  const auto cell = [&](std::size_t at) HWY_ATTR {
    const char* const begin = cells.text + end[static_cast<std::ptrdiff_t>(4 * at * cells.stride) - 1] + 1;
    return hn::LoadU(hn::Full128<std::uint8_t>(), reinterpret_cast<const std::uint8_t*>(begin));
  };
  const auto two = [&](std::size_t at)
                       HWY_ATTR { return hn::Combine(hn::Full256<std::uint8_t>(), cell(at + 1), cell(at)); };
#if HWY_TARGET == HWY_AVX3_DL
  return hn::Combine(Bytes(), two(2), two(0));
#else
  return two(0);
#endif
}

/// The sums of each two neighbours, weighed: of bytes without sign, of words.
template <typename Vector>
HWY_INLINE auto sums_of_bytes(Vector bytes, Vector weights) {
#if HWY_TARGET == HWY_AVX3_DL
  return hn::Vec<Words>{_mm512_maddubs_epi16(bytes.raw, weights.raw)};
#else
  return hn::Vec<Words>{_mm256_maddubs_epi16(bytes.raw, weights.raw)};
#endif
}
HWY_INLINE hn::Vec<Lanes> sums_of_words(hn::Vec<Words> words, std::uint32_t weights) {
  const hn::Vec<Words> weighed = hn::BitCast(Words(), hn::Set(Lanes(), static_cast<std::int32_t>(weights)));
#if HWY_TARGET == HWY_AVX3_DL
  return hn::Vec<Lanes>{_mm512_madd_epi16(words.raw, weighed.raw)};
#else
  return hn::Vec<Lanes>{_mm256_madd_epi16(words.raw, weighed.raw)};
#endif
}

// What a date is made of, byte by byte, with what stands behind it: once xored with kShape zeros for the
// signs and the values of digits. What each may be at most, and what it counts for: signs for so much that no
// number is right beside a wrong one.
alignas(16) constexpr std::uint8_t kShape[16] = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
alignas(16) constexpr std::uint8_t kMost[16] = {9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 0, 255, 255, 255, 255, 255};
alignas(16) constexpr std::uint8_t kWeights[16] = {10, 1, 10, 1, 127, 10, 1, 127, 10, 1, 127};

// By month, from 0: its days but one; the days before it in a common year, but for thirty for each month and
// one more.
alignas(16) constexpr std::uint8_t kLastDay[16] = {30, 27, 30, 29, 30, 29, 30, 30, 29, 30, 29, 30};
alignas(16) constexpr std::uint8_t kDaysBefore[16] = {1, 2, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5};

/// Dates in parts, two words for each, of which the numbers are sums.
struct Parts {
  hn::Vec<Words> year;  ///< century and year in it
  hn::Vec<Words> month;
  hn::Vec<Words> day;
};

/// The parts of kWidth cells that `behind` stands behind; out of range where one has another shape.
HWY_INLINE Parts parts_of(const CellPlaces& cells, const std::uint32_t* end, hn::Vec<Bytes> shape) {
  const Lanes lanes;
  const Bytes bytes;
  // Year, month, day and nothing of one cell in each four lanes.
  const auto words = [&](std::size_t at) HWY_ATTR {
    const auto values = hn::Xor(bytes_of(cells, end + at * cells.stride), shape);
    const auto wrong = hn::Gt(values, hn::LoadDup128(bytes, kMost));
    const auto known = hn::IfThenElse(wrong, hn::Set(bytes, std::uint8_t{255}), values);
    return hn::BitCast(lanes, sums_of_bytes(known, hn::LoadDup128(bytes, kWeights)));
  };
  const auto first = words(0), second = words(1), third = words(2), fourth = words(3);
  const hn::Repartition<std::int64_t, Lanes> wide;
  const auto pair = [&](auto a, auto b)
                        HWY_ATTR { return hn::BitCast(wide, hn::InterleaveLower(lanes, a, b)); };
  const auto years_and_months = pair(first, second), those_of_others = pair(third, fourth);
  const auto days = hn::BitCast(wide, hn::InterleaveUpper(lanes, first, second));
  const auto days_of_others = hn::BitCast(wide, hn::InterleaveUpper(lanes, third, fourth));
  const Words out;
  return {hn::BitCast(out, hn::InterleaveLower(wide, years_and_months, those_of_others)),
          hn::BitCast(out, hn::InterleaveUpper(wide, years_and_months, those_of_others)),
          hn::BitCast(out, hn::InterleaveLower(wide, days, days_of_others))};
}

/// Reads kWidth cells; gives a bit for each that is no date.
HWY_INLINE std::uint32_t read_some(const CellPlaces& cells, const std::uint32_t* end, hn::Vec<Bytes> shape,
                                   Date* days) {
  const Lanes lanes;
  const Words words;
  const auto number = [&](std::int32_t value) HWY_ATTR { return hn::Set(lanes, value); };
  const auto as_words = [&](auto vector) HWY_ATTR { return hn::BitCast(words, vector); };
  const auto times = [&](auto vector, std::uint32_t factor)
                         HWY_ATTR { return sums_of_words(as_words(vector), factor); };
  const auto where = [&](auto mask) HWY_ATTR { return hn::VecFromMask(lanes, mask); };
  const Parts parts = parts_of(cells, end, shape);
  constexpr std::uint32_t kSecond = 0x10000;  // a word behind another
  const auto in_cycle = hn::Sub(parts.year, as_words(number(19)));
  const auto year = sums_of_words(in_cycle, 100 + 1 * kSecond);  // since 1900
  const auto month = hn::Sub(sums_of_words(parts.month, 1 + 1 * kSecond), number(1));
  const auto day = hn::Sub(sums_of_words(parts.day, 1 + 1 * kSecond), number(1));
  // Of the years 1900 to 2199 every fourth one is a leap year, but for 1900 and 2100.
  const auto after_first = where(hn::Gt(year, hn::Zero(lanes)));
  const auto leap =
      hn::AndNot(where(hn::Eq(year, number(200))),
                 hn::And(after_first, where(hn::Eq(hn::And(year, number(3)), hn::Zero(lanes)))));
  const auto leap_days = hn::Add(hn::ShiftRight<2>(hn::Add(year, number(3))),
                                 hn::Add(after_first, where(hn::Gt(year, number(200)))));
  const auto of_month = [&](const std::uint8_t* table) HWY_ATTR {
    const auto place = hn::Or(month, number(static_cast<std::int32_t>(0x80808000)));  // of one byte of a lane
    return hn::BitCast(lanes,
                       hn::TableLookupBytesOr0(hn::LoadDup128(Bytes(), table), hn::BitCast(Bytes(), place)));
  };
  const auto last_day = hn::Sub(of_month(kLastDay), hn::And(leap, where(hn::Eq(month, number(1)))));
  const auto before_month = hn::Sub(hn::Add(times(month, 30), of_month(kDaysBefore)),
                                    hn::And(leap, where(hn::Gt(month, number(1)))));
  const auto wrong = hn::Or(hn::SaturatedSub(in_cycle, as_words(number(2 + 99 * kSecond))),
                            hn::Or(hn::SaturatedSub(as_words(month), as_words(number(11))),
                                   hn::SaturatedSub(as_words(day), as_words(last_day))));
  const auto plain = hn::Eq(hn::BitCast(lanes, wrong), hn::Zero(lanes));
  const auto since_1900 = hn::Add(hn::Add(times(year, 365), leap_days), hn::Add(before_month, day));
  const auto since_1970 = hn::Add(since_1900, number(kMonthStarts[0] - 1));
  const auto none = number(Date().days_since_1970());
  hn::StoreU(hn::IfThenElse(plain, since_1970, none), lanes, reinterpret_cast<std::int32_t*>(days));
  std::uint8_t bits[8] = {};
  hn::StoreMaskBits(lanes, plain, bits);
  return ~(bits[0] | static_cast<std::uint32_t>(bits[1]) << 8U) & ((1U << kWidth) - 1);
}

/// The same as plain_date() on several dates at once.
HWY_ATTR std::size_t read(const CellPlaces& cells, std::span<Date> days, char behind, std::uint32_t* others) {
  std::size_t found = 0;
  std::uint8_t shape[16];
  std::copy_n(kShape, 16, shape);
  shape[10] = static_cast<std::uint8_t>(behind);
  const auto shapes = hn::LoadDup128(Bytes(), shape);
  const std::uint32_t* end = cells.ends;
  for (std::size_t first = 0; first + kWidth <= days.size(); first += kWidth, end += kWidth * cells.stride) {
    std::uint32_t unusual = read_some(cells, end, shapes, days.data() + first);
    if (unusual == 0) continue;
    for (std::size_t at = 0; at < kWidth; ++at) {
      const std::uint32_t* const here = end + at * cells.stride;
      unusual &= ~(static_cast<std::uint32_t>(here[-1] + 1 + cells.cut == *here) << at);
    }
    for (; unusual != 0; unusual &= unusual - 1)
      others[found++] =
          static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(std::countr_zero(unusual));
  }
  return found;
}

#endif

}  // namespace ae::ingest::scan::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ae::ingest::scan {
namespace {

/// The cells from one on.
std::size_t read_plainly(const CellPlaces& cells, std::span<Date> days, std::size_t from,
                         std::uint32_t* others, std::size_t found) {
  for (std::size_t row = from; row < days.size(); ++row) {
    const std::uint32_t* const end = cells.ends + row * cells.stride;
    const std::uint32_t begin = end[-1] + 1;
    const std::uint32_t size = *end - cells.cut - begin;
    const Date day = size == 10 ? plain_date(cells.text + begin) : Date();
    days[row] = day;
    if (size != 0 && day.is_none()) others[found++] = static_cast<std::uint32_t>(row);
  }
  return found;
}

}  // namespace

std::size_t read_date_column(const CellPlaces& cells, std::span<Date> days, std::uint32_t* others,
                             Vectors vectors) {
  if (days.empty()) return 0;
  std::size_t done = 0;
  std::size_t found = 0;
  // A cell ends where this stands, and there only, if it cannot stand in a date.
  const char behind = cells.text[cells.ends[0] - cells.cut];
  if (behind == '-' || (behind >= '0' && behind <= '9')) vectors = Vectors::kNone;
#if HWY_TARGETS & HWY_AVX3_DL
  if (vectors == Vectors::kAvx512) {
    done = days.size() / 16 * 16;
    found = N_AVX3_DL::read(cells, days, behind, others);
  }
#endif
#if HWY_TARGETS & HWY_AVX2
  if (vectors == Vectors::kAvx2) {
    done = days.size() / 8 * 8;
    found = N_AVX2::read(cells, days, behind, others);
  }
#endif
  return read_plainly(cells, days, done, others, found);
}

std::size_t read_date_column(const CellPlaces& cells, std::span<Date> days, std::uint32_t* others) {
  return read_date_column(cells, days, others, vectors());
}

}  // namespace ae::ingest::scan
#endif
