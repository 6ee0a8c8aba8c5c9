// Highway compiles this file again for each set of vector instructions, as it does marks.cc.
#include "ae/ingest/scan/date_column.h"

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

// Cells are gathered from where they stand, which takes instructions that came with AVX2.
#if HWY_TARGET <= HWY_AVX2

namespace hn = hwy::HWY_NAMESPACE;

using Lanes = hn::ScalableTag<std::uint64_t>;
using SignedLanes = hn::RebindToSigned<Lanes>;
using Halves = hn::Rebind<std::uint32_t, Lanes>;
using SignedHalves = hn::RebindToSigned<Halves>;

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

/// The same steps as plain_date(), which explains them, on several dates at once.
HWY_ATTR std::size_t read(const CellPlaces& cells, std::span<Date> days, std::uint32_t* others) {
  const Lanes lanes;
  const Halves halves;
  constexpr std::size_t kWidth = hn::MaxLanes(Lanes());
  const auto number = [&](std::uint64_t value) HWY_ATTR { return hn::Set(lanes, value); };
  const auto* const ends = reinterpret_cast<const std::int32_t*>(cells.ends);
  const auto* const text = reinterpret_cast<const std::uint64_t*>(cells.text);
  const auto steps =
      hn::Mul(hn::Iota(SignedHalves(), 0), hn::Set(SignedHalves(), static_cast<std::int32_t>(cells.stride)));
  const auto highest = number(0x8080808080808080U);
  std::size_t found = 0;
  for (std::size_t row = 0; row + kWidth <= days.size(); row += kWidth) {
    const std::int32_t* const first = ends + row * cells.stride;
    const auto begins = hn::Add(hn::BitCast(halves, hn::GatherIndex(SignedHalves(), first - 1, steps)),
                                hn::Set(halves, std::uint32_t{1}));
    const auto stops = hn::BitCast(halves, hn::GatherIndex(SignedHalves(), first, steps));
    const auto sizes = hn::Sub(hn::Sub(stops, begins), hn::Set(halves, cells.cut));
    const auto places = hn::BitCast(SignedLanes(), hn::PromoteTo(lanes, begins));
    const auto head = hn::GatherOffset(lanes, text, places);
    const auto rest = hn::Xor(hn::GatherOffset(lanes, text, hn::Add(places, hn::Set(SignedLanes(), 2))),
                              number(0x30302D30302D3030U));
    const auto wrong =
        hn::And(hn::Or(hn::Add(hn::AndNot(highest, rest), number(0x76767F76767F7676U)), rest), highest);
    const auto pairs =
        hn::Add(hn::Add(hn::ShiftLeft<3>(rest), hn::ShiftLeft<1>(rest)), hn::ShiftRight<8>(rest));
    const auto tens = hn::Sub(byte_of<0>(head), number('0'));
    const auto ones = hn::Sub(byte_of<8>(head), number('0'));
    const auto hundreds =
        hn::Sub(hn::Add(hn::Add(hn::ShiftLeft<3>(tens), hn::ShiftLeft<1>(tens)), ones), number(19));
    const auto month = hn::Sub(byte_of<24>(pairs), number(1));
    const auto of_month = hn::Sub(byte_of<48>(pairs), number(1));
    auto plain = hn::MaskFromVec(hn::VecFromMask(hn::Eq(wrong, hn::Zero(lanes))));
    const auto also = [&](auto mask) HWY_ATTR {
      plain = hn::And(plain, hn::MaskFromVec(hn::BitCast(lanes, hn::VecFromMask(SignedLanes(), mask))));
    };
    also(is_below(hundreds, number(3)));
    also(is_below(ones, number(10)));
    also(is_below(month, number(12)));
    const auto year = byte_of<0>(pairs);
    // hundreds × 1200 + year × 12 + month
    const auto of_year = hn::Add(hn::ShiftLeft<3>(year), hn::ShiftLeft<2>(year));
    const auto of_hundreds = hn::Add(hn::Add(hn::ShiftLeft<10>(hundreds), hn::ShiftLeft<7>(hundreds)),
                                     hn::Add(hn::ShiftLeft<5>(hundreds), hn::ShiftLeft<4>(hundreds)));
    const auto index = hn::IfThenElseZero(plain, hn::Add(hn::Add(of_hundreds, of_year), month));
    // Both starts at once: of the month, and of the next one in the upper half.
    const auto starts = hn::GatherOffset(lanes, reinterpret_cast<const std::uint64_t*>(kMonthStarts.data()),
                                         hn::BitCast(SignedLanes(), hn::ShiftLeft<2>(index)));
    const auto low = number(0xFFFFFFFFU);
    const auto length = hn::And(hn::Sub(hn::ShiftRight<32>(starts), starts), low);
    also(is_below(of_month, length));
    const auto ten = hn::Eq(hn::PromoteTo(lanes, sizes), number(10));
    plain = hn::And(plain, ten);
    const auto none = number(static_cast<std::uint32_t>(Date().days_since_1970()));
    const auto result = hn::IfThenElse(plain, hn::Add(starts, of_month), none);
    hn::StoreU(hn::TruncateTo(halves, result), halves, reinterpret_cast<std::uint32_t*>(days.data() + row));
    const auto empty = hn::Eq(hn::PromoteTo(lanes, sizes), hn::Zero(lanes));
    std::uint8_t bits[8] = {};
    hn::StoreMaskBits(lanes, hn::Or(plain, empty), bits);
    std::uint32_t unusual = ~static_cast<std::uint32_t>(bits[0]) & ((1U << kWidth) - 1);
    for (; unusual != 0; unusual &= unusual - 1)
      others[found++] =
          static_cast<std::uint32_t>(row) + static_cast<std::uint32_t>(std::countr_zero(unusual));
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
