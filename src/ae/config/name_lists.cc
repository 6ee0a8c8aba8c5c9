#include "ae/config/name_lists.h"

#include <algorithm>

namespace ae::config {
namespace {

// Loops of our own instead of find_first_of, which calls memchr for every byte: each start reads these lists.

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

constexpr bool is_in_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

constexpr bool ends_string(char c) { return c == '"' || c == '\\' || c == '\n'; }

/// Takes one thing after the other off the front of a text.
class Front {
 public:
  explicit Front(std::string_view text) : rest_(text) {}

  /// What is left once blanks, line ends and comments are passed over.
  bool at_end() {
    while (!rest_.empty()) {
      take_bytes(first([](char c) { return !is_blank(c); }));
      if (!rest_.starts_with('#')) break;
      rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
    }
    return rest_.empty();
  }
  bool take(char sign) {
    if (at_end() || rest_.front() != sign) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// A key or the name of a section: letters, digits, `_` and `-`. Empty: there is none.
  std::string_view take_key() {
    if (at_end()) return {};
    return take_bytes(first([](char c) { return !is_in_key(c); }));
  }
  std::optional<std::string_view> take_string() {
    if (!take('"') || rest_.starts_with("\"\"")) return std::nullopt;  // """ begins another kind of string
    const std::size_t end = first(ends_string);
    if (end == rest_.size() || rest_[end] != '"') return std::nullopt;
    const std::string_view string = take_bytes(end);
    rest_.remove_prefix(1);
    return string;
  }

 private:
  /// Where the first byte of a kind stands; the end when there is none.
  template <typename Kind>
  std::size_t first(Kind is) const {
    return static_cast<std::size_t>(std::find_if(rest_.begin(), rest_.end(), is) - rest_.begin());
  }

  std::string_view take_bytes(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  std::string_view rest_;
};

/// The strings of a list behind its opening bracket.
std::optional<std::vector<std::string_view>> take_names(Front& front) {
  std::vector<std::string_view> names;
  while (!front.take(']')) {
    if (!names.empty() && !front.take(',')) return std::nullopt;
    if (front.take(']')) break;  // behind a last comma
    const std::optional<std::string_view> name = front.take_string();
    if (!name) return std::nullopt;
    names.push_back(*name);
  }
  return names;
}

}  // namespace

std::optional<NameLists> NameLists::read(std::string_view bytes) {
  NameLists read;
  Front front(bytes);
  std::string_view section;
  while (!front.at_end()) {
    if (front.take('[')) {
      section = front.take_key();
      if (section.empty() || !front.take(']')) return std::nullopt;
      continue;
    }
    const std::string_view key = front.take_key();
    if (key.empty() || !front.take('=') || !front.take('[')) return std::nullopt;
    std::optional<std::vector<std::string_view>> names = take_names(front);
    if (!names) return std::nullopt;
    read.lists_.push_back({section, key, std::move(*names)});
  }
  return read;
}

const std::vector<std::string_view>& NameLists::names(std::string_view section, std::string_view key) const {
  static const std::vector<std::string_view> kNone;
  const auto found = std::find_if(lists_.begin(), lists_.end(), [&](const List& list) {
    return list.section == section && list.key == key;
  });
  return found == lists_.end() ? kNone : found->names;
}

}  // namespace ae::config
