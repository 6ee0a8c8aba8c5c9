#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ae/base/exact.h"
#include "ae/domain/objection.h"

/// Which objection is meant by what a buyer said, in the words of any language. No dictionary, no chance: the
/// same words find the same objections.
namespace ae {

struct ObjectionMatch {
  const Objection* objection = nullptr;
  /// How much of what was said is found again, 0 to 1. Each term counts by how few objections have it, fully
  /// where buyers say it (heard, name), a third in what is meant by it. docs/methodology/objections.md.
  Ratio share;
  Text closest;  ///< the sentence of `heard` nearest to what was said
};

/// Best first, equal ones in the order of the content; empty when nothing tells. At most five, each with a
/// quarter of the best one's share or more.
std::vector<ObjectionMatch> find_objections(std::string_view said);

/// How many of the matches, from the first on, are too close to tell apart: within a fifth of the best.
std::size_t close_matches(const std::vector<ObjectionMatch>& matches);

/// Whether less than half of what was said is found again in the best: it may be something else altogether.
bool is_weak(const std::vector<ObjectionMatch>& matches);

/// Ids of the objections that `word` may be a slip of, else of those that it finds; at most three.
std::vector<std::string> near_objections(std::string_view word);

}  // namespace ae
