#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/enum_array.h"
#include "ae/base/fields.h"
#include "ae/base/money.h"

/// The ledger of a negotiation: what each side gives, and the principles that it is held against.
namespace ae {

enum class Side : std::uint8_t { kWe, kThey, kCount };

constexpr std::string_view key(Side side) {
  constexpr std::string_view kKeys[] = {"we", "they"};
  return kKeys[static_cast<std::size_t>(side)];
}

Text name(Side side);

enum class ConcessionKind : std::uint8_t {
  kDiscount,
  kTerm,
  kScope,
  kPayment,
  kReference,
  kTiming,
  kOther,
  kCount
};

constexpr std::string_view key(ConcessionKind kind) {
  constexpr std::string_view kKeys[] = {"discount",  "term",   "scope", "payment",
                                        "reference", "timing", "other"};
  return kKeys[static_cast<std::size_t>(kind)];
}

Text name(ConcessionKind kind);

/// Whether the other side had asked for it.
enum class Prompt : std::uint8_t { kAsked, kUnprompted, kCount };

constexpr std::string_view key(Prompt prompt) {
  constexpr std::string_view kKeys[] = {"asked", "unprompted"};
  return kKeys[static_cast<std::size_t>(prompt)];
}

Text name(Prompt prompt);

/// One thing that one side gives. `with` names the entry of the other side that it is traded for.
struct Concession {
  std::string id;
  Date date;
  Side by = Side::kWe;
  ConcessionKind kind = ConcessionKind::kOther;
  std::string what;
  std::optional<Money> worth;
  std::optional<Prompt> prompt;
  std::optional<std::string> with;

  static constexpr auto fields() {
    return std::tuple{
        field("id", &Concession::id, Text{"Short name, to be linked by", "编号，用于关联"}),
        field("date", &Concession::date, Text{"Day on which it was offered", "提出日期"}),
        field("by", &Concession::by, Text{"Who gives: we or they", "由谁给出：we 我方或 they 对方"}),
        field("kind", &Concession::kind, Text{"What kind of thing it is", "类型"}),
        field("what", &Concession::what, Text{"What is given", "给出的内容"}),
        field("worth", &Concession::worth,
              Text{"What it is worth to the side that gets it", "对得到一方的价值"}),
        field("prompt", &Concession::prompt, Text{"Whether it had been asked for", "是否应对方要求"}),
        field("with", &Concession::with, Text{"Id of what it is traded for", "所交换条目的编号"})};
  }
};

/// A principle that an entry breaks.
enum class Breach : std::uint8_t {
  kUnpromptedDiscount,
  kTwoGivesInARow,
  kGiveWithoutGet,
  kDiscountBeforeValue,
  kCount
};

constexpr std::string_view key(Breach breach) {
  constexpr std::string_view kKeys[] = {"unprompted_discount", "two_gives_in_a_row", "give_without_get",
                                        "discount_before_value"};
  return kKeys[static_cast<std::size_t>(breach)];
}

Text name(Breach breach);
/// What to do about it.
Text remedy(Breach breach);

struct BreachFound {
  Breach breach = Breach::kGiveWithoutGet;
  std::vector<const Concession*> entries;
};

/// Whether an entry is traded: it names one of the other side, or one of the other side names it.
bool is_traded(const Concession& entry, const std::vector<Concession>& ledger);

/// What breaks a principle. What is traded breaks none of the first three. Of the rest, in order of date:
/// - a discount of ours that nobody asked for: unprompted_discount, one each;
/// - gives of ours with none of theirs between them: two_gives_in_a_row, one for the whole row;
/// - a give of ours that stands alone and is none of these: give_without_get.
/// A discount dated before `value_shown` (the day on which the buyer agreed with the value; none: nothing is
/// said about it) is discount_before_value.
std::vector<BreachFound> breaches_in(const std::vector<Concession>& ledger, std::optional<Date> value_shown);

}  // namespace ae
