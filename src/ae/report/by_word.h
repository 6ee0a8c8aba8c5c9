#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "ae/report/places.h"
#include "ae/table/text_column.h"

namespace ae::report {

/// A value for each word of a column. Remembers which code means which value from one chunk to the next, as
/// long as the chunks' columns share their words.
template <typename Value>
class ByWord {
 public:
  /// Looks at a column from now on. Requires that it lives as long as it is looked at, unchanged.
  class Finder {
   public:
    Finder(ByWord& values, const table::TextColumn& column) : values_(values), column_(column) {
      values.places_.prepare(column.family(), column.distinct());
    }

    /// The value of the word with this code, which is made when there is none.
    Value& operator[](std::uint32_t code) {
      Value*& value = values_.places_[code];
      if (value == nullptr) value = &values_.values_[std::string(column_.word(code))];
      return *value;
    }

   private:
    ByWord& values_;
    const table::TextColumn& column_;
  };

  void merge(const ByWord& other) {
    for (const auto& [word, value] : other.values_) values_[word].merge(value);
  }

  const std::map<std::string, Value>& values() const { return values_; }

  bool operator==(const ByWord& other) const { return values_ == other.values_; }
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.values_);
  }

 private:
  std::map<std::string, Value> values_;
  Places<Value> places_;
};

}  // namespace ae::report
