#include "ae/domain/concession.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

Concession entry(std::string id, int day, Side by, ConcessionKind kind, Prompt prompt,
                 std::optional<std::string> with = {}) {
  return {std::move(id),  *Date::from_ymd(2026, 2, static_cast<unsigned>(day)), by, kind, "x", {}, prompt,
          std::move(with)};
}
Concession give(std::string id, int day, std::optional<std::string> with = {}) {
  return entry(std::move(id), day, Side::kWe, ConcessionKind::kTerm, Prompt::kAsked, std::move(with));
}
Concession get(std::string id, int day, std::optional<std::string> with = {}) {
  return entry(std::move(id), day, Side::kThey, ConcessionKind::kReference, Prompt::kAsked, std::move(with));
}

std::vector<std::string> breaches(const std::vector<Concession>& ledger, std::optional<Date> value = {}) {
  std::vector<std::string> found;
  for (const BreachFound& each : breaches_in(ledger, value)) found.emplace_back(key(each.breach));
  return found;
}

using Found = std::vector<std::string>;

TEST(Concessions, EachBrokenPrincipleIsOneFinding) {
  EXPECT_EQ(breaches({give("a", 1), give("b", 2)}), Found{"two_gives_in_a_row"});
  EXPECT_EQ(breaches({entry("a", 1, Side::kWe, ConcessionKind::kDiscount, Prompt::kUnprompted)}),
            Found{"unprompted_discount"});
  EXPECT_EQ(breaches({give("a", 1)}), Found{"give_without_get"});
}

TEST(Concessions, WhatIsLinkedToAGetBreaksNone) {
  EXPECT_EQ(breaches({give("a", 1), give("b", 2), get("c", 3, "a"), get("d", 3, "b")}), Found{});
  EXPECT_EQ(
      breaches({entry("a", 1, Side::kWe, ConcessionKind::kDiscount, Prompt::kUnprompted, "c"), get("c", 3)}),
      Found{});
  EXPECT_EQ(breaches({give("a", 1, "c"), get("c", 1)}), Found{});
}

TEST(Concessions, AGetBetweenEndsARowButDoesNotPayForIt) {
  EXPECT_EQ(breaches({give("a", 1), get("b", 2), give("c", 3)}),
            (Found{"give_without_get", "give_without_get"}));
}

TEST(Concessions, ALinkToTheSameSideIsNoTrade) {
  EXPECT_EQ(breaches({give("a", 1, "b"), give("b", 2)}), Found{"two_gives_in_a_row"});
}

TEST(Concessions, ADiscountBeforeTheValueIsSaidOnlyWhenItsDayIsKnown) {
  const std::vector<Concession> ledger{
      entry("a", 1, Side::kWe, ConcessionKind::kDiscount, Prompt::kAsked, "b"), get("b", 1)};
  EXPECT_EQ(breaches(ledger, Date::from_ymd(2026, 2, 5)), Found{"discount_before_value"});
  EXPECT_EQ(breaches(ledger, Date::from_ymd(2026, 2, 1)), Found{});
  EXPECT_EQ(breaches(ledger), Found{});
}

}  // namespace
}  // namespace ae
