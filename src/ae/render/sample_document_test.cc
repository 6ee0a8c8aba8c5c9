#include "ae/render/sample_document.h"

#include <limits>

namespace ae::render {
namespace {

using doc::Cell;
using doc::Count;
using doc::Mood;
using doc::Multiple;
using doc::Percent;
using doc::Value;

Message name(std::string words) { return Message::verbatim(std::move(words)); }
Ratio ratio(std::int64_t units) { return Ratio::of_units(units); }

doc::Section totals() {
  doc::KeyFigures figures;
  figures.figures = {
      {Text{"Open pipeline", "商机总额"}, Value(dollars(131900050)),
       Message(Text{"{count} deals, {known} with an amount", "{count} 个商机,其中 {known} 个有金额"})
           .with("count", 14)
           .with("known", 13),
       doc::Basis{Text{"Sum of the amounts of all open deals", "所有进行中商机金额之和"}, 14, 6}},
      {Text{"Weighted pipeline", "加权商机额"}, Value(dollars(63322500)),
       Text{"amount × stage probability", "金额 × 阶段概率"}, std::nullopt},
      {Text{"Won in the period", "本期赢单"}, Cell(Value(dollars(18400000)), Mood::kGood), {}, std::nullopt},
      {Text{"Coverage", "覆盖度"}, Cell(Value(Multiple{ratio(13190)}), Mood::kBad),
       Text{"open pipeline ÷ quota; target 3.00×", "商机总额 ÷ 配额;目标 3.00×"}, std::nullopt},
      {Text{"Win rate", "赢单率"}, Value(Percent{ratio(6315)}), {}, std::nullopt},
      {Text{"Imported weighted", "导入的加权额"}, Cell(),
       Text{"no probability in the file", "文件中没有概率"}, std::nullopt},
  };
  return {"totals", Text{"Pipeline", "商机概况"}, {std::move(figures)}};
}

struct Stage {
  Text label;
  std::int64_t probability;
  std::int64_t count;
  std::int64_t cents;
  std::int64_t weighted;
  std::int64_t age;
};

doc::Section stages() {
  const Stage kStages[] = {
      {Text{"Prospect", "潜在客户"}, 1000, 4, 21000000, 2100000, 1550},
      {Text{"Discovery", "需求挖掘"}, 2000, 3, 25500050, 5100010, 2633},
      {Text{"Demo / Evaluation", "演示/评估"}, 4000, 3, 30400000, 12160000, 4100},
      {Text{"Proposal", "方案报价"}, 6000, 2, 39000000, 23400000, 5178},
      {Text{"Negotiation", "商务谈判"}, 8000, 2, 16000000, 12800000, 5700},
  };
  constexpr double kLargest = 39000000;
  doc::Table table;
  table.columns = {{Text{"Stage", "阶段"}, {}},        {Text{"Probability", "概率"}, {}},
                   {Text{"Deals", "商机数"}, {}},      {Text{"Amount", "金额"}, {}},
                   {Text{"Weighted", "加权金额"}, {}}, {Text{"Average age (days)", "平均账龄(天)"}, {}}};
  doc::BarChart chart{Text{"Amount", "金额"}, Text{"Weighted", "加权金额"}, {}};
  for (const Stage& stage : kStages) {
    table.rows.push_back({Value(Message(stage.label)), Value(Percent{ratio(stage.probability)}),
                          Value(Count{stage.count}), Value(dollars(stage.cents)),
                          Value(dollars(stage.weighted)), Value(Days::of_units(stage.age))});
    chart.bars.push_back({Message(stage.label), Value(dollars(stage.cents)),
                          static_cast<double>(stage.cents) / kLargest,
                          static_cast<double>(stage.weighted) / kLargest});
  }
  table.total = {Value(Message(Text{"Total", "合计"})),
                 Cell(),
                 Value(Count{14}),
                 Value(dollars(131900050)),
                 Value(dollars(55560010)),
                 Cell()};
  return {"by_stage", Text{"By stage", "按阶段"}, {std::move(table), std::move(chart)}};
}

doc::Section coverage() {
  doc::Gauge gauge{Text{"Pipeline coverage", "商机覆盖度"},
                   Multiple{ratio(13190)},
                   Multiple{ratio(30000)},
                   Multiple{ratio(40000)},
                   Mood::kBad,
                   Text{"All open pipeline ÷ quota of $1,000,000.00; mid-quarter target 3.00×–4.00×.",
                        "全部进行中商机 ÷ 配额 $1,000,000.00;季中目标 3.00×–4.00×。"}};
  doc::Gauge open_ended{Text{"Remaining coverage", "剩余覆盖度"},
                        Multiple{ratio(34500)},
                        Multiple{ratio(30000)},
                        std::nullopt,
                        Mood::kGood,
                        {}};
  return {"coverage", Text{"Coverage", "覆盖度"}, {std::move(gauge), std::move(open_ended)}};
}

doc::Section owners() {
  doc::Table table;
  table.columns = {{Text{"Owner", "负责人"}, {}},
                   {Text{"Deals", "商机数"}, {}},
                   {Text{"Amount", "金额"}, {}},
                   {Text{"Weighted", "加权金额"}, {}},
                   {Text{"Won in period", "本期赢单"}, {}},
                   {Text{"Quota", "配额"}, {}},
                   {Text{"Attainment", "完成率"}, {}},
                   {Text{"Coverage", "覆盖度"}, {}}};
  table.rows = {
      {Value(name("王小明")), Value(Count{6}), Value(dollars(61900050)), Value(dollars(30000000)),
       Value(dollars(9400000)), Value(dollars(40000000)), Value(Percent{ratio(2350)}),
       Cell(Value(Multiple{ratio(15475)}), Mood::kWarning)},
      {Value(name("Alexandra Papadopoulos-Müller")), Value(Count{5}), Value(dollars(50000000)),
       Value(dollars(18322500)), Value(dollars(9000000)), Value(dollars(30000000)),
       Value(Percent{ratio(3000)}), Cell(Value(Multiple{ratio(16667)}), Mood::kWarning)},
      {Value(name("陈丽")), Value(Count{3}), Value(dollars(20000000)), Value(dollars(15000000)),
       Value(dollars(0)), Cell(), Cell(), Cell()},
  };
  table.footnote = Message(Text{"{shown} of {all} owners shown", "显示 {all} 位负责人中的 {shown} 位"})
                       .with("shown", 3)
                       .with("all", 8);
  return {"by_owner", Text{"By owner", "按负责人"}, {std::move(table)}};
}

doc::Section hygiene() {
  doc::Table table;
  table.columns = {
      {Text{"Finding", "问题"}, {}}, {Text{"Deals", "商机数"}, {}}, {Text{"Amount", "金额"}, {}}};
  table.rows = {
      {Cell(Value(Message(Text{"Close date is past", "预计成交日已过"})), Mood::kBad), Value(Count{2}),
       Value(dollars(16000000))},
      {Cell(Value(Message(Text{"No next step", "没有下一步"})), Mood::kWarning), Value(Count{5}),
       Value(dollars(41000000))},
      {Cell(Value(Message(Text{"Amount is missing", "缺少金额"})), Mood::kWarning), Value(Count{1}), Cell()},
      {Cell(Value(Message(Text{"Close date is missing", "缺少预计成交日"})), Mood::kGood), Value(Count{0}),
       Value(dollars(0))},
  };
  doc::Paragraph note{Message(Text{"Amounts without a currency were read as {currency}.",
                                   "未注明币种的金额按 {currency} 读取。"})
                          .with("currency", std::string_view("USD")),
                      Mood::kWarning};
  return {"hygiene", Text{"Hygiene", "数据质量"}, {std::move(table), std::move(note)}};
}

constexpr std::string_view kHostile =
    "=cmd|' /C calc'!A0 \x1b[31mred\x1b[0m \xff\xc0\xaf \xed\xa0\x80 \u202Eevil\u2066 "
    "<script>alert(1)</script> & \"q\" 'a' "
    "|x| `code` *b* _i_ [l](http://e) ![i](x) # h ~~s~~ $m$ www.e.com a@b.com\r\nnext\tline\x07 ]]> --> {x} "
    "\\";

}  // namespace

Money dollars(std::int64_t cents) { return {cents, Currency::from_code("USD").value_or(Currency())}; }

doc::Document sample_document() {
  return {Text{"Pipeline report", "商机报告"},
          Message(Text{"{source} · as of {date} · {period}", "{source} · 截至 {date} · {period}"})
              .with("source", std::string_view("opportunities.csv"))
              .with("date", std::string_view("2026-02-15"))
              .with("period", std::string_view("2026-Q1")),
          {totals(), stages(), coverage(), owners(), hygiene()}};
}

doc::Document hostile_document() {
  const Message hostile = name(std::string(kHostile));
  const Cell cell(Value(hostile), Mood::kBad);
  doc::Table table{{{hostile, {}}, {Text{"Amount", "金额"}, {}}},
                   {{cell, Value(dollars(-500))}},
                   std::vector<Cell>{cell, cell},
                   hostile};
  doc::KeyFigures figures{{{hostile, cell, hostile, std::nullopt}}};
  doc::BarChart chart{hostile, hostile, {{hostile, cell, 0.5, 0.25}}};
  doc::Gauge gauge{hostile, Multiple{ratio(1)}, Multiple{ratio(2)}, std::nullopt, Mood::kBad, hostile};
  doc::Paragraph paragraph{hostile, Mood::kBad};
  std::string unmarked(kHostile);  // a passage's own marks stay marks
  std::erase(unmarked, '`');
  doc::Prose prose;
  for (const doc::PassageKind kind : {doc::PassageKind::kHeading, doc::PassageKind::kParagraph,
                                      doc::PassageKind::kBullet, doc::PassageKind::kTask})
    prose.passages.push_back({kind, name(unmarked), 0, unmarked});
  return {hostile, hostile, {{"<script>\"'\x1b", hostile, {figures, table, chart, gauge, paragraph, prose}}}};
}

doc::Prose sample_prose() {
  const auto words = [](std::string english, std::string chinese) {
    return Message::of_languages({std::move(english), std::move(chinese)});
  };
  return {{{doc::PassageKind::kParagraph,
            words("Coverage is the **total** ÷ quota.", "覆盖度是**总额** ÷ 配额。"),
            0,
            {}},
           {doc::PassageKind::kBullet, words("Run `ae coverage`", "运行 `ae coverage`"), 0, {}},
           {doc::PassageKind::kBullet, words("2 * 3 | 4", "2 * 3 | 4"), 0, {}},
           {doc::PassageKind::kNumber, words("Ask", "先问"), 7, {}},
           {doc::PassageKind::kHeading, words("Last", "最后"), 0, "last"},
           {doc::PassageKind::kTask, words("Looked at", "看过"), 0, {}}}};
}

doc::Document bare_document() {
  constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
  doc::Table no_rows{{{Text{"Deal", "商机"}, {}}, {Text{"Amount", "金额"}, {}}}, {}, std::nullopt, {}};
  doc::Table short_row{
      {{Text{"Deal", "商机"}, {}}, {Text{"Amount", "金额"}, {}}}, {{}}, std::vector<Cell>{}, {}};
  doc::BarChart chart{
      {}, {}, {{name("none"), Cell(), 0, 0}, {name("odd"), Cell(), kNoNumber, -1}, {{}, Cell(), 7, 9}}};
  doc::Gauge gauge{{}, Multiple{}, Multiple{ratio(-1)}, Multiple{ratio(-2)}, Mood::kNeutral, {}};
  doc::KeyFigures figures{{{{}, Cell(), {}, std::nullopt}, {{}, Value(Date()), {}, std::nullopt}}};
  return {{},
          {},
          {{"", {}, {}},
           {"empty", {}, {doc::KeyFigures{}, doc::Table{}, doc::BarChart{}, doc::Paragraph{}, doc::Prose{}}},
           {"empty", {}, {figures, no_rows, short_row, chart, gauge}}}};
}

}  // namespace ae::render
