#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/currency.h"
#include "ae/base/date.h"
#include "ae/base/enum_array.h"
#include "ae/base/fields.h"
#include "ae/base/result.h"

/// What a flag can hold and how its text is read. Every reader names the flag and the value in its error.
namespace ae::app {

/// A file, relative to the working folder (to the folder of ae.toml where it stands there).
struct FilePath {
  std::string path;
};
/// An amount in major units as it was typed: its decimals are checked once its currency is known.
struct AmountText {
  std::string text;
};
struct Month {
  unsigned month = 1;
};
/// A length of time in whole days.
struct WholeDays {
  std::int64_t days = 1;
};
/// Languages of the output; empty: as the locale says.
struct LanguageList {
  Languages languages;
};
/// 0: as many as the machine has.
struct ThreadCount {
  unsigned threads = 0;
};

/// bad_value: `flag` cannot take `text`; `expected` says what it can.
Error bad_value(std::string_view flag, std::string_view text, const Message& expected);

Result<bool> set_value(std::string& target, std::string_view flag, std::string_view text);
/// A whole number that is not negative.
Result<bool> set_value(std::int64_t& target, std::string_view flag, std::string_view text);
Result<bool> set_value(FilePath& target, std::string_view flag, std::string_view text);
Result<bool> set_value(AmountText& target, std::string_view flag, std::string_view text);
Result<bool> set_value(Date& target, std::string_view flag, std::string_view text);
Result<bool> set_value(Month& target, std::string_view flag, std::string_view text);
Result<bool> set_value(WholeDays& target, std::string_view flag, std::string_view text);
Result<bool> set_value(Currency& target, std::string_view flag, std::string_view text);
Result<bool> set_value(LanguageList& target, std::string_view flag, std::string_view text);
Result<bool> set_value(ThreadCount& target, std::string_view flag, std::string_view text);
/// "true" and "false"; the command line passes "true" for a bare switch.
Result<bool> set_value(bool& target, std::string_view flag, std::string_view text);

/// One of `choices`, or an error with what may have been meant; the index of the choice.
Result<std::size_t> choose(std::string_view flag, std::string_view text,
                           const std::vector<std::string>& choices);

/// How a member of an option group behaves as a flag.
template <typename Value>
struct FlagType {
  static constexpr bool kRepeatable = false;
  static constexpr bool kTakesPath = std::same_as<Value, FilePath>;

  static std::vector<std::string> choices() {
    std::vector<std::string> names;
    if constexpr (Keyed<Value>) {
      for (const Value value : enumerators<Value>()) names.emplace_back(key(value));
    } else if constexpr (std::same_as<Value, LanguageList>) {
      for (const Language language : kAllLanguages) names.emplace_back(language_code(language));
      names.emplace_back("both");
    }
    return names;
  }

  static Result<bool> set(Value& target, std::string_view flag, std::string_view text) {
    if constexpr (Keyed<Value>) {
      AE_TRY(const std::size_t index, choose(flag, text, choices()));
      target = static_cast<Value>(index);
      return true;
    } else {
      return set_value(target, flag, text);
    }
  }
};

template <typename Value>
struct FlagType<std::optional<Value>> : FlagType<Value> {
  static Result<bool> set(std::optional<Value>& target, std::string_view flag, std::string_view text) {
    return FlagType<Value>::set(target.emplace(), flag, text);
  }
};

template <typename Value>
struct FlagType<std::vector<Value>> : FlagType<Value> {
  static constexpr bool kRepeatable = true;
  static Result<bool> set(std::vector<Value>& target, std::string_view flag, std::string_view text) {
    return FlagType<Value>::set(target.emplace_back(), flag, text);
  }
};

}  // namespace ae::app
