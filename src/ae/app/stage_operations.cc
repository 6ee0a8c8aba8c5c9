#include "ae/app/stage_operations.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/deal_input.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/base/near.h"
#include "ae/method/stage_answer.h"

namespace ae::app {
namespace {

Error stage_without_gates(Stage stage) {
  return {"stage_without_gates",
          Message{Text{"{stage} has no gates", "{stage}没有关口"}}.with("stage", name(stage)),
          Text{"A lost deal is opened again with: ae stage advance FILE --reopen --reason TEXT",
               "重新打开丢单：ae stage advance 文件 --reopen --reason 理由"},
          {},
          std::string(key(stage)),
          {}};
}

Result<std::set<std::string, std::less<>>> attested(const std::vector<std::string>& items) {
  std::set<std::string, std::less<>> done;
  for (const std::string& item : items) {
    if (gate_item(item) == nullptr) {
      return fail(
          {"unknown_item",
           Message{Text{"--done: no stage has an item {item}", "--done：没有哪个阶段含事项 {item}"}}.with(
               "item", item),
           Text{"`ae stage show` lists all items", "`ae stage show` 可列出全部事项"},
           {},
           item,
           near_misses(item, gate_item_ids())});
    }
    done.insert(item);
  }
  return done;
}

Result<Answer> show(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  std::optional<Stage> only;
  if (invocation.stage.stage) {
    AE_TRY(only, stage_option("--stage", *invocation.stage.stage));
    if (stage_gate(*only) == nullptr) return fail(stage_without_gates(*only));
  }
  const method::StageShowResult result = method::show_stages(only, scope.policy);
  Answer answer;
  answer.document = method::stage_show_document(result);
  put_result(answer, result);
  return answer;
}

/// Of the deal, unless --stage asks about another; Prospect when there is neither.
Result<Stage> stage_to_check(const Invocation& invocation, const std::optional<records::DealFile>& file) {
  Stage stage = file ? file->deal.stage : Stage::kProspect;
  if (invocation.stage.stage) {
    AE_TRY(stage, stage_option("--stage", *invocation.stage.stage));
  }
  if (stage_gate(stage) == nullptr) return fail(stage_without_gates(stage));
  return stage;
}

Result<Answer> check(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const std::optional<records::DealFile> file, optional_deal(invocation, scope));
  AE_TRY(const Stage stage, stage_to_check(invocation, file));
  AE_TRY(auto done, attested(invocation.stage.done));
  const ItemFacts facts{file ? &file->deal : nullptr, std::move(done), scope.as_of, &scope.policy};
  const method::StageCheckResult result = method::check_stage(stage, facts);
  Answer answer;
  answer.document = method::stage_check_document(result);
  if (file) answer.document.subtitle = Message::verbatim(fmt::format("{} · {}", file->deal.name, file->name));
  answer.as_of = scope.as_of;
  answer.findings = static_cast<std::int64_t>(result.missing.size());
  put_result(answer, result);
  return answer;
}

Error deal_is_open() {
  return {"deal_is_open",
          Text{"The deal is open: there is nothing to open again", "商机尚未关闭，无需重新打开"},
          Text{"Advance it: ae stage advance FILE", "推进：ae stage advance 文件"},
          {},
          "",
          {}};
}

Error deal_is_closed(Stage stage) {
  return {"deal_is_closed",
          Message{Text{"The deal is closed: {stage}", "商机已关闭：{stage}"}}.with("stage", name(stage)),
          Text{"Open it again: ae stage advance FILE --reopen --reason TEXT",
               "重新打开：ae stage advance 文件 --reopen --reason 理由"},
          {},
          std::string(key(stage)),
          {}};
}

Error stage_unchanged(Stage stage) {
  return {"stage_unchanged",
          Message{Text{"The deal is in {stage} already", "商机已处于{stage}"}}.with("stage", name(stage)),
          Text{"Name another stage: --to proposal", "请指定其他阶段：--to proposal"},
          {},
          std::string(key(stage)),
          {}};
}

Error reason_missing() {
  return {"reason_missing",
          Text{"Forcing a gate, going back, losing a deal and opening one again need a reason",
               "强制推进、退回、丢单与重新打开都须给出理由"},
          Text{"Say why: --reason \"Board meeting moved to March\"", "请说明：--reason \"董事会推迟到三月\""},
          {},
          "",
          {}};
}

/// Where the deal is to go.
Result<Stage> target_of(const AdvanceOptions& options, const DealRecord& deal) {
  if (options.reopen) {
    if (state_of(deal.stage) == DealState::kOpen) return fail(deal_is_open());
    return last_open_stage(deal).value_or(Stage::kProspect);
  }
  if (state_of(deal.stage) != DealState::kOpen) return fail(deal_is_closed(deal.stage));
  if (options.to) return stage_option("--to", *options.to);
  return *next_stage(deal.stage);
}

/// Whether the move may be made as it was asked for; gates are another matter.
Result<void> check_move(const AdvanceOptions& options, const DealRecord& deal, Stage to) {
  if (to == deal.stage) return fail(stage_unchanged(to));
  const bool is_forward = stage_gate(to) != nullptr && to > deal.stage;
  if ((options.force || !is_forward) && !options.reason) return fail(reason_missing());
  return {};
}

std::string quoted_list(const std::vector<method::UnmetGate>& gates) {
  std::vector<std::string> items;
  for (const method::UnmetGate& gate : gates) items.push_back(config::toml_string(gate.item));
  return fmt::format("[{}]", fmt::join(items, ", "));
}

Result<std::string> moved(const records::DealFile& file, const method::StageAdvanceResult& result,
                          const MethodScope& scope) {
  std::vector<FieldValue> values{{"stage", config::toml_string(key(result.to))},
                                 {"stage_date", scope.as_of.iso()}};
  const bool closes = state_of(result.to) != DealState::kOpen;
  if (closes && !file.deal.closed_date) values.push_back({"closed_date", scope.as_of.iso()});
  if (!closes && file.deal.closed_date) values.push_back({"closed_date", ""});
  if (!closes && file.deal.loss_reason) values.push_back({"loss_reason", ""});
  if (result.to == Stage::kClosedLost && !file.deal.loss_reason)
    values.push_back({"loss_reason", config::toml_string(*result.reason)});
  config::TomlLines move{{"date", scope.as_of.iso()},
                         {"from", config::toml_string(key(result.from))},
                         {"to", config::toml_string(key(result.to))}};
  if (result.reason) move.emplace_back("reason", config::toml_string(*result.reason));
  if (!result.missing.empty()) move.emplace_back("unmet", quoted_list(result.missing));
  return changed_deal(file, values, {{"stage_history", move}}, scope);
}

Result<Answer> advance(const Invocation& invocation, const Environment& environment) {
  const AdvanceOptions& options = invocation.advance;
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const records::DealFile file, needed_deal(invocation, scope));
  AE_TRY(const Stage to, target_of(options, file.deal));
  AE_TRY_VOID(check_move(options, file.deal, to));
  method::StageAdvanceResult result{file.deal.name, file.deal.stage, to, true,
                                    false,          options.reason,  {}, invocation.change.dry_run};
  if (stage_gate(to) != nullptr && to > file.deal.stage)
    result.missing =
        method::listed(unmet_on_the_way(file.deal.stage, to, {&file.deal, {}, scope.as_of, &scope.policy}));
  result.forced = options.force && !result.missing.empty();
  result.advanced = result.missing.empty() || options.force;
  Answer answer;
  answer.document = method::stage_advance_document(result);
  answer.as_of = scope.as_of;
  answer.refused = !result.advanced;
  put_result(answer, result);
  if (result.advanced) {
    AE_TRY(std::string after, moved(file, result, scope));
    put_change(answer, {file.name, file.bytes, std::move(after)}, invocation.change);
  }
  return answer;
}

}  // namespace

