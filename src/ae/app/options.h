#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/app/brief_options.h"
#include "ae/app/flag.h"
#include "ae/app/language_options.h"
#include "ae/app/meddic_options.h"
#include "ae/app/method_options.h"
#include "ae/app/metrics_options.h"
#include "ae/app/negotiation_options.h"
#include "ae/app/objection_options.h"
#include "ae/app/playbook_options.h"
#include "ae/app/practice_options.h"
#include "ae/app/review_options.h"
#include "ae/app/skill_options.h"
#include "ae/app/try_options.h"
#include "ae/base/currency.h"
#include "ae/base/date.h"
#include "ae/base/text.h"
#include "ae/ingest/read_opportunities.h"

/// The flags that mean the same everywhere, in groups that an operation takes whole. Each flag is named once,
/// here: help, completions, man page, ae.toml and AE_* variables follow.
namespace ae::app {

enum class Format : std::uint8_t { kTable, kMarkdown, kJson, kCsv, kHtml, kXlsx, kCount };

constexpr std::string_view key(Format format) {
  constexpr std::string_view kKeys[] = {"table", "md", "json", "csv", "html", "xlsx"};
  return kKeys[static_cast<std::size_t>(format)];
}

/// Where the opportunities come from and how their cells are read.
struct InputOptions {
  std::vector<FilePath> data;
  std::vector<std::string> where;
  std::vector<std::string> map;
  std::vector<std::string> stage_map;
  std::optional<std::string> sheet;
  std::optional<ingest::DateOrder> date_order;
  std::optional<ingest::DecimalMark> decimal;
  std::optional<Currency> currency;
  std::optional<FilePath> rates;
  std::optional<FilePath> products;
  std::optional<std::string> encoding;
  bool strict = false;
  bool include_deleted = false;

  static constexpr auto fields() {
    return std::tuple{
        flag("data", &InputOptions::data, "FILE",
             Text{"Read opportunities from FILE, or from a folder of tables; repeatable; - is standard input",
                  "从 FILE 或含多张表的文件夹读取商机；可重复；- 表示标准输入"},
             {"deals", "pipeline"}),
        flag("where", &InputOptions::where, "FIELD=VALUE",
             Text{"Keep only deals whose FIELD is VALUE; repeatable: values of one field are alternatives",
                  "只保留 FIELD 等于 VALUE 的商机；可重复，同一字段的多个值为“或”"}),
        flag("map", &InputOptions::map, "FIELD=COLUMN",
             Text{"Read the canonical FIELD from COLUMN; repeatable",
                  "从 COLUMN 列读取规范字段 FIELD；可重复"}),
        flag("stage_map", &InputOptions::stage_map, "NAME=STAGE",
             Text{"Take the stage NAME of the file as STAGE of the method; repeatable",
                  "将文件中的阶段 NAME 视为方法中的 STAGE；可重复"}),
        flag("sheet", &InputOptions::sheet, "SHEET",
             Text{"Read this sheet of a workbook, by name or by number; the first without it",
                  "读取工作簿中的这个工作表（名称或序号）；默认为第一个"}),
        flag("date_order", &InputOptions::date_order, "ORDER",
             Text{"Order of day, month and year in dates that can be read two ways", "两可日期的年月日顺序"}),
        flag("decimal", &InputOptions::decimal, "MARK",
             Text{"Decimal mark of amounts that can be read two ways", "两可金额的小数点符号"}),
        flag("currency", &InputOptions::currency, "CODE",
             Text{"Currency of amounts that name none; with --rates, the currency to report in",
                  "未指明币种的金额所用币种；与 --rates 合用时为报告币种"}),
        flag("rates", &InputOptions::rates, "FILE",
             Text{"Convert with the dated exchange rates of FILE (date, from, to, rate)",
                  "用 FILE 中的带日期汇率换算（date, from, to, rate）"}),
        flag("products", &InputOptions::products, "FILE",
             Text{"Take missing amounts of open deals from the price list FILE (product, price)",
                  "未结商机缺失的金额按价格表 FILE 补充（product, price）"}),
        flag("encoding", &InputOptions::encoding, "NAME",
             Text{"Read files in the encoding NAME: GB18030, windows-1252, UTF-16LE …",
                  "按编码 NAME 读取文件：GB18030、windows-1252、UTF-16LE 等"}),
        flag("strict", &InputOptions::strict, "",
             Text{"Refuse the input when any row would be set apart", "只要有一行需被隔离即拒绝输入"}),
        flag("include_deleted", &InputOptions::include_deleted, "",
             Text{"Count rows that the source marks as deleted", "计入来源标记为已删除的行"})};
  }
};

/// What the figures are relative to.
struct ScopeOptions {
  std::optional<Date> as_of;
  std::optional<std::string> quarter;
  Month fiscal_year_start;
  std::optional<FilePath> policy;
  std::optional<AmountText> quota;
  std::optional<FilePath> quotas;

