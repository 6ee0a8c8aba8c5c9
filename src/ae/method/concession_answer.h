#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/deal_record.h"

/// What `ae concession` answers: the ledger of a negotiation, what it comes to, and which principles it
/// breaks.
namespace ae::method {

struct LedgerEntry {
  std::string id;
  Date date;
  Side by = Side::kWe;
  ConcessionKind kind = ConcessionKind::kOther;
  std::string what;
  std::optional<Money> worth;
  std::optional<Prompt> prompt;
  std::vector<std::string> traded_for;

  static constexpr auto fields() {
    return std::tuple{
        field("id", &LedgerEntry::id, Text{"Id", "编号"}),
        field("date", &LedgerEntry::date, Text{"Day on which it was offered", "提出日期"}),
        field("by", &LedgerEntry::by, Text{"Who gives: we or they", "由谁给出：we 我方或 they 对方"}),
        field("kind", &LedgerEntry::kind, Text{"What kind of thing it is", "类型"}),
        field("what", &LedgerEntry::what, Text{"What is given", "给出的内容"}),
        field("worth", &LedgerEntry::worth,
              Text{"What it is worth to the side that gets it", "对得到一方的价值"}),
        field("prompt", &LedgerEntry::prompt, Text{"Whether it had been asked for", "是否应对方要求"}),
        field("traded_for", &LedgerEntry::traded_for,
              Text{"Ids of what it is traded for", "所交换条目的编号"})};
  }
};

struct LedgerFinding {
  Breach breach = Breach::kGiveWithoutGet;
  std::vector<std::string> entries;
  Message remedy;

  static constexpr auto fields() {
    return std::tuple{
        field("breach", &LedgerFinding::breach, Text{"The principle that is broken", "违反的原则"}),
        field("entries", &LedgerFinding::entries, Text{"Ids of the entries", "条目编号"}),
        field("remedy", &LedgerFinding::remedy, Text{"What to do", "如何处理"})};
  }
};

struct LedgerResult {
  std::string deal;
  std::optional<Money> list;
  std::vector<LedgerEntry> entries;
  std::optional<Money> given, got;
  std::int64_t without_worth = 0;
  std::optional<Ratio> discount, effective_discount;
  std::vector<LedgerFinding> findings;

  static constexpr auto fields() {
    return std::tuple{
        field("deal", &LedgerResult::deal, Text{"Name of the deal", "商机名称"}),
        field("list", &LedgerResult::list,
              Text{"List price, else the deal's amount", "目录价；没有则为商机金额"}),
        field("entries", &LedgerResult::entries, Text{"In order of date", "按日期排列"}),
        field("given", &LedgerResult::given, Text{"Worth of what we give", "我方让步的价值"}),
        field("got", &LedgerResult::got, Text{"Worth of what they give", "对方让步的价值"}),
        field("without_worth", &LedgerResult::without_worth,
              Text{"Entries whose worth is unknown", "价值未知的条目数"}),
        field("discount", &LedgerResult::discount, Text{"Given ÷ list price", "我方让步 ÷ 目录价"}),
        field("effective_discount", &LedgerResult::effective_discount,
              Text{"(Given − got) ÷ list price; below 0 when more is got than given",
                   "（我方让步 − 对方让步）÷ 目录价；所得多于所给时为负"}),
        field("findings", &LedgerResult::findings, Text{"Principles that are broken", "违反的原则"})};
  }
};

LedgerResult ledger_of(const DealRecord& deal);

doc::Document ledger_document(const LedgerResult& result);

}  // namespace ae::method
