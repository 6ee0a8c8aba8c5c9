// Highway compiles this file again for each set of vector instructions, each time in a namespace of its own.
// The choice among them is made at the end rather than by Highway, whose library would have to be loaded.
#include "ae/ingest/scan/marks.h"

#include <cstring>

#include "ae/ingest/scan/mark_writer.h"
#include "ae/ingest/scan/vector_targets.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ae/ingest/scan/marks.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace ae::ingest::scan::HWY_NAMESPACE {

// Where Highway has no vectors for the plainest machines of a kind (as for x86-64), the twin does as well.
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128

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

HWY_INLINE std::uint64_t turned_by(std::uint64_t quotes) {
#if HWY_TARGET <= HWY_AVX2
  const hn::Full128<std::uint64_t> two;
  const auto product = hn::CLMulLower(hn::Set(two, quotes), hn::Set(two, ~std::uint64_t{0}));
  return hn::GetLane(product);
#else
  return prefix_xor(quotes);
#endif
}

HWY_INLINE ByteMasks masks_of(const char* bytes, const Signs& signs) {
  const auto ascii = hn::Set(hn::ScalableTag<std::uint8_t>(), std::uint8_t{0x7F});
  ByteMasks is;
  is.quote = bits_of(bytes, signs.quote);
  is.delimiter = bits_of(bytes, signs.delimiter);
  is.lf = bits_of(bytes, '\n');
  const auto control = hn::Set(hn::ScalableTag<std::uint8_t>(), std::uint8_t{0x20});
  const std::uint64_t controls = bits_where(bytes, [&](auto here) HWY_ATTR { return hn::Lt(here, control); });
  if ((controls & ~(is.lf | is.delimiter)) != 0) {  // in no block of a file or in nearly all
    is.cr = bits_of(bytes, '\r');
    is.nul = bits_of(bytes, '\0');
  }
  is.high = bits_where(bytes, [&](auto here) HWY_ATTR { return hn::Gt(here, ascii); });
  is.turned = turned_by(is.quote);
  return is;
}

#if HWY_TARGET == HWY_AVX3_DL
HWY_INLINE void put(MarkWriter& writer, std::uint32_t at, std::uint64_t parts) {
  alignas(64) static constexpr std::uint8_t kPlaces[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const auto count = static_cast<std::size_t>(std::popcount(parts));
  const __m512i base = _mm512_set1_epi32(static_cast<int>(at));
  __m512i places = _mm512_maskz_compress_epi8(parts, _mm512_load_si512(kPlaces));
  std::uint32_t* const out = writer.next();
  std::size_t written = 0;
  do {  // hardly ever more than sixteen
    _mm512_storeu_si512(out + written,
                        _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places))));
    places = _mm512_alignr_epi32(_mm512_setzero_si512(), places, 4);
    written += 16;
  } while (written < count);
  writer.advance(count);
}
#else
HWY_INLINE void put(MarkWriter& writer, std::uint32_t at, std::uint64_t parts) { writer.put(at, parts); }
#endif

#if HWY_TARGET <= HWY_AVX2
/// What a byte and its neighbour can have against each other (Keiser and Lemire 2021, "Validating UTF-8 in
/// less than one instruction per byte"): a fault is one that both halves of the first byte and the upper half
/// of the second one name.
enum Fault : std::uint8_t {
  kTooShort = 1,       // a lead, and no continuation behind it
  kTooLong = 2,        // ASCII, and a continuation behind it
  kOverlong3 = 4,      // E0 80..9F
  kTooLarge = 8,       // F4 90.., F5..
  kSurrogate = 16,     // ED A0..
  kOverlong2 = 32,     // C0, C1
  kTooLarge1000 = 64,  // F5.. 80..8F; F0 80..8F is overlong
  kTwoMore = 128       // two continuations: right where a longer character has them
};
constexpr int kAnyLow = kTooShort | kTooLong | kTwoMore;
constexpr int kBeyond = kAnyLow | kTooLarge | kTooLarge1000;
constexpr int kLead2 = kTooLong | kOverlong2 | kTwoMore;

alignas(16) constexpr std::uint8_t kFirstHigh[16] = {kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTwoMore,
                                                     kTwoMore,
                                                     kTwoMore,
                                                     kTwoMore,
                                                     kTooShort | kOverlong2,
                                                     kTooShort,
                                                     kTooShort | kOverlong3 | kSurrogate,
                                                     kTooShort | kTooLarge | kTooLarge1000};
alignas(16) constexpr std::uint8_t kFirstLow[16] = {kAnyLow | kOverlong3 | kOverlong2 | kTooLarge1000,
                                                    kAnyLow | kOverlong2,
                                                    kAnyLow,
                                                    kAnyLow,
                                                    kAnyLow | kTooLarge,
                                                    kBeyond,
                                                    kBeyond,
                                                    kBeyond,
                                                    kBeyond,
                                                    kBeyond,
                                                    kBeyond,
                                                    kBeyond,
                                                    kBeyond,
                                                    kBeyond | kSurrogate,
                                                    kBeyond,
                                                    kBeyond};
