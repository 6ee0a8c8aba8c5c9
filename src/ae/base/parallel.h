#pragma once

#include <cstddef>
#include <functional>

namespace ae {

/// Calls work(index) once for each index in [0, count), on up to `threads` threads (at least one, the
/// caller's). Returns when all are done. Indices are claimed in order; work must not throw.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace ae
