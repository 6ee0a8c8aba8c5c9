#pragma once

#include <string>
#include <vector>

#include "ae/report/scope.h"
#include "ae/table/opportunity_table.h"

/// Deals for the tests of reports, written as a salesperson would say them.
namespace ae::report {

struct Deal {
  Stage stage = Stage::kDiscovery;
  std::int64_t amount = table::kNoAmount;  ///< cents
  std::string close = {};                  ///< ISO dates; empty: none
  std::string created = {};
  std::string stage_since = {};
  std::string last_activity = {};
  std::string next_step = {};
  std::string owner = {};
  std::string team = {};
  ForecastCategory category = ForecastCategory::kNone;
  std::string name = {};
  std::string currency = "USD";
  std::string loss_reason = {};
  std::string discount = {};
  std::string margin = {};
  std::string next_step_date = {};
  std::string contacts = {};
  std::uint32_t source = 0;
};

inline Date day(const std::string& iso) { return Date::from_iso(iso).value_or(Date{}); }

/// One chunk of deals that has every column but those in `absent`.
inline table::OpportunityTable table_of(const std::vector<Deal>& deals,
                                        const std::vector<OpportunityField>& absent = {}) {
  table::FieldSet present = table::FieldSet{}.set();
  for (const OpportunityField field : absent) present.reset(static_cast<std::size_t>(field));
  table::OpportunityTable made;
  made.chunks.emplace_back(present);
  for (const Deal& deal : deals) {
    table::OpportunityRow row;
    row.stage = deal.stage;
    row.state = state_of(deal.stage);
    row.amount = deal.amount;
    row.currency = Currency::from_code(deal.currency).value_or(Currency{});
    row.category = deal.category;
    row.dates[OpportunityField::kCloseDate] = day(deal.close);
    row.dates[OpportunityField::kCreatedDate] = day(deal.created);
    row.dates[OpportunityField::kStageDate] = day(deal.stage_since);
    row.dates[OpportunityField::kLastActivityDate] = day(deal.last_activity);
    row.texts[OpportunityField::kNextStep] = deal.next_step;
    row.texts[OpportunityField::kOwner] = deal.owner;
    row.texts[OpportunityField::kTeam] = deal.team;
    row.texts[OpportunityField::kName] = deal.name;
    row.texts[OpportunityField::kLossReason] = deal.loss_reason;
    row.texts[OpportunityField::kDiscount] = deal.discount;
    row.texts[OpportunityField::kMargin] = deal.margin;
    row.texts[OpportunityField::kContacts] = deal.contacts;
    row.dates[OpportunityField::kNextStepDate] = day(deal.next_step_date);
    row.source = deal.source;
    if (deal.stage == Stage::kUnknown) row.texts[OpportunityField::kStage] = "Engaging";
    made.chunks.back().append(row);
  }
  return made;
}

/// 2026-Q1 seen from `as_of`, in dollars.
inline Scope scope_at(const std::string& as_of, std::int64_t quota_cents = 0) {
  Scope scope;
  scope.as_of = day(as_of);
  scope.period = *FiscalCalendar{}.parse_quarter("2026-Q1", scope.as_of);
  scope.policy = default_policy();
  scope.currency = Currency::from_code("USD");
  if (quota_cents != 0) scope.quota = Money{quota_cents, *scope.currency};
  return scope;
}

template <typename R>
typename R::Output report_on(const std::vector<Deal>& deals, const Scope& scope,
                             std::vector<Note>* notes = nullptr,
                             const std::vector<OpportunityField>& absent = {}) {
  typename R::Partial partial;
  for (const table::OpportunityChunk& chunk : table_of(deals, absent).chunks) partial.add(chunk, scope);
  std::vector<Note> ignored;
  return *R::finalize(partial, scope, notes != nullptr ? *notes : ignored);
}

}  // namespace ae::report
