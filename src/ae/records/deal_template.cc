// A new deal's file. Its fields and their meaning come from fields(), its items and questions from the
// method, so that nothing here is a second list of them.

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/domain/objection.h"
#include "ae/domain/stage_gate.h"
#include "ae/records/deal_file.h"

namespace ae::records {
namespace {

class Template {
 public:
  explicit Template(const Languages& languages) : languages_(languages) {}

  /// A comment in each language, one line for each.
  void comment(const Message& words) {
    for (const Language language : languages_) line("# " + words.in(language));
  }
  void line(std::string_view text) { text_.append(text).append("\n"); }
  void blank() { text_ += '\n'; }

  /// The fields that hold one value, as comments to be filled in; `skipped` are written elsewhere.
  template <HasFields Struct>
  void fields(const std::vector<std::string_view>& skipped = {}) {
    for_each_field<Struct>([&](const auto& field) {
      using Member = std::remove_cvref_t<decltype(std::declval<Struct>().*(field.member))>;
      if (std::find(skipped.begin(), skipped.end(), field.name) != skipped.end()) return;
      const std::string example = example_of(static_cast<const Member*>(nullptr));
      if (example.empty()) return;
      std::string words;
      for (const Language language : languages_)
        words += (words.empty() ? "" : " / ") + std::string(field.definition.in(language));
      line(fmt::format("# {} = {}  # {}", field.name, example, words));
    });
  }

  std::string finish() && { return std::move(text_); }

 private:
  static std::string example_of(const std::string*) { return "\"…\""; }
  static std::string example_of(const Date*) { return "2026-03-31"; }
  static std::string example_of(const Money*) { return "84000.00"; }
  static std::string example_of(const Currency*) { return "\"USD\""; }
  static std::string example_of(const std::int64_t*) { return "3"; }
  static std::string example_of(const Probability*) { return "12.5"; }
  static std::string example_of(const bool*) { return "true"; }
  template <Keyed Enum>
  static std::string example_of(const Enum*) {
    std::vector<std::string_view> words;
    for (const Enum each : enumerators<Enum>()) words.push_back(key(each));
    return fmt::format("\"{}\"", fmt::join(words, "|"));
  }
  template <typename Value>
  static std::string example_of(const std::optional<Value>*) {
    return example_of(static_cast<const Value*>(nullptr));
  }
  /// Structs and lists have sections of their own.
  static std::string example_of(const void*) { return ""; }

