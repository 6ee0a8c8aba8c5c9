#include "ae/render/words.h"

#include <algorithm>

#include "ae/base/assert.h"
#include "ae/base/running_text.h"

namespace ae::render {
namespace {

constexpr std::string_view kMissing = "–";

/// All four decimals unless the last two are 0: 2.9996× must not read as the 3.00× that it misses.
std::string multiple_words(Ratio ratio) {
  return ratio.units() % 100 == 0 ? to_decimal(ratio.units() / 100, 2) : ratio.str();
}

struct Words {
  Language language;
  std::string operator()(std::monostate) const { return std::string(kMissing); }
  std::string operator()(const doc::Count& count) const { return group_thousands(count.value); }
  std::string operator()(const Money& money) const { return full_words(money); }
  std::string operator()(const doc::Percent& percent) const {
    return group_thousands(to_decimal(percent.value.units(), 2)) + " %";
  }
  std::string operator()(const doc::Multiple& multiple) const {
    return group_thousands(multiple_words(multiple.value)) + "×";
  }
  std::string operator()(const Days& days) const { return group_thousands(days.str()); }
  std::string operator()(const Date& date) const {
    return date.is_none() ? std::string(kMissing) : date.iso();
  }
  std::string operator()(const Message& message) const { return message.in(language); }
};

struct Plain {
  const Languages& languages;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const doc::Count& count) const { return std::to_string(count.value); }
  std::string operator()(const Money& money) const { return money.str(); }
  std::string operator()(const doc::Percent& percent) const { return percent.value.str(); }
  std::string operator()(const doc::Multiple& multiple) const { return multiple.value.str(); }
  std::string operator()(const Days& days) const { return days.str(); }
  std::string operator()(const Date& date) const { return date.iso(); }
  std::string operator()(const Message& message) const { return words(message, languages, " "); }
};

}  // namespace

std::string words(const doc::Value& value, Language language) { return std::visit(Words{language}, value); }

std::vector<Phrase> phrases(const Message& message, const Languages& languages) {
  AE_ASSERT(!languages.empty());
  std::vector<Phrase> said;
  for (const Language language : languages) {
    std::string text = message.in(language);
    const bool said_before =
        std::any_of(said.begin(), said.end(), [&](const Phrase& before) { return before.text == text; });
    if (!said_before) said.push_back({language, std::move(text)});
  }
  return said;
}

std::string words(const Message& message, const Languages& languages, std::string_view between) {
  std::string joined;
  for (const Phrase& phrase : phrases(message, languages)) {
    if (!joined.empty()) joined += between;
    joined += phrase.text;
  }
  return joined;
}

std::string words(const doc::Cell& cell, const Languages& languages) {
  AE_ASSERT(!languages.empty());
  const auto* message = std::get_if<Message>(&cell.value);
  return message != nullptr ? words(*message, languages, " ") : words(cell.value, languages.front());
}

std::string summary_words(const doc::Cell& cell, doc::Digits digits, const Languages& languages) {
  AE_ASSERT(!languages.empty());
  const auto* money = std::get_if<Money>(&cell.value);
  if (money != nullptr && digits == doc::Digits::kSummary) return running_text(*money).in(languages.front());
  const auto* date = std::get_if<Date>(&cell.value);
  if (date != nullptr && !date->is_none()) return running_text(*date).in(languages.front());
  return words(cell, languages);
}

std::string plain(const doc::Value& value, const Languages& languages) {
  return std::visit(Plain{languages}, value);
}

}  // namespace ae::render
