#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

/// Before a function of plain loops: compiles it again for wider vectors than every machine has and lets the
/// machine choose when the program starts. For loops that need no instruction of their own, unlike those that
/// ask vectors(). What it calls has to be inline. The sanitizers are not there yet when the choice is made.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define AE_FOR_WIDE_VECTORS [[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
#else
#define AE_FOR_WIDE_VECTORS
#endif

namespace ae {

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

/// The set to use: the best, unless use_vectors() chose another. Results never depend on it.
Vectors vectors();

/// Chooses the set of this name ("none", "baseline", "avx2", "avx512") where the machine has it, with which
/// benches try the others. For the start of a program, before there are threads.
void use_vectors(std::string_view name);

}  // namespace ae
