#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ae {

class Date;
struct Money;

/// A language in which people read the product. Only base/text and base/running_text name languages; everyone
/// else passes them on.
enum class Language : std::uint8_t { kEnglish, kChinese };

inline constexpr std::array kAllLanguages{Language::kEnglish, Language::kChinese};

/// The languages of one output in the order in which they stand side by side; never empty.
using Languages = std::vector<Language>;

/// ISO 639-1 code ("en", "zh"), as it stands in `--lang` and in HTML's lang attribute.
std::string_view language_code(Language language);

/// What the language calls itself: "English", "中文".
std::string_view language_name(Language language);

/// Reads "en", "zh", "both" or a comma-separated list; nullopt when a part is no language.
std::optional<Languages> parse_languages(std::string_view text);

/// The language that a POSIX locale name such as "zh_CN.UTF-8" asks for; English when it is none of ours.
Language language_of_locale(std::string_view locale);

namespace text_rules {
/// True when `a` and `b` carry the same set of {name} placeholders, each well formed.
consteval bool same_placeholders(std::string_view a, std::string_view b) {
  auto every_placeholder_of_first_in_second = [](std::string_view first, std::string_view second) {
    for (std::size_t open = first.find('{'); open != std::string_view::npos;
         open = first.find('{', open + 1)) {
      const std::size_t close = first.find('}', open);
      if (close == std::string_view::npos || close == open + 1) return false;
      if (second.find(first.substr(open, close - open + 1)) == std::string_view::npos) return false;
    }
    return true;
  };
  return every_placeholder_of_first_in_second(a, b) && every_placeholder_of_first_in_second(b, a);
}
}  // namespace text_rules

/// One user-visible text in every language, written where it is used: Text{"Coverage", "覆盖度"}.
/// Does not compile when a half is empty or when the halves carry different {name} placeholders.
class Text {
 public:
  consteval Text(const char* english, const char* chinese) : words_{english, chinese} {
    if (words_[0].empty() || words_[1].empty()) throw "a Text needs words in every language";
    if (!text_rules::same_placeholders(words_[0], words_[1]))
      throw "a Text needs the same {placeholders} in every language";
  }

  /// Words of a file of content/, one for each language in the order of kAllLanguages; none is empty, and
  /// they outlive the text.
  static constexpr Text of_content(const std::array<std::string_view, kAllLanguages.size()>& words) {
    return Text(words);
  }

  constexpr std::string_view in(Language language) const {
    return words_[static_cast<std::size_t>(language)];
  }

  constexpr bool operator==(const Text&) const = default;

 private:
  constexpr explicit Text(const std::array<std::string_view, kAllLanguages.size()>& words) : words_(words) {}

  std::array<std::string_view, kAllLanguages.size()> words_;
};

/// Words for a person: a Text with its {name} arguments, or a verbatim name that is the same in every
/// language (an owner, a file). Formatting waits until a language is known.
///
///     Message{Text{"{count} deals", "{count} 个商机"}}.with("count", 14).in(language)
class Message {
 public:
  Message() = default;
  // A Text is a Message without arguments and may stand wherever one may.
  Message(Text text) : text_(text) {}  // NOLINT(google-explicit-constructor)

  static Message verbatim(std::string words);
  /// Words put together at run time, one for each language in the order of kAllLanguages.
  static Message of_languages(std::array<std::string, kAllLanguages.size()> words);

  /// Sets the argument for placeholder {name}. Integers are grouped by thousands: 8,800; dates and amounts
  /// read as in each language's running text (running_text.h).
  Message& with(std::string_view name, Message value) &;
  Message& with(std::string_view name, std::string_view value) &;
  Message& with(std::string_view name, std::int64_t value) &;
  Message& with(std::string_view name, Date value) &;
  Message& with(std::string_view name, const Money& value) &;
  template <typename Value>
  Message&& with(std::string_view name, const Value& value) && {
    return std::move(this->with(name, value));
  }

  bool empty() const { return !text_ && verbatim_.empty() && each_.empty(); }
  std::string in(Language language) const;

  bool operator==(const Message&) const = default;

 private:
  std::optional<Text> text_;
  std::string verbatim_;
  std::vector<std::string> each_;  ///< by language; empty when the words are the same in all
  std::vector<std::pair<std::string, Message>> arguments_;
};

/// 1234567 as "1,234,567".
std::string group_thousands(std::int64_t number);
/// The same of plain decimal text: "-1234567.89" as "-1,234,567.89".
std::string group_thousands(std::string decimal);

}  // namespace ae
