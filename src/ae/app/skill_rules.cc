#include "ae/app/skill_rules.h"

#include <algorithm>

#include "ae/app/front_matter.h"
#include "ae/base/utf8.h"

namespace ae::app {
namespace {

constexpr std::string_view kKeys[] = {"name",          "description", "license",
                                      "compatibility", "metadata",    "allowed-tools"};
constexpr std::int64_t kLongestName = 64;
constexpr std::int64_t kLongestDescription = 1024;
constexpr std::int64_t kLongestCompatibility = 500;
constexpr std::int64_t kMostLines = 500;

std::int64_t characters(std::string_view text) {
  std::int64_t count = 0;
  for_each_character(text, [&](const Character&, std::string_view) { ++count; });
  return count;
}

class Checker {
 public:
  Checker(std::string_view folder_name, const std::function<bool(std::string_view)>& is_there)
      : folder_name_(folder_name), is_there_(is_there) {}

  std::vector<SkillFault> faults;

  void check_keys(const FrontMatter& front) {
    for (const std::int64_t line : front.odd_lines)
      add("skill_front_matter", line, Text{"This is no line of YAML: KEY: VALUE", "此行不是 YAML：键: 值"},
          Text{"Indent what goes on from the line before", "接续上一行的内容须缩进"});
    for (const FrontMatterKey& key : front.keys) check_key(front, key);
    for (const std::string_view needed : {"name", "description"}) {
      const auto found = std::find_if(front.keys.begin(), front.keys.end(),
                                      [&](const FrontMatterKey& key) { return key.name == needed; });
      if (found == front.keys.end())
        add("skill_key", 1,
            Message{Text{"The front matter has no {key}", "头部信息缺少 {key}"}}.with("key", needed),
            Text{"Both name and description are needed", "name 与 description 均为必填"});
    }
  }

  void check_length(std::string_view text) {
    const std::int64_t lines = std::count(text.begin(), text.end(), '\n');
    if (lines < kMostLines) return;
    add("skill_length", kMostLines,
        Message{Text{"SKILL.md has {count} lines; fewer than {most} are asked for",
                     "SKILL.md 有 {count} 行；应少于 {most} 行"}}
            .with("count", lines)
            .with("most", kMostLines),
        Text{"Move details to references/", "将细节移到 references/"});
  }

  /// Links of the text that lead nowhere; lines of code are passed over.
  void check_links(std::string_view text) {
    std::int64_t number = 0;
    bool is_code = false;
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      const std::string_view line = text.substr(0, end);
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
      ++number;
      if (line.starts_with("```")) is_code = !is_code;
      if (!is_code) check_links_of(line, number);
    }
  }

 private:
  void add(std::string code, std::int64_t line, Message text, Message hint) {
    faults.push_back({std::move(code), line, std::move(text), std::move(hint)});
  }

  void check_key(const FrontMatter& front, const FrontMatterKey& key) {
    if (std::find(std::begin(kKeys), std::end(kKeys), key.name) == std::end(kKeys)) {
      add("skill_key", key.line,
          Message{Text{"{key} is none of the keys of a skill", "{key} 不是技能的键"}}.with("key", key.name),
          Text{"The keys are name, description, license, compatibility, metadata, allowed-tools; others go "
               "below metadata",
               "可用的键：name、description、license、compatibility、metadata、allowed-tools；其他放在 "
               "metadata 下"});
      return;
    }
    const bool is_twice = std::any_of(front.keys.begin(), front.keys.end(), [&](const FrontMatterKey& other) {
      return other.name == key.name && other.line < key.line;
    });
    if (is_twice)
      add("skill_key", key.line, Message{Text{"{key} is there twice", "{key} 重复"}}.with("key", key.name),
          Text{"Keep one of them", "请保留一个"});
    if (key.needs_quotes)
      add("skill_value", key.line,
          Message{Text{"The value of {key} has \": \" or \" #\", which YAML reads otherwise",
                       "{key} 的值含有“: ”或“ #”，YAML 会另作理解"}}
              .with("key", key.name),
          Text{"Put the value in quotes", "请给值加引号"});
    if (key.is_map != (key.name == "metadata"))
      add("skill_value", key.line,
          Message{Text{"{key}: metadata has keys of its own, every other key a text",
                       "{key}：metadata 含有下级键，其他键的值为文本"}}
              .with("key", key.name),
          Text{"metadata: and below it, indented, KEY: VALUE", "metadata: 之下缩进书写 键: 值"});
    check_value(key);
  }

