#include "ae/app/negotiation_operations.h"

#include <fmt/format.h>

#include "ae/app/amount_text.h"
#include "ae/app/deal_input.h"
#include "ae/app/discount_question.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/method/concession_answer.h"
#include "ae/method/discount_answer.h"
#include "ae/method/negotiate_answer.h"

namespace ae::app {
namespace {

using config::toml_string;

/// What every one of these answers says of its deal.
template <typename Result_>
void put_result(Answer& answer, const Result_& result, const records::DealFile* file,
                const MethodScope& scope) {
  answer.as_of = scope.as_of;
  if (file != nullptr) {
    answer.document.subtitle = Message::verbatim(fmt::format("{} · {}", file->deal.name, file->name));
    if (!file->deal.currency.is_none()) answer.currency = file->deal.currency;
  }
  put_result(answer, result);
}

Result<Answer> check_discount(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const std::optional<records::DealFile> file, optional_deal(invocation, scope));
  AE_TRY(const method::DiscountQuestion question,
         discount_question(invocation.discount, file ? &file->deal : nullptr));
  method::DiscountResult result = method::judge_discount(question, scope.policy.discount);
  if (file) result.deal = file->deal.name;
  Answer answer;
  answer.document = method::discount_document(result);
  answer.findings = result.allowed_now ? 0 : 1;
  put_result(answer, result, file ? &*file : nullptr, scope);
  return answer;
}

/// What the deal's file holds of a request.
std::vector<FieldValue> request_values(const DiscountCase& discount, Date today) {
  std::vector<FieldValue> values;
  if (discount.list) values.push_back({"discount.list", discount.list->str()});
  if (discount.price) values.push_back({"discount.price", discount.price->str()});
  for (const DiscountReason reason : enumerators<DiscountReason>()) {
    if (discount.said(reason))
      values.push_back({fmt::format("discount.{}", key(reason)), toml_string(*discount.said(reason))});
  }
  values.push_back({"discount.requested", today.iso()});
  return values;
}

Result<Answer> request_discount(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const records::DealFile file, needed_deal(invocation, scope));
  AE_TRY(const method::DiscountQuestion question, discount_question(invocation.discount, &file.deal));
  if (!question.discount.price) {
    return fail({"list_missing",
                 Text{"A request needs a list price: an approver approves a price, not a percentage",
                      "申请须有目录价：批准的是价格而不是百分比"},
                 Text{"Give --list 100000, or fill in list under [discount] of the deal",
                      "请给出 --list 100000，或填写商机 [discount] 下的 list"},
                 {file.name, 0, 0},
                 "",
                 {}});
  }
  method::DiscountResult result = method::judge_discount(question, scope.policy.discount);
  result.deal = file.deal.name;
  Answer answer;
  answer.document = method::discount_request_document(result, file.deal, question.discount);
  put_result(answer, result, &file, scope);
  answer.refused = !result.missing.empty();
  if (answer.refused) return answer;
  AE_TRY(std::string after, changed_deal(file, request_values(question.discount, scope.as_of), {}, scope));
  put_change(answer, {file.name, file.bytes, std::move(after)}, invocation.change);
  return answer;
}

Result<Answer> list_concessions(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const records::DealFile file, needed_deal(invocation, scope));
  const method::LedgerResult result = method::ledger_of(file.deal);
  Answer answer;
  answer.document = method::ledger_document(result);
  answer.findings = static_cast<std::int64_t>(result.findings.size());
  put_result(answer, result, &file, scope);
  return answer;
}

Error concession_incomplete() {
  return {"concession_incomplete",
          Text{"A concession needs who gives it and what it is", "一项让步须写明由谁给出及内容"},
          Text{"Add it so: ae concession add FILE --side we --what \"10 % off the first year\" --kind "
               "discount --worth 8400 --with c1",
               "写法：ae concession add 文件 --side we --what \"首年优惠 10%\" --kind discount --worth 8400 "
               "--with c1"},
          {},
          "",
          {}};
}

/// "c1", "c2" …: the first that no entry has.
std::string free_id(const std::vector<Concession>& ledger) {
  for (std::size_t number = ledger.size() + 1;; ++number) {
    std::string id = fmt::format("c{}", number);
    if (std::none_of(ledger.begin(), ledger.end(), [&](const Concession& entry) { return entry.id == id; }))
      return id;
  }
}

