#include "ae/app/discount_question.h"

#include "ae/app/amount_text.h"

namespace ae::app {
namespace {

/// "12.5" as 125 of 1,000: exact, with at most ten decimals.
Result<DiscountShare> percent_share(const std::string& text) {
  const Error bad =
      bad_value("--percent", text, Text{"a percentage from 0 to 100: 12.5", "0 到 100 的百分数：12.5"});
  DiscountShare share{0, 100};
  bool point = false;
  std::size_t decimals = 0;
  for (const char letter : text) {
    if (letter == '.' && !point) {
      point = true;
      continue;
    }
    if (letter < '0' || letter > '9' || text.size() > 14) return fail(bad);
    share.given = share.given * 10 + (letter - '0');
    if (point) {
      share.of *= 10;
      ++decimals;
    }
  }
  if (decimals > 10 || share.given > share.of || text.find_first_of("0123456789") == std::string::npos)
    return fail(bad);
  return share;
}

Error above_list(std::string_view flag, const std::string& text) {
  return bad_value(flag, text,
                   Text{"a price from 0 to the list price: a discount is from 0 to 100 %",
                        "0 到目录价之间的价格：折扣应为 0 到 100%"});
}

/// "Pumps=1000:900".
Result<method::OfferLine> read_line(const std::string& text, Currency currency) {
  const std::size_t equals = text.rfind('=');
  const std::size_t colon = text.find(':', equals == std::string::npos ? 0 : equals);
  if (equals == std::string::npos || equals == 0 || colon == std::string::npos)
    return fail(bad_value("--line", text,
                          Text{"NAME=LIST:PRICE: Pumps=1000:900", "名称=目录价:价格：水泵=1000:900"}));
  method::OfferLine line{text.substr(0, equals), {}, {}};
  AE_TRY(line.list, exact_amount("--line", text.substr(equals + 1, colon - equals - 1), currency));
  AE_TRY(line.price, exact_amount("--line", text.substr(colon + 1), currency));
  if (line.list.minor == 0 || line.price.minor > line.list.minor) return fail(above_list("--line", text));
  return line;
}

Result<void> read_amounts(const DiscountOptions& options, method::DiscountQuestion& question,
                          Currency currency) {
  DiscountCase& discount = question.discount;
  if (options.list) {
    AE_TRY(discount.list, exact_amount("--list", *options.list, currency));
  }
  if (options.price) {
    AE_TRY(discount.price, exact_amount("--price", *options.price, currency));
  }
  if (options.line.empty()) return {};
  Money list{0, currency};
  Money price{0, currency};
  for (const std::string& text : options.line) {
    AE_TRY(method::OfferLine line, read_line(text, currency));
    list.minor += line.list.minor;
    price.minor += line.price.minor;
    question.lines.push_back(std::move(line));
  }
  discount.list = list;
  discount.price = price;
  return {};
}

void take_reasons(const DiscountOptions& options, DiscountCase& discount) {
  if (options.justification) discount.justification = options.justification;
  if (options.strategic_justification) discount.strategic_justification = options.strategic_justification;
  if (options.quid_pro_quo) discount.quid_pro_quo = options.quid_pro_quo;
  if (options.executive_sponsor) discount.executive_sponsor = options.executive_sponsor;
  if (options.business_case) discount.business_case = options.business_case;
}

Error discount_missing() {
  return {"discount_missing",
          Text{"Nothing says how large the discount is", "未说明折扣多大"},
          Text{"Give --percent 12.5, or --list 100000 --price 87500, or fill in [discount] of the deal",
               "请给出 --percent 12.5，或 --list 100000 --price 87500，或填写商机的 [discount]"},
          {},
          "",
          {}};
}

/// The price that a percentage makes of a known list price: never below what was asked for.
void take_percent(const DiscountShare& share, DiscountCase& discount) {
  discount.price.reset();
  if (!discount.list) return;
  const Int128 off = discount.list->minor * share.given / share.of;
  discount.price = Money{discount.list->minor - static_cast<std::int64_t>(off), discount.list->currency};
}

}  // namespace

Result<method::DiscountQuestion> discount_question(const DiscountOptions& options, const DealRecord* deal) {
  method::DiscountQuestion question;
  if (deal != nullptr) question.discount = deal->discount;
  question.role = options.role.value_or(Approver::kAe);
  take_reasons(options, question.discount);
  AE_TRY_VOID(read_amounts(options, question, deal != nullptr ? deal->currency : Currency()));
  DiscountCase& discount = question.discount;
  if (options.percent) {
    if (options.price || !options.line.empty()) {
      return fail(
          {"discount_said_twice",
           Text{"--percent and a price both say how large the discount is", "--percent 与价格重复说明折扣"},
           Text{"Give one of them", "请只给出其中之一"},
           {},
           *options.percent,
           {}});
    }
    AE_TRY(question.share, percent_share(*options.percent));
    take_percent(question.share, discount);
    return question;
  }
  if (!discount.list || !discount.price) return fail(discount_missing());
  if (discount.list->minor <= 0 || discount.price->minor > discount.list->minor)
    return fail(above_list("--price", discount.price->str()));
  question.share = {discount.list->minor - discount.price->minor, discount.list->minor};
  return question;
}

}  // namespace ae::app
