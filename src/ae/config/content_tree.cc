#include "ae/config/content_tree.h"

#include <array>
#include <map>
#include <mutex>
#include <string>

#include "ae/base/assert.h"
#include "ae/config/content.h"

namespace ae::config {

const TomlNode& content_tree(std::string_view path) {
  static std::mutex mutex;
  static std::map<std::string, TomlNode, std::less<>> trees;
  const std::lock_guard lock(mutex);
  if (const auto found = trees.find(path); found != trees.end()) return found->second;
  Result<TomlNode> parsed = parse_toml(content_file(path), std::string(path));
  AE_ASSERT(parsed.has_value());
  return trees.emplace(path, *std::move(parsed)).first->second;
}

Text content_text(const TomlNode& node) {
  std::array<std::string_view, kAllLanguages.size()> words;
  for (std::size_t index = 0; index < words.size(); ++index)
    words[index] = content_string(node, language_code(kAllLanguages[index]));
  return Text::of_content(words);
}

const std::string& content_string(const TomlNode& node, std::string_view name) {
  const TomlNode* child = node.find(name);
  AE_ASSERT(child != nullptr && child->string() != nullptr && !child->string()->empty());
  return *child->string();
}

}  // namespace ae::config
