#include "ae/ingest/json/read_json.h"

#include <map>
#include <optional>
#include <vector>

#include "ae/ingest/container/unpack_limit.h"
#include "ae/ingest/csv/grid_builder.h"
#include "ae/ingest/json/json_cursor.h"
#include "ae/ingest/sniff/place_at.h"

namespace ae::ingest::json {
namespace {

/// Objects inside objects, as deep as they become columns: account.name, account.owner.name.
constexpr int kDeepestColumn = 4;

/// Counts the lines of a text that is walked once.
class LineCount {
 public:
  explicit LineCount(std::string_view text) : text_(text) {}
  std::int64_t at(std::size_t offset) {
    for (; at_ < offset; ++at_) line_ += text_[at_] == '\n' ? 1 : 0;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
};

class JsonReader {
 public:
  JsonReader(std::string_view text, const std::string& source)
      : text_(text), source_(source), cursor_(text), lines_(text) {}

  Result<JsonTable> run() {
    if (const auto array = array_offset()) {
      cursor_ = JsonCursor(text_, *array);
      AE_TRY_VOID(read_array());
    } else {
      AE_TRY_VOID(read_lines());
    }
    if (names_.empty()) return fail(no_table());
    return finish();
  }

 private:
  Error syntax() const {
    return {"json_syntax",
            Message{Text{"{file} is not valid JSON from here on", "{file} 自此处起不是有效的 JSON"}}.with(
                "file", source_),
            Text{"Export it again; jq . FILE shows what is wrong", "请重新导出；可用 jq . 文件 查看错误"},
            place_at(source_, text_, cursor_.offset()),
            "",
            {}};
  }

  Error no_table() const {
    return {
        "json_no_table",
        Message{Text{"{file} is JSON without a list of objects", "{file} 是 JSON，但其中没有对象列表"}}.with(
            "file", source_),
        Text{"A table looks like [{\"name\": \"…\", \"amount\": 1}, …], or has one such object on each line",
             "表格应形如 [{\"name\": \"…\", \"amount\": 1}, …]，或每行一个这样的对象"},
        {source_, 0, 0},
        "",
        {}};
  }

  Error name_twice(const std::string& name, std::size_t offset) const {
    return {"json_name_twice",
            Message{Text{"An object has the name {name} twice, with different values",
                         "一个对象中名称 {name} 出现两次，且值不同"}}
                .with("name", name),
            Text{"Leave one of them out", "请去掉其中一个"},
            place_at(source_, text_, offset),
            name,
            {}};
  }

  /// Where the array of objects begins: at once, or as a member of the one object that the text is. nullopt
  /// for JSON lines and for what is wrong.
  std::optional<std::size_t> array_offset() const {
    JsonCursor scout(text_);
    if (scout.peek() == Kind::kArray) return scout.offset();
    std::optional<std::size_t> found;
    std::string name;
    scout.enter('{');
    for (bool first = true; scout.next('}', first); first = false) {
      if (!scout.take_name(name)) return std::nullopt;
      const bool array = scout.peek() == Kind::kArray && begins_with_object(scout.offset() + 1);
      if (array && !found) found = scout.offset();
      if (!scout.skip()) return std::nullopt;
    }
    return scout.at_end() ? found : std::nullopt;
  }

  bool begins_with_object(std::size_t offset) const {
    const std::size_t inside = text_.find_first_not_of(" \t\r\n", offset);
    return inside != std::string_view::npos && text_[inside] == '{';
  }

  Result<void> read_array() {
    const bool whole = text_.find_first_not_of(" \t\r\n") == cursor_.offset();
    std::int64_t index = 0;
    cursor_.enter('[');
    for (bool first = true; cursor_.next(']', first); first = false) {
      if (cursor_.peek() == Kind::kWrong) break;
      if (cursor_.peek() != Kind::kObject) return fail(no_table());
      AE_TRY_VOID(read_object(++index));
    }
    if (cursor_.wrong() || (whole && !cursor_.at_end())) return fail(syntax());
    return {};
  }

