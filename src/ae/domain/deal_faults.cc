// What cannot be right in a deal. Each check looks at one kind of fault and knows nothing of the others.

#include <algorithm>

#include <fmt/format.h>

#include "ae/base/near.h"
#include "ae/domain/deal_fault_checks.h"
#include "ae/domain/deal_record.h"
#include "ae/domain/objection_search.h"
#include "ae/domain/stage_gate.h"

namespace ae {
namespace {

using Faults = std::vector<DealFault>;

struct ErrorCodes {
  std::string_view in_future, out_of_order, score, unknown_item, derived_item, contact_twice, price,
      concession_twice, unknown_concession, unknown_objection;
};
constexpr ErrorCodes kCodes{"deal_date_in_future",   "deal_dates_out_of_order", "deal_score_out_of_range",
                            "deal_unknown_item",     "deal_derived_item",       "deal_contact_twice",
                            "deal_price_above_list", "deal_concession_twice",   "deal_unknown_concession",
                            "deal_unknown_objection"};

void check_dates(Faults& faults, const DealRecord& deal, Date as_of) {
  check_not_after(faults, "created_date", deal.created_date, as_of);
  check_not_after(faults, "stage_date", deal.stage_date, as_of);
  check_not_after(faults, "closed_date", deal.closed_date, as_of);
  check_not_after(faults, "paid_date", deal.paid_date, as_of);
  check_not_after(faults, "handed_over_date", deal.handed_over_date, as_of);
  check_not_after(faults, "last_activity_date", deal.last_activity_date, as_of);
  if (deal.created_date && deal.closed_date && *deal.closed_date < *deal.created_date) {
    faults.push_back({"closed_date", std::string(kCodes.out_of_order),
                      Text{"The deal was closed before it was created", "关闭日期早于创建日期"},
                      Text{"Check created_date and closed_date", "请检查 created_date 与 closed_date"}});
  }
}

void check_contacts(Faults& faults, const DealRecord& deal, Date as_of) {
  for (std::size_t index = 0; index < deal.contacts.size(); ++index) {
    const DealContact& contact = deal.contacts[index];
    check_not_after(faults, fmt::format("contacts.{}.last_contact", index), contact.last_contact, as_of);
    if (deal.contact(contact.name) == &contact) continue;
    faults.push_back(
        {fmt::format("contacts.{}.name", index), std::string(kCodes.contact_twice),
         Message{Text{"{name} is among the contacts twice", "联系人 {name} 重复"}}.with("name", contact.name),
         Text{"Keep one entry, or tell the two apart by their names", "请保留一条，或用姓名区分两人"}});
  }
}

void check_item(Faults& faults, const ItemEvidence& entry, Date as_of) {
  const std::string path = "evidence." + entry.item;
  const GateItem* item = gate_item(entry.item);
  if (item == nullptr) {
    faults.push_back(
        {path, std::string(kCodes.unknown_item),
         Message{Text{"No stage has an item {item}", "没有哪个阶段含事项 {item}"}}.with("item", entry.item),
         Text{"`ae stage show` lists all items", "`ae stage show` 可列出全部事项"},
         near_misses(entry.item, gate_item_ids())});
    return;
  }
  if (item->basis != ItemBasis::kEvidence) {
    faults.push_back(
        {path, std::string(kCodes.derived_item),
         Message{Text{"{item} is not attested: it follows from {basis}", "{item} 无需举证：由 {basis} 得出"}}
             .with("item", entry.item)
             .with("basis", key(item->basis)),
         Message{Text{"Fill in {basis} of the deal instead", "请改为填写商机的 {basis}"}}.with(
             "basis", key(item->basis))});
    return;
  }
  check_not_after(faults, path + ".date", entry.evidence.date, as_of);
  if (entry.evidence.date && entry.evidence.expires && *entry.evidence.expires < *entry.evidence.date) {
    faults.push_back({path + ".expires", std::string(kCodes.out_of_order),
                      Text{"The evidence expires before the day it is from", "证据的失效日早于取得日"},
                      Text{"Check date and expires", "请检查 date 与 expires"}});
  }
}

void check_score(Faults& faults, std::string path, const std::optional<std::int64_t>& score,
                 const ScorecardPolicy& policy) {
  if (!score || (*score >= policy.lowest && *score <= policy.highest)) return;
  faults.push_back(
      {std::move(path), std::string(kCodes.score),
       Message{Text{"A score is from {lowest} to {highest}, not {score}",
                    "评分应为 {lowest} 到 {highest}，而不是 {score}"}}
           .with("lowest", policy.lowest)
           .with("highest", policy.highest)
           .with("score", *score),
       Text{"`ae qualify` shows what each score stands for", "`ae qualify` 可查看各分值的含义"}});
}

void check_scorecard(Faults& faults, const DealScorecard& card, const ScorecardPolicy& policy, Date as_of) {
  for (const Criterion criterion : enumerators<Criterion>()) {
    const std::string path = fmt::format("scorecard.{}", key(criterion));
    check_score(faults, path + ".score", card.at(criterion).score, policy);
    check_score(faults, path + ".manager_score", card.at(criterion).manager_score, policy);
  }
  for (std::size_t index = 0; index < card.history.size(); ++index) {
    const std::string path = fmt::format("scorecard.history.{}.", index);
    check_not_after(faults, path + "date", card.history[index].date, as_of);
    for_each_field<PastScores>([&](const auto& field) {
      const auto& value = card.history[index].*(field.member);
      if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(value)>, Date>)
        check_score(faults, path + std::string(field.name), value, policy);
    });
  }
}

void check_discount(Faults& faults, const DiscountCase& discount, Date as_of) {
  check_not_after(faults, "discount.requested", discount.requested, as_of);
  for (std::size_t index = 0; index < discount.approvals.size(); ++index)
    check_not_after(faults, fmt::format("discount.approvals.{}.date", index), discount.approvals[index].date,
                    as_of);
  if (!discount.list || !discount.price || discount.price->minor <= discount.list->minor) return;
  faults.push_back({"discount.price", std::string(kCodes.price),
                    Text{"The price is above the list price: a discount is from 0 to 100 %",
                         "价格高于目录价：折扣应为 0 到 100%"},
                    Text{"Check list and price", "请检查 list 与 price"}});
}

void check_concessions(Faults& faults, const std::vector<Concession>& ledger, Date as_of) {
  std::vector<std::string_view> ids;
  for (const Concession& entry : ledger) ids.emplace_back(entry.id);
  for (std::size_t index = 0; index < ledger.size(); ++index) {
    const Concession& entry = ledger[index];
    const std::string path = fmt::format("concessions.{}", index);
    check_not_after(faults, path + ".date", entry.date, as_of);
    if (std::find(ids.begin(), ids.end(), entry.id) != ids.begin() + static_cast<std::ptrdiff_t>(index)) {
      faults.push_back(
          {path + ".id", std::string(kCodes.concession_twice),
           Message{Text{"Two concessions are called {id}", "有两条让步同为 {id}"}}.with("id", entry.id),
           Text{"Give each its own id", "请为每条使用不同编号"}});
    }
    if (entry.with && std::find(ids.begin(), ids.end(), *entry.with) == ids.end()) {
      faults.push_back(
          {path + ".with", std::string(kCodes.unknown_concession),
           Message{Text{"No concession is called {id}", "没有编号为 {id} 的让步"}}.with("id", *entry.with),
           Text{"`ae concession list FILE` shows their ids", "`ae concession list 文件` 可查看编号"},
           near_misses(*entry.with, ids)});
    }
  }
}

void check_objections(Faults& faults, const std::vector<DealObjection>& objections, Date as_of) {
  for (std::size_t index = 0; index < objections.size(); ++index) {
    const DealObjection& each = objections[index];
    const std::string path = fmt::format("objections.{}.", index);
    check_not_after(faults, path + "date", each.date, as_of);
    if (objection(each.objection) != nullptr) continue;
    faults.push_back(
        {path + "objection", std::string(kCodes.unknown_objection),
         Message{Text{"The method has no objection {objection}", "方法中没有异议 {objection}"}}.with(
             "objection", each.objection),
         Text{"`ae objection list` lists all; `ae objection find` finds one by what was said",
              "`ae objection list` 列出全部；`ae objection find` 按客户原话查找"},
         near_objections(each.objection)});
  }
}

}  // namespace

