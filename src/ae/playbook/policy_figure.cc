#include "ae/playbook/policy_figure.h"

namespace ae::playbook {
namespace {

std::string without_end_zeros(std::string decimal) {
  if (decimal.find('.') == std::string::npos) return decimal;
  decimal.erase(decimal.find_last_not_of('0') + 1);
  if (decimal.ends_with('.')) decimal.pop_back();
  return decimal;
}

std::optional<std::string> figure(Probability value) {
  constexpr int kDigitsOfPercent = 4;  // millionths are ten-thousandths of a percent
  return without_end_zeros(to_decimal(value.millionths(), kDigitsOfPercent));
}
std::optional<std::string> figure(Ratio value) { return without_end_zeros(value.str()); }
std::optional<std::string> figure(std::int64_t value) { return group_thousands(value); }
std::optional<std::string> figure(const std::optional<Ratio>& value) {
  return value ? figure(*value) : std::nullopt;
}

template <HasFields Struct>
std::optional<std::string> figure_at(const Struct& values, std::string_view path) {
  const std::size_t dot = path.find('.');
  std::optional<std::string> found;
  for_each_field<Struct>([&](const auto& field) {
    if (field.name != path.substr(0, dot)) return;
    const auto& value = values.*(field.member);
    if constexpr (HasFields<std::remove_cvref_t<decltype(value)>>) {
      if (dot != std::string_view::npos) found = figure_at(value, path.substr(dot + 1));
    } else if (dot == std::string_view::npos) {
      found = figure(value);
    }
  });
  return found;
}

}  // namespace

std::optional<std::string> policy_figure(const Policy& policy, std::string_view path) {
  return figure_at(policy, path);
}

std::string with_policy_figures(std::string_view text, const Policy& policy) {
  constexpr std::string_view kOpen = "{{policy:";
  constexpr std::string_view kClose = "}}";
  std::string filled;
  while (true) {
    const std::size_t open = text.find(kOpen);
    const std::size_t close = open == std::string_view::npos ? open : text.find(kClose, open);
    filled += text.substr(0, close == std::string_view::npos ? close : open);
    if (close == std::string_view::npos) return filled;
    const std::size_t path = open + kOpen.size();
    const std::size_t end = close + kClose.size();
    filled += policy_figure(policy, text.substr(path, close - path))
                  .value_or(std::string(text.substr(open, end - open)));
    text.remove_prefix(end);
  }
}

}  // namespace ae::playbook
