#include "ae/app/quota_options.h"

#include <algorithm>

#include "ae/app/amount_text.h"
#include "ae/ingest/read_side_files.h"

namespace ae::app {
namespace {

using ingest::Source;

Note quota_not_used() {
  return {
      "quota_not_used",
      Severity::kWarning,
      Text{"The quota is not used: the amounts stand in several currencies; to convert them: --rates FILE "
           "--currency CODE",
           "未使用配额：金额涉及多个币种；如需换算：--rates 文件 --currency 币种"},
      {}};
}

/// Every sum of quotas that a report makes fits when that of the whole period does.
Result<bool> check_sum(const report::Scope& scope, const std::string& file) {
  Int128 sum = 0;
  for (const Quota& quota : scope.quotas) {
    if (quota.period.start == scope.period.start) sum += quota.amount.minor;
    if (narrow(sum)) continue;
    return fail({"amount_overflow",
                 Message{Text{"The quotas of {period} add up to more than can be stated exactly",
                              "{period} 的配额之和超出可精确表示的范围"}}
                     .with("period", scope.period.name),
                 Text{"Look for quotas that are far too large", "请检查是否有过大的配额"},
                 {file, 0, 0},
                 "",
                 {}});
  }
  return true;
}

bool is_owner_or_team(const table::Condition& condition) {
  return condition.field == OpportunityField::kOwner || condition.field == OpportunityField::kTeam;
}

/// Whether --where keeps deals by something that quotas know nothing of.
bool narrows_otherwise(const std::vector<table::Condition>& where) {
  return !std::all_of(where.begin(), where.end(), is_owner_or_team);
}

Note quota_of_all() {
  return {"quota_of_all",
          Severity::kWarning,
          Text{"The quota is that of all deals, the figures are only of those that --where keeps",
               "配额针对全部商机，而各项指标仅含 --where 保留的商机"},
          {}};
}

/// Leaves the quotas of the owners and teams that --where keeps.
void narrow_to(report::Scope& scope, const std::vector<table::Condition>& where) {
  const auto kept = [&](OpportunityField field, const std::string& words) {
    const auto asks = [&](const table::Condition& condition) { return condition.field == field; };
    if (std::none_of(where.begin(), where.end(), asks)) return true;
    return std::any_of(where.begin(), where.end(), [&](const table::Condition& condition) {
      return asks(condition) && table::same_words(words, condition.value);
    });
  };
  std::erase_if(scope.quotas, [&](const Quota& quota) {
    return !kept(OpportunityField::kOwner, quota.owner) || !kept(OpportunityField::kTeam, quota.team);
  });
}

}  // namespace

Result<void> add_quotas(report::Scope& scope, const ScopeOptions& options, const FiscalCalendar& calendar,
                        const std::vector<table::Condition>& where, std::vector<Note>& notes) {
  if (!scope.currency) {
    if (options.quota || options.quotas) notes.push_back(quota_not_used());
    return {};
  }
  if (options.quota) {
    AE_TRY(scope.quota, exact_amount("--quota", options.quota->text, *scope.currency));
  }
  if (options.quotas) {
    AE_TRY(const Source source, ingest::read_source(options.quotas->path));
    AE_TRY(scope.quotas, ingest::read_quotas(source, calendar, scope.as_of, *scope.currency, notes));
    AE_TRY_VOID(check_sum(scope, source.name));
    narrow_to(scope, where);
  }
  if (scope.total_quota() && (scope.quota ? !where.empty() : narrows_otherwise(where)))
    notes.push_back(quota_of_all());
  return {};
}

}  // namespace ae::app
