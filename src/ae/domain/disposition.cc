#include "ae/domain/disposition.h"

#include <string>

namespace ae {
namespace {

std::string plain(std::string_view words) {
  std::string result;
  for (const char c : words) {
    if (c == ' ' || c == '-' || c == '_') continue;
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

}  // namespace

Text name(Disposition disposition) {
  static constexpr Text kNames[] = {{"Keep", "保留"},       {"Re-date", "改期"},
                                    {"Re-stage", "改阶段"}, {"Downgrade", "下调预测类别"},
                                    {"Close", "关闭"},      {"Merge", "合并"}};
  return kNames[static_cast<std::size_t>(disposition)];
}

Text new_value_of(Disposition disposition) {
  static constexpr Text kValues[] = {
      {"nothing", "无需填写"},
      {"the new close date, as 2026-03-31", "新的预计成交日期，如 2026-03-31"},
      {"the stage that the deal is in", "商机所处的阶段"},
      {"a weaker forecast category; blank: one step down", "更弱的预测类别；留空为下调一级"},
      {"the reason of the loss", "丢单原因"},
      {"the id of the deal that stays", "保留的商机编号"}};
  return kValues[static_cast<std::size_t>(disposition)];
}

std::optional<Disposition> disposition_named(std::string_view words) {
  const std::string asked = plain(words);
  for (const Disposition disposition : enumerators<Disposition>()) {
    if (asked == plain(key(disposition))) return disposition;
    for (const Language language : kAllLanguages) {
      if (asked == plain(name(disposition).in(language))) return disposition;
    }
  }
  return std::nullopt;
}

std::optional<ForecastCategory> one_weaker(ForecastCategory category) {
  if (category >= ForecastCategory::kOmitted) return std::nullopt;
  return static_cast<ForecastCategory>(static_cast<int>(category) + 1);
}

}  // namespace ae
