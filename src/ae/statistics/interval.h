#pragma once

namespace ae::statistics {

/// A range that a figure lies in with the confidence that whoever made it states.
struct Interval {
  double low = 0;
  double high = 0;
};

}  // namespace ae::statistics
