#include "ae/cli/help.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/catalog.h"
#include "ae/cli/commands.h"
#include "ae/render/width.h"
#include "ae/render/words.h"

namespace ae::cli {
namespace {

using app::FlagSpec;
using app::Operation;

/// Two languages of help stand under each other: sentences are too long for one line.
class HelpPage {
 public:
  explicit HelpPage(const Languages& languages) : languages_(languages) {}

  void heading(Text text) {
    if (!page_.empty()) page_ += '\n';
    page_ += render::words(Message(text), languages_, " ") + "\n";
  }
  void line(std::string_view words) { page_.append("  ").append(words).append("\n"); }
  void sentence(const Message& message) {
    for (const Language language : languages_) page_ += message.in(language) + "\n";
  }
  /// A term and what it means, the meaning in a column of its own.
  void entry(std::string_view term, const Message& meaning, std::size_t term_width) {
    std::string start = fmt::format("  {}", term);
    const std::size_t column = term_width + 4;
    for (const Language language : languages_) {
      if (render::display_width(start) + 1 > column) {
        page_ += start + "\n";
        start.clear();
      }
      start.append(column - std::min(column, render::display_width(start)), ' ');
      page_ += start + meaning.in(language) + "\n";
      start.clear();
    }
  }
  std::string finish() && { return std::move(page_); }

 private:
  const Languages& languages_;
  std::string page_;
};

constexpr std::size_t kCommandWidth = 16;
constexpr std::size_t kFlagWidth = 28;

void exit_codes(HelpPage& page) {
  page.heading(Text{"Exit codes", "退出码"});
  page.entry("0", Text{"done", "完成"}, 1);
  page.entry("1", Text{"--check found something", "--check 有发现"}, 1);
  page.entry("2", Text{"the command line or an input is wrong", "命令行或输入有误"}, 1);
  page.entry("3", Text{"an error inside the program", "程序内部错误"}, 1);
}

Message with_choices(const FlagSpec& flag) {
  if (!flag.also.empty()) {
    return Message{Text{"{definition} (also {others})", "{definition}（也可写作 {others}）"}}
        .with("definition", Message(flag.definition))
        .with("others", fmt::format("{}", fmt::join(flag.also, ", ")));
  }
  if (flag.choices.empty()) return flag.definition;
  return Message{Text{"{definition}: {choices}", "{definition}：{choices}"}}
      .with("definition", Message(flag.definition))
      .with("choices", fmt::format("{}", fmt::join(flag.choices, ", ")));
}

}  // namespace

std::string general_help(const Languages& languages) {
  HelpPage page(languages);
  page.sentence(Text{"ae: sales execution from plain files. One command on a CSV gives the report.",
                     "ae：基于普通文件的销售执行工具。一条命令即可由 CSV 得到报告。"});
  page.heading(Text{"Usage", "用法"});
  page.line("ae COMMAND [FILE]… [--flag VALUE]…");
  page.line("ae FILE");
  page.heading(Text{"Commands", "命令"});
  for (const Operation& operation : app::catalog())
    page.entry(operation.name, operation.question, kCommandWidth);
  for (const OwnCommand& command : own_commands()) page.entry(command.name, command.purpose, kCommandWidth);
  page.heading(Text{"Examples", "示例"});
  page.line("ae opportunities.csv");
  page.line("ae pipeline --data opportunities.csv --quota 1200000 --lang both");
  page.line("ae hygiene opportunities.csv --format html --out hygiene.html");
  page.heading(Text{"More", "更多"});
  page.line("ae help pipeline");
  exit_codes(page);
  return std::move(page).finish();
}

std::string group_help(std::string_view word, const Languages& languages) {
  HelpPage page(languages);
  page.heading(Text{"Commands", "命令"});
  for (const Operation& operation : app::catalog()) {
    if (operation.name.starts_with(std::string(word) + " "))
      page.entry(operation.name, operation.question, kCommandWidth);
  }
  return std::move(page).finish();
}

std::string operation_help(const Operation& operation, const Languages& languages) {
  HelpPage page(languages);
  page.sentence(Message{Text{"{title}: {question}", "{title}：{question}"}}
                    .with("title", Message(operation.title))
                    .with("question", Message(operation.question)));
  page.heading(Text{"Usage", "用法"});
  page.line(fmt::format("ae {}{}{} [--flag VALUE]…", operation.name, operation.words.empty() ? "" : " ",
                        operation.words));
  page.heading(Text{"Flags", "参数"});
  for (const FlagSpec& flag : operation.flags) {
    page.entry(flag.is_switch() ? flag.spelling() : flag.spelling() + " " + flag.value, with_choices(flag),
               kFlagWidth);
  }
  page.entry("--json", Text{"Short for --format json", "--format json 的简写"}, kFlagWidth);
  page.sentence(
      Text{"\nEach flag can also stand in ae.toml (as-of = 2026-02-15) or in the environment (AE_AS_OF); the "
           "command line wins.",
           "\n各参数也可写入 ae.toml（as-of = 2026-02-15）或环境变量（AE_AS_OF）；以命令行为准。"});
  page.heading(Text{"Example", "示例"});
  page.line(operation.example);
  exit_codes(page);
  return std::move(page).finish();
}

}  // namespace ae::cli
