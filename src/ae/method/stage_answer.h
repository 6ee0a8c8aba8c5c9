#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/fields.h"
#include "ae/base/note.h"
#include "ae/doc/document.h"
#include "ae/domain/stage_check.h"

/// What `ae stage` answers: the gates of the method, and one deal held against them.
namespace ae::method {

/// One item of a list, with what is known of it.
struct CheckedItem {
  std::string item;
  Message name;
  bool done = false;
  ItemState state = ItemState::kMissing;
  std::optional<Evidence> evidence;

  static constexpr auto fields() {
    return std::tuple{
        field("item", &CheckedItem::item, Text{"Id of the item", "事项编号"}),
        field("name", &CheckedItem::name, Text{"What has to be true", "须成立的事实"}),
        field("done", &CheckedItem::done, Text{"Whether it counts as done", "是否已完成"}),
        field("state", &CheckedItem::state,
              Text{"done, missing, incomplete (what or when is not said) or expired",
                   "done 已完成、missing 缺失、incomplete 不完整（未写明事实或日期）或 expired 已失效"}),
        field("evidence", &CheckedItem::evidence, Text{"The evidence, where there is any", "证据（如有）"})};
  }
};

/// How far a stage's lists are done.
struct StageProgress {
  Stage stage = Stage::kProspect;
  std::int64_t done = 0, total = 0;
  bool gate_open = false;

  static constexpr auto fields() {
    return std::tuple{
        field("stage", &StageProgress::stage, Text{"Stage", "阶段"}),
        field("done", &StageProgress::done,
              Text{"Items done of its three lists", "三个清单中已完成的事项数"}),
        field("total", &StageProgress::total, Text{"Items of its three lists", "三个清单的事项总数"}),
        field("gate_open", &StageProgress::gate_open,
              Text{"Its exit and the entry of the next stage are met",
                   "其退出条件与下一阶段的进入条件均满足"})};
  }
};

/// What to ask so that a missing item is settled.
struct Question {
  std::string item;
  Message ask;

  static constexpr auto fields() {
    return std::tuple{field("item", &Question::item, Text{"Item that it settles", "所解决的事项"}),
                      field("ask", &Question::ask, Text{"What to ask or do next", "下一步要问或要做的"})};
  }
};

struct StageCheckResult {
  std::optional<std::string> deal;
  Stage stage = Stage::kProspect;
  Probability probability;
  std::vector<CheckedItem> checklist, entry, exit;
  std::optional<Stage> next;
  std::vector<std::string> missing;
  bool can_advance = false;
  std::vector<StageProgress> path;
  std::vector<Question> questions;

  static constexpr auto fields() {
    return std::tuple{
        field("deal", &StageCheckResult::deal, Text{"Name of the deal", "商机名称"}),
        field("stage", &StageCheckResult::stage, Text{"Stage of the deal", "商机所处阶段"}),
        field("probability", &StageCheckResult::probability,
              Text{"Chance of winning in this stage", "该阶段的赢单概率"}),
        field("checklist", &StageCheckResult::checklist, Text{"What is done in the stage", "该阶段要做的事"}),
        field("entry", &StageCheckResult::entry, Text{"What lets a deal in", "进入条件"}),
        field("exit", &StageCheckResult::exit, Text{"What lets a deal out", "退出条件"}),
        field("next", &StageCheckResult::next, Text{"The stage after it", "下一阶段"}),
        field("missing", &StageCheckResult::missing,
              Text{"Items that keep the deal from the next stage: of this exit and of the next entry",
                   "阻止推进的事项：本阶段退出条件与下一阶段进入条件中未满足者"}),
        field("can_advance", &StageCheckResult::can_advance,
              Text{"Nothing is missing for the next stage", "推进条件均已满足"}),
        field("path", &StageCheckResult::path,
              Text{"All stages, and how far each is done", "各阶段及其完成程度"}),
        field("questions", &StageCheckResult::questions,
              Text{"What to ask next: first what keeps the deal back, then the open checklist",
                   "接下来要问的：先问阻碍推进的，再问检查清单中未完成的"})};
  }
};

/// Holds a stage's lists against what is known. Requires a stage with gates.
StageCheckResult check_stage(Stage stage, const ItemFacts& facts);

doc::Document stage_check_document(const StageCheckResult& result);

/// One stage of the method as it stands.
struct StageLists {
  Stage stage = Stage::kProspect;
  Probability probability;
  Message purpose;
  std::vector<Question> checklist, entry, exit;

