// Highway compiles this file again for each set of vector instructions, as it does marks.cc.
#include "ae/ingest/scan/amount_column.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "ae/ingest/scan/plain_values.h"
#include "ae/ingest/scan/vector_targets.h"
#include "ae/table/opportunity_table.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ae/ingest/scan/amount_column.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace ae::ingest::scan::HWY_NAMESPACE {

#if HWY_TARGET <= HWY_AVX2

namespace hn = hwy::HWY_NAMESPACE;

using Lanes = hn::ScalableTag<std::uint64_t>;
using SignedLanes = hn::RebindToSigned<Lanes>;
using Bytes = hn::Repartition<std::uint8_t, Lanes>;
using Words = hn::Repartition<std::uint32_t, Lanes>;
using Shorts = hn::Repartition<std::uint16_t, Lanes>;

constexpr std::size_t kWidth = hn::MaxLanes(Lanes());  // amounts at once
constexpr std::size_t kBytes = 16;                     // that are copied of each cell
constexpr std::size_t kAtOnce = 64;                    // cells that are copied before any is looked at
constexpr std::uint8_t kPoint = '.' ^ '0';

/// The last bytes of cells, each xored with '0', with zeros before the cell; their sizes; whether they begin
/// with a zero. Of each kWidth cells those of even number come before those of odd number, so that
/// interleaving them puts them in order.
struct Copies {
  alignas(64) std::uint8_t bytes[kAtOnce * kBytes];
  alignas(64) std::uint64_t sizes[kAtOnce];
  alignas(64) std::uint64_t zero_first[kAtOnce];

  HWY_INLINE void take(const CellPlaces& cells, std::size_t row, std::size_t count) {
    constexpr std::uint64_t kZeros = 0x3030303030303030U;
    const std::uint32_t* end = cells.ends + row * cells.stride;
    for (std::size_t cell = 0; cell < count; ++cell, end += cells.stride) {
      const std::uint32_t begin = end[-1] + 1;
      const std::uint32_t size = *end - cells.cut - begin;
      const char* const stop = cells.text + *end - cells.cut;
      // What lies within a cell of 16 bytes and not within what comes before this one.
      const auto& [front, back] = kWithinCell[16 - std::min<std::uint32_t>(size, 16)];
      const std::uint64_t first = (eight_bytes(stop - 16) ^ kZeros) & ~front;
      const std::uint64_t last = (eight_bytes(stop - 8) ^ kZeros) & ~back;
      const std::size_t place = cell / kWidth * kWidth + cell % 2 * (kWidth / 2) + cell % kWidth / 2;
      std::memcpy(bytes + place * kBytes, &first, sizeof first);
      std::memcpy(bytes + place * kBytes + 8, &last, sizeof last);
      sizes[cell] = size;
      zero_first[cell] = static_cast<std::uint64_t>(cells.text[begin] == '0');
    }
  }
};

template <typename Vector>
HWY_INLINE auto times(Vector number, std::uint32_t factor) {
  return hn::MulEven(hn::BitCast(Words(), number), hn::Set(Words(), factor));
}

