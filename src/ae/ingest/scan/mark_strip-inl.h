// What stands in up to 64 blocks of 64 bytes, by each set of vector instructions: for files that Highway
// compiles several times.
#if defined(AE_INGEST_SCAN_MARK_STRIP_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef AE_INGEST_SCAN_MARK_STRIP_INL_H
#undef AE_INGEST_SCAN_MARK_STRIP_INL_H
#else
#define AE_INGEST_SCAN_MARK_STRIP_INL_H
#endif

#include <cstdint>
#include <cstring>
#include <hwy/highway.h>

#include "ae/ingest/scan/mark_writer.h"

HWY_BEFORE_NAMESPACE();
namespace ae::ingest::scan::HWY_NAMESPACE {

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

/// Blocks of 64 bytes that follow on each other: a word for each, with a bit for each byte. First the bytes
/// are looked at, one block after the other; then the words, several at once.
struct MarkStrip {
  static constexpr std::size_t kBlocks = 64;
  static constexpr std::size_t kBytes = kBlocks * 64;
  /// Words behind others, of which the last one says what was before the first block.
  static constexpr std::size_t kFirst = 8;
  using Words = std::uint64_t[kBlocks];
  using WordsBehind = std::uint64_t[kFirst + kBlocks];

  alignas(64) Words quote, inside, delimiter, lf, nul;
  alignas(64) WordsBehind cr, high;
  alignas(64) Words parts;           ///< cells and rows
  alignas(64) WordsBehind boundary;  ///< parts or is a quote
  alignas(64) WordsBehind closing;   ///< a quote that closes
  // A bit for each block:
  std::uint64_t with_inner = 0;  ///< it has line feeds inside of quotes
  std::uint64_t to_check = 0;    ///< it is not all ASCII, or stands behind one that does not end so
};

/// Looks at the bytes of a strip. Gives whether some of them are controls that part nothing.
HWY_INLINE bool look_at_bytes(const char* bytes, const Signs& signs, std::uint64_t inside, MarkStrip& strip) {
  const hn::ScalableTag<std::uint8_t> lanes;
  const auto quote = hn::Set(lanes, static_cast<std::uint8_t>(signs.quote));
  const auto delimiter = hn::Set(lanes, static_cast<std::uint8_t>(signs.delimiter));
  const auto lf = hn::Set(lanes, std::uint8_t{'\n'});
  const auto blank = hn::Set(lanes, std::uint8_t{' '});
  const auto ascii = hn::Set(lanes, std::uint8_t{0x7F});
  std::uint64_t others = 0;
  for (std::size_t block = 0; block < MarkStrip::kBlocks; ++block, bytes += 64) {
    const auto where = [&](auto compare) HWY_ATTR { return bits_where(bytes, compare); };
    const std::uint64_t quotes = where([&](auto here) HWY_ATTR { return hn::Eq(here, quote); });
    const std::uint64_t delimiters = where([&](auto here) HWY_ATTR { return hn::Eq(here, delimiter); });
    const std::uint64_t line_feeds = where([&](auto here) HWY_ATTR { return hn::Eq(here, lf); });
    const std::uint64_t controls = where([&](auto here) HWY_ATTR { return hn::Lt(here, blank); });
    inside ^= turned_by(quotes);
    strip.quote[block] = quotes;
    strip.inside[block] = inside;
    strip.delimiter[block] = delimiters;
    strip.lf[block] = line_feeds;
    strip.high[MarkStrip::kFirst + block] = where([&](auto here) HWY_ATTR { return hn::Gt(here, ascii); });
    others |= controls & ~(delimiters | line_feeds);
    inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
  }
  return others != 0;
}

/// Looks for the controls that are in no block of a file or in nearly all.
HWY_INLINE void look_at_controls(const char* bytes, MarkStrip& strip) {
  for (std::size_t block = 0; block < MarkStrip::kBlocks; ++block, bytes += 64) {
    strip.cr[MarkStrip::kFirst + block] = bits_of(bytes, '\r');
    strip.nul[block] = bits_of(bytes, '\0');
  }
}

using WordLanes = hn::ScalableTag<std::uint64_t>;

/// Words as if all their bytes stood one place further on.
HWY_INLINE auto moved_on(const std::uint64_t* words) {
  const auto here = hn::Load(WordLanes(), words);
  return hn::Or(hn::Add(here, here), hn::ShiftRight<63>(hn::LoadU(WordLanes(), words - 1)));
}

template <typename Vector>
HWY_INLINE std::uint64_t which_are_not_zero(Vector words) {
  std::uint8_t bits[8] = {};
  hn::StoreMaskBits(WordLanes(), hn::Ne(words, hn::Zero(WordLanes())), bits);
  return bits[0];
}

/// Looks at the words of a strip, behind what was found before. What it asks is what MarkWriter::add() asks.
template <bool kControls>
HWY_INLINE void look_at_words(MarkStrip& strip, MarkWriter::Found& found) {
  const WordLanes lanes;
  constexpr std::size_t kWidth = hn::MaxLanes(WordLanes());
  constexpr std::size_t kFirst = MarkStrip::kFirst;
  const auto load = [&](const std::uint64_t* words) HWY_ATTR { return hn::Load(lanes, words); };
  strip.boundary[kFirst - 1] = found.boundary << 63;
  strip.closing[kFirst - 1] = found.closed << 63;
  strip.high[kFirst - 1] = found.high_before << 61;
  strip.cr[kFirst - 1] = found.cr << 63;
  strip.with_inner = strip.to_check = 0;
  auto lines = hn::Zero(lanes);
  for (std::size_t block = 0; block < MarkStrip::kBlocks; block += kWidth) {
    const auto quote = load(strip.quote + block);
    const auto inside = load(strip.inside + block);
    const auto lf = load(strip.lf + block);
    const auto parts = hn::AndNot(inside, hn::Or(load(strip.delimiter + block), lf));
    hn::Store(parts, lanes, strip.parts + block);
    hn::Store(hn::Or(parts, quote), lanes, strip.boundary + kFirst + block);
    hn::Store(hn::AndNot(inside, quote), lanes, strip.closing + kFirst + block);
    strip.with_inner |= which_are_not_zero(hn::And(lf, inside)) << block;
    const auto before = hn::ShiftRight<61>(hn::LoadU(lanes, strip.high + kFirst + block - 1));
    strip.to_check |= which_are_not_zero(hn::Or(load(strip.high + kFirst + block), before)) << block;
    lines = hn::Add(lines, hn::PopulationCount(lf));
  }
  auto odd = hn::Zero(lanes);
  auto crlf = hn::Zero(lanes);
  for (std::size_t block = 0; block < MarkStrip::kBlocks; block += kWidth) {
    const auto quote = load(strip.quote + block);
    const auto inside = load(strip.inside + block);
    const auto lf = load(strip.lf + block);
    odd = hn::Or(odd, hn::AndNot(moved_on(strip.boundary + kFirst + block), hn::And(quote, inside)));
    auto may_follow = hn::Or(hn::Or(quote, load(strip.delimiter + block)), lf);
    if (kControls) {
      may_follow = hn::Or(may_follow, load(strip.cr + kFirst + block));
      const auto after_cr = moved_on(strip.cr + kFirst + block);
      odd = hn::Or(odd, hn::Or(hn::AndNot(lf, after_cr), load(strip.nul + block)));
      crlf = hn::Add(crlf, hn::PopulationCount(hn::AndNot(inside, hn::And(after_cr, lf))));
    }
    odd = hn::Or(odd, hn::AndNot(may_follow, moved_on(strip.closing + kFirst + block)));
  }
  constexpr std::size_t kLast = MarkStrip::kBlocks - 1;
  found.inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(strip.inside[kLast]) >> 63);
  found.boundary = strip.boundary[kFirst + kLast] >> 63;
  found.closed = strip.closing[kFirst + kLast] >> 63;
  found.high_before = strip.high[kFirst + kLast] >> 61;
  found.cr = kControls ? strip.cr[kFirst + kLast] >> 63 : 0;
  found.odd |= hn::AllTrue(lanes, hn::Eq(odd, hn::Zero(lanes))) ? 0 : 1;
  found.lines += hn::GetLane(hn::SumOfLanes(lanes, lines));
  found.crlf += hn::GetLane(hn::SumOfLanes(lanes, crlf));
}

#endif

}  // namespace ae::ingest::scan::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // AE_INGEST_SCAN_MARK_STRIP_INL_H
