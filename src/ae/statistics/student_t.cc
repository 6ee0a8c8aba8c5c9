#include "ae/statistics/student_t.h"

#include <cmath>
#include <numbers>

namespace ae::statistics {

double student_t_within(double t, int degrees) {
  const double angle = std::atan(t / std::sqrt(degrees));
  const double cosine = std::cos(angle);
  const bool odd = degrees % 2 == 1;
  // 1 + (1/2) cos² + (1·3)/(2·4) cos⁴ …, or cos + (2/3) cos³ + (2·4)/(3·5) cos⁵ …
  double term = odd ? cosine : 1;
  double sum = degrees == 1 ? 0 : term;
  for (int below = odd ? 3 : 2; below <= degrees - 2; below += 2) {
    term *= cosine * cosine * (below - 1) / below;
    sum += term;
  }
  const double series = std::sin(angle) * sum;
  return odd ? 2 / std::numbers::pi * (angle + series) : series;
}

double student_t(double confidence, int degrees) {
  double low = 0;
  double high = 1;
  while (student_t_within(high, degrees) < confidence) high *= 2;
  while (high - low > 1e-10 * high) {
    const double middle = (low + high) / 2;
    (student_t_within(middle, degrees) < confidence ? low : high) = middle;
  }
  return high;
}

}  // namespace ae::statistics
