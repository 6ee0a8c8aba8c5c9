#include "ae/app/language_audit.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "ae/base/script.h"
#include "ae/config/toml.h"

namespace ae::app {
namespace {

std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

/// Takes each `open … close` out of the text; what is left is said.
std::string without(std::string text, std::string_view open, char close) {
  for (std::size_t at = 0; (at = text.find(open, at)) != std::string::npos;) {
    const std::size_t end = text.find(close, at + open.size());
    if (end == std::string::npos) break;
    text.replace(at, end + 1 - at, " ");
  }
  return text;
}

/// A word without a small letter is a name or a code.
std::string without_names(const std::string& text) {
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  std::string left;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end]) == is_word(text[at])) ++end;
    const std::string_view run = std::string_view(text).substr(at, end - at);
    const bool has_small = std::any_of(run.begin(), run.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    left.append(is_word(text[at]) && !has_small ? " " : run);
    at = end;
  }
  return left;
}

std::set<std::string> placeholders(std::string_view words) {
  std::set<std::string> found;
  for (std::size_t open = 0; (open = words.find('{', open)) != std::string_view::npos;) {
    const std::size_t close = words.find('}', open);
    if (close == std::string_view::npos) break;
    found.emplace(words.substr(open, close - open + 1));
    open = close;
  }
  return found;
}

bool holds_letters(std::string_view words) {
  return std::any_of(kAllLanguages.begin(), kAllLanguages.end(),
                     [&](Language language) { return holds_script_of(language, words); });
}

/// Ids, dates and numbers: nothing to say.
bool is_identifier(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  });
}

LanguageFault fault(std::string code, std::string where, const Place& place, const Text& text,
                    const Text& hint, Language language, std::string_view words) {
  return {std::move(code), std::move(where), place,
          Message{text}.with("language", language_name(language)).with("words", words),
          Message{hint}.with("language", language_name(language)).with("words", words)};
}

std::string joined(const std::string& path, std::string_view step) {
  return path.empty() ? std::string(step) : path + "." + std::string(step);
}

/// Walks a tree and adds what is said in it.
class TableWalk {
 public:
  TableWalk(LanguageAudit& audit, bool is_said) : audit_(audit), is_said_(is_said) {}

  void visit(const config::TomlNode& node, const std::string& path) {
    if (is_spoken(node)) {
      add(node, path);
    } else if (const config::TomlTable* table = node.table()) {
      for (const config::TomlEntry& entry : *table) {
        if (entry.name != "words") visit(entry.node, joined(path, entry.name));
      }
    } else if (const config::TomlArray* array = node.array()) {
      for (std::size_t at = 0; at < array->size(); ++at)
        visit((*array)[at], joined(path, std::to_string(at)));
    } else if (const std::string* text = node.string();
               text != nullptr && is_said_ && !is_identifier(*text)) {
      audit_.add_bare(*text, path, node.place);
    }
  }

 private:
  static bool is_spoken(const config::TomlNode& node) {
    return std::any_of(kAllLanguages.begin(), kAllLanguages.end(),
                       [&](Language language) { return node.find(language_code(language)) != nullptr; });
  }

  void add(const config::TomlNode& node, const std::string& path) {
    EachLanguage words;
    for (const Language language : kAllLanguages) {
      const config::TomlNode* child = node.find(language_code(language));
      if (child != nullptr && child->string() != nullptr) words[index_of(language)] = *child->string();
    }
    audit_.add(words, path, node.place);
  }

  LanguageAudit& audit_;
  bool is_said_;
};

}  // namespace

std::string LanguageAudit::said(std::string_view words) const {
  std::string left = without(without(without(std::string(words), "`", '`'), "{", '}'), "](", ')');
  for (const std::string& name : names_) {
    for (std::size_t at = 0; (at = left.find(name, at)) != std::string::npos;)
      left.replace(at, name.size(), " ");
  }
  return without_names(left);
}

