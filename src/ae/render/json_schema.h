#pragma once

#include <optional>
#include <type_traits>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/render/json.h"

/// JSON Schema (2020-12) of what write_json writes, from the same fields().
namespace ae::render {

inline void write_schema_type(JsonWriter& json, std::string_view type) {
  json.key("type");
  json.string(type);
}

/// Writes the members of a schema object for Value (the braces are the caller's).
template <typename Value>
void write_schema(JsonWriter& json) {
  if constexpr (std::is_same_v<Value, bool>) {
    write_schema_type(json, "boolean");
  } else if constexpr (std::is_integral_v<Value>) {
    write_schema_type(json, "integer");
  } else if constexpr (std::is_same_v<Value, Date>) {
    write_schema_type(json, "string");
    json.key("format");
    json.string("date");
  } else if constexpr (Keyed<Value>) {
    write_schema_type(json, "string");
    json.key("enum");
    json.begin_array();
    for (const Value value : enumerators<Value>()) json.string(key(value));
    json.end_array();
  } else if constexpr (std::is_convertible_v<Value, std::string_view> || std::is_same_v<Value, Message>) {
    write_schema_type(json, "string");
  } else if constexpr (HasFields<Value>) {
    write_schema_type(json, "object");
    json.key("properties");
    json.begin_object();
    for_each_field<Value>([&](const auto& field) {
      json.key(field.name);
      json.begin_object();
      json.key("description");
      write_json(json, Message(field.definition));
      write_schema<std::remove_cvref_t<decltype(std::declval<Value>().*(field.member))>>(json);
      json.end_object();
    });
    json.end_object();
  } else if constexpr (requires { typename Value::allocator_type; }) {
    write_schema_type(json, "array");
    json.key("items");
    json.begin_object();
    write_schema<typename Value::value_type>(json);
    json.end_object();
  } else if constexpr (requires(Value value) { value.has_value(); }) {
    json.key("anyOf");
    json.begin_array();
    json.begin_object();
    write_schema<typename Value::value_type>(json);
    json.end_object();
    json.begin_object();
    write_schema_type(json, "null");
    json.end_object();
    json.end_array();
  } else {
    write_schema_type(json, "number");  // money, ratios, days, probabilities
  }
}

}  // namespace ae::render