  const Languages& languages_;
  std::string text_;
};

void add_evidence(Template& file) {
  file.comment(
      Text{"What has happened so far. Take the # away where there is evidence, and write what the buyer did.",
           "迄今发生的事。有证据时去掉 #，写明客户做了什么。"});
  std::vector<const GateItem*> seen;
  for (const StageGate& gate : stage_gates()) {
    file.blank();
    file.comment(name(gate.stage));
    for (const GateList list : {GateList::kEntry, GateList::kChecklist, GateList::kExit}) {
      for (const GateItem* item : gate.lists[list]) {
        if (item->basis != ItemBasis::kEvidence || std::find(seen.begin(), seen.end(), item) != seen.end())
          continue;
        seen.push_back(item);
        file.line(fmt::format("# [evidence.{}]", item->id));
        file.comment(Message{Text{"  {item}: {evidence}", "  {item}：{evidence}"}}
                         .with("item", item->name)
                         .with("evidence", item->evidence));
        file.line("# what = \"…\"");
        file.line("# who = \"…\"");
        file.line("# date = 2026-01-15");
      }
    }
  }
}

void add_scorecard(Template& file) {
  for (const Criterion criterion : enumerators<Criterion>()) {
    file.line(fmt::format("# [scorecard.{}]", key(criterion)));
    file.comment(Message{Text{"  {criterion}: {question}", "  {criterion}：{question}"}}
                     .with("criterion", words(criterion).name)
                     .with("question", words(criterion).question));
    file.line("# score = 3");
    file.line("# note = \"…\"");
  }
}

void add_negotiation(Template& file) {
  file.comment(Text{"The discount asked for: ae discount check FILE says who approves it and what it needs.",
                    "申请的折扣：ae discount check 文件 可查看由谁批准及所需内容。"});
  file.line("# [discount]");
  file.fields<DiscountCase>();
  file.blank();
  file.comment(Text{"What is prepared before a negotiation: ae negotiate FILE makes a sheet of it.",
                    "谈判前的准备：ae negotiate 文件 可生成准备表。"});
  file.line("# [negotiation]");
  file.fields<NegotiationPlan>();
  file.blank();
  file.comment(Text{"What each side gives, one block for each; with links a give to its get.",
                    "双方的让步，每条一段；with 用于关联让步与回报。"});
  file.line("# [[concessions]]");
  file.fields<Concession>();
}

void add_meddic(Template& file) {
  file.line("# [meddic]");
  file.line("# meddpicc = true");
  for (const MeddicLetter letter : enumerators<MeddicLetter>()) {
    file.line(fmt::format("# [meddic.{}]", key(letter)));
    file.comment(Message{Text{"  {letter}: {meaning}", "  {letter}：{meaning}"}}
                     .with("letter", words(letter).name)
                     .with("meaning", words(letter).meaning));
    file.line("# state = \"said\"");
    file.line("# answer = \"…\"");
    file.line("# person = \"…\"");
    file.line("# confirmed = 2026-01-15");
  }
}

}  // namespace

std::string deal_template(std::string_view name, Date created, const Languages& languages) {
  Template file(languages);
  file.comment(Text{"One deal. What is unknown is left out; a # at the beginning makes a line a comment.",
                    "一个商机。未知的内容不写；以 # 开头的行为注释。"});
  file.comment(Text{"Check it with: ae deal check FILE", "检查：ae deal check 文件"});
  file.blank();
  file.line(fmt::format("name = {}", config::toml_string(name)));
  file.line("stage = \"prospect\"");
  file.line(fmt::format("stage_date = {}", created.iso()));
  file.line(fmt::format("created_date = {}", created.iso()));
  file.fields<DealRecord>({"name", "stage", "stage_date", "created_date"});
  file.blank();
  file.comment(Text{"The people at the buyer, one block for each.", "客户方的人，每人一段。"});
  file.line("# [[contacts]]");
  file.fields<DealContact>();
  file.blank();
  add_evidence(file);
  file.blank();
  file.comment(Text{"The qualification scorecard: ae qualify shows what each score stands for.",
                    "资质评分卡：ae qualify 可查看各分值的含义。"});
  add_scorecard(file);
  file.blank();
  add_negotiation(file);
  file.blank();
  file.comment(Text{"MEDDIC: a letter is known when the buyer said it; ae meddic shows the gaps.",
                    "MEDDIC：客户说明了才算了解；ae meddic 可查看缺口。"});
  add_meddic(file);
  file.blank();
  file.comment(Text{"What was asked and answered, one block for each question; ae discovery lists their ids.",
                    "已提问题与回答，每个问题一段；ae discovery 可列出问题编号。"});
  file.line("# [[discovery]]");
  file.line("# question = \"impact_cost_each\"");
  file.fields<DiscoveryEntry>({"question", "asked"});
  file.line("# asked = 2026-01-15");
  file.blank();
  file.comment(
      Text{"What the buyer objected, one block for each: ae objection log FILE writes it, ae objection list "
           "has the ids.",
           "客户的异议，每条一段；可用 ae objection log 文件 写入，编号见 ae objection list。"});
  file.line("# [[objections]]");
  file.line(fmt::format("# objection = \"{}\"", objections().front().id));
  file.fields<DealObjection>({"objection"});
  return std::move(file).finish();
}

}  // namespace ae::records