void LanguageAudit::judge(const EachLanguage& words, std::size_t index, const std::string& where,
                          const Place& place) {
  const Language language = kAllLanguages[index];
  const auto first =
      std::find_if(words.begin(), words.end(), [](std::string_view each) { return !each.empty(); });
  if (words[index].empty()) {
    faults_.push_back(fault("language_missing", where, place,
                            Text{"No words in {language} for “{words}”", "“{words}”没有{language}"},
                            Text{"Say “{words}” in {language}", "请补充“{words}”的{language}说法"}, language,
                            *first));
    return;
  }
  const std::string spoken = said(words[index]);
  if (holds_letters(spoken) && !holds_script_of(language, spoken)) {
    const bool same = std::count(words.begin(), words.end(), words[index]) > 1;
    faults_.push_back(fault(same ? "language_same" : "language_script", where, place,
                            same ? Text{"“{words}” stands for {language} as for another language",
                                        "{language}与另一语言同为“{words}”"}
                                 : Text{"“{words}” is not written in {language}", "“{words}”不是{language}"},
                            Text{"Put words in {language} for “{words}”", "请将“{words}”改为{language}"},
                            language, words[index]));
  }
  if (placeholders(words[index]) != placeholders(*first))
    faults_.push_back(
        fault("language_placeholders", where, place,
              Text{"“{words}” in {language} has other placeholders", "{language}的“{words}”占位符不同"},
              Text{"Use the same placeholders in “{words}” ({language})",
                   "请在“{words}”（{language}）中使用相同的占位符"},
              language, words[index]));
}

void LanguageAudit::add(const EachLanguage& words, std::string where, const Place& place) {
  if (std::all_of(words.begin(), words.end(), [](std::string_view each) { return each.empty(); })) return;
  ++texts_;
  for (std::size_t index = 0; index < words.size(); ++index) judge(words, index, where, place);
}

void LanguageAudit::add(const Text& text, std::string where) {
  EachLanguage words;
  for (const Language language : kAllLanguages) words[index_of(language)] = text.in(language);
  add(words, std::move(where));
}

void LanguageAudit::add_bare(std::string_view words, std::string where, const Place& place) {
  ++texts_;
  if (!holds_letters(said(words))) return;
  for (const Language language : kAllLanguages) {
    if (holds_script_of(language, words)) continue;
    faults_.push_back(fault("language_missing", where, place,
                            Text{"No words in {language} for “{words}”", "“{words}”没有{language}"},
                            Text{"Say “{words}” in {language}", "请补充“{words}”的{language}说法"}, language,
                            words));
  }
}

void LanguageAudit::add_structure(Language language, std::string where, const Place& place) {
  ++texts_;
  faults_.push_back({"language_structure", where, place,
                     Message{Text{"The page in {language} is missing or built differently at {where}",
                                  "{where}：{language}页面缺失或结构不同"}}
                         .with("language", language_name(language))
                         .with("where", where),
                     Text{"Give every language the same sections, lists and tables",
                          "各语言页面的小节、列表和表格应一一对应"}});
}

Result<std::vector<std::string>> names_of(const std::vector<ContentBytes>& files) {
  std::vector<std::string> names;
  for (const ContentBytes& file : files) {
    if (file.path != "names.toml") continue;
    AE_TRY(const config::TomlNode tree, config::parse_toml(file.bytes, file.source));
    const config::TomlNode* words = tree.find("words");
    if (words == nullptr || words->array() == nullptr) continue;
    for (const config::TomlNode& each : *words->array()) {
      if (each.string() != nullptr && !each.string()->empty()) names.push_back(*each.string());
    }
  }
  return names;
}

Result<void> audit_tables(LanguageAudit& audit, const std::vector<ContentBytes>& files) {
  for (const ContentBytes& file : files) {
    if (!file.path.ends_with(".toml")) continue;
    AE_TRY(const config::TomlNode tree, config::parse_toml(file.bytes, file.source));
    TableWalk(audit, !file.path.starts_with("presets/")).visit(tree, {});
  }
  return {};
}

}  // namespace ae::app
