// Reads a policy from TOML. The fields of Policy say which keys there are; nothing here lists them a second
// time.

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "ae/base/assert.h"
#include "ae/base/near.h"
#include "ae/config/content.h"
#include "ae/config/toml.h"
#include "ae/domain/policy.h"

namespace ae {
namespace {

using config::TomlNode;

constexpr std::string_view kDefaultPath = "policy/default.toml";

Error field_error(std::string code, Message message, Message hint, const TomlNode& node,
                  const std::string& path) {
  return {std::move(code), std::move(message), std::move(hint), node.place, path, {}};
}

std::optional<double> number(const TomlNode& node) {
  if (const auto* whole = std::get_if<std::int64_t>(&node.value)) return static_cast<double>(*whole);
  if (const auto* fraction = std::get_if<double>(&node.value)) return *fraction;
  return std::nullopt;
}

Error wrong_type(const TomlNode& node, const std::string& path) {
  return field_error("policy_wrong_type",
                     Message{Text{"{field} is not a number", "{field} 不是数字"}}.with("field", path),
                     Text{"Write a plain number: 60", "请写成普通数字：60"}, node, path);
}

Error not_whole(const TomlNode& node, const std::string& path) {
  return field_error("policy_wrong_type",
                     Message{Text{"{field} is not a whole number", "{field} 不是整数"}}.with("field", path),
                     Text{"Write a whole number: 14", "请写成整数：14"}, node, path);
}

Error out_of_range(const TomlNode& node, const std::string& path, Text range) {
  return field_error("policy_out_of_range",
                     Message{Text{"{field} is out of range: {range}", "{field} 超出范围：{range}"}}
                         .with("field", path)
                         .with("range", Message{range}),
                     Text{"`ae policy show` prints the default", "`ae policy show` 可查看默认值"}, node,
                     path);
}

/// Reads a number in `units` of a whole (1,000,000 millionths, 10,000 ten-thousandths); nullopt when it needs
/// more digits.
std::optional<std::int64_t> exact_units(double value, double units) {
  const double scaled = std::round(value * units);
  if (!std::isfinite(value) || std::abs(scaled) > 1e15 || std::abs(scaled / units - value) > 1e-9)
    return std::nullopt;
  return static_cast<std::int64_t>(scaled);
}

Result<bool> read(const TomlNode& node, const std::string& path, Probability& target) {
  const std::optional<double> percent = number(node);
  if (!percent) return fail(wrong_type(node, path));
  const auto millionths = exact_units(*percent, Probability::kOne / 100.0);
  if (!millionths || *millionths < 0 || *millionths > Probability::kOne) {
    return fail(out_of_range(
        node, path, Text{"0 to 100 percent, at most four decimals", "0 到 100（百分比），最多四位小数"}));
  }
  target = Probability::of_millionths(static_cast<std::int32_t>(*millionths));
  return true;
}

Result<bool> read(const TomlNode& node, const std::string& path, Ratio& target) {
  const std::optional<double> multiple = number(node);
  if (!multiple) return fail(wrong_type(node, path));
  const auto units = exact_units(*multiple, static_cast<double>(Ratio::kOne));
  if (!units || *units < 0 || *units > 1000 * Ratio::kOne) {
    return fail(out_of_range(node, path,
                             Text{"0 to 1000 times, at most four decimals", "0 到 1000 倍，最多四位小数"}));
  }
  target = Ratio::of_units(*units);
  return true;
}

Result<bool> read(const TomlNode& node, const std::string& path, std::optional<Ratio>& target) {
  return read(node, path, target.emplace());
}

Result<bool> read(const TomlNode& node, const std::string& path, std::int64_t& target) {
  const auto* whole = std::get_if<std::int64_t>(&node.value);
  if (whole == nullptr) return fail(not_whole(node, path));
  if (*whole < 1 || *whole > 10'000)
    return fail(out_of_range(node, path, Text{"1 to 10,000, whole", "1 到 10,000 的整数"}));
  target = *whole;
  return true;
}

template <HasFields Struct>
Result<bool> read(const TomlNode& node, const std::string& path, Struct& target);

template <typename Member>
struct IsOptional : std::false_type {};
template <typename Value>
struct IsOptional<std::optional<Value>> : std::true_type {};

template <HasFields Struct>
Result<bool> refuse_unknown_keys(const TomlNode& node, const std::string& path) {
  std::vector<std::string_view> known;
  for_each_field<Struct>([&](const auto& field) { known.push_back(field.name); });
  for (const auto& [name, child] : *node.table()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string full = path;
    full.append(path.empty() ? "" : ".").append(name);
    Error error = field_error(
        "policy_unknown_field",
        Message{Text{"The policy has no field {field}", "策略中没有字段 {field}"}}.with("field", full),
        Text{"`ae policy show` lists every field", "`ae policy show` 列出全部字段"}, child, full);
    error.did_you_mean = near_misses(name, known);
    return fail(std::move(error));
  }
  return true;
}

template <HasFields Struct>
Result<bool> read(const TomlNode& node, const std::string& path, Struct& target) {
  if (node.table() == nullptr) {
    return fail(field_error(
        "policy_wrong_type",
        Message{Text{"{field} is not a table of fields", "{field} 不是字段表"}}.with("field", path),
        Message{Text{"Write [{field}] on a line of its own", "请单独写一行 [{field}]"}}.with("field", path),
        node, path));
  }
  AE_TRY_VOID(refuse_unknown_keys<Struct>(node, path));
  std::optional<Error> error;
  for_each_field<Struct>([&](const auto& field) {
    if (error) return;
    auto& member = target.*(field.member);
    const std::string full = path.empty() ? std::string(field.name) : path + "." + std::string(field.name);
    const TomlNode* child = node.find(field.name);
    if (child == nullptr) {
      if constexpr (!IsOptional<std::remove_reference_t<decltype(member)>>::value) {
        error = field_error("policy_missing_field",
                            Message{Text{"The policy lacks {field}", "策略缺少 {field}"}}.with("field", full),
                            {}, node, full);
      }
      return;
    }
    if (auto result = read(*child, full, member); !result) error = std::move(result).error();
  });
  if (error) return fail(std::move(*error));
  return true;
}

/// What has to hold between fields: `lower` must not exceed `upper` (must be less, where `strict`).
struct Order {
  std::string_view lower;
  std::string_view upper;
  bool holds;
};

std::vector<Order> orders(const Policy& policy) {
  const StagesPolicy& stages = policy.stages;
  const auto& coverage = policy.coverage;
  const auto band = [](const CoverageTarget& target) { return !target.high || target.low <= *target.high; };
  return {
      {"stages.prospect.probability", "stages.discovery.probability",
       stages.prospect.probability <= stages.discovery.probability},
      {"stages.discovery.probability", "stages.demo.probability",
       stages.discovery.probability <= stages.demo.probability},
      {"stages.demo.probability", "stages.proposal.probability",
       stages.demo.probability <= stages.proposal.probability},
      {"stages.proposal.probability", "stages.negotiation.probability",
       stages.proposal.probability <= stages.negotiation.probability},
      {"stages.negotiation.probability", "stages.closed_won.probability",
       stages.negotiation.probability <= stages.closed_won.probability},
      {"categories.pipeline_from", "categories.best_case_from",
       policy.categories.pipeline_from <= policy.categories.best_case_from},
      {"categories.best_case_from", "categories.commit_from",
       policy.categories.best_case_from <= policy.categories.commit_from},
      {"coverage.early.low", "coverage.early.high", band(coverage.early)},
      {"coverage.mid.low", "coverage.mid.high", band(coverage.mid)},
      {"coverage.late.low", "coverage.late.high", band(coverage.late)},
      {"coverage.or_better.commit", "coverage.or_better.best_case",
       coverage.or_better.commit <= coverage.or_better.best_case},
      {"coverage.or_better.best_case", "coverage.or_better.pipeline",
       coverage.or_better.best_case <= coverage.or_better.pipeline},
      {"hygiene.won_cycle_percentile", "100", policy.hygiene.won_cycle_percentile <= 100},
      {"hygiene.stage_age_percentile", "100", policy.hygiene.stage_age_percentile <= 100},
      {"scorecard.lowest", "scorecard.highest", policy.scorecard.lowest <= policy.scorecard.highest},
      {"scorecard.bant_minimum", "scorecard.highest",
       policy.scorecard.bant_minimum <= policy.scorecard.highest},
      {"scorecard.work_on_weak_areas_from", "scorecard.strong_from",
       policy.scorecard.work_on_weak_areas_from <= policy.scorecard.strong_from},
      {"account_plan.known_at_least", "100", policy.account_plan.known_at_least <= 100},
      {"account_plan.healthy_from", "100", policy.account_plan.healthy_from <= 100},
      {"account_plan.watch_from", "account_plan.healthy_from",
       policy.account_plan.watch_from <= policy.account_plan.healthy_from},
      {"discount.standard_up_to", "discount.moderate_up_to",
       policy.discount.standard_up_to <= policy.discount.moderate_up_to},
      {"discount.moderate_up_to", "discount.deep_below",
       policy.discount.moderate_up_to <= policy.discount.deep_below},
  };
}

Result<bool> check_orders(const Policy& policy, const TomlNode& root, const std::string& source) {
  for (const Order& order : orders(policy)) {
    if (order.holds) continue;
    // Point at the field that the user's own file sets; the other half may stand in the default.
    const TomlNode* lower = root.at(order.lower);
    const TomlNode* upper = root.at(order.upper);
    const TomlNode* culprit = upper != nullptr && upper->place.source == source ? upper : lower;
    AE_ASSERT(culprit != nullptr);  // the default names both
    return fail(field_error("policy_contradiction",
                            Message{Text{"{lower} must not be above {upper}", "{lower} 不得高于 {upper}"}}
                                .with("lower", order.lower)
                                .with("upper", order.upper),
                            Text{"Change one of the two", "请修改其中之一"}, *culprit,
                            std::string(culprit == upper ? order.upper : order.lower)));
  }
  return true;
}

}  // namespace

Result<Policy> load_policy(std::string_view bytes, const std::string& source) {
  const PolicyLayer layer{std::string(bytes), source};
  return load_policy({&layer, 1});
}

Result<Policy> load_policy(std::span<const PolicyLayer> layers) {
  AE_TRY(TomlNode root, config::parse_toml(config::content_file(kDefaultPath), std::string(kDefaultPath)));
  for (const PolicyLayer& layer : layers) {
    AE_TRY(const TomlNode over, config::parse_toml(layer.bytes, layer.source));
    overlay(root, over);
  }
  Policy policy;
  AE_TRY_VOID(read(root, "", policy));
  AE_TRY_VOID(check_orders(policy, root, layers.empty() ? "" : layers.back().source));
  return policy;
}

}  // namespace ae