Operation stage_show_operation() {
  Operation operation{"stage show",
                      Text{"Stages and their gates", "阶段与关口"},
                      Text{"What does each stage ask for?", "每个阶段要求什么？"},
                      Effect::kReads,
                      {},
                      "[STAGE]",
                      "stage",
                      "ae stage show discovery",
                      {},
                      {}};
  for (FlagSpec& flag : flags_with({"policy"}, &Invocation::stage)) {
    if (flag.name != "done") operation.flags.push_back(std::move(flag));
  }
  set_schema<method::StageShowResult>(operation);
  operation.run = show;
  return operation;
}

Operation stage_check_operation() {
  Operation operation{"stage check",
                      Text{"Stage check", "阶段检查"},
                      Text{"May this deal go on, and what is missing?", "这个商机能否推进，还缺什么？"},
                      Effect::kReads,
                      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::stage),
                      "[FILE]",
                      "deal",
                      "ae stage check examples/deals/norrland.toml",
                      {},
                      {}};
  add_check_flag(operation.flags);
  set_schema<method::StageCheckResult>(operation);
  operation.run = check;
  return operation;
}

Operation stage_advance_operation() {
  Operation operation{
      "stage advance",
      Text{"Advance of a stage", "阶段推进"},
      Text{"Move this deal on, when its gates are met", "在条件满足时推进这个商机"},
      Effect::kWrites,
      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::advance, &Invocation::change),
      "FILE",
      "deal",
      "ae stage advance examples/deals/norrland.toml --dry-run",
      {},
      {}};
  set_schema<method::StageAdvanceResult>(operation);
  operation.run = advance;
  return operation;
}

}  // namespace ae::app
