#include "ae/app/deal_brief_operation.h"

#include <fmt/format.h>

#include "ae/app/deal_input.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/method/deal_brief.h"
#include "ae/report/fold.h"
#include "ae/report/next_report.h"

namespace ae::app {
namespace {

/// The deal as a row of a table, for the report that ranks rows.
table::OpportunityTable as_table(const DealRecord& deal, const std::string& contacts) {
  table::FieldSet known = table::fields_of({OpportunityField::kName, OpportunityField::kStage,
                                            OpportunityField::kAmount, OpportunityField::kCloseDate,
                                            OpportunityField::kNextStep, OpportunityField::kNextStepDate});
  const auto is_known = [&](OpportunityField field, bool has) {
    known[static_cast<std::size_t>(field)] = has;
  };
  is_known(OpportunityField::kContacts, !deal.contacts.empty());
  is_known(OpportunityField::kStageDate, deal.stage_date.has_value());
  is_known(OpportunityField::kCreatedDate, deal.created_date.has_value());
  is_known(OpportunityField::kLastActivityDate, deal.last_activity_date.has_value());
  table::OpportunityRow row;
  row.stage = deal.stage;
  row.state = state_of(deal.stage);
  row.currency = deal.currency;
  if (deal.amount) row.amount = deal.amount->minor;
  row.texts[OpportunityField::kName] = deal.name;
  row.texts[OpportunityField::kContacts] = contacts;
  if (deal.next_step) row.texts[OpportunityField::kNextStep] = *deal.next_step;
  row.dates[OpportunityField::kCloseDate] = deal.close_date.value_or(Date{});
  row.dates[OpportunityField::kNextStepDate] = deal.next_step_date.value_or(Date{});
  row.dates[OpportunityField::kStageDate] = deal.stage_date.value_or(Date{});
  row.dates[OpportunityField::kCreatedDate] = deal.created_date.value_or(Date{});
  row.dates[OpportunityField::kLastActivityDate] = deal.last_activity_date.value_or(Date{});
  table::OpportunityTable made;
  made.chunks.emplace_back(known);
  made.chunks.back().append(row);
  return made;
}

/// What `ae next` says of the deal; nothing of a closed one.
Result<std::optional<method::BriefAction>> first_action(const DealRecord& deal, const MethodScope& scope) {
  report::Scope of_report;
  of_report.as_of = scope.as_of;
  of_report.period = of_report.calendar.quarter_containing(scope.as_of);
  of_report.policy = scope.policy;
  of_report.currency = deal.currency;
  const auto partial =
      report::fold<report::NextReport>(as_table(deal, std::to_string(deal.contacts.size())), of_report, 1);
  std::vector<Note> notes;
  AE_TRY(const report::NextResult next, report::NextReport::finalize(partial, of_report, notes));
  if (next.owners.empty()) return std::optional<method::BriefAction>();
  const report::NextAction& first = next.owners.front().actions.front();
  return std::optional(method::BriefAction{std::string(key(first.rule)), name(first.rule), first.why,
                                           first.action, first.worth});
}

Result<Answer> run_brief(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const records::DealFile file, needed_deal(invocation, scope));
  const method::BriefPurpose purpose =
      invocation.brief.purpose.value_or(method::usual_purpose(file.deal.stage));
  method::DealBrief brief = method::brief(file.deal, purpose, scope.policy, scope.as_of);
  AE_TRY(brief.first, first_action(file.deal, scope));
  Answer answer;
  answer.document = method::brief_document(brief);
  answer.document.subtitle =
      Message{Text{"{deal} · {file} · as of {as_of}", "{deal} · {file} · 基准日 {as_of}"}}
          .with("deal", file.deal.name)
          .with("file", file.name)
          .with("as_of", scope.as_of);
  answer.as_of = scope.as_of;
  answer.currency = file.deal.currency;
  put_result(answer, brief);
  return answer;
}

}  // namespace

Operation deal_brief_operation() {
  Operation operation{"deal brief",
                      Text{"One page about a deal", "商机一页纸"},
                      Text{"What does whoever makes the call, or takes the customer over, have to know?",
                           "打电话的人或接手客户的人需要知道什么？"},
                      Effect::kReads,
                      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::brief),
                      "[FILE]",
                      "deal",
                      "ae deal brief examples/deals/hafenwerk.toml",
                      {},
                      {}};
  set_schema<method::DealBrief>(operation);
  operation.run = run_brief;
  return operation;
}

}  // namespace ae::app
