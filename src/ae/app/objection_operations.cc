#include "ae/app/objection_operations.h"

#include <algorithm>
#include <set>

#include "ae/app/deal_input.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/ingest/source.h"
#include "ae/method/objection_answer.h"
#include "ae/method/objection_stats.h"

namespace ae::app {
namespace {

Error unknown_objection(const std::string& word) {
  return {"unknown_objection",
          Message{Text{"The method has no objection {objection}", "方法中没有异议 {objection}"}}.with(
              "objection", word),
          Text{"`ae objection list` lists all; `ae objection find` finds one by what was said",
               "`ae objection list` 列出全部；`ae objection find` 按客户原话查找"},
          {},
          word,
          near_objections(word)};
}

Result<const Objection*> needed_objection(const ObjectionOptions& options) {
  if (!options.objection) {
    return fail({"objection_missing",
                 Text{"No objection is named", "未指定异议"},
                 Text{"Name one: too_expensive; `ae objection list` has all ids",
                      "请指定，例如 too_expensive；`ae objection list` 列出全部编号"},
                 {},
                 "",
                 {}});
  }
  const Objection* named = objection_named(*options.objection);
  if (named == nullptr) return fail(unknown_objection(*options.objection));
  return named;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

/// The buyer's words, one text.
Result<std::string> needed_words(const ObjectionOptions& options) {
  std::string words;
  for (const std::string& word : options.said) words += (words.empty() ? "" : " ") + word;
  if (!is_blank(words)) return words;
  return fail({"said_missing",
               Text{"What did the buyer say?", "客户说了什么？"},
               Text{"In the buyer's words: \"that is too expensive\"", "请写客户原话：\"太贵了\""},
               {},
               "",
               {}});
}

Result<Answer> list(const Invocation&, const Environment&) {
  const method::ObjectionListResult result = method::list_objections();
  Answer answer;
  answer.document = method::objection_list_document(result);
  put_result(answer, result);
  return answer;
}

Result<Answer> find(const Invocation& invocation, const Environment&) {
  AE_TRY(const std::string said, needed_words(invocation.objection));
  const method::ObjectionFindResult result = method::find_objection(said);
  Answer answer;
  answer.document = method::objection_find_document(result);
  answer.findings = result.matches.empty() ? 1 : 0;
  put_result(answer, result);
  return answer;
}

Result<Answer> show(const Invocation& invocation, const Environment&) {
  AE_TRY(const Objection* objection, needed_objection(invocation.objection));
  const method::ObjectionShowResult result = method::show_objection(*objection);
  Answer answer;
  answer.document = method::objection_show_document(result);
  put_result(answer, result);
  return answer;
}

config::TomlLines block_of(const DealObjection& entry) {
  config::TomlLines lines{{"date", entry.date.iso()},
                          {"objection", config::toml_string(entry.objection)},
                          {"said", config::toml_string(entry.said)}};
  if (entry.response) lines.emplace_back("response", config::toml_string(*entry.response));
  lines.emplace_back("outcome", config::toml_string(key(entry.outcome.value_or(ObjectionOutcome::kOpen))));
  return lines;
}

Result<Answer> log(const Invocation& invocation, const Environment& environment) {
  const ObjectionOptions& options = invocation.objection;
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const records::DealFile file, needed_deal(invocation, scope));
  AE_TRY(const Objection* objection, needed_objection(options));
  AE_TRY(std::string said, needed_words(options));
  DealObjection entry{options.date.value_or(scope.as_of),
                      objection->id,
                      std::move(said),
                      {},
                      options.outcome.value_or(ObjectionOutcome::kOpen)};
  if (options.response && !is_blank(*options.response)) entry.response = options.response;
  AE_TRY(std::string after, changed_deal(file, {}, {{"objections", block_of(entry)}}, scope));
  const method::ObjectionLogResult result{file.name, file.deal.name, std::move(entry), objection->name,
                                          invocation.change.dry_run};
  Answer answer;
  answer.document = method::objection_log_document(result, *objection);
  answer.as_of = scope.as_of;
  put_result(answer, result);
  put_change(answer, {file.name, file.bytes, std::move(after)}, invocation.change);
  return answer;
}

Result<Answer> stats(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  if (invocation.deal.deal.empty()) {
    AE_TRY_VOID(needed_deal(invocation, scope));
  }
  std::vector<DealRecord> deals;
  std::set<std::string> read;
  for (const FilePath& named : invocation.deal.deal) {
    AE_TRY(const std::string path, deal_path(named));
    if (!read.insert(path).second) continue;  // a file that is named twice counts once
    AE_TRY(const ingest::Source source, ingest::read_source(path));
    AE_TRY(records::DealFile file, records::sound_deal(source.bytes, source.name, scope.policy, scope.as_of));
    deals.push_back(std::move(file.deal));
  }
  const method::ObjectionStatsResult result = method::objection_stats(deals);
  Answer answer;
  answer.document = method::objection_stats_document(result);
  answer.as_of = scope.as_of;
  put_result(answer, result);
  return answer;
}

/// The named flags of the group, then the plain ones.
std::vector<FlagSpec> flags_of_objection(std::initializer_list<std::string_view> names) {
  std::vector<FlagSpec> flags;
  for (FlagSpec& flag : flags_of(&Invocation::objection)) {
    if (std::find(names.begin(), names.end(), flag.name) != names.end()) flags.push_back(std::move(flag));
  }
  for (FlagSpec& flag : plain_flags()) flags.push_back(std::move(flag));
  return flags;
}

}  // namespace

Operation objection_list_operation() {
  Operation operation{"objection list",
                      Text{"Objections", "客户异议"},
                      Text{"What do buyers object, and what is asked first?", "客户有哪些异议，首先问什么？"},
                      Effect::kReads,
                      plain_flags(),
                      "",
                      "",
                      "ae objection list",
                      {},
                      {}};
  set_schema<method::ObjectionListResult>(operation);
  operation.run = list;
  return operation;
}

Operation objection_find_operation() {
  Operation operation{
      "objection find",
      Text{"Objection by what was said", "按客户原话查找异议"},
      Text{"Which objection is behind these words, and what now?", "这句话是哪种异议，如何应对？"},
      Effect::kReads,
      flags_of_objection({"said"}),
      "TEXT…",
      "said",
      "ae objection find \"that is more than we wanted to spend\"",
      {},
      {}};
  add_check_flag(operation.flags);
  set_schema<method::ObjectionFindResult>(operation);
  operation.run = find;
  return operation;
}

Operation objection_show_operation() {
  Operation operation{"objection show",
                      Text{"One objection", "单个异议"},
                      Text{"What is meant by it, what to ask, what to answer, what to bring?",
                           "言外之意、要问的、如何回应、要准备什么？"},
                      Effect::kReads,
                      flags_of_objection({"objection"}),
                      "ID",
                      "objection",
                      "ae objection show too_expensive",
                      {},
                      {}};
  set_schema<method::ObjectionShowResult>(operation);
  operation.run = show;
  return operation;
}

Operation objection_log_operation() {
  Operation operation{
      "objection log",
      Text{"Objection logged", "记录异议"},
      Text{"Keep in the deal's file what the buyer objected and what came of it",
           "在商机文件中记录客户异议及其结果"},
      Effect::kWrites,
      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::objection, &Invocation::change),
      "FILE",
      "deal",
      "ae objection log examples/deals/norrland.toml --objection bad_timing --said \"Come back after the "
      "summer\" --dry-run",
      {},
      {}};
  set_schema<method::ObjectionLogResult>(operation);
  operation.run = log;
  return operation;
}

Operation objection_stats_operation() {
  Operation operation{"objection stats",
                      Text{"Objections and what came of them", "异议及其结果"},
                      Text{"Which objections come up in these deals, and which response led to progress?",
                           "这些商机中有哪些异议，哪种回应带来进展？"},
                      Effect::kReads,
                      flags_with({"as_of", "policy"}, &Invocation::deal),
                      "FILE…",
                      "deal",
                      "ae objection stats examples/deals/norrland.toml",
                      {},
                      {}};
  set_schema<method::ObjectionStatsResult>(operation);
  operation.run = stats;
  return operation;
}

}  // namespace ae::app
