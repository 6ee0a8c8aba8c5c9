#include "ae/method/account_plan_result.h"

#include <algorithm>

#include "ae/domain/plan_values.h"

namespace ae::method {
namespace {

std::optional<std::string> said(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

std::vector<MoreText> more_of(const PlanTable& table, const PlanRow& row) {
  std::vector<MoreText> more;
  for (std::size_t at = 0; at < table.more_columns.size() && at < row.more.size(); ++at) {
    if (!row.more[at].empty()) more.push_back({table.more_columns[at], row.more[at]});
  }
  return more;
}

std::optional<std::string> currency_of(const std::optional<Money>& amount) {
  return amount && !amount->currency.is_none() ? said(amount->currency.code()) : std::nullopt;
}

std::optional<Date> date_of(std::string_view words) { return plan_date(words); }

class ResultMaker {
 public:
  ResultMaker(const AccountPlan& plan, std::vector<Note>& notes) : plan_(plan), notes_(notes) {
    result_.plan = plan;
  }

  void account(const AccountFacts& facts) {
    PlanAccount& account = result_.account;
    account.name = said(plan_.account);
    account.industry = said(overview_of(plan_, OverviewField::kIndustry));
    account.revenue = figure(OverviewField::kRevenue, plan_amount);
    account.employees = figure(OverviewField::kEmployees, plan_count);
    account.current_arr = figure(OverviewField::kCurrentArr, plan_amount);
    account.revenue_currency = currency_of(account.revenue);
    account.current_arr_currency = currency_of(account.current_arr);
    account.parent = said(facts.parent);
    account.unit_kind = facts.unit_kind;
    if (facts.unit_kind != UnitKind::kAccount) account.units = facts.units;
    const PlanTable& overview = plan_.tables[PlanPart::kOverview];
    for (const PlanRow& row : overview.rows) {
      const bool own = enumerator_of_key<OverviewField>(row.cells[0]) == OverviewField::kCount;
      if (own) account.more.push_back({row.cells[0], row.cells[1]});
      for (MoreText& more : more_of(overview, row)) account.more.push_back(std::move(more));
    }
  }

  void assessment(const AccountFacts& facts) {
    Assessment& made = result_.opportunity;
    made.whitespace = whitespace_of(facts);
    MoneySum sum;
    for (const SpaceCell& cell : made.whitespace) {
      if (cell.state != SpaceState::kWhitespace) continue;
      ++made.whitespace_cells;
      if (cell.list_price) sum.add(cell.list_price->currency, cell.list_price->minor);
      made.whitespace_without_price += cell.list_price ? 0 : 1;
    }
    made.whitespace_amount = sum_of(sum);
    made.current_products = current_products_of(facts);
    if (!facts.currency) {
      notes_.push_back(
          {"amounts_in_several_currencies",
           Severity::kWarning,
           Text{"The account's amounts stand in several currencies and are not added; to convert them: "
                "--rates FILE --currency CODE",
                "该账户的金额涉及多个币种，未相加；如需换算：--rates 文件 --currency 币种"},
           {}});
    }
    const PlanTable& table = plan_.tables[PlanPart::kExpansion];
    for (const PlanRow& row : table.rows) {
      const std::optional<Money> amount = plan_amount(row.cells[4]);
      made.expansion.push_back({said(row.cells[0]), said(row.cells[1]), said(row.cells[2]),
                                said(row.cells[3]), amount, currency_of(amount), date_of(row.cells[5]),
                                more_of(table, row)});
    }
  }

  void words(Date as_of) {
    const PlanTable& people = plan_.tables[PlanPart::kRelationships];
    for (const PlanRow& row : people.rows) {
      result_.relationships.push_back({said(row.cells[0]), said(row.cells[1]), said(row.cells[2]),
                                       said(row.cells[3]), more_of(people, row)});
    }
    result_.strategy = {plan_.goals[PlanPart::kShortTerm], plan_.goals[PlanPart::kLongTerm]};
    const PlanTable& actions = plan_.tables[PlanPart::kActions];
    for (const PlanRow& row : actions.rows) {
      result_.actions.push_back({said(row.cells[0]), said(row.cells[1]), date_of(row.cells[2]),
                                 said(row.cells[2]), said(row.cells[3]), is_settled(row.cells[3]),
                                 overdue_days(row, as_of), more_of(actions, row)});
    }
    const PlanTable& risks = plan_.tables[PlanPart::kRisks];
    for (const PlanRow& row : risks.rows)
      result_.risks.push_back({said(row.cells[0]), said(row.cells[1]), more_of(risks, row)});
    for (const PlanNote& note : plan_.notes) result_.notes.push_back({note.section, note.text});
  }

  void blanks() {
    if (plan_.account.empty()) result_.blanks.emplace_back("account");
    for (const OverviewField field : enumerators<OverviewField>()) {
      if (overview_of(plan_, field).empty()) result_.blanks.emplace_back(key(field));
    }
    for (const PlanPart part : {PlanPart::kRelationships, PlanPart::kExpansion}) {
      if (plan_.tables[part].rows.empty()) result_.blanks.emplace_back(key(part));
    }
    if (result_.opportunity.whitespace.empty()) result_.blanks.emplace_back(key(PlanPart::kWhitespace));
    for (const PlanPart part : {PlanPart::kShortTerm, PlanPart::kLongTerm}) {
      if (plan_.goals[part].empty()) result_.blanks.emplace_back(key(part));
    }
    for (const PlanPart part : {PlanPart::kActions, PlanPart::kRisks}) {
      if (plan_.tables[part].rows.empty()) result_.blanks.emplace_back(key(part));
    }
  }

  AccountPlanResult& result() { return result_; }

 private:
  template <typename Read>
  auto figure(OverviewField field, Read read) -> decltype(read("")) {
    const std::string_view words = overview_of(plan_, field);
    const auto value = read(words);
    if (!value && !words.empty()) {
      notes_.push_back({"overview_unreadable",
                        Severity::kInfo,
                        Message{Text{"{field}: “{words}” is no plain figure, so programs get none",
                                     "{field}：“{words}”不是纯数字，JSON 中为空"}}
                            .with("field", Message(ae::name(field)))
                            .with("words", words),
                        {}});
    }
    return value;
  }

  const AccountPlan& plan_;
  std::vector<Note>& notes_;
  AccountPlanResult result_;
};

/// The words of a stage: the method's own name, else as the source writes it.
std::string stage_words(const AccountDeal& deal, const Languages& languages) {
  return deal.stage == Stage::kUnknown ? deal.stage_words : in_all(ae::name(deal.stage), languages);
}

bool is_larger(const AccountDeal* a, const AccountDeal* b) {
  if (a->amount && b->amount) return a->amount->minor > b->amount->minor;
  return a->amount.has_value() && !b->amount;
}

/// The one unit, or how many: the matrix says which.
std::string units_words(const std::vector<std::string>& units, const Languages& languages) {
  if (units.size() == 1) return units.front();
  const Message counted =
      Message{Text{"{count} units", "{count} 个单元"}}.with("count", static_cast<std::int64_t>(units.size()));
  std::string words;
  for (const Language language : languages)
    words.append(words.empty() ? "" : " / ").append(counted.in(language));
  return words;
}

}  // namespace

AccountPlanResult account_plan(const AccountPlan& plan, const AccountFacts& facts, const Policy& policy,
                               Date as_of, std::vector<Note>& notes) {
  ResultMaker maker(plan, notes);
  maker.account(facts);
  maker.assessment(facts);
  maker.words(as_of);
  maker.blanks();
  maker.result().health = health_of(plan, facts, policy, as_of);
  maker.result().warnings = warnings_of(plan, facts, as_of);
  return std::move(maker.result());
}

std::vector<PlanRow> overview_rows(const AccountFacts& facts) {
  std::vector<PlanRow> rows;
  for (const OverviewField field : enumerators<OverviewField>())
    rows.push_back({{std::string(key(field)), facts.overview[field]}, {}});
  return rows;
}

std::vector<PlanRow> relationship_rows(const AccountFacts& facts) {
  std::vector<PlanRow> rows;
  for (const AccountContact& contact : facts.contacts)
    rows.push_back({{contact.name, contact.title, contact.relationship, contact.influence}, {}});
  return rows;
}

std::vector<PlanRow> expansion_rows(const AccountFacts& facts, const Languages& languages) {
  std::vector<const AccountDeal*> open;
  for (const AccountDeal& deal : facts.deals) {
    if (deal.state == DealState::kOpen) open.push_back(&deal);
  }
  std::stable_sort(open.begin(), open.end(), is_larger);
  const bool has_units = facts.unit_kind != UnitKind::kAccount;
  std::vector<PlanRow> rows;
  for (const AccountDeal* deal : open) {
    rows.push_back(
        {{deal->name, deal->product, has_units ? facts.units[deal->unit] : "", stage_words(*deal, languages),
          deal->amount ? plan_words(*deal->amount) : "", deal->close_date.iso()},
         {}});
  }
  for (const ProductSpace& space : product_spaces(whitespace_of(facts))) {
    rows.push_back(
        {{"○ " + space.product, space.product, has_units ? units_words(space.units, languages) : "", "",
          space.amount ? plan_words(*space.amount) : "", ""},
         {}});
  }
  return rows;
}

}  // namespace ae::method