  static constexpr auto fields() {
    return std::tuple{
        flag("as_of", &ScopeOptions::as_of, "DATE",
             Text{"Take DATE (2026-02-15) as today", "将 DATE（如 2026-02-15）视为今天"}),
        flag("quarter", &ScopeOptions::quarter, "QUARTER",
             Text{"Report on this quarter: Q4, 2026-Q4 or FY26-Q4", "报告的季度：Q4、2026-Q4 或 FY26-Q4"}),
        flag("fiscal_year_start", &ScopeOptions::fiscal_year_start, "MONTH",
             Text{"First month of the fiscal year, 1 to 12", "财年的第一个月，1 到 12"}),
        flag("policy", &ScopeOptions::policy, "FILE",
             Text{"Lay the sales policy of FILE over the default", "用 FILE 中的销售策略覆盖默认值"}),
        flag("quota", &ScopeOptions::quota, "AMOUNT",
             Text{"Quota of the period, in the report's currency", "本期配额（报告币种）"}),
        flag("quotas", &ScopeOptions::quotas, "FILE",
             Text{"Read quotas by owner or team and period from FILE",
                  "从 FILE 读取按负责人或团队及期间的配额"})};
  }
};

/// What a report compares or groups by.
struct GroupingOptions {
  std::vector<std::string> by;

  static constexpr auto fields() {
    return std::tuple{flag("by", &GroupingOptions::by, "FIELD",
                           Text{"Compare the values of FIELD (owner, team, region …); repeatable",
                                "按 FIELD（owner、team、region 等）分组比较；可重复"})};
  }
};

/// Closed deals to learn from.
struct HistoryOptions {
  std::optional<FilePath> history;

  static constexpr auto fields() {
    return std::tuple{
        flag("history", &HistoryOptions::history, "FILE",
             Text{"Learn from the closed deals of FILE as well", "同时学习 FILE 中的已关闭商机"})};
  }
};

/// A manager's own judgement on top of the forecast.
struct AdjustOptions {
  std::vector<std::string> adjust;

  static constexpr auto fields() {
    return std::tuple{
        flag("adjust", &AdjustOptions::adjust, "NAME=AMOUNT:NOTE",
             Text{"Add AMOUNT to the forecast of the owner or team NAME, or take -AMOUNT from "
                  "it, for the reason NOTE; repeatable",
                  "对负责人或团队 NAME 的预测加上 AMOUNT（-AMOUNT 为扣减），原因为 NOTE；可重复"})};
  }
};

/// What people said past quarters would bring.
struct CallOptions {
  std::optional<FilePath> calls;

  static constexpr auto fields() {
    return std::tuple{
        flag("calls", &CallOptions::calls, "FILE",
             Text{"Hold what owners or teams said, in FILE (owner or team, period, call), against what came",
                  "用 FILE 中负责人或团队当时的预测（owner 或 team、period、call）与实际结果对照"})};
  }
};

/// What a policy that is tried is compared with.
struct BaselineOptions {
  std::optional<FilePath> baseline;

  static constexpr auto fields() {
    return std::tuple{flag("baseline", &BaselineOptions::baseline, "FILE",
                           Text{"Compare with the sales policy of FILE, laid over the default; the default "
                                "without it",
                                "与 FILE 中的销售策略（覆盖默认值）比较；未给出时与默认策略比较"})};
  }
};

/// Changes that are only tried: the figures come with them and with what they are without.
struct WhatIfOptions {
  std::vector<std::string> drop;
  std::vector<std::string> slip;
  std::vector<std::string> set;
  std::optional<std::string> win_rate;

  static constexpr auto fields() {
    return std::tuple{
        flag("drop", &WhatIfOptions::drop, "ID",
             Text{"What if the open deal ID fell away; repeatable", "假设未结商机 ID 消失；可重复"}),
        flag("slip", &WhatIfOptions::slip, "ID=DATE",
             Text{"What if the open deal ID closed on DATE; repeatable",
                  "假设未结商机 ID 改为 DATE 成交；可重复"}),
        flag("set", &WhatIfOptions::set, "ID.FIELD=VALUE",
             Text{"What if the amount, stage, close_date or forecast_category of the open deal ID were "
                  "VALUE; repeatable",
                  "假设未结商机 ID 的 amount、stage、close_date 或 forecast_category 为 VALUE；可重复"}),
        flag("win_rate", &WhatIfOptions::win_rate, "POINTS",
             Text{"What if the win rate were POINTS higher (+5) or lower (-5), in percentage points",
                  "假设赢单率高（+5）或低（-5）若干百分点"})};
  }
};

/// How the answer comes out.
struct OutputOptions {
  std::optional<Format> format;  ///< none: see format_of
  std::optional<FilePath> out;
  LanguageList lang;
  bool explain = false;
  bool check = false;
  bool raw = false;