void check_not_after(Faults& faults, std::string path, const std::optional<Date>& date, Date as_of) {
  if (!date || *date <= as_of) return;
  faults.push_back({std::move(path), std::string(kCodes.in_future),
                    Message{Text{"{date} is in the future: this has not happened yet (today is {today})",
                                 "{date} 在未来：此事尚未发生（今天是 {today}）"}}
                        .with("date", date->iso())
                        .with("today", as_of.iso()),
                    Text{"Give the day on which it happened", "请填写实际发生的日期"}});
}

std::vector<DealFault> faults_of(const DealRecord& deal, const Policy& policy, Date as_of) {
  Faults faults;
  check_dates(faults, deal, as_of);
  check_contacts(faults, deal, as_of);
  for (const ItemEvidence& entry : deal.evidence) check_item(faults, entry, as_of);
  check_scorecard(faults, deal.scorecard, policy.scorecard, as_of);
  check_discount(faults, deal.discount, as_of);
  check_concessions(faults, deal.concessions, as_of);
  for (std::size_t index = 0; index < deal.stage_history.size(); ++index)
    check_not_after(faults, fmt::format("stage_history.{}.date", index), deal.stage_history[index].date,
                    as_of);
  check_meddic(faults, deal, as_of);
  check_discovery(faults, deal, as_of);
  check_objections(faults, deal.objections, as_of);
  return faults;
}

}  // namespace ae