  static constexpr auto fields() {
    return std::tuple{
        field("stage", &StageLists::stage, Text{"Stage", "阶段"}),
        field("probability", &StageLists::probability, Text{"Chance of winning in it", "该阶段的赢单概率"}),
        field("purpose", &StageLists::purpose, Text{"What the stage is for", "该阶段的目的"}),
        field("checklist", &StageLists::checklist, Text{"What is done in it", "该阶段要做的事"}),
        field("entry", &StageLists::entry, Text{"What lets a deal in", "进入条件"}),
        field("exit", &StageLists::exit, Text{"What lets a deal out", "退出条件"})};
  }
};

struct StageShowResult {
  std::vector<StageLists> stages;

  static constexpr auto fields() {
    return std::tuple{
        field("stages", &StageShowResult::stages, Text{"The stages in order", "各阶段（按顺序）"})};
  }
};

/// All stages, or the one asked for.
StageShowResult show_stages(std::optional<Stage> only, const Policy& policy);
doc::Document stage_show_document(const StageShowResult& result);

/// A gate that was not met, as it is listed.
struct UnmetGate {
  Stage stage = Stage::kProspect;
  GateList list = GateList::kExit;
  std::string item;
  Message name;
  Message ask;

  static constexpr auto fields() {
    return std::tuple{
        field("stage", &UnmetGate::stage, Text{"Stage whose gate asks for it", "要求此项的阶段"}),
        field("list", &UnmetGate::list, Text{"entry or exit", "entry 进入条件或 exit 退出条件"}),
        field("item", &UnmetGate::item, Text{"Id of the item", "事项编号"}),
        field("name", &UnmetGate::name, Text{"What has to be true", "须成立的事实"}),
        field("ask", &UnmetGate::ask, Text{"What to ask or do next", "下一步要问或要做的"})};
  }
};

/// What `ae stage advance` did, or why it did not.
struct StageAdvanceResult {
  std::string deal;
  Stage from = Stage::kProspect, to = Stage::kProspect;
  bool advanced = false;
  bool forced = false;
  std::optional<std::string> reason;
  std::vector<UnmetGate> missing;
  bool dry_run = false;

  static constexpr auto fields() {
    return std::tuple{
        field("deal", &StageAdvanceResult::deal, Text{"Name of the deal", "商机名称"}),
        field("from", &StageAdvanceResult::from, Text{"Stage before", "变更前阶段"}),
        field("to", &StageAdvanceResult::to, Text{"Stage asked for", "目标阶段"}),
        field("advanced", &StageAdvanceResult::advanced,
              Text{"The deal is in the stage now", "商机现已处于目标阶段"}),
        field("forced", &StageAdvanceResult::forced, Text{"Gates were passed over", "跳过了未满足的条件"}),
        field("reason", &StageAdvanceResult::reason, Text{"Why", "理由"}),
        field("missing", &StageAdvanceResult::missing,
              Text{"Unmet exit and entry of every stage on the way", "途经各阶段未满足的退出与进入条件"}),
        field("dry_run", &StageAdvanceResult::dry_run, Text{"Nothing was written", "未写入任何内容"})};
  }
};

/// The gates on the way as they are listed.
std::vector<UnmetGate> listed(const std::vector<UnmetItem>& unmet);

doc::Document stage_advance_document(const StageAdvanceResult& result);

}  // namespace ae::method
