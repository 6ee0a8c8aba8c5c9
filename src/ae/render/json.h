#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/exact.h"
#include "ae/base/fields.h"
#include "ae/base/money.h"
#include "ae/base/probability.h"
#include "ae/base/text.h"
#include "ae/render/sink.h"

/// JSON for programs, made from fields(): snake_case, in the order of fields(), free of language but for
/// messages.
namespace ae::render {

/// Writes JSON text piece by piece, indented by two blanks. Keys and values alternate within an object; the
/// caller keeps begin and end balanced. Strings are escaped; bytes that are not UTF-8 become U+FFFD.
class JsonWriter {
 public:
  /// `languages` are those in which messages are written (joined by " / " when there are two).
  explicit JsonWriter(Languages languages) : languages_(std::move(languages)) {}
  /// Hands the text on to `sink` as it grows, so that a long result takes little memory; finish() hands on
  /// the rest.
  JsonWriter(Languages languages, Sink sink) : languages_(std::move(languages)), sink_(std::move(sink)) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void null() { literal("null"); }
  void boolean(bool value) { literal(value ? "true" : "false"); }
  void number(std::string_view decimal_text) { literal(decimal_text); }
  void string(std::string_view text);

  const Languages& languages() const { return languages_; }

  /// The finished text with a line break at its end; empty when it went to a sink.
  std::string finish() &&;

 private:
  void open(char bracket);
  void close(char bracket);
  void literal(std::string_view text);
  void before_value();
  void break_line();
  void hand_on(std::size_t at_least);

  Languages languages_;
  Sink sink_;
  std::string out_;
  std::vector<bool> has_items_;  // one for each open bracket
  bool after_key_ = false;
};

/// `text` as a JSON string with its quotes.
std::string json_string(std::string_view text);

void write_json(JsonWriter& json, const Message& message);

inline void write_json(JsonWriter& json, bool value) { json.boolean(value); }
inline void write_json(JsonWriter& json, std::string_view value) { json.string(value); }
inline void write_json(JsonWriter& json, const std::string& value) { json.string(value); }
inline void write_json(JsonWriter& json, const Money& value) { json.number(value.str()); }
inline void write_json(JsonWriter& json, Probability value) {
  value.is_none() ? json.null() : json.number(value.str());
}
inline void write_json(JsonWriter& json, Date value) {
  value.is_none() ? json.null() : json.string(value.iso());
}

template <int kDecimals>
void write_json(JsonWriter& json, Rounded<kDecimals> value) {
  json.number(value.str());
}

template <std::integral Integer>
  requires(!std::same_as<Integer, bool>)
void write_json(JsonWriter& json, Integer value) {
  json.number(std::to_string(value));
}

template <Keyed Enum>
void write_json(JsonWriter& json, Enum value) {
  json.string(key(value));
}

template <typename Value>
void write_json(JsonWriter& json, const std::optional<Value>& value);
template <typename Value>
void write_json(JsonWriter& json, const std::vector<Value>& values);

template <HasFields Struct>
void write_json(JsonWriter& json, const Struct& value) {
  json.begin_object();
  for_each_field<Struct>([&](const auto& field) {
    json.key(field.name);
    write_json(json, value.*(field.member));
  });
  json.end_object();
}

/// Whichever it holds.
template <typename... Values>
void write_json(JsonWriter& json, const std::variant<Values...>& value) {
  std::visit([&](const auto& held) { write_json(json, held); }, value);
}

template <typename Value>
void write_json(JsonWriter& json, const std::optional<Value>& value) {
  if (value) {
    write_json(json, *value);
  } else {
    json.null();
  }
}

template <typename Value>
void write_json(JsonWriter& json, const std::vector<Value>& values) {
  json.begin_array();
  for (const Value& value : values) write_json(json, value);
  json.end_array();
}

}  // namespace ae::render
