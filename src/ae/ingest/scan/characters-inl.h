// Whether bytes are characters, by each set of vector instructions: for files that Highway compiles several
// times.
#if defined(AE_INGEST_SCAN_CHARACTERS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AE_INGEST_SCAN_CHARACTERS_INL_H
#undef AE_INGEST_SCAN_CHARACTERS_INL_H
#else
#define AE_INGEST_SCAN_CHARACTERS_INL_H
#endif

#include <cstdint>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace ae::ingest::scan::HWY_NAMESPACE {

#if HWY_TARGET <= HWY_AVX2

namespace hn = hwy::HWY_NAMESPACE;

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

#endif

}  // namespace ae::ingest::scan::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // AE_INGEST_SCAN_CHARACTERS_INL_H