  static constexpr auto fields() {
    return std::tuple{
        flag("format", &OutputOptions::format, "FORMAT", Text{"Form of the output", "输出格式"}),
        flag("out", &OutputOptions::out, "FILE",
             Text{"Write to FILE; without --format its name says the form: report.xlsx, report.html",
                  "写入 FILE；未指定 --format 时由文件名决定格式：report.xlsx、report.html"}),
        flag("lang", &OutputOptions::lang, "LANG",
             Text{"Language: en, zh or both side by side", "语言：en、zh，或 both 并列显示"}),
        flag("explain", &OutputOptions::explain, "",
             Text{"Show how each figure is made, with the rows in and out",
                  "显示各项指标的计算方法及计入与未计入的行数"}),
        flag("check", &OutputOptions::check, "",
             Text{"Exit with 1 when a target is missed or a check finds something",
                  "未达目标或检查有发现时以 1 退出"}),
        flag("raw", &OutputOptions::raw, "",
             Text{"Leave formula-like cells of a CSV or workbook as they are",
                  "CSV 或工作簿中类似公式的单元格保持原样"})};
  }
};

/// The format asked for; else the one that --out is named for (report.xlsx); else a table.
Format format_of(const OutputOptions& output);

enum class CellForm : std::uint8_t { kCsv, kCount };

constexpr std::string_view key(CellForm) { return "csv"; }

/// What inspect alone takes.
struct InspectOptions {
  std::optional<CellForm> cells;
  std::optional<FilePath> rejects;

  static constexpr auto fields() {
    return std::tuple{
        flag("cells", &InspectOptions::cells, "FORM",
             Text{"Print the parsed cells, as they stand, instead of what was detected",
                  "输出解析后的单元格原文，而不是识别结果"}),
        flag("rejects", &InspectOptions::rejects, "FILE",
             Text{"Write the rows set apart to a new FILE, for repair; - prints them, as does no other file",
                  "将被隔离的行写入新文件 FILE 以便修正；- 或未给出其他文件时直接输出"})};
  }
};

/// What account-plan alone takes.
struct AccountOptions {
  std::optional<std::string> account;
  std::optional<FilePath> plan;
  std::optional<FilePath> against;

  static constexpr auto fields() {
    return std::tuple{
        flag("account", &AccountOptions::account, "NAME",
             Text{"The account, by its name in the data", "客户名称（与数据中一致）"}),
        flag("plan", &AccountOptions::plan, "FILE",
             Text{"Fill the data into the plan FILE and keep what people typed; accounts/NAME.md without it, "
                  "when "
                  "it is there",
                  "将数据填入规划 FILE，并保留手工填写的内容；未给出时若有 accounts/NAME.md 则用它"}),
        flag("against", &AccountOptions::against, "FILE",
             Text{"Say what the plan FILE, another version, says differently",
                  "列出与另一版本规划 FILE 的差异"})};
  }
};

enum class ErrorForm : std::uint8_t { kText, kJson, kCount };

constexpr std::string_view key(ErrorForm form) {
  constexpr std::string_view kKeys[] = {"text", "json"};
  return kKeys[static_cast<std::size_t>(form)];
}

/// How the program itself behaves.
struct RunOptions {
  std::optional<FilePath> config;
  ErrorForm errors = ErrorForm::kText;
  ThreadCount threads;
  bool quiet = false;

  static constexpr auto fields() {
    return std::tuple{
        flag("config", &RunOptions::config, "FILE",
             Text{"Take flags from FILE instead of ae.toml in the working folder",
                  "从 FILE 而不是当前文件夹的 ae.toml 读取参数"}),
        flag("errors", &RunOptions::errors, "FORM", Text{"Form of error messages", "错误信息的形式"}),
        flag("threads", &RunOptions::threads, "N",
             Text{"Use N threads; results do not depend on it", "使用 N 个线程；结果与线程数无关"}),
        flag("quiet", &RunOptions::quiet, "",
             Text{"Leave out the notes under the report", "不显示报告下方的提示"})};
  }
};

/// One call of an operation: all that its flags can say.
struct Invocation {
  InputOptions input;
  ScopeOptions scope;
  GroupingOptions grouping;
  HistoryOptions history;
  AdjustOptions adjust;
  CallOptions calls;
  BaselineOptions baseline;
  WhatIfOptions what_if;
  TryOptions tried;
  OutputOptions output;
  RunOptions run;
  InspectOptions inspect;
  DealOptions deal;
  BriefOptions brief;
  NameOptions name;
  FieldOptions field;
  ChangeOptions change;
  StageOptions stage;
  AdvanceOptions advance;
  ScoreOptions scores;
  DiscountOptions discount;
  ConcessionOptions concession;
  MetricsOptions metrics;
  AccountOptions account;
  MeddicOptions meddic;
  DiscoveryOptions discovery;
  DiscoveryLogOptions discovery_log;
  ObjectionOptions objection;
  SkillOptions skill;
  PlaybookOptions playbook;
  LimitOptions limit;
  DecisionOptions decisions;
  PracticeOptions practice;
  LanguageOptions language;
};

}  // namespace ae::app
