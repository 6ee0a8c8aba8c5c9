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

using Lanes = hn::ScalableTag<std::uint64_t>;
using SignedLanes = hn::RebindToSigned<Lanes>;
using Bytes = hn::Repartition<std::uint8_t, Lanes>;
using Halves = hn::Rebind<std::uint32_t, Lanes>;

constexpr std::size_t kWidth = hn::MaxLanes(Lanes());  // dates at once
constexpr std::size_t kBytes = 16;                     // that are copied of each cell
constexpr std::size_t kAtOnce = 64;                    // cells that are copied before any is looked at

/// The first bytes of cells and their sizes, one behind the other. Of each kWidth cells those of even number
/// come before those of odd number, so that interleaving them puts them in order.
struct Copies {
  alignas(64) std::uint8_t bytes[kAtOnce * kBytes];
  alignas(64) std::uint64_t sizes[kAtOnce];

  HWY_INLINE void take(const CellPlaces& cells, std::size_t row, std::size_t count) {
    const std::uint32_t* end = cells.ends + row * cells.stride;
    for (std::size_t cell = 0; cell < count; ++cell, end += cells.stride) {
      const std::uint32_t begin = end[-1] + 1;
      const std::size_t place = cell / kWidth * kWidth + cell % 2 * (kWidth / 2) + cell % kWidth / 2;
      std::memcpy(bytes + place * kBytes, cells.text + begin, kBytes);
      sizes[cell] = *end - cells.cut - begin;
    }
  }
};

template <int kShift, typename Vector>
HWY_INLINE Vector byte_of(Vector bytes) {
  return hn::And(hn::ShiftRight<kShift>(bytes), hn::Set(Lanes(), std::uint64_t{0xFF}));
}

/// value < most, for values of which the highest bit says that they are negative.
template <typename Vector, typename Most>
HWY_INLINE auto is_below(Vector value, Most most) {
  const SignedLanes lanes;
  const auto number = hn::BitCast(lanes, value);
  return hn::AndNot(hn::Lt(number, hn::Zero(lanes)), hn::Lt(number, hn::BitCast(lanes, most)));
}

template <typename Vector>
HWY_INLINE auto times(Vector number, std::uint32_t factor) {
  const hn::Repartition<std::uint32_t, Lanes> words;
  return hn::MulEven(hn::BitCast(words, number), hn::Set(words, factor));
}

// What a date is made of, byte by byte: 0 for the dashes and the digits' values, once xored with kShape; the
// most that each may be; where the digits stand.
alignas(16) constexpr std::uint8_t kShape[16] = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
alignas(16) constexpr std::uint8_t kMost[16] = {9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 255, 255, 255, 255, 255, 255};
alignas(16) constexpr std::uint8_t kDigits[16] = {0, 1, 2, 3, 5, 6, 8, 9, 0, 1, 2, 3, 5, 6, 8, 9};

