#include "ae/domain/loss_reason.h"

#include <algorithm>

#include "ae/config/content_tree.h"

namespace ae {
namespace {

using config::content_text;
using config::TomlEntry;
using config::TomlNode;

constexpr std::string_view kPath = "loss_reasons/default.toml";

bool is_word_byte(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

/// Whether `reason` holds `word` with no letter or digit of Latin script running on at either end.
bool holds(std::string_view reason, std::string_view word) {
  for (std::size_t at = reason.find(word); at != std::string_view::npos; at = reason.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool runs_in = at > 0 && is_word_byte(reason[at - 1]) && is_word_byte(word.front());
    const bool runs_on = end < reason.size() && is_word_byte(reason[end]) && is_word_byte(word.back());
    if (!runs_in && !runs_on) return true;
  }
  return false;
}

LossTheme theme_of(const TomlEntry& entry) {
  LossTheme theme{entry.name, content_text(*entry.node.find("name")), {}};
  for (const TomlNode& word : *entry.node.find("words")->array())
    theme.words.push_back(folded_reason(*word.string()));
  return theme;
}

std::vector<LossGroup> read_groups() {
  std::vector<LossGroup> groups;
  for (const TomlEntry& entry : *config::content_tree(kPath).table()) {
    LossGroup group{
        entry.name, content_text(*entry.node.find("name")), content_text(*entry.node.find("next")), {}};
    for (const TomlEntry& theme : *entry.node.table()) {
      if (theme.node.find("words") != nullptr) group.themes.push_back(theme_of(theme));
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace

const std::vector<LossGroup>& loss_groups() {
  static const std::vector<LossGroup> groups = read_groups();
  return groups;
}

std::optional<LossClass> classify_loss(std::string_view reason) {
  const std::string folded = folded_reason(reason);
  for (const LossGroup& group : loss_groups()) {
    for (const LossTheme& theme : group.themes) {
      const bool matches = std::any_of(theme.words.begin(), theme.words.end(),
                                       [&](const std::string& word) { return holds(folded, word); });
      if (matches) return LossClass{&group, &theme};
    }
  }
  return std::nullopt;
}

const LossGroup* find_loss_group(std::string_view key) {
  const std::vector<LossGroup>& groups = loss_groups();
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const LossGroup& group) { return group.key == key; });
  return found == groups.end() ? nullptr : &*found;
}

std::string folded_reason(std::string_view reason) {
  std::string folded;
  for (char byte : reason) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    const bool blank = byte == ' ' || byte == '\t' || byte == '-' || byte == '_';
    if (!blank) {
      folded += byte;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

}  // namespace ae
