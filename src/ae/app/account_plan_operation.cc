#include "ae/app/account_plan_operation.h"

#include "ae/app/account_data.h"
#include "ae/app/load.h"
#include "ae/app/operation_result.h"
#include "ae/app/plan_files.h"
#include "ae/app/session.h"
#include "ae/domain/plan_values.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/source.h"
#include "ae/method/account_plan_document.h"
#include "ae/method/account_plan_result.h"
#include "ae/records/plan_file.h"
#include "ae/records/plan_refill.h"
#include "ae/render/json_schema.h"
#include "ae/render/render.h"

namespace ae::app {
namespace {

using method::AccountPlanResult;

Error plan_of_another(const std::string& file, const std::string& its, const std::string& asked) {
  return {
      "plan_of_another_account",
      Message{Text{"{file} is the plan of {its}, not of {asked}", "{file} 是 {its} 的规划，不是 {asked} 的"}}
          .with("file", file)
          .with("its", its)
          .with("asked", asked),
      Text{"Name the plan of this account with --plan, or correct the title of the file",
           "请用 --plan 指定该客户的规划，或更正文件标题"},
      {file, 1, 0},
      its,
      {}};
}

/// Makes the plan of one invocation.
class PlanMaker {
 public:
  PlanMaker(const Invocation& invocation, const Environment& environment)
      : invocation_(invocation),
        environment_(environment),
        languages_(languages_of(invocation, environment)),
        as_of_(invocation.scope.as_of.value_or(environment.today)) {}

  Result<Answer> make() {
    AE_TRY(policy_, load_policy_option(invocation_.scope));
    AE_TRY(const std::string asked, account_asked_for());
    AE_TRY(data_, load_account(asked, invocation_, environment_));
    AE_TRY(plan_file_,
           plan_file_of(data_.facts.name, data_.folders, invocation_.account, invocation_.output));
    AE_TRY(const std::string before, bytes_of_plan());
    AE_TRY(records::PlanRefill refill,
           records::PlanRefill::begin(before, plan_file_.value_or("plan.md"), languages_));
    fill_tables(refill);
    AE_TRY_VOID(fill_regions(refill));
    const std::string bytes = refill.bytes();
    data_.notes.insert(data_.notes.end(), refill.notes().begin(), refill.notes().end());
    AE_TRY(AccountPlanResult result, result_of(bytes, data_.notes));
    AE_TRY_VOID(compare(result));
    return answer(std::move(result), bytes);
  }

 private:
  /// --account, else the one that the plan of --plan is of.
  Result<std::string> account_asked_for() {
    const AccountOptions& options = invocation_.account;
    if (options.account || !options.plan) return options.account.value_or("");
    AE_TRY(const ingest::Source source, ingest::read_source(options.plan->path));
    AE_TRY(const AccountPlan plan, records::read_plan(source.bytes, source.name));
    return plan.account;
  }

  Result<std::string> bytes_of_plan() {
    if (!plan_file_) {
      AccountPlan blank;
      blank.account = data_.facts.name;
      return records::write_plan(blank, languages_);
    }
    AE_TRY(const ingest::Source source, ingest::read_source(*plan_file_));
    AE_TRY(const AccountPlan plan, records::read_plan(source.bytes, source.name));
    const std::string& asked = data_.facts.name;
    const bool is_same =
        ingest::without_blanks_and_case(plan.account) == ingest::without_blanks_and_case(asked);
    if (!plan.account.empty() && !asked.empty() && !is_same)
      return fail(plan_of_another(source.name, plan.account, asked));
    return source.bytes;
  }

  void fill_tables(records::PlanRefill& refill) const {
    const AccountFacts& facts = data_.facts;
    refill.name_account(facts.name);
    if (data_.has_accounts) refill.fill_table(PlanPart::kOverview, method::overview_rows(facts));
    if (facts.has_contacts) refill.fill_table(PlanPart::kRelationships, method::relationship_rows(facts));
    if (facts.has_deals || data_.has_prices)
      refill.fill_table(PlanPart::kExpansion, method::expansion_rows(facts, languages_));
  }

