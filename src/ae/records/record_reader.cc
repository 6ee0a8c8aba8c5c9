#include "ae/records/record_reader.h"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ae::records {
namespace {

using config::TomlNode;

std::optional<double> number(const TomlNode& node) {
  if (const auto* whole = std::get_if<std::int64_t>(&node.value)) return static_cast<double>(*whole);
  if (const auto* fraction = std::get_if<double>(&node.value)) return *fraction;
  return std::nullopt;
}

/// The number in units of which `one` make a whole; nullopt when it needs more digits or is too large to be
/// exact.
std::optional<std::int64_t> exact_units(double value, std::int64_t one) {
  const double scaled = std::round(value * static_cast<double>(one));
  if (!std::isfinite(value) || std::abs(scaled) > 9e15) return std::nullopt;
  if (std::abs(scaled / static_cast<double>(one) - value) > std::abs(value) * 1e-12) return std::nullopt;
  return static_cast<std::int64_t>(scaled);
}

}  // namespace

void RecordReader::read(const TomlNode& node, const std::string& path, std::string& target) {
  const std::string* text = node.string();
  if (text == nullptr) return wrong_type(node, path, Text{"text in quotes", "带引号的文本"});
  if (text->empty()) {
    return bad_value(node, path, Message{Text{"{field} is empty", "{field} 为空"}}.with("field", path),
                     Text{"Fill it in, or take the line out: what is unknown is left out",
                          "请填写，或删去该行：未知的内容不写"});
  }
  target = *text;
}

void RecordReader::read(const TomlNode& node, const std::string& path, std::int64_t& target) {
  const auto* whole = std::get_if<std::int64_t>(&node.value);
  if (whole == nullptr) return wrong_type(node, path, Text{"a whole number", "整数"});
  target = *whole;
}

void RecordReader::read(const TomlNode& node, const std::string& path, bool& target) {
  const auto* answer = std::get_if<bool>(&node.value);
  if (answer == nullptr) return wrong_type(node, path, Text{"true or false", "true 或 false"});
  target = *answer;
}

void RecordReader::read(const TomlNode& node, const std::string& path, Date& target) {
  const auto* date = std::get_if<Date>(&node.value);
  if (date == nullptr)
    return wrong_type(node, path, Text{"a date without quotes: 2026-02-15", "不带引号的日期：2026-02-15"});
  target = *date;
}

void RecordReader::read(const TomlNode& node, const std::string& path, Stage& target) {
  const std::string* word = node.string();
  if (word == nullptr) return wrong_type(node, path, Text{"a stage in quotes", "带引号的阶段"});
  if (const std::optional<Stage> stage = stage_named(*word)) {
    target = *stage;
    return;
  }
  std::vector<std::string_view> known;
  for (const Stage stage : enumerators<Stage>()) {
    if (stage != Stage::kUnknown) known.push_back(key(stage));
  }
  bad_word(node, path, *word, known);
}

void RecordReader::read(const TomlNode& node, const std::string& path, Currency& target) {
  const std::string* code = node.string();
  const std::optional<Currency> currency = code != nullptr ? Currency::from_code(*code) : std::nullopt;
  if (!currency) {
    return bad_value(
        node, path,
        Message{Text{"{field} is no ISO 4217 currency", "{field} 不是 ISO 4217 币种"}}.with("field", path),
        Text{"Write its code: currency = \"USD\"", "请填写代码：currency = \"CNY\""});
  }
  target = currency_ = *currency;
}

void RecordReader::read(const TomlNode& node, const std::string& path, Money& target) {
  const std::optional<double> value = number(node);
  if (!value) return wrong_type(node, path, Text{"a plain number: 84000.50", "普通数字：84000.50"});
  const std::optional<std::int64_t> minor = exact_units(*value, currency_.minor_units());
  if (!minor || *minor < 0) {
    return bad_value(node, path,
                     Message{Text{"{field} is no amount with at most {digits} decimals",
                                  "{field} 不是最多 {digits} 位小数的金额"}}
                         .with("field", path)
                         .with("digits", static_cast<std::int64_t>(currency_.decimals())),
                     Text{"Write it in major units: 84000.50", "请以元为单位填写：84000.50"});
  }
  target = {*minor, currency_};
}

