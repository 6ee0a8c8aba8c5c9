#include "ae/method/deal_brief.h"

#include <algorithm>

#include "ae/domain/inaction_cost.h"
#include "ae/domain/meddic_card.h"
#include "ae/domain/objection.h"

namespace ae::method {
namespace {

std::vector<BriefPerson> people_of(const DealRecord& deal, Date as_of) {
  std::vector<BriefPerson> people;
  for (const DealContact& contact : deal.contacts) {
    BriefPerson person{contact.name, contact.title, contact.role, contact.influence, contact.last_contact,
                       {},           contact.left};
    if (contact.last_contact) person.days_since_contact = as_of - *contact.last_contact;
    people.push_back(std::move(person));
  }
  return people;
}

void add_letters(DealBrief& brief, const MeddicFacts& facts) {
  const MeddicResult card = meddic(facts);
  brief.letters_known = card.known;
  brief.letters = static_cast<std::int64_t>(card.letters.size());
  for (const LetterRow& row : card.letters) {
    if (row.state == LetterState::kUnknown) continue;
    brief.said.push_back({row.letter, row.state, row.answer, row.person, row.confirmed, row.stale});
  }
}

void add_score(DealBrief& brief, const DealRecord& deal, const Policy& policy) {
  const ScoreSum sum = sum_of(deal.scorecard.scores(), policy.scorecard);
  brief.scored = sum.answered;
  brief.score_min = sum.lowest;
  brief.score_max = sum.highest;
  brief.score_most = policy.scorecard.highest * static_cast<std::int64_t>(Criterion::kCount);
  brief.band = sum.band;
}

/// The exit of the stage and the entry of the next; of Closed Won, what is not done of any of its lists.
std::vector<CheckedItem> missing_items(const DealRecord& deal, const ItemFacts& facts) {
  std::vector<CheckedItem> missing;
  const auto add = [&](const GateItem& item) {
    const ItemState state = state_of(item, facts);
    const bool listed = std::any_of(missing.begin(), missing.end(),
                                    [&](const CheckedItem& each) { return each.item == item.id; });
    if (state != ItemState::kDone && !listed)
      missing.push_back({item.id, item.name, false, state, evidence_of(item, facts)});
  };
  const StageGate* gate = stage_gate(deal.stage);
  if (gate == nullptr) return missing;
  if (const std::optional<Stage> next = next_stage(deal.stage)) {
    for (const UnmetItem& unmet : unmet_on_the_way(deal.stage, *next, facts)) add(*unmet.item);
    return missing;
  }
  for (const auto& list : gate->lists) {
    for (const GateItem* item : list) add(*item);
  }
  return missing;
}

std::vector<BriefObjection> objections_of(const DealRecord& deal, BriefPurpose purpose) {
  std::vector<BriefObjection> rows;
  for (const DealObjection& each : deal.objections) {
    const ObjectionOutcome outcome = each.outcome.value_or(ObjectionOutcome::kOpen);
    const bool settled = outcome == ObjectionOutcome::kProgress || outcome == ObjectionOutcome::kLost;
    if (purpose == BriefPurpose::kCall && settled) continue;
    const Objection* known = objection(each.objection);
    rows.push_back({each.objection, each.date, each.said, outcome, each.response,
                    known != nullptr ? Message(known->response) : Message{}});
  }
  return rows;
}

/// What the page has a place for and the file says nothing about.
std::vector<std::string> blanks_of(const DealRecord& deal, BriefPurpose purpose) {
  std::vector<std::string> blanks;
  const auto need = [&](const char* path, bool known) {
    if (!known) blanks.emplace_back(path);
  };
  need("account", deal.account.has_value());
  need("amount", deal.amount.has_value());
  need("contacts", !deal.contacts.empty());
  if (purpose == BriefPurpose::kCall) {
    need("close_date", deal.close_date.has_value());
    need("next_step", deal.next_step.has_value());
  } else {
    need("closed_date", deal.closed_date.has_value());
    need("product", deal.product.has_value());
  }
  return blanks;
}

}  // namespace

Text name(BriefPurpose purpose) {
  return purpose == BriefPurpose::kCall ? Text{"Call brief", "通话简报"} : Text{"Handoff brief", "移交简报"};
}

BriefPurpose usual_purpose(Stage stage) {
  return stage == Stage::kClosedWon ? BriefPurpose::kHandoff : BriefPurpose::kCall;
}

DealBrief brief(const DealRecord& deal, BriefPurpose purpose, const Policy& policy, Date as_of) {
  DealBrief page;
  page.deal = deal.name;
  page.purpose = purpose;
  page.account = deal.account;
  page.owner = deal.owner;
  page.product = deal.product;
  page.competitor = deal.competitor;
  page.stage = deal.stage;
  page.probability = policy.probability(deal.stage);
  page.amount = deal.amount;
  page.close_date = deal.close_date;
  page.closed_date = deal.closed_date;
  page.paid_date = deal.paid_date;
  page.handed_over_date = deal.handed_over_date;
  if (deal.close_date && state_of(deal.stage) == DealState::kOpen)
    page.days_to_close = *deal.close_date - as_of;
  page.next_step = deal.next_step;
  page.next_step_date = deal.next_step_date;
  MeddicFacts facts;
  facts.deal = &deal;
  facts.as_of = as_of;
  facts.policy = &policy;
  add_score(page, deal, policy);
  add_letters(page, facts);
  page.cost_of_nothing = inaction_cost(deal).a_year;
  page.people = people_of(deal, as_of);
  page.missing = missing_items(deal, {&deal, {}, as_of, &policy});
  if (state_of(deal.stage) == DealState::kOpen) page.ask = discovery(facts, std::nullopt).first;
  page.objections = objections_of(deal, purpose);
  page.trades = ledger_of(deal);
  page.blanks = blanks_of(deal, purpose);
  return page;
}

}  // namespace ae::method
