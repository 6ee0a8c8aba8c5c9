#pragma once

namespace ae::statistics {

/// P(|T| ≤ t) for Student's T with `degrees` degrees of freedom, by its finite series (Abramowitz and Stegun
/// 26.7.3 and 26.7.4). Requires t ≥ 0 and degrees ≥ 1.
double student_t_within(double t, int degrees);

/// The t with student_t_within(t) = confidence, to within 1e-9 of itself: half the width of a mean's interval
/// in standard errors. Requires 0 < confidence < 1 and degrees ≥ 1.
double student_t(double confidence, int degrees);

}  // namespace ae::statistics
