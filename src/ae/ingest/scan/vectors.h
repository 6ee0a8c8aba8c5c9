#pragma once

#include <cstdint>
#include <vector>

namespace ae::ingest::scan {

/// Sets of vector instructions, the narrowest first.
enum class Vectors : std::uint8_t {
  kNone,      ///< the scalar twins
  kBaseline,  ///< what every machine of the kind has: NEON; nothing on x86-64
  kAvx2,
  kAvx512,  ///< as it is since 2023: with VBMI2 and VNNI
  kCount
};

/// Those that this machine has, the best first.
const std::vector<Vectors>& vectors_here();

/// The set to use: the best, or the one that the environment variable AE_VECTORS names ("none", "baseline",
/// "avx2", "avx512"), with which benches try the others. Results never depend on it.
Vectors vectors();

}  // namespace ae::ingest::scan
