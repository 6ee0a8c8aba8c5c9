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

#include "ae/ingest/scan/characters-inl.h"
#include "ae/ingest/scan/mark_strip-inl.h"

HWY_BEFORE_NAMESPACE();
namespace ae::ingest::scan::HWY_NAMESPACE {

// Where Highway has no vectors for the plainest machines of a kind (as for x86-64), the twin does as well.
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_AVX3_DL
HWY_INLINE void put(MarkWriter& writer, std::uint32_t at, std::uint64_t parts) {
  alignas(64) static constexpr std::uint8_t kPlaces[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const auto count = static_cast<std::size_t>(std::popcount(parts));
  const __m512i base = _mm512_set1_epi32(static_cast<int>(at));
  __m512i places = _mm512_maskz_compress_epi8(parts, _mm512_load_si512(kPlaces));
  const auto sixteen = [&]() HWY_ATTR {
    return _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places)));
  };
  std::uint32_t* const out = writer.next();
  _mm512_storeu_si512(out, sixteen());
  for (std::size_t written = 16; written < count; written += 16) [[unlikely]] {
    places = _mm512_alignr_epi32(_mm512_setzero_si512(), places, 4);
    _mm512_storeu_si512(out + written, sixteen());
  }
  writer.advance(count);
}
#else
HWY_INLINE void put(MarkWriter& writer, std::uint32_t at, std::uint64_t parts) { writer.put(at, parts); }
#endif

/// Checks the characters of the blocks of a strip, or leaves that to the writer: in the first and the last
/// block of all, and where there are no vectors for it.
HWY_INLINE void check_characters(MarkWriter& writer, std::string_view text, std::size_t at,
                                 std::uint64_t to_check) {
  bool valid = true;
  for (; to_check != 0; to_check &= to_check - 1) {
    const std::size_t block = at + 64 * static_cast<std::size_t>(std::countr_zero(to_check));
#if HWY_TARGET <= HWY_AVX2
    if (block != 0 && block + 64 < text.size()) [[likely]] {
      valid &= are_characters(text.data() + block);
      continue;
    }
#endif
    writer.check_later(block);
  }
  writer.found().odd |= valid ? 0 : 1;
}

HWY_INLINE void add_strip(MarkWriter& writer, std::string_view text, std::size_t at, const Signs& signs,
                          MarkStrip& strip) {
  const char* const bytes = text.data() + at;
  MarkWriter::Found& found = writer.found();
  const bool controls = look_at_bytes(bytes, signs, found.inside, strip);
  if (controls || found.cr != 0) {
    look_at_controls(bytes, strip);
    look_at_words<true>(strip, found);
  } else {
    look_at_words<false>(strip, found);
  }
  for (std::uint64_t blocks = strip.with_inner; blocks != 0; blocks &= blocks - 1) {
    const auto block = static_cast<std::size_t>(std::countr_zero(blocks));
    writer.add_inner(at + 64 * block, strip.lf[block] & strip.inside[block]);
  }
  check_characters(writer, text, at, strip.to_check);
  for (std::size_t block = 0; block < MarkStrip::kBlocks; ++block)
    put(writer, static_cast<std::uint32_t>(at + 64 * block), strip.parts[block]);
}

HWY_ATTR void find(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks) {
  MarkWriter writer(text, carry, marks);
  MarkStrip strip;
  std::size_t at = 0;
  for (; at + MarkStrip::kBytes <= text.size(); at += MarkStrip::kBytes)
    add_strip(writer, text, at, signs, strip);
  for (; at < text.size(); at += 64) {
    const std::size_t bytes = std::min(text.size() - at, std::size_t{64});
    const std::uint64_t parts = writer.add(at, masks_of(text.data() + at, signs), bytes);
    put(writer, static_cast<std::uint32_t>(at), parts);
  }
  writer.finish();
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
