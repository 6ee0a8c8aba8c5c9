#include "ae/app/meddic_operation.h"

#include <fmt/format.h>

#include "ae/app/deal_input.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/method/meddic_answer.h"

namespace ae::app {
namespace {

template <Keyed Enum>
std::vector<std::string> keys_of() {
  std::vector<std::string> keys;
  for (const Enum each : enumerators<Enum>()) keys.emplace_back(key(each));
  return keys;
}

Result<GivenLetters> letters_given(const std::vector<std::string>& texts) {
  GivenLetters given;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos)
      return fail(
          bad_value("--letter", text, Text{"LETTER=STATE: champion=said", "LETTER=STATE：champion=said"}));
    AE_TRY(const std::size_t letter, choose("--letter", text.substr(0, equals), keys_of<MeddicLetter>()));
    AE_TRY(const std::size_t state, choose("--letter", text.substr(equals + 1), keys_of<LetterState>()));
    given[static_cast<MeddicLetter>(letter)] = static_cast<LetterState>(state);
  }
  return given;
}

Result<Answer> run_meddic(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const std::optional<records::DealFile> file, optional_deal(invocation, scope));
  MeddicFacts facts;
  facts.deal = file ? &file->deal : nullptr;
  facts.meddpicc = invocation.meddic.meddpicc;
  facts.as_of = scope.as_of;
  facts.policy = &scope.policy;
  AE_TRY(facts.given, letters_given(invocation.meddic.letter));
  if (invocation.meddic.stage) {
    AE_TRY(facts.stage, stage_option("--stage", *invocation.meddic.stage));
  }
  const method::MeddicResult result = method::meddic(facts);
  Answer answer;
  answer.document = method::meddic_document(result);
  if (file) answer.document.subtitle = Message::verbatim(fmt::format("{} · {}", file->deal.name, file->name));
  answer.as_of = scope.as_of;
  answer.findings = static_cast<std::int64_t>(result.gaps.size());
  put_result(answer, result);
  return answer;
}

}  // namespace

Operation meddic_operation() {
  Operation operation{
      "meddic",
      Text{"MEDDIC", "MEDDIC"},
      Text{"What has the buyer said, and what is only assumed?", "客户说明了什么，哪些只是推测？"},
      Effect::kReads,
      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::meddic),
      "[FILE]",
      "deal",
      "ae meddic examples/deals/norrland.toml",
      {},
      {}};
  add_check_flag(operation.flags);
  set_schema<method::MeddicResult>(operation);
  operation.run = run_meddic;
  return operation;
}

}  // namespace ae::app