alignas(16) constexpr std::uint8_t kSecondHigh[16] = {kTooShort,
                                                      kTooShort,
                                                      kTooShort,
                                                      kTooShort,
                                                      kTooShort,
                                                      kTooShort,
                                                      kTooShort,
                                                      kTooShort,
                                                      kLead2 | kOverlong3 | kTooLarge1000,
                                                      kLead2 | kOverlong3 | kTooLarge,
                                                      kLead2 | kSurrogate | kTooLarge,
                                                      kLead2 | kSurrogate | kTooLarge,
                                                      kTooShort,
                                                      kTooShort,
                                                      kTooShort,
                                                      kTooShort};

/// Whether nothing is wrong with 64 bytes, each with the three before it.
HWY_INLINE bool are_characters(const char* bytes) {
  const hn::ScalableTag<std::uint8_t> lanes;
  constexpr std::size_t kWidth = hn::MaxLanes(hn::ScalableTag<std::uint8_t>());
  const auto at = [&](const char* from)
                      HWY_ATTR { return hn::LoadU(lanes, reinterpret_cast<const std::uint8_t*>(from)); };
  const auto low = hn::Set(lanes, std::uint8_t{0x0F});
  auto faults = hn::Zero(lanes);
  for (const char* from = bytes; from < bytes + 64; from += kWidth) {
    const auto first = at(from - 1);
    const auto second = at(from);
    const auto high_of = [&](auto vector) HWY_ATTR {
      const hn::RepartitionToWide<decltype(lanes)> wide;
      return hn::And(hn::BitCast(lanes, hn::ShiftRight<4>(hn::BitCast(wide, vector))), low);
    };
    const auto both = hn::And(hn::TableLookupBytes(hn::LoadDup128(lanes, kFirstHigh), high_of(first)),
                              hn::TableLookupBytes(hn::LoadDup128(lanes, kFirstLow), hn::And(first, low)));
    const auto named =
        hn::And(both, hn::TableLookupBytes(hn::LoadDup128(lanes, kSecondHigh), high_of(second)));
    // The third byte of three, and the third and fourth of four, follow on a continuation.
    const auto third = hn::SaturatedSub(at(from - 2), hn::Set(lanes, std::uint8_t{0xE0 - 0x80}));
    const auto fourth = hn::SaturatedSub(at(from - 3), hn::Set(lanes, std::uint8_t{0xF0 - 0x80}));
    const auto more = hn::And(hn::Or(third, fourth), hn::Set(lanes, std::uint8_t{0x80}));
    faults = hn::Or(faults, hn::Xor(more, named));
  }
  return hn::AllTrue(lanes, hn::Eq(faults, hn::Zero(lanes)));
}

HWY_INLINE bool check(const MarkWriter& writer, std::string_view text) {
  bool valid = true;
  for (const std::uint32_t block : writer.blocks_to_check()) {
    if (block != 0 && block + 64 < text.size()) valid &= are_characters(text.data() + block);
  }
  return valid;
}
#else
HWY_INLINE bool check(const MarkWriter&, std::string_view) { return false; }  // byte by byte, then
#endif

HWY_ATTR void find(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks) {
  MarkWriter writer(text, carry, marks);
  std::size_t at = 0;
  for (; at + 64 <= text.size(); at += 64) {
    const std::uint64_t parts = writer.add(at, masks_of(text.data() + at, signs), 64);
    put(writer, static_cast<std::uint32_t>(at), parts);
  }
  if (at < text.size()) {
    const std::uint64_t parts = writer.add(at, masks_of(text.data() + at, signs), text.size() - at);
    put(writer, static_cast<std::uint32_t>(at), parts);
  }
  writer.finish(check(writer, text));
}

#endif

}  // namespace ae::ingest::scan::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ae::ingest::scan {
namespace {

using FindMarks = void (*)(std::string_view, const Signs&, const Carry&, Marks&);

FindMarks way_of(Vectors set) {
  switch (set) {
#if HWY_TARGETS & HWY_AVX3_DL
    case Vectors::kAvx512:
      return N_AVX3_DL::find;
#endif
#if HWY_TARGETS & HWY_AVX2
    case Vectors::kAvx2:
      return N_AVX2::find;
#endif
#if HWY_STATIC_TARGET != HWY_SCALAR && HWY_STATIC_TARGET != HWY_EMU128
    case Vectors::kBaseline:
      return HWY_STATIC_DISPATCH(find);
#endif
    default:
      return find_marks_plainly;
  }
}

}  // namespace

void find_marks(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks, Vectors set) {
  way_of(set)(text, signs, carry, marks);
}

void find_marks(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks) {
  find_marks(text, signs, carry, marks, vectors());
}

}  // namespace ae::ingest::scan
#endif
