#include "ae/domain/concession.h"

#include <algorithm>

namespace ae {
namespace {

using Entries = std::vector<const Concession*>;

Entries by_date(const std::vector<Concession>& ledger) {
  Entries entries;
  for (const Concession& entry : ledger) entries.push_back(&entry);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Concession* a, const Concession* b) { return a->date < b->date; });
  return entries;
}

bool nobody_asked(const Concession& entry) {
  return entry.kind == ConcessionKind::kDiscount && entry.prompt == Prompt::kUnprompted;
}

/// Gives of ours that follow each other with nothing of theirs between, none of them traded.
void judge_row(std::vector<BreachFound>& found, const Entries& row) {
  for (const Concession* entry : row) {
    if (nobody_asked(*entry)) found.push_back({Breach::kUnpromptedDiscount, {entry}});
  }
  if (row.size() > 1) {
    found.push_back({Breach::kTwoGivesInARow, row});
  } else if (row.size() == 1 && !nobody_asked(*row.front())) {
    found.push_back({Breach::kGiveWithoutGet, row});
  }
}

}  // namespace

Text name(Side side) {
  static constexpr Text kNames[] = {{"We", "我方"}, {"They", "对方"}};
  return kNames[static_cast<std::size_t>(side)];
}

Text name(ConcessionKind kind) {
  static constexpr Text kNames[] = {{"Discount", "折扣"}, {"Term", "期限"},      {"Scope", "范围"},
                                    {"Payment", "付款"},  {"Reference", "案例"}, {"Timing", "时间"},
                                    {"Other", "其他"}};
  return kNames[static_cast<std::size_t>(kind)];
}

Text name(Prompt prompt) {
  static constexpr Text kNames[] = {{"Asked for", "应对方要求"}, {"Unprompted", "主动给出"}};
  return kNames[static_cast<std::size_t>(prompt)];
}

Text name(Breach breach) {
  static constexpr Text kNames[] = {{"A discount nobody asked for", "无人要求的折扣"},
                                    {"Gives in a row", "连续让步"},
                                    {"A give without a get", "只给未取"},
                                    {"A discount before the value was agreed", "价值未获认可即给折扣"}};
  return kNames[static_cast<std::size_t>(breach)];
}

Text remedy(Breach breach) {
  static constexpr Text kRemedies[] = {
      {"Wait for their counter; if it still stands, tie it to something of theirs",
       "等待对方还价；若仍有效，请与对方的条件挂钩"},
      {"Stop: it is their turn. Ask for something in return for each", "停下：该对方了。为每项让步要求回报"},
      {"Name what you want for it before it is confirmed, and link the two",
       "在确认之前说出想要的回报，并将两者关联"},
      {"Go back to the value in figures before any further talk of price", "先回到量化的价值，再谈价格"}};
  return kRemedies[static_cast<std::size_t>(breach)];
}

bool is_traded(const Concession& entry, const std::vector<Concession>& ledger) {
  return std::any_of(ledger.begin(), ledger.end(), [&](const Concession& other) {
    return other.by != entry.by && (entry.with == other.id || other.with == entry.id);
  });
}

std::vector<BreachFound> breaches_in(const std::vector<Concession>& ledger, std::optional<Date> value_shown) {
  std::vector<BreachFound> found;
  Entries row;
  for (const Concession* entry : by_date(ledger)) {
    if (entry->by == Side::kThey) {
      judge_row(found, row);
      row.clear();
    } else if (!is_traded(*entry, ledger)) {
      row.push_back(entry);
    }
  }
  judge_row(found, row);
  for (const Concession* entry : by_date(ledger)) {
    const bool early = value_shown && entry->by == Side::kWe && entry->kind == ConcessionKind::kDiscount &&
                       entry->date < *value_shown;
    if (early) found.push_back({Breach::kDiscountBeforeValue, {entry}});
  }
  return found;
}

}  // namespace ae
