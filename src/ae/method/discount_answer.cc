#include "ae/method/discount_answer.h"

#include <algorithm>

#include "ae/domain/scorecard.h"

namespace ae::method {
namespace {

Ratio in_percent(const DiscountShare& share) { return *Ratio::of(share.given * 100, share.of); }

DiscountShare share_of(const Money& list, const Money& price) {
  return {list.minor - price.minor, list.minor};
}

doc::Cell percent_cell(Ratio percent, doc::Mood mood = doc::Mood::kNeutral) {
  return doc::Cell(doc::Percent{*Ratio::of(percent.units(), 100 * Ratio::kOne)}, mood);
}

Message list_of(const std::vector<DiscountReason>& reasons) {
  Message list;
  for (const DiscountReason reason : reasons) {
    list =
        list.empty()
            ? Message(name(reason))
            : Message{Text{"{some}, {more}", "{some}、{more}"}}.with("some", list).with("more", name(reason));
  }
  return list;
}

ApprovalAnswer approval_of(const DiscountCase& discount, Approver role) {
  const ApprovalCheck check = check_approval(discount, role);
  ApprovalAnswer answer;
  answer.state = check.state;
  answer.changed = check.changed;
  if (check.approval == nullptr) return answer;
  answer.by = check.approval->by;
  answer.role = check.approval->role;
  answer.date = check.approval->date;
  return answer;
}

std::vector<TierLimit> limits(const std::optional<Money>& list, const DiscountPolicy& policy) {
  std::vector<TierLimit> tiers;
  for (const DiscountTier tier : enumerators<DiscountTier>()) {
    TierLimit limit{tier, approver_of(tier), {}, required_for(tier)};
    const std::optional<std::int64_t> floor = list ? floor_price(tier, list->minor, policy) : std::nullopt;
    if (floor) limit.floor = Money{*floor, list->currency};
    tiers.push_back(std::move(limit));
  }
  return tiers;
}

doc::Mood mood_of(DiscountTier tier) {
  if (tier == DiscountTier::kStandard) return doc::Mood::kGood;
  return tier == DiscountTier::kException ? doc::Mood::kBad : doc::Mood::kWarning;
}

doc::KeyFigures figures_of(const DiscountResult& result) {
  doc::KeyFigures figures;
  figures.digits = doc::Digits::kAll;
  Message detail;
  if (result.list && result.price) detail = Text{"off the list price", "相对目录价"};
  figures.figures.push_back({Text{"Discount", "折扣"}, percent_cell(result.percent), detail, {}});
  if (result.list) figures.figures.push_back({Text{"List price", "目录价"}, doc::cell(result.list), {}, {}});
  if (result.price) figures.figures.push_back({Text{"Price", "价格"}, doc::cell(result.price), {}, {}});
  figures.figures.push_back(
      {Text{"Tier", "档位"}, doc::Cell(Message(name(result.tier)), mood_of(result.tier)), {}, {}});
  figures.figures.push_back({Text{"Approver", "审批人"}, doc::Cell(Message(name(result.approver))), {}, {}});
  return figures;
}

doc::Paragraph verdict(const DiscountResult& result) {
  if (!result.missing.empty()) {
    return {Message{Text{"Refused: missing are {missing}", "不予受理：缺少{missing}"}}.with(
                "missing", list_of(result.missing)),
            doc::Mood::kBad};
  }
  if (result.approval.state == ApprovalState::kVoid)
    return {Text{"The approval is void: the terms have changed since", "批准已失效：其后条款有变更"},
            doc::Mood::kBad};
  if (result.approval.state == ApprovalState::kApproved && result.role < result.approver) {
    return {Message{Text{"Approved on {date}", "已于 {date}批准"}}.with("date", *result.approval.date),
            doc::Mood::kGood};
  }
  if (result.allowed_now)
    return {Message{Text{"{role} may give it", "{role}可自行给出"}}.with("role", name(result.role)),
            doc::Mood::kGood};
  return {
      Message{Text{"Nothing is missing; {approver} has to approve it", "内容齐全；须由{approver}批准"}}.with(
          "approver", name(result.approver)),
      doc::Mood::kWarning};
}

doc::Table reasons_table(const DiscountResult& result) {
  doc::Table table;
  table.columns = {{Text{"Needed", "所需"}, {}},
                   {Text{"State", "状态"}, {}},
                   {Text{"What a good one says", "应写明的内容"}, {}}};
  for (const DiscountReason reason : result.requires_) {
    const bool missing =
        std::find(result.missing.begin(), result.missing.end(), reason) != result.missing.end();
    table.rows.push_back({doc::Value(Message(name(reason))),
                          missing ? doc::Cell(Message(Text{"Missing", "缺失"}), doc::Mood::kBad)
                                  : doc::Cell(Message(Text{"Given", "已给出"}), doc::Mood::kGood),
                          doc::Value(Message(meaning(reason)))});
  }
  return table;
}

doc::Section tiers_section(const DiscountResult& result) {
  doc::Table table;
  table.columns = {{Text{"Tier", "档位"}, {}}, {Text{"Approver", "审批人"}, {}}};
  if (result.list) table.columns.push_back({Text{"Down to", "最低到"}, {}});
  table.columns.push_back({Text{"Needs", "所需"}, {}});
  for (const TierLimit& limit : result.tiers) {
    std::vector<doc::Cell> cells{
        limit.tier == result.tier
            ? doc::Cell(Message{Text{"{tier} (this)", "{tier}（本次）"}}.with("tier", name(limit.tier)),
                        mood_of(limit.tier))
            : doc::Cell(Message(name(limit.tier))),
        doc::Cell(Message(name(limit.approver)))};
    if (result.list) cells.push_back(doc::cell(limit.floor));
    cells.push_back(limit.requires_.empty() ? doc::Cell() : doc::Cell(list_of(limit.requires_)));
    table.rows.push_back(std::move(cells));
  }
  return {"tiers", Text{"Tiers", "档位"}, {std::move(table)}, {}};
}

doc::Section lines_section(const DiscountResult& result) {
  doc::Table table;
  table.columns = {{Text{"Line", "行项"}, {}},
                   {Text{"List", "目录价"}, {}},
                   {Text{"Price", "价格"}, {}},
                   {Text{"Discount", "折扣"}, {}},
                   {Text{"Tier alone", "单独所属档位"}, {}}};
  for (const LineTier& line : result.lines) {
    const bool deeper = line.tier > result.tier;
    table.rows.push_back(
        {doc::Value(Message::verbatim(line.name)), doc::Value(line.list), doc::Value(line.price),
         percent_cell(line.percent),
         doc::Cell(Message(name(line.tier)), deeper ? doc::Mood::kWarning : doc::Mood::kNeutral)});
  }
  table.footnote = Text{"The whole offer decides the tier; a line in a deeper tier is marked",
                        "档位由整单决定；档位更深的行已标出"};
  return {"lines", Text{"Lines", "行项"}, {std::move(table)}, {}};
}

doc::Section route_section(const DiscountResult& result) {
  doc::Table table;
  table.columns = {{Text{"Step", "步骤"}, {}}, {Text{"Who", "何人"}, {}}, {Text{"What", "内容"}, {}}};
  table.rows.push_back(
      {doc::Value(doc::Count{1}), doc::Value(Message(name(Approver::kAe))),
       doc::Value(Message(Text{"Hands in this request with what it needs", "提交本申请及所需内容"}))});
  table.rows.push_back({doc::Value(doc::Count{2}), doc::Value(Message(name(result.approver))),
                        doc::Value(Message(Text{"Approves this price, term and product, or names a counter",
                                                "批准该价格、期限与产品，或给出还价"}))});
  table.footnote = Text{"A yes is void when price, term or product change; not when a note does",
                        "价格、期限或产品变更则批准失效；备注变更不影响"};
  return {"route", Text{"Route", "审批路径"}, {std::move(table)}, {}};
}

doc::Section reasons_section(const DiscountCase& discount) {
  doc::Table table;
  table.columns = {{Text{"Reason", "理由"}, {}},
                   {Text{"In the account executive's words", "客户经理的说明"}, {}}};
  for (const DiscountReason reason : enumerators<DiscountReason>()) {
    if (discount.said(reason))
      table.rows.push_back(
          {doc::Value(Message(name(reason))), doc::Value(Message::verbatim(*discount.said(reason)))});
  }
  return {"reasons", Text{"Why", "理由"}, {std::move(table)}, {}};
}

doc::Section deal_section(const DealRecord& deal, const DiscountCase& discount) {
  doc::Table table;
  table.columns = {{Text{"Deal", "商机"}, {}}, {Message::verbatim(deal.name), {}}};
  const auto add = [&](Text label, doc::Cell value) {
    if (!std::holds_alternative<std::monostate>(value.value))
      table.rows.push_back({doc::Value(Message(label)), std::move(value)});
  };
  const auto words = [](const std::optional<std::string>& text) {
    return text ? doc::Cell(Message::verbatim(*text)) : doc::Cell();
  };
  add(Text{"Account", "客户"}, words(deal.account));
  add(Text{"Account executive", "客户经理"}, words(deal.owner));
  add(Text{"Stage", "阶段"}, doc::Cell(Message(name(deal.stage))));
  add(Text{"Expected close", "预计成交日期"}, doc::cell(deal.close_date));
  add(Text{"Product", "产品"}, words(discount.product ? discount.product : deal.product));
  if (discount.term_months)
    add(Text{"Term in months", "期限（月）"}, doc::Cell(doc::Count{*discount.term_months}));
  return {"deal", Text{"The deal", "商机"}, {std::move(table)}, {}};
}

doc::Section trades_section(const DealRecord& deal) {
  doc::Table table;
  table.columns = {
      {Text{"Who gives", "由谁给出"}, {}}, {Text{"What", "内容"}, {}}, {Text{"Worth", "价值"}, {}}};
  for (const Concession& entry : deal.concessions)
    table.rows.push_back({doc::Value(Message(name(entry.by))), doc::Value(Message::verbatim(entry.what)),
                          doc::cell(entry.worth)});
  return {"concessions", Text{"Given and got so far", "迄今的让步与回报"}, {std::move(table)}, {}};
}

}  // namespace

DiscountResult judge_discount(const DiscountQuestion& question, const DiscountPolicy& policy) {
  DiscountResult result;
  result.list = question.discount.list;
  result.price = question.discount.price;
  result.percent = in_percent(question.share);
  result.tier = tier_of(question.share, policy);
  result.approver = approver_of(result.tier);
  result.requires_ = required_for(result.tier);
  for (const DiscountReason reason : result.requires_) {
    if (!question.discount.said(reason)) result.missing.push_back(reason);
  }
  result.role = question.role;
  result.approval = approval_of(question.discount, result.approver);
  const bool may = question.role >= result.approver || result.approval.state == ApprovalState::kApproved;
  result.allowed_now = result.missing.empty() && may;
  result.tiers = limits(result.list, policy);
  for (const OfferLine& line : question.lines) {
    const DiscountShare share = share_of(line.list, line.price);
    result.lines.push_back({line.name, line.list, line.price, in_percent(share), tier_of(share, policy)});
  }
  return result;
}

doc::Document discount_document(const DiscountResult& result) {
  doc::Section section{"discount", Text{"Discount", "折扣"}, {figures_of(result), verdict(result)}, {}};
  if (!result.requires_.empty()) section.blocks.emplace_back(reasons_table(result));
  doc::Document document{Text{"Discount check", "折扣检查"}, {}, {std::move(section)}};
  if (!result.lines.empty()) document.sections.push_back(lines_section(result));
  document.sections.push_back(tiers_section(result));
  return document;
}

doc::Document discount_request_document(const DiscountResult& result, const DealRecord& deal,
                                        const DiscountCase& discount) {
  doc::Document document{Text{"Discount request", "折扣申请"}, {}, {}};
  document.sections.push_back(
      {"discount", Text{"Asked for", "申请内容"}, {figures_of(result), verdict(result)}, {}});
  document.sections.push_back(deal_section(deal, discount));
  if (!result.requires_.empty()) document.sections.back().blocks.emplace_back(reasons_table(result));
  if (doc::Section reasons = reasons_section(discount);
      !std::get<doc::Table>(reasons.blocks.front()).rows.empty())
    document.sections.push_back(std::move(reasons));
  if (!deal.concessions.empty()) document.sections.push_back(trades_section(deal));
  if (!result.lines.empty()) document.sections.push_back(lines_section(result));
  document.sections.push_back(route_section(result));
  return document;
}

}  // namespace ae::method
