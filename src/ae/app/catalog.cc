#include "ae/app/catalog.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/app/about_operations.h"
#include "ae/app/account_plan_operation.h"
#include "ae/app/deal_brief_operation.h"
#include "ae/app/deal_operations.h"
#include "ae/app/discovery_operations.h"
#include "ae/app/export_operation.h"
#include "ae/app/inspect_operation.h"
#include "ae/app/language_operation.h"
#include "ae/app/meddic_operation.h"
#include "ae/app/metrics_operation.h"
#include "ae/app/negotiation_operations.h"
#include "ae/app/objection_operations.h"
#include "ae/app/playbook_operation.h"
#include "ae/app/practice_operation.h"
#include "ae/app/qualify_operation.h"
#include "ae/app/report_operation.h"
#include "ae/app/review_operations.h"
#include "ae/app/skill_operations.h"
#include "ae/app/stage_operations.h"
#include "ae/app/what_if_operation.h"

namespace ae::app {
namespace {

template <report::Report... Reports>
void add_reports(std::vector<Operation>& operations, report::ReportList<Reports...>) {
  (operations.push_back(report_operation<Reports>(
       fmt::format("ae {} --data examples/opportunities.csv", Reports::kInfo.command))),
   ...);
}

}  // namespace

const std::vector<Operation>& catalog() {
  static const std::vector<Operation> operations = [] {
    std::vector<Operation> all;
    add_reports(all, AllReports{});
    all.push_back(what_if_operation());
    all.push_back(stage_show_operation());
    all.push_back(stage_check_operation());
    all.push_back(stage_advance_operation());
    all.push_back(qualify_operation());
    all.push_back(discount_check_operation());
    all.push_back(discount_request_operation());
    all.push_back(concession_list_operation());
    all.push_back(concession_add_operation());
    all.push_back(negotiate_operation());
    all.push_back(meddic_operation());
    all.push_back(discovery_operation());
    all.push_back(discovery_log_operation());
    all.push_back(deal_new_operation());
    all.push_back(deal_check_operation());
    all.push_back(deal_set_operation());
    all.push_back(deal_brief_operation());
    all.push_back(review_weekly_operation());
    all.push_back(review_monthly_operation());
    all.push_back(metrics_operation());
    all.push_back(account_plan_operation());
    all.push_back(objection_list_operation());
    all.push_back(objection_find_operation());
    all.push_back(objection_show_operation());
    all.push_back(objection_log_operation());
    all.push_back(objection_stats_operation());
    all.push_back(playbook_operation());
    all.push_back(practice_operation());
    all.push_back(inspect_operation());
    all.push_back(export_operation());
    all.push_back(policy_show_operation());
    all.push_back(policy_check_operation());
    all.push_back(skill_check_operation());
    all.push_back(skill_install_operation());
    all.push_back(language_check_operation());
    all.push_back(catalog_operation());
    return all;
  }();
  return operations;
}

const Operation* find_operation(std::string_view name) {
  const std::vector<Operation>& all = catalog();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Operation& operation) { return operation.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace ae::app