void RecordReader::read(const TomlNode& node, const std::string& path, Probability& target) {
  const std::optional<double> percent = number(node);
  if (!percent) return wrong_type(node, path, Text{"a percentage: 12.5", "百分数：12.5"});
  const std::optional<std::int64_t> millionths = exact_units(*percent, Probability::kOne / 100);
  if (!millionths || *millionths < 0 || *millionths > Probability::kOne) {
    return bad_value(
        node, path,
        Message{Text{"{field} is no percentage from 0 to 100", "{field} 不是 0 到 100 的百分数"}}.with(
            "field", path),
        Text{"Write percent: 12.5, at most four decimals", "请填写百分数：12.5，最多四位小数"});
  }
  target = Probability::of_millionths(static_cast<std::int32_t>(*millionths));
}

void RecordReader::read(const TomlNode& node, const std::string& path, std::vector<ItemEvidence>& target) {
  if (!is_table(node, path)) return;
  for (const auto& [name, child] : *node.table()) {
    ItemEvidence& entry = target.emplace_back();
    entry.item = name;
    read(child, below(path, name), entry.evidence);
  }
}

bool RecordReader::is_table(const TomlNode& node, const std::string& path) {
  if (node.table() != nullptr) return true;
  wrong_type(node, path, Text{"a table of fields", "字段表"});
  return false;
}

void RecordReader::refuse_unknown(const TomlNode& node, const std::string& path,
                                  const std::vector<std::string_view>& known) {
  for (const auto& [name, child] : *node.table()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    Error error{
        "deal_unknown_field",
        Message{Text{"A deal has no field {field}", "商机没有字段 {field}"}}.with("field", below(path, name)),
        Message{Text{"There may be: {known}", "可用字段：{known}"}}.with(
            "known", fmt::format("{}", fmt::join(known, ", "))),
        child.place,
        name,
        near_misses(name, known)};
    errors.push_back(std::move(error));
  }
}

void RecordReader::missing(const TomlNode& node, const std::string& path) {
  Error error{"deal_missing_field",
              Message{Text{"{field} is missing", "缺少 {field}"}}.with("field", path),
              Text{"It has to be there: a deal needs a name, a contact a name, an entry of a history a date",
                   "此项必填：商机要有名称，联系人要有姓名，记录要有日期"},
              node.place,
              "",
              {}};
  errors.push_back(std::move(error));
}

void RecordReader::wrong_type(const TomlNode& node, const std::string& path, Text expected) {
  Error error{"deal_wrong_type",
              Message{Text{"{field} is not {expected}", "{field} 应为{expected}"}}
                  .with("field", path)
                  .with("expected", Message{expected}),
              Text{"`ae deal new NAME --dry-run` shows how each field is written",
                   "`ae deal new 名称 --dry-run` 可查看各字段的写法"},
              node.place,
              "",
              {}};
  errors.push_back(std::move(error));
}

void RecordReader::bad_value(const TomlNode& node, const std::string& path, Message message, Message hint) {
  const std::string* text = node.string();
  Error error{"deal_bad_value", std::move(message),           std::move(hint),
              node.place,       text != nullptr ? *text : "", {}};
  if (error.value.empty()) error.value = path;
  errors.push_back(std::move(error));
}

void RecordReader::bad_word(const TomlNode& node, const std::string& path, const std::string& word,
                            const std::vector<std::string_view>& known) {
  Error error{"deal_bad_value",
              Message{Text{"{field} cannot be {word}", "{field} 不能是 {word}"}}
                  .with("field", path)
                  .with("word", word),
              Message{Text{"One of: {known}", "可选：{known}"}}.with(
                  "known", fmt::format("{}", fmt::join(known, ", "))),
              node.place,
              word,
              near_misses(word, known)};
  errors.push_back(std::move(error));
}

}  // namespace ae::records