  void check_value(const FrontMatterKey& key) {
    if (key.name == "name") check_name(key);
    if (key.name == "description") check_characters(key, "skill_description", kLongestDescription);
    if (key.name == "compatibility") check_characters(key, "skill_value", kLongestCompatibility);
  }

  void check_name(const FrontMatterKey& key) {
    const std::string& name = key.value;
    const bool has_odd_sign = std::any_of(name.begin(), name.end(), [](char c) {
      return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    });
    if (name.empty() || has_odd_sign || name.front() == '-' || name.back() == '-' ||
        name.find("--") != std::string::npos || characters(name) > kLongestName)
      add("skill_name", key.line,
          Message{Text{"{name} is no name of a skill", "{name} 不是合法的技能名称"}}.with("name",
                                                                                          "\"" + name + "\""),
          Text{"1 to 64 characters: lower-case letters, digits and single hyphens between them",
               "1 到 64 个字符：小写字母、数字，中间可用单个连字符"});
    if (name != folder_name_)
      add("skill_name", key.line,
          Message{Text{"The name {name} is not that of the folder, {folder}",
                       "名称 {name} 与文件夹名 {folder} 不同"}}
              .with("name", "\"" + name + "\"")
              .with("folder", folder_name_),
          Text{"Give both the same name", "请使两者一致"});
  }

  void check_characters(const FrontMatterKey& key, std::string code, std::int64_t most) {
    const std::int64_t count = characters(key.value);
    if (count >= 1 && count <= most) return;
    add(std::move(code), key.line,
        Message{Text{"{key} has {count} characters; 1 to {most} are allowed",
                     "{key} 有 {count} 个字符；应为 1 到 {most} 个"}}
            .with("key", key.name)
            .with("count", count)
            .with("most", most),
        Text{"Say what the skill does and when to use it, no more", "只写明技能做什么、何时使用"});
  }

  void check_links_of(std::string_view line, std::int64_t number) {
    for (std::size_t open = line.find("]("); open != std::string_view::npos;
         open = line.find("](", open + 2)) {
      const std::size_t close = line.find(')', open);
      if (close == std::string_view::npos) return;
      const std::string_view link = line.substr(open + 2, close - open - 2);
      const std::string_view target = link.substr(0, link.find('#'));
      if (target.empty() || target.find(':') != std::string_view::npos) continue;
      const bool leaves = target.front() == '/' || target.find("..") != std::string_view::npos;
      if (!leaves && is_there_(target)) continue;
      add("skill_link", number,
          Message{Text{"{link} is not in the folder", "文件夹中没有 {link}"}}.with("link", target),
          Text{"Link to files of the skill by their path below its folder",
               "请用相对于技能文件夹的路径链接其中的文件"});
    }
  }

  std::string_view folder_name_;
  const std::function<bool(std::string_view)>& is_there_;
};

}  // namespace

std::vector<SkillFault> check_skill(std::string_view folder_name, std::string_view skill_md,
                                    const std::function<bool(std::string_view)>& is_there) {
  Checker checker(folder_name, is_there);
  const std::optional<FrontMatter> front = front_matter(skill_md);
  if (front) {
    checker.check_keys(*front);
  } else {
    checker.faults.push_back(
        {"skill_front_matter", 1,
         Text{"SKILL.md does not begin with front matter between two lines of ---",
              "SKILL.md 开头没有由两行 --- 界定的头部信息"},
         Text{"Begin with ---, name, description, ---", "以 ---、name、description、--- 开头"}});
  }
  checker.check_length(skill_md);
  checker.check_links(skill_md);
  std::stable_sort(checker.faults.begin(), checker.faults.end(),
                   [](const SkillFault& a, const SkillFault& b) { return a.line < b.line; });
  return std::move(checker.faults);
}

}  // namespace ae::app