Result<Answer> add_concession(const Invocation& invocation, const Environment& environment) {
  const ConcessionOptions& options = invocation.concession;
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const records::DealFile file, needed_deal(invocation, scope));
  if (!options.side || !options.what) return fail(concession_incomplete());
  config::TomlLines lines{{"id", toml_string(free_id(file.deal.concessions))},
                          {"date", scope.as_of.iso()},
                          {"by", toml_string(key(*options.side))},
                          {"what", toml_string(*options.what)}};
  if (options.kind) lines.emplace_back("kind", toml_string(key(*options.kind)));
  if (options.worth) {
    AE_TRY(const Money worth, exact_amount("--worth", *options.worth, file.deal.currency));
    lines.emplace_back("worth", worth.str());
  }
  if (options.prompt) lines.emplace_back("prompt", toml_string(key(*options.prompt)));
  if (options.with) lines.emplace_back("with", toml_string(*options.with));
  AE_TRY(std::string after, changed_deal(file, {}, {{"concessions", lines}}, scope));
  AE_TRY(const records::DealFile changed, records::sound_deal(after, file.name, scope.policy, scope.as_of));
  const method::LedgerResult result = method::ledger_of(changed.deal);
  Answer answer;
  answer.document = method::ledger_document(result);
  put_result(answer, result, &changed, scope);
  put_change(answer, {file.name, file.bytes, std::move(after)}, invocation.change);
  return answer;
}

Result<Answer> prepare(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const records::DealFile file, needed_deal(invocation, scope));
  const method::NegotiateResult result = method::prepare_negotiation(file.deal, scope.policy.discount);
  Answer answer;
  answer.document = method::negotiate_document(result);
  put_result(answer, result, &file, scope);
  return answer;
}

template <typename Result_>
Operation method_operation(std::string name, Text title, Text question, Effect effect,
                           std::vector<FlagSpec> flags, std::string words, std::string example,
                           Result<Answer> (*run)(const Invocation&, const Environment&)) {
  Operation operation{std::move(name),  title,  question,           effect, std::move(flags),
                      std::move(words), "deal", std::move(example), {},     run};
  set_schema<Result_>(operation);
  return operation;
}

}  // namespace

Operation discount_check_operation() {
  Operation operation = method_operation<method::DiscountResult>(
      "discount check", Text{"Discount check", "折扣检查"},
      Text{"Who approves this discount, and what does it need?", "这个折扣由谁批准，需要什么？"},
      Effect::kReads, flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::discount), "[FILE]",
      "ae discount check --list 100000 --price 77500", check_discount);
  add_check_flag(operation.flags);
  return operation;
}

Operation discount_request_operation() {
  return method_operation<method::DiscountResult>(
      "discount request", Text{"Discount request", "折扣申请"},
      Text{"Ask for this discount, in a document for the approver", "生成提交审批人的折扣申请"},
      Effect::kWrites,
      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::discount, &Invocation::change), "FILE",
      "ae discount request examples/deals/hexing.toml --dry-run", request_discount);
}

Operation concession_list_operation() {
  Operation operation = method_operation<method::LedgerResult>(
      "concession list", Text{"Concession ledger", "让步台账"},
      Text{"What has each side given, and was anything given away?", "双方各给了什么，有没有白给？"},
      Effect::kReads, flags_with({"as_of", "policy"}, &Invocation::deal), "FILE",
      "ae concession list examples/deals/hexing.toml", list_concessions);
  add_check_flag(operation.flags);
  return operation;
}

Operation concession_add_operation() {
  return method_operation<method::LedgerResult>(
      "concession add", Text{"New concession", "新增让步"},
      Text{"Add to the ledger what one side gives", "在台账中记录一方的让步"}, Effect::kWrites,
      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::concession, &Invocation::change),
      "FILE", "ae concession add examples/deals/hexing.toml --side they --what \"Case study\" --dry-run",
      add_concession);
}

Operation negotiate_operation() {
  return method_operation<method::NegotiateResult>(
      "negotiate", Text{"Negotiation sheet", "谈判准备表"},
      Text{"What are the limits, and what can be traded?", "底线在哪里，可以交换什么？"}, Effect::kReads,
      flags_with({"as_of", "policy"}, &Invocation::deal), "FILE",
      "ae negotiate examples/deals/hexing.toml --lang zh", prepare);
}

}  // namespace ae::app
