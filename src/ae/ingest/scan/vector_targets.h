#pragma once

/// The sets of vector instructions that Highway compiles for; to be included before its headers. Two are
/// enough for x86-64: AVX-512 with what came later, and AVX2.
#define HWY_WANT_AVX3_DL
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3)