/// The number that eight digits say, the first one lowest.
template <typename Vector>
HWY_INLINE auto number_of(Vector digits) {
  const Lanes lanes;
  const auto twos =
      hn::And(hn::Add(hn::Add(hn::ShiftLeft<3>(digits), hn::ShiftLeft<1>(digits)), hn::ShiftRight<8>(digits)),
              hn::Set(lanes, std::uint64_t{0x00FF00FF00FF00FF}));
  const auto hundreds =
      hn::BitCast(lanes, hn::Mul(hn::BitCast(Shorts(), twos), hn::Set(Shorts(), std::uint16_t{100})));
  const auto fours =
      hn::And(hn::Add(hundreds, hn::ShiftRight<16>(twos)), hn::Set(lanes, std::uint64_t{0x0000FFFF0000FFFF}));
  return hn::Add(times(fours, 10'000), hn::ShiftRight<32>(fours));
}

// Where the digits stand once the point is gone that has two of them behind it, one, or none.
alignas(16) constexpr std::uint8_t kWithTwo[16] = {0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15};
alignas(16) constexpr std::uint8_t kWithOne[16] = {0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15};
alignas(16) constexpr std::uint8_t kWithNone[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

/// Cells without their point.
template <typename Vector>
struct Digits {
  Vector digits;
  Vector two;  ///< all bits of a cell's sixteen bytes: it has two decimals
  Vector one;
};

template <typename Vector>
HWY_INLINE Digits<Vector> digits_of(Vector cells) {
  const Bytes all;
  const auto points = hn::VecFromMask(all, hn::Eq(cells, hn::Set(all, kPoint)));
  const auto two = hn::TableLookupBytes(points, hn::Set(all, std::uint8_t{13}));
  const auto one = hn::AndNot(two, hn::TableLookupBytes(points, hn::Set(all, std::uint8_t{14})));
  const auto places = hn::Or(hn::And(two, hn::LoadDup128(all, kWithTwo)),
                             hn::Or(hn::And(one, hn::LoadDup128(all, kWithOne)),
                                    hn::AndNot(hn::Or(two, one), hn::LoadDup128(all, kWithNone))));
  return {hn::TableLookupBytes(cells, places), two, one};
}

/// A bit for each of some cells.
struct Bits {
  std::uint32_t others;
  std::uint32_t with_point;
};

/// Reads kWidth cells.
HWY_INLINE Bits read_some(const Copies& copies, std::size_t at, const AmountScale& scale,
                          std::int64_t* amounts) {
  const Lanes lanes;
  const Bytes all;
  const SignedLanes with_sign;
  const auto number = [&](std::uint64_t value) HWY_ATTR { return hn::Set(lanes, value); };
  const auto whole_lanes = [&](auto bytes) HWY_ATTR { return hn::BitCast(lanes, bytes); };
  const auto even = digits_of(hn::Load(all, copies.bytes + at * kBytes));
  const auto odd = digits_of(hn::Load(all, copies.bytes + (at + kWidth / 2) * kBytes));
  const auto front = hn::InterleaveLower(lanes, whole_lanes(even.digits), whole_lanes(odd.digits));
  const auto back = hn::InterleaveUpper(lanes, whole_lanes(even.digits), whole_lanes(odd.digits));
  const auto two = hn::MaskFromVec(hn::InterleaveLower(lanes, whole_lanes(even.two), whole_lanes(odd.two)));
  const auto one = hn::MaskFromVec(hn::InterleaveLower(lanes, whole_lanes(even.one), whole_lanes(odd.one)));
  const auto nine = hn::Set(all, std::uint8_t{9});
  const auto wrong = hn::Or(whole_lanes(hn::SaturatedSub(hn::BitCast(all, front), nine)),
                            whole_lanes(hn::SaturatedSub(hn::BitCast(all, back), nine)));
  const auto sizes = hn::Load(lanes, copies.sizes + at);
  const auto behind = hn::IfThenElse(two, number(3), hn::IfThenElseZero(one, number(2)));
  const auto whole = hn::BitCast(with_sign, hn::Sub(sizes, behind));
  const auto zero_first = hn::Load(lanes, copies.zero_first + at);
  const auto is = [&](auto mask) HWY_ATTR { return hn::BitCast(lanes, hn::VecFromMask(with_sign, mask)); };
  auto plain = is(hn::And(hn::Gt(whole, hn::Zero(with_sign)), hn::Lt(whole, hn::Set(with_sign, 9))));
  plain = hn::And(plain, hn::VecFromMask(lanes, hn::Eq(wrong, number(0))));
  plain = hn::And(plain, hn::Or(hn::VecFromMask(lanes, hn::Eq(zero_first, number(0))),
                                is(hn::Eq(whole, hn::Set(with_sign, 1)))));
  const auto without = [&](bool allowed, auto mask) HWY_ATTR {
    if (!allowed) plain = hn::AndNot(hn::VecFromMask(lanes, mask), plain);
  };
  without(scale.decimals >= 2, two);
  without(scale.decimals >= 1, one);
  const auto factor = hn::IfThenElse(two, number(static_cast<std::uint64_t>(scale.of_last[2])),
                                     hn::IfThenElse(one, number(static_cast<std::uint64_t>(scale.of_last[1])),
                                                    number(static_cast<std::uint64_t>(scale.of_last[0]))));
  const auto value = hn::Add(times(number_of(front), 100'000'000), number_of(back));
  const auto scaled = [&](auto part) HWY_ATTR {
    return hn::MulEven(hn::BitCast(Words(), part), hn::BitCast(Words(), factor));
  };
  const auto minor = hn::Add(scaled(value), hn::ShiftLeft<32>(scaled(hn::ShiftRight<32>(value))));
  const auto chosen =
      hn::IfThenElse(hn::MaskFromVec(plain), minor, number(static_cast<std::uint64_t>(table::kNoAmount)));
  hn::StoreU(chosen, lanes, reinterpret_cast<std::uint64_t*>(amounts));
  const auto bits_of = [&](auto vector) HWY_ATTR {
    std::uint8_t bits[8] = {};
    hn::StoreMaskBits(lanes, hn::MaskFromVec(vector), bits);
    return static_cast<std::uint32_t>(bits[0]);
  };
  const auto empty = hn::VecFromMask(lanes, hn::Eq(sizes, number(0)));
  const auto pointed = hn::Or(hn::VecFromMask(lanes, two), hn::VecFromMask(lanes, one));
  return {~bits_of(hn::Or(plain, empty)) & ((1U << kWidth) - 1), bits_of(hn::And(plain, pointed))};
}

HWY_ATTR AmountsFound read(const CellPlaces& cells, const AmountScale& scale, std::span<std::int64_t> amounts,
                           std::uint32_t* others) {
  Copies copies;
  AmountsFound found;
  const std::size_t whole = amounts.size() / kWidth * kWidth;
  for (std::size_t first = 0; first < whole; first += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, whole - first);
    copies.take(cells, first, count);
    for (std::size_t at = 0; at < count; at += kWidth) {
      Bits bits = read_some(copies, at, scale, amounts.data() + first + at);
      found.with_point += static_cast<std::size_t>(std::popcount(bits.with_point));
      for (; bits.others != 0; bits.others &= bits.others - 1)
        others[found.others++] = static_cast<std::uint32_t>(first + at) +
                                 static_cast<std::uint32_t>(std::countr_zero(bits.others));
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
AmountsFound read_plainly(const CellPlaces& cells, const AmountScale& scale, std::span<std::int64_t> amounts,
                          std::size_t from, std::uint32_t* others, AmountsFound found) {
  for (std::size_t row = from; row < amounts.size(); ++row) {
    const std::uint32_t* const end = cells.ends + row * cells.stride;
    const std::string_view text(cells.text + (end[-1] + 1), *end - cells.cut - (end[-1] + 1));
    const ShortNumber number = short_number(text);
    const bool plain = number.plain && number.decimals <= scale.decimals;
    amounts[row] = plain ? number.digits * scale.of_last[number.decimals] : table::kNoAmount;
    found.with_point += plain && number.decimals > 0 ? 1 : 0;
    if (!plain && !text.empty()) others[found.others++] = static_cast<std::uint32_t>(row);
  }
  return found;
}

}  // namespace

AmountsFound read_amount_column(const CellPlaces& cells, const AmountScale& scale,
                                std::span<std::int64_t> amounts, std::uint32_t* others, Vectors vectors) {
  std::size_t done = 0;
  AmountsFound found;
#if HWY_TARGETS & HWY_AVX3_DL
  if (vectors == Vectors::kAvx512) {
    done = amounts.size() / 8 * 8;
    found = N_AVX3_DL::read(cells, scale, amounts, others);
  }
#endif
#if HWY_TARGETS & HWY_AVX2
  if (vectors == Vectors::kAvx2) {
    done = amounts.size() / 4 * 4;
    found = N_AVX2::read(cells, scale, amounts, others);
  }
#endif
  return read_plainly(cells, scale, amounts, done, others, found);
}

AmountsFound read_amount_column(const CellPlaces& cells, const AmountScale& scale,
                                std::span<std::int64_t> amounts, std::uint32_t* others) {
  return read_amount_column(cells, scale, amounts, others, vectors());
}

}  // namespace ae::ingest::scan
#endif
