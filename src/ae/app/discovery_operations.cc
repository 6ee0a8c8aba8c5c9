#include "ae/app/discovery_operations.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/deal_input.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/base/near.h"
#include "ae/domain/discovery_question.h"
#include "ae/method/discovery_answer.h"

namespace ae::app {
namespace {

struct DiscoveryLogResult {
  std::string file;
  std::string deal;
  std::string question;
  Message ask;
  bool counts = false;
  std::vector<std::string> settles;
  bool dry_run = false;

  static constexpr auto fields() {
    return std::tuple{
        field("file", &DiscoveryLogResult::file, Text{"The deal's file", "商机文件"}),
        field("deal", &DiscoveryLogResult::deal, Text{"Name of the deal", "商机名称"}),
        field("question", &DiscoveryLogResult::question, Text{"Id of the question", "问题编号"}),
        field("ask", &DiscoveryLogResult::ask, Text{"The question", "问题"}),
        field("counts", &DiscoveryLogResult::counts,
              Text{"The answer has a person and a day, so it counts as the buyer's word",
                   "回答注明了人和日期，可作为客户的原话"}),
        field("settles", &DiscoveryLogResult::settles, Text{"What the answer settles", "该回答解决的事项"}),
        field("dry_run", &DiscoveryLogResult::dry_run, Text{"Nothing was written", "未写入任何内容"})};
  }
};

Message subtitle_of(const records::DealFile& file) {
  return Message::verbatim(fmt::format("{} · {}", file.deal.name, file.name));
}

Result<Answer> run_discovery(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const std::optional<records::DealFile> file, optional_deal(invocation, scope));
  const DealRecord* deal = file ? &file->deal : nullptr;
  const MeddicFacts facts{deal, {}, false, {}, scope.as_of, &scope.policy};
  const method::DiscoveryResult result = method::discovery(facts, invocation.discovery.topic);
  Answer answer;
  answer.document =
      invocation.discovery.call_sheet ? method::call_sheet(result, deal) : method::discovery_document(result);
  if (file) answer.document.subtitle = subtitle_of(*file);
  answer.as_of = scope.as_of;
  if (file && !file->deal.currency.is_none()) answer.currency = file->deal.currency;
  put_result(answer, result);
  return answer;
}

Error question_missing() {
  return {"question_missing",
          Text{"No question is named", "未指定问题"},
          Text{"Name it by its id: --question impact_cost_each; `ae discovery` lists them",
               "请用编号指定：--question impact_cost_each；`ae discovery` 可列出全部编号"},
          {},
          "",
          {}};
}

Error unknown_question(const std::string& id) {
  return {
      "unknown_question",
      Message{Text{"--question: there is no question {question}", "--question：没有问题 {question}"}}.with(
          "question", id),
      Text{"`ae discovery` lists the questions with their ids", "`ae discovery` 可列出全部问题及编号"},
      {},
      id,
      near_misses(id, question_ids())};
}

/// What --settles says, of what the question can settle; without it, all of that.
Result<std::vector<std::string>> settled(const std::vector<std::string>& given, const std::string& question) {
  std::vector<std::string> targets = targets_of(question);
  if (given.empty()) return targets;
  if (given == std::vector<std::string>{"none"}) return std::vector<std::string>{};
  for (const std::string& target : given) {
    AE_TRY_VOID(choose("--settles", target, targets));
  }
  return given;
}

std::string quoted_list(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  for (const std::string& word : words) quoted.push_back(config::toml_string(word));
  return fmt::format("[{}]", fmt::join(quoted, ", "));
}

config::TomlLines entry_of(const DiscoveryLogOptions& options, const std::vector<std::string>& settles,
                           Date as_of) {
  config::TomlLines lines{{"question", config::toml_string(*options.question)},
                          {"asked", options.asked.value_or(as_of).iso()}};
  if (options.answer) lines.emplace_back("answer", config::toml_string(*options.answer));
  if (options.who) lines.emplace_back("who", config::toml_string(*options.who));
  if (options.amount) lines.emplace_back("amount", options.amount->text);
  if (options.days) lines.emplace_back("days", std::to_string(*options.days));
  if (options.day_cost) lines.emplace_back("day_cost", options.day_cost->text);
  if (options.per_year) lines.emplace_back("per_year", std::to_string(*options.per_year));
  if (!options.settles.empty()) lines.emplace_back("settles", quoted_list(settles));
  return lines;
}

doc::Section logged_section(const DiscoveryLogResult& result, bool has_answer) {
  doc::Paragraph verdict{Text{"Asked, not answered yet", "已问，尚未回答"}, doc::Mood::kNeutral};
  if (has_answer && !result.counts) {
    verdict = {Text{"Kept, but it settles nothing: say who answered with --who",
                    "已记录，但未解决任何事项：请用 --who 注明回答人"},
               doc::Mood::kWarning};
  } else if (has_answer && result.settles.empty()) {
    verdict = {Text{"Answered; it settles nothing", "已回答，未解决任何事项"}, doc::Mood::kNeutral};
  } else if (has_answer) {
    verdict = {Message{Text{"Settles {targets}", "解决了 {targets}"}}.with(
                   "targets", method::listed_targets(result.settles)),
               doc::Mood::kGood};
  }
  return {"logged", result.ask, {std::move(verdict)}, {}};
}

Result<Answer> log_answer(const Invocation& invocation, const Environment& environment) {
  const DiscoveryLogOptions& options = invocation.discovery_log;
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const records::DealFile file, needed_deal(invocation, scope));
  if (!options.question) return fail(question_missing());
  if (targets_of(*options.question).empty()) return fail(unknown_question(*options.question));
  AE_TRY(const std::vector<std::string> settles, settled(options.settles, *options.question));
  AE_TRY(std::string after,
         changed_deal(file, {}, {{"discovery", entry_of(options, settles, scope.as_of)}}, scope));
  DiscoveryLogResult result{file.name,
                            file.deal.name,
                            *options.question,
                            question_about(*options.question, std::nullopt),
                            options.answer && options.who,
                            {},
                            invocation.change.dry_run};
  if (result.counts) result.settles = settles;
  Answer answer;
  answer.document = {Text{"Discovery log", "需求挖掘记录"}, subtitle_of(file), {}};
  answer.document.sections.push_back(logged_section(result, options.answer.has_value()));
  answer.as_of = scope.as_of;
  put_result(answer, result);
  put_change(answer, {file.name, file.bytes, std::move(after)}, invocation.change);
  return answer;
}

}  // namespace

Operation discovery_operation() {
  Operation operation{"discovery",
                      Text{"Discovery guide", "需求挖掘指南"},
                      Text{"What to ask, and what do the answers settle?", "该问什么，回答解决了什么？"},
                      Effect::kReads,
                      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::discovery),
                      "[FILE]",
                      "deal",
                      "ae discovery examples/deals/norrland.toml --topic \"pump monitoring\"",
                      {},
                      {}};
  set_schema<method::DiscoveryResult>(operation);
  operation.run = run_discovery;
  return operation;
}

Operation discovery_log_operation() {
  Operation operation{
      "discovery log",
      Text{"Discovery log", "需求挖掘记录"},
      Text{"Keep a question and the buyer's answer in the deal's file", "将问题与客户的回答记入商机文件"},
      Effect::kWrites,
      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::discovery_log, &Invocation::change),
      "FILE",
      "deal",
      "ae discovery log examples/deals/norrland.toml --question impact_team --answer \"Two people left\" "
      "--who \"Dana Wu\" --dry-run",
      {},
      {}};
  set_schema<DiscoveryLogResult>(operation);
  operation.run = log_answer;
  return operation;
}

}  // namespace ae::app
