#pragma once

#include <string_view>
#include <vector>

#include "ae/base/text.h"
#include "ae/doc/document.h"

namespace ae::report {

/// One of the few figures that a report is about, for comparing two runs of it.
struct Headline {
  std::string_view key;  ///< as in JSON
  Text label;
  doc::Value value;  ///< money, percent, multiple or missing
};

/// A report that can be asked "what if": it says which figures a change is shown on.
template <typename R>
concept Comparable = requires(const typename R::Output& output) {
  { R::headlines(output) } -> std::same_as<std::vector<Headline>>;
};

}  // namespace ae::report