  Result<void> read_lines() {
    lines_only_ = true;
    while (!cursor_.at_end()) {
      const Kind kind = cursor_.peek();
      if (kind != Kind::kObject) return fail(kind == Kind::kWrong ? syntax() : no_table());
      AE_TRY_VOID(read_object(lines_.at(cursor_.offset())));
    }
    return {};
  }

  Result<void> read_object(std::int64_t line) {
    grid_.begin_row(line);
    filled_.assign(names_.size(), false);
    AE_TRY_VOID(read_members("", 1));
    if (cursor_.wrong()) return fail(syntax());
    if (grid_.is_mostly_gaps()) return fail(too_large_when_unpacked(source_));
    return {};
  }

  Result<void> read_members(const std::string& prefix, int depth) {
    cursor_.enter('{');
    std::string name;
    for (bool first = true; cursor_.next('}', first); first = false) {
      const std::size_t start = cursor_.offset();
      if (!cursor_.take_name(name)) break;
      if (cursor_.peek() == Kind::kObject && depth < kDeepestColumn) {
        AE_TRY_VOID(read_members(prefix + name + ".", depth + 1));
      } else {
        AE_TRY_VOID(put(prefix + name, start, take_value()));
      }
    }
    return {};
  }

  Result<void> put(const std::string& name, std::size_t offset, const std::string& value) {
    const auto [found, fresh] = columns_.emplace(name, names_.size());
    if (fresh) {
      names_.push_back(name);
      filled_.push_back(false);
    }
    const std::size_t column = found->second;
    if (filled_[column] && values_[column] != value) return fail(name_twice(name, offset));
    values_.resize(names_.size());
    values_[column] = value;
    filled_[column] = true;
    grid_.put(column, value);
    return {};
  }

  /// The next value as the text of a cell.
  std::string take_value() {
    std::string text;
    std::string_view number;
    const std::size_t start = cursor_.offset();
    switch (cursor_.peek()) {
      case Kind::kString:
        cursor_.take_string(text);
        return text;
      case Kind::kNumber:
        cursor_.take_number(number);
        return std::string(number);
      case Kind::kTrue:
        cursor_.take_word("true");
        return "true";
      case Kind::kFalse:
        cursor_.take_word("false");
        return "false";
      case Kind::kNull:
        cursor_.take_word("null");
        return "";
      case Kind::kArray:
        return take_list();
      case Kind::kObject:
        cursor_.skip();
        return std::string(cursor_.since(start));
      case Kind::kWrong:
        break;
    }
    return {};
  }

  /// A list of plain values as "a; b"; of others as their JSON.
  std::string take_list() {
    const std::size_t start = cursor_.offset();
    std::string joined;
    bool plain = true;
    cursor_.enter('[');
    for (bool first = true; cursor_.next(']', first); first = false) {
      const Kind kind = cursor_.peek();
      plain = plain && kind != Kind::kObject && kind != Kind::kArray;
      if (!plain) {
        if (!cursor_.skip()) break;
        continue;
      }
      joined += (first ? "" : "; ") + take_value();
      if (cursor_.wrong()) break;
    }
    return plain ? joined : std::string(cursor_.since(start));
  }

  /// Puts the names before the rows.
  JsonTable finish() {
    JsonTable table;
    table.records = std::move(grid_).finish_below(names_);
    table.lines = lines_only_;
    return table;
  }

  std::string_view text_;
  const std::string& source_;
  JsonCursor cursor_;
  LineCount lines_;
  csv::GridBuilder grid_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::string> values_;  // of the object that is read
  std::vector<bool> filled_;
  bool lines_only_ = false;
};

}  // namespace

bool looks_like_json(std::string_view beginning) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  std::string marks;
  for (const char c : beginning) {
    if (blank(c)) continue;
    marks += c;
    if (marks.size() == 2) break;
  }
  return marks == "{\"" || marks == "{}" || marks == "[{" || marks == "[]";
}

Result<JsonTable> read_json(std::string_view text, const std::string& source) {
  return JsonReader(text, source).run();
}

}  // namespace ae::ingest::json
