#include "ae/base/text.h"

#include <algorithm>
#include <iterator>

#include "ae/base/running_text.h"

namespace ae {
namespace {

constexpr std::array<std::string_view, kAllLanguages.size()> kCodes{"en", "zh"};

std::optional<Language> language_of_code(std::string_view code) {
  for (const Language language : kAllLanguages) {
    if (language_code(language) == code) return language;
  }
  return std::nullopt;
}

}  // namespace

std::string_view language_code(Language language) { return kCodes[static_cast<std::size_t>(language)]; }

std::string_view language_name(Language language) {
  constexpr std::array<std::string_view, kAllLanguages.size()> kNames{"English", "中文"};
  return kNames[static_cast<std::size_t>(language)];
}

std::optional<Languages> parse_languages(std::string_view text) {
  if (text == "both") return Languages(kAllLanguages.begin(), kAllLanguages.end());
  Languages languages;
  while (true) {
    const std::size_t comma = text.find(',');
    const std::optional<Language> language = language_of_code(text.substr(0, comma));
    if (!language) return std::nullopt;
    if (std::find(languages.begin(), languages.end(), *language) == languages.end())
      languages.push_back(*language);
    if (comma == std::string_view::npos) return languages;
    text.remove_prefix(comma + 1);
  }
}

Language language_of_locale(std::string_view locale) {
  return language_of_code(locale.substr(0, 2)).value_or(Language::kEnglish);
}

Message Message::verbatim(std::string words) {
  Message message;
  message.verbatim_ = std::move(words);
  return message;
}

Message Message::of_languages(std::array<std::string, kAllLanguages.size()> words) {
  Message message;
  const bool blank = std::all_of(words.begin(), words.end(), [](const auto& each) { return each.empty(); });
  if (!blank)
    message.each_.assign(std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
  return message;
}

Message& Message::with(std::string_view name, Message value) & {
  arguments_.emplace_back(std::string(name), std::move(value));
  return *this;
}

Message& Message::with(std::string_view name, std::string_view value) & {
  return with(name, verbatim(std::string(value)));
}

Message& Message::with(std::string_view name, std::int64_t value) & {
  return with(name, verbatim(group_thousands(value)));
}

Message& Message::with(std::string_view name, Date value) & { return with(name, running_text(value)); }

Message& Message::with(std::string_view name, const Money& value) & {
  return with(name, running_text(value));
}

std::string Message::in(Language language) const {
  if (!each_.empty()) return each_[static_cast<std::size_t>(language)];
  if (!text_) return verbatim_;
  std::string_view rest = text_->in(language);
  std::string words;
  while (true) {
    const std::size_t open = rest.find('{');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
    words += rest.substr(0, open);
    if (close == std::string_view::npos) return words;
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    const auto argument = std::find_if(arguments_.begin(), arguments_.end(),
                                       [&](const auto& candidate) { return candidate.first == name; });
    words += argument == arguments_.end() ? std::string(rest.substr(open, close - open + 1))
                                          : argument->second.in(language);
    rest.remove_prefix(close + 1);
  }
}

std::string group_thousands(std::int64_t number) { return group_thousands(std::to_string(number)); }

std::string group_thousands(std::string decimal) {
  const std::size_t first = decimal.front() == '-' ? 1 : 0;
  for (std::size_t place = std::min(decimal.find('.'), decimal.size()); place > first + 3;) {
    place -= 3;
    decimal.insert(place, 1, ',');
  }
  return decimal;
}

}  // namespace ae
