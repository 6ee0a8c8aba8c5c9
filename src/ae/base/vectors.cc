#include "ae/base/vectors.h"

#include <string_view>

namespace ae {
namespace {

/// All that Highway lets the compiler use for a set has to be there.
bool has(Vectors set) {
#if defined(__x86_64__)
  if (set == Vectors::kAvx2) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
           __builtin_cpu_supports("fma") && __builtin_cpu_supports("pclmul");
  }
  if (set == Vectors::kAvx512) {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vbmi") &&
           __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avxvnni") &&
           __builtin_cpu_supports("avx512bitalg") && __builtin_cpu_supports("avx512vpopcntdq") &&
           __builtin_cpu_supports("vpclmulqdq") && __builtin_cpu_supports("vaes");
  }
#endif
#if defined(__aarch64__)
  if (set == Vectors::kBaseline) return true;
#endif
  return set == Vectors::kNone;
}

std::string_view key(Vectors set) {
  constexpr std::string_view kKeys[] = {"none", "baseline", "avx2", "avx512"};
  return kKeys[static_cast<std::size_t>(set)];
}

Vectors& chosen() {
  static Vectors set = vectors_here().front();
  return set;
}

}  // namespace

const std::vector<Vectors>& vectors_here() {
  static const std::vector<Vectors> here = [] {
    std::vector<Vectors> sets;
    for (const Vectors set : {Vectors::kAvx512, Vectors::kAvx2, Vectors::kBaseline, Vectors::kNone}) {
      if (has(set)) sets.push_back(set);
    }
    return sets;
  }();
  return here;
}

Vectors vectors() { return chosen(); }

void use_vectors(std::string_view name) {
  for (const Vectors set : vectors_here()) {
    if (key(set) == name) chosen() = set;
  }
}

}  // namespace ae
