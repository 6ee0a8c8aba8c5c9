#include "ae/method/decision_figures.h"

namespace ae::method {
namespace {

using doc::Cell;
using doc::Count;
using doc::Mood;
using doc::Value;

Cell words(const std::optional<std::string>& text) { return text ? Cell(Message::verbatim(*text)) : Cell(); }

Cell column_cell(const ChangeFigures& change) {
  if (!change.column) return {Message(Text{"(the row goes)", "（删除该行）"}), Mood::kWarning};
  if (!change.is_lost) return words(change.column);
  return {Message{Text{"{column} (lost)", "{column}（随行丢失）"}}.with("column", *change.column),
          Mood::kWarning};
}

}  // namespace

doc::Section decision_section(const DecisionFigures& figures, bool written) {
  doc::Section section{"decisions", Text{"Decisions", "处置决定"}, {}, {}};
  const Text words = written ? Text{"{file} is brought up to date: fill in the columns decision, new_value and note, "
                                    "and run the review again",
                                    "{file} 已更新：请填写“处置”“新值”“备注”三列后再次运行复盘"}
                             : Text{"{file} would be brought up to date; with --dry-run nothing is written",
                                    "{file} 将被更新；使用 --dry-run 时不写入"};
  section.blocks.emplace_back(doc::Paragraph{Message{words}.with("file", figures.file)});
  doc::KeyFigures counts;
  const auto add = [&](Text label, std::int64_t count, Mood mood, Message detail = {}) {
    counts.figures.push_back({label, Cell(Value(Count{count}), mood), std::move(detail), {}});
  };
  const Message added = Message{Text{"new rows: {count}", "新增 {count} 行"}}.with("count", figures.added);
  add(Text{"Deals", "商机"}, figures.rows, Mood::kNeutral, figures.added > 0 ? added : Message());
  add(Text{"Undecided", "待定"}, figures.undecided, figures.undecided > 0 ? Mood::kWarning : Mood::kGood);
  add(Text{"Decided", "已决定"}, figures.decided, Mood::kNeutral,
      Text{"not in the data yet", "数据尚未体现"});
  add(Text{"Settled", "已了结"}, figures.settled, Mood::kNeutral);
  if (figures.gone > 0) add(Text{"Gone from the data", "已不在数据中"}, figures.gone, Mood::kNeutral);
  section.blocks.emplace_back(std::move(counts));
  if (figures.without_id > 0) {
    section.blocks.emplace_back(doc::Paragraph{
        Message{Text{"Without an id, and so not listed there: {count}", "没有编号、因而未列入：{count} 个"}}
            .with("count", figures.without_id),
        Mood::kWarning});
  }
  return section;
}

doc::Section apply_section(const ApplyFigures& figures) {
  doc::Section section{"changes",
                       figures.written ? Text{"What was written", "已写入的内容"}
                                       : Text{"What would be written", "将写入的内容"},
                       {},
                       {}};
  section.blocks.emplace_back(doc::Paragraph{
      Message{Text{"{file}: a copy of the data in its own format; changed deals: {deals}; every other "
                   "byte is as it was",
                   "{file}：按原格式写出的数据副本；修改商机 {deals} 个；其余字节保持不变"}}
          .with("file", figures.file)
          .with("deals", figures.deals)});
  if (figures.changes.empty()) return section;
  doc::Table table;
  table.columns = {{Text{"Deal", "商机"}, {}},
                   {Text{"Decision", "处置"}, {}},
                   {Text{"Column", "列"}, {}},
                   {Text{"From", "原内容"}, {}},
                   {Text{"To", "新内容"}, {}}};
  for (const ChangeFigures& change : figures.changes) {
    table.rows.push_back({Value(Message::verbatim(change.id)), Value(Message(name(change.disposition))),
                          column_cell(change), words(change.from), words(change.to)});
  }
  section.blocks.emplace_back(std::move(table));
  return section;
}

}  // namespace ae::method
