#include "ae/cli/manual.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/catalog.h"
#include "ae/cli/commands.h"
#include "ae/render/words.h"

namespace ae::cli {
namespace {

/// Roff gives '-', '\' and a leading '.' or '\'' a meaning.
std::string roff(std::string_view words) {
  std::string escaped;
  if (!words.empty() && (words[0] == '.' || words[0] == '\'')) escaped = "\\&";
  for (const char c : words) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

class ManualPage {
 public:
  explicit ManualPage(const Languages& languages) : languages_(languages) {}

  void section(Text title) {
    page_ += fmt::format(".SH \"{}\"\n", roff(render::words(Message(title), languages_, " ")));
  }
  void subsection(std::string_view title) { page_ += fmt::format(".SS \"{}\"\n", roff(title)); }
  void paragraph(const Message& message) {
    for (const Language language : languages_) page_ += ".PP\n" + roff(message.in(language)) + "\n";
  }
  void term(std::string_view term, const Message& meaning) {
    page_ += fmt::format(".TP\n.B {}\n", roff(term));
    bool first = true;
    for (const Language language : languages_) {
      if (!first) page_ += ".br\n";
      page_ += roff(meaning.in(language)) + "\n";
      first = false;
    }
  }
  void raw(std::string_view lines) { page_ += lines; }
  std::string finish() && { return std::move(page_); }

 private:
  const Languages& languages_;
  std::string page_;
};

void command(ManualPage& page, const app::Operation& operation) {
  page.subsection(
      fmt::format("ae {}{}{}", operation.name, operation.words.empty() ? "" : " ", operation.words));
  page.paragraph(operation.question);
  for (const app::FlagSpec& flag : operation.flags) {
    std::string term = flag.spelling();
    if (!flag.is_switch())
      term += " " + (flag.choices.empty() ? flag.value : fmt::format("{}", fmt::join(flag.choices, "|")));
    page.term(term, flag.definition);
  }
}

}  // namespace

std::string manual_page(const Languages& languages) {
  ManualPage page(languages);
  page.raw(fmt::format(".TH AE 1 \"\" \"{}\"\n", version_line()));
  page.section(Text{"Name", "名称"});
  page.raw("ae \\- ");
  page.raw(
      roff(Text{"sales execution from plain files", "基于普通文件的销售执行工具"}.in(languages.front())) +
      "\n");
  page.section(Text{"Synopsis", "概要"});
  page.raw(".B ae\n.I COMMAND\n[\\fIFILE\\fR]... [\\-\\-flag \\fIVALUE\\fR]...\n.br\n.B ae\n.I FILE\n");
  page.section(Text{"Commands", "命令"});
  for (const app::Operation& operation : app::catalog()) command(page, operation);
  for (const OwnCommand& own : own_commands()) {
    page.subsection(fmt::format("ae {} {}", own.name, own.words));
    page.paragraph(own.purpose);
  }
  page.section(Text{"Files and environment", "文件与环境变量"});
  page.paragraph(Text{
      "Each flag can also stand in ae.toml in the working folder (as-of = 2026-02-15; a table named like a "
      "command is for that command), or in the environment as AE_AS_OF. The command line wins over the "
      "environment, the environment over the file.",
      "各参数也可写入当前文件夹的 ae.toml（as-of = 2026-02-15；以命令命名的表只用于该命令），或写入环境变量 "
      "AE_AS_OF。命令行优先于环境变量，环境变量优先于文件。"});
  page.section(Text{"Exit codes", "退出码"});
  page.term("0", Text{"done", "完成"});
  page.term("1", Text{"--check found something", "--check 有发现"});
  page.term("2", Text{"the command line or an input is wrong", "命令行或输入有误"});
  page.term("3", Text{"an error inside the program", "程序内部错误"});
  return std::move(page).finish();
}

}  // namespace ae::cli
