// Highway compiles this file again for each set of vector instructions, each time in a namespace of its own.
// The choice among them is made at the end rather than by Highway, whose library would have to be loaded.
#include "ae/ingest/scan/marks.h"

#include <cstring>

#include "ae/ingest/scan/mark_writer.h"

// Three are enough for x86-64: AVX-512, AVX2 and what every such machine has. The others gain nothing here.
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ae/ingest/scan/marks.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace ae::ingest::scan::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Bits of 64 bytes that a comparison of some vectors gives.
template <typename Compare>
HWY_INLINE std::uint64_t bits_where(const char* bytes, Compare compare) {
  const hn::ScalableTag<std::uint8_t> lanes;
  constexpr std::size_t kWidth = hn::MaxLanes(hn::ScalableTag<std::uint8_t>());
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < 64; at += kWidth) {
    const auto here = hn::LoadU(lanes, reinterpret_cast<const std::uint8_t*>(bytes + at));
    std::uint8_t stored[8] = {};
    hn::StoreMaskBits(lanes, compare(here), stored);
    std::uint64_t part = 0;
    std::memcpy(&part, stored, kWidth / 8);
    bits |= part << at;
  }
  return bits;
}

HWY_INLINE std::uint64_t bits_of(const char* bytes, char wanted) {
  const auto sought = hn::Set(hn::ScalableTag<std::uint8_t>(), static_cast<std::uint8_t>(wanted));
  return bits_where(bytes, [&](auto here) HWY_ATTR { return hn::Eq(here, sought); });
}

HWY_INLINE ByteMasks masks_of(const char* bytes, const Signs& signs) {
  const auto ascii = hn::Set(hn::ScalableTag<std::uint8_t>(), std::uint8_t{0x7F});
  ByteMasks is;
  is.quote = bits_of(bytes, signs.quote);
  is.delimiter = bits_of(bytes, signs.delimiter);
  is.lf = bits_of(bytes, '\n');
  is.cr = bits_of(bytes, '\r');
  is.nul = bits_of(bytes, '\0');
  is.high = bits_where(bytes, [&](auto here) HWY_ATTR { return hn::Gt(here, ascii); });
  return is;
}

HWY_ATTR void find(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks) {
  MarkWriter writer(text, carry, marks);
  std::size_t at = 0;
  for (; at + 64 <= text.size(); at += 64) writer.add(at, masks_of(text.data() + at, signs), 64);
  if (at < text.size()) writer.add(at, masks_of(text.data() + at, signs), text.size() - at);
  writer.finish();
}

}  // namespace ae::ingest::scan::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ae::ingest::scan {
namespace {

using Find = void (*)(std::string_view, const Signs&, const Carry&, Marks&);

Find best() {
#if HWY_TARGETS & HWY_AVX3
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq"))
    return N_AVX3::find;
#endif
#if HWY_TARGETS & HWY_AVX2
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma"))
    return N_AVX2::find;
#endif
  return HWY_STATIC_DISPATCH(find);
}

}  // namespace

void find_marks(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks) {
  static const Find chosen = best();
  chosen(text, signs, carry, marks);
}

}  // namespace ae::ingest::scan
#endif