/// Reads kWidth cells; gives a bit for each that is neither a date nor empty.
HWY_INLINE std::uint32_t read_some(const std::uint8_t* bytes, const std::uint64_t* cell_sizes, Date* days) {
  const Lanes lanes;
  const Bytes all;
  const Halves halves;
  const auto number = [&](std::uint64_t value) HWY_ATTR { return hn::Set(lanes, value); };
  const auto even = hn::Xor(hn::Load(all, bytes), hn::LoadDup128(all, kShape));
  const auto odd = hn::Xor(hn::Load(all, bytes + kWidth / 2 * kBytes), hn::LoadDup128(all, kShape));
  const auto most = hn::LoadDup128(all, kMost);
  const auto wrong_even = hn::BitCast(lanes, hn::SaturatedSub(even, most));
  const auto wrong_odd = hn::BitCast(lanes, hn::SaturatedSub(odd, most));
  const auto wrong = hn::Or(hn::InterleaveLower(lanes, wrong_even, wrong_odd),
                            hn::InterleaveUpper(lanes, wrong_even, wrong_odd));
  const auto places = hn::LoadDup128(all, kDigits);
  const auto digits = hn::InterleaveLower(lanes, hn::BitCast(lanes, hn::TableLookupBytes(even, places)),
                                          hn::BitCast(lanes, hn::TableLookupBytes(odd, places)));
  // In every second byte the number of two digits: century, year, month, day.
  const auto pairs =
      hn::Add(hn::Add(hn::ShiftLeft<3>(digits), hn::ShiftLeft<1>(digits)), hn::ShiftRight<8>(digits));
  const auto hundreds = hn::Sub(byte_of<0>(pairs), number(19));
  const auto month = hn::Sub(byte_of<32>(pairs), number(1));
  const auto of_month = hn::Sub(byte_of<48>(pairs), number(1));
  const auto sizes = hn::Load(lanes, cell_sizes);
  auto plain = hn::And(hn::Eq(wrong, hn::Zero(lanes)), hn::Eq(sizes, number(10)));
  const auto also = [&](auto mask) HWY_ATTR {
    plain = hn::And(plain, hn::MaskFromVec(hn::BitCast(lanes, hn::VecFromMask(SignedLanes(), mask))));
  };
  also(is_below(hundreds, number(3)));
  also(is_below(month, number(12)));
  const auto index = hn::IfThenElseZero(
      plain, hn::Add(hn::Add(times(hundreds, 1200), times(byte_of<16>(pairs), 12)), month));
  // Both starts at once: of the month, and of the next one in the upper half.
  const auto starts = hn::GatherOffset(lanes, reinterpret_cast<const std::uint64_t*>(kMonthStarts.data()),
                                       hn::BitCast(SignedLanes(), hn::ShiftLeft<2>(index)));
  const auto length = hn::And(hn::Sub(hn::ShiftRight<32>(starts), starts), number(0xFFFFFFFFU));
  also(is_below(of_month, length));
  const auto none = number(static_cast<std::uint32_t>(Date().days_since_1970()));
  const auto result = hn::IfThenElse(plain, hn::Add(starts, of_month), none);
  hn::StoreU(hn::TruncateTo(halves, result), halves, reinterpret_cast<std::uint32_t*>(days));
  std::uint8_t bits[8] = {};
  hn::StoreMaskBits(lanes, hn::Or(plain, hn::Eq(sizes, hn::Zero(lanes))), bits);
  return ~static_cast<std::uint32_t>(bits[0]) & ((1U << kWidth) - 1);
}

/// The same as plain_date() on several dates at once.
HWY_ATTR std::size_t read(const CellPlaces& cells, std::span<Date> days, std::uint32_t* others) {
  Copies copies;
  std::size_t found = 0;
  const std::size_t whole = days.size() / kWidth * kWidth;
  for (std::size_t first = 0; first < whole; first += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, whole - first);
    copies.take(cells, first, count);
    for (std::size_t at = 0; at < count; at += kWidth) {
      std::uint32_t unusual =
          read_some(copies.bytes + at * kBytes, copies.sizes + at, days.data() + first + at);
      for (; unusual != 0; unusual &= unusual - 1)
        others[found++] =
            static_cast<std::uint32_t>(first + at) + static_cast<std::uint32_t>(std::countr_zero(unusual));
    }
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
  std::size_t done = 0;
  std::size_t found = 0;
#if HWY_TARGETS & HWY_AVX3_DL
  if (vectors == Vectors::kAvx512) {
    done = days.size() / 8 * 8;
    found = N_AVX3_DL::read(cells, days, others);
  }
#endif
#if HWY_TARGETS & HWY_AVX2
  if (vectors == Vectors::kAvx2) {
    done = days.size() / 4 * 4;
    found = N_AVX2::read(cells, days, others);
  }
#endif
  return read_plainly(cells, days, done, others, found);
}

std::size_t read_date_column(const CellPlaces& cells, std::span<Date> days, std::uint32_t* others) {
  return read_date_column(cells, days, others, vectors());
}

}  // namespace ae::ingest::scan
#endif