  /// What is made from data and from what people typed, as Markdown between marks of the file.
  Result<void> fill_regions(records::PlanRefill& refill) const {
    std::vector<Note> said_later;
    AE_TRY(const AccountPlanResult result, result_of(refill.bytes(), said_later));
    const auto fill = [&](PlanPart part, const std::string& region, std::vector<doc::Block> blocks) {
      const doc::Document document{{}, {}, {{region, {}, std::move(blocks), {}}}};
      refill.fill_region(part, region, render::markdown(document, languages_));
    };
    fill(PlanPart::kHealth, "health", method::health_blocks(result, as_of_));
    fill(PlanPart::kRelationships, "map", method::map_blocks(result));
    // Without data, what stands there was made from data of another time, and is more than nothing.
    const bool has_data = data_.facts.has_deals || data_.has_prices;
    if (has_data || !refill.has_region("whitespace"))
      fill(PlanPart::kWhitespace, "whitespace", method::whitespace_blocks(result));
    if (has_data || !refill.has_region("products"))
      fill(PlanPart::kProducts, "products", method::product_blocks(result));
    fill(PlanPart::kActions, "due", method::action_blocks(result));
    return {};
  }

  Result<AccountPlanResult> result_of(const std::string& bytes, std::vector<Note>& notes) const {
    AE_TRY(const AccountPlan plan, records::read_plan(bytes, plan_file_.value_or("plan.md")));
    return method::account_plan(plan, data_.facts, policy_, as_of_, notes);
  }

  Result<void> compare(AccountPlanResult& result) const {
    if (!invocation_.account.against) return {};
    AE_TRY(const ingest::Source source, ingest::read_source(invocation_.account.against->path));
    AE_TRY(const AccountPlan before, records::read_plan(source.bytes, source.name));
    result.changes = plan_changes(before, result.plan);
    return {};
  }

  Message subtitle() const {
    std::string files;
    for (const ingest::SourceSummary& source : data_.sources)
      files.append(files.empty() ? "" : ", ").append(source.name.substr(source.name.rfind('/') + 1));
    if (plan_file_)
      files.append(files.empty() ? "" : ", ").append(plan_file_->substr(plan_file_->rfind('/') + 1));
    if (files.empty()) return Message{Text{"as of {as_of}", "基准日 {as_of}"}}.with("as_of", as_of_);
    return Message{Text{"{files} · as of {as_of}", "{files} · 基准日 {as_of}"}}
        .with("files", files)
        .with("as_of", as_of_);
  }

  Answer answer(AccountPlanResult result, const std::string& bytes) {
    Answer answer;
    answer.document = method::account_plan_document(result);
    answer.document.subtitle = subtitle();
    answer.markdown = bytes;
    answer.as_of = as_of_;
    answer.currency = data_.facts.currency;
    answer.sources = std::move(data_.sources);
    answer.quarantine = std::move(data_.quarantine);
    // The file of the plan is people's: what there is to say about this run is said beside it.
    if (format_of(invocation_.output) == Format::kMarkdown) {
      for (const Note& note : data_.notes) {
        if (note.code.starts_with("plan_")) answer.messages.push_back(note.text);
      }
    }
    answer.notes = std::move(data_.notes);
    answer.findings = static_cast<std::int64_t>(result.warnings.size());
    answer.write_result = [result = std::move(result)](render::JsonWriter& json) {
      render::write_json(json, result);
    };
    return answer;
  }

  const Invocation& invocation_;
  const Environment& environment_;
  const Languages& languages_;
  Date as_of_;
  Policy policy_;
  AccountData data_;
  std::optional<std::string> plan_file_;
};

/// Of the scope the day and the policy.
std::vector<FlagSpec> scope_flags() {
  std::vector<FlagSpec> flags;
  for (FlagSpec& flag : flags_of(&Invocation::scope)) {
    if (flag.name == "as_of" || flag.name == "policy") flags.push_back(std::move(flag));
  }
  return flags;
}

}  // namespace

Operation account_plan_operation() {
  Operation operation{"account-plan",
                      Text{"Account plan", "客户账户规划"},
                      Text{"Who is this account, where can it grow, and what is to be done?",
                           "这个客户是谁，哪里可以拓展，接下来做什么？"},
                      Effect::kReads,
                      {},
                      "[NAME]",
                      "account",
                      "ae account-plan --account \"Copperline Motors\" --data examples",
                      {},
                      {}};
  for (const auto& group : {flags_of(&Invocation::account), flags_of(&Invocation::input), scope_flags(),
                            flags_of(&Invocation::output), flags_of(&Invocation::run)}) {
    operation.flags.insert(operation.flags.end(), group.begin(), group.end());
  }
  set_schema<AccountPlanResult>(operation);
  operation.run = [](const Invocation& invocation, const Environment& environment) {
    return PlanMaker(invocation, environment).make();
  };
  operation.rewrites = "plan";
  return operation;
}

}  // namespace ae::app
