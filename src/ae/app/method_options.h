#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/app/flag.h"

/// The flags of the method's own operations, which look at one deal or at values given on the command line.
namespace ae::app {

/// The deals that people keep in files.
struct DealOptions {
  std::vector<FilePath> deal;

  static constexpr auto fields() {
    return std::tuple{flag("deal", &DealOptions::deal, "FILE",
                           Text{"The deal's file; a bare name is looked for in deals/",
                                "商机文件；只写名称时在 deals/ 中查找"})};
  }
};

/// What a new deal is called.
struct NameOptions {
  std::optional<std::string> name;

  static constexpr auto fields() {
    return std::tuple{flag("name", &NameOptions::name, "NAME", Text{"What it is called", "名称"})};
  }
};

/// What to write into a file.
struct FieldOptions {
  std::vector<std::string> field;

  static constexpr auto fields() {
    return std::tuple{
        flag("field", &FieldOptions::field, "PATH=VALUE",
             Text{"Set the value at PATH (scorecard.budget.score=4, contacts.0.title=CFO; contacts.+.name=… "
                  "adds an entry); repeatable",
                  "设置 PATH 处的值（scorecard.budget.score=4、contacts.0.title=CFO；contacts.+.name=… "
                  "为新增一条）；可重复"})};
  }
};

/// How an operation that writes goes about it.
struct ChangeOptions {
  bool dry_run = false;

  static constexpr auto fields() {
    return std::tuple{
        flag("dry_run", &ChangeOptions::dry_run, "",
             Text{"Show what would be written and write nothing", "仅显示将写入的内容，不写入"})};
  }
};

/// What stage show and stage check look at.
struct StageOptions {
  std::optional<std::string> stage;
  std::vector<std::string> done;

  static constexpr auto fields() {
    return std::tuple{flag("stage", &StageOptions::stage, "STAGE",
                           Text{"Stage of the method, by its key or its name", "方法中的阶段（键或名称）"}),
                      flag("done", &StageOptions::done, "ITEM",
                           Text{"Take ITEM (budget_confirmed …) as done; repeatable",
                                "将 ITEM（budget_confirmed 等）视为已完成；可重复"})};
  }
};

/// How a deal goes on.
struct AdvanceOptions {
  std::optional<std::string> to;
  bool force = false;
  bool reopen = false;
  std::optional<std::string> reason;

  static constexpr auto fields() {
    return std::tuple{flag("to", &AdvanceOptions::to, "STAGE",
                           Text{"Stage to go to; the next one without it", "目标阶段；默认为下一阶段"}),
                      flag("force", &AdvanceOptions::force, "",
                           Text{"Go on although gates are not met; needs --reason, which is kept",
                                "条件未满足仍推进；须给出 --reason 并予以保留"}),
                      flag("reopen", &AdvanceOptions::reopen, "",
                           Text{"Open a closed deal again, in the last stage in which it was open",
                                "重新打开已关闭的商机，回到最后所处的未结阶段"}),
                      flag("reason", &AdvanceOptions::reason, "TEXT",
                           Text{"Why, in words that are kept", "理由，将予以保留"})};
  }
};

/// The six scores.
struct ScoreOptions {
  std::optional<std::int64_t> budget, authority, need, timeline, champion, competition;
  std::optional<FilePath> scored;

  static constexpr auto fields() {
    return std::tuple{
        flag("budget", &ScoreOptions::budget, "SCORE", Text{"Score of Budget", "预算评分"}),
        flag("authority", &ScoreOptions::authority, "SCORE", Text{"Score of Authority", "决策权评分"}),
        flag("need", &ScoreOptions::need, "SCORE", Text{"Score of Need", "需求评分"}),
        flag("timeline", &ScoreOptions::timeline, "SCORE", Text{"Score of Timeline", "时间线评分"}),
        flag("champion", &ScoreOptions::champion, "SCORE", Text{"Score of Champion", "内部支持者评分"}),
        flag("competition", &ScoreOptions::competition, "SCORE",
             Text{"Score of Competition", "竞争对手评分"}),
        flag("scored", &ScoreOptions::scored, "FILE",
             Text{"Show what scores have been worth on the closed deals of FILE (stage or outcome, and six "
                  "scores)",
                  "用 FILE 中已关闭商机（阶段或结果及六项评分）显示评分与结果的关系"})};
  }
};

}  // namespace ae::app
