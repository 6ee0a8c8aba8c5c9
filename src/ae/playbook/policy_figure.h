#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ae/domain/policy.h"

namespace ae::playbook {

/// The number under a path of the policy as a text writes it, without its unit and without zeros at its end:
/// "discount.moderate_up_to" is "20" (percent), "coverage.late.low" "1.5" (times). nullopt for a path that
/// names no number, or one that the policy leaves out.
std::optional<std::string> policy_figure(const Policy& policy, std::string_view path);

/// `text` with every {{policy:PATH}} replaced by its figure. A path without a figure stays as it stands; the
/// tests hold that no page has one.
std::string with_policy_figures(std::string_view text, const Policy& policy);

}  // namespace ae::playbook
