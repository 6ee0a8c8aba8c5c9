#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/deal_decision.h"

/// What came of the decisions of a weekly review.
namespace ae::method {

/// The rows of the decisions file, after this run.
struct DecisionFigures {
  std::string file;
  std::int64_t rows = 0, added = 0, undecided = 0, decided = 0, settled = 0, gone = 0, without_id = 0;

  static constexpr auto fields() {
    using Self = DecisionFigures;
    return std::tuple{
        field("file", &Self::file, Text{"The file of decisions", "处置决定文件"}),
        field("rows", &Self::rows, Text{"Its rows, one for each deal", "行数，每个商机一行"}),
        field("added", &Self::added, Text{"Rows that this run added", "本次新增的行数"}),
        field("undecided", &Self::undecided, Text{"Found, and nothing decided yet", "已发现、尚未处置"}),
        field("decided", &Self::decided,
              Text{"Decided, and the data does not show it yet", "已处置、数据尚未体现"}),
        field("settled", &Self::settled,
              Text{"The data shows it, or nothing is found any more", "数据已体现，或不再有发现"}),
        field("gone", &Self::gone, Text{"The data has no such deal any more", "数据中已无该商机"}),
        field("without_id", &Self::without_id,
              Text{"Deals with findings that have no id, and so no row",
                   "有发现但没有编号、因而未列入的商机数"})};
  }
};

/// One cell of the corrected copy.
struct ChangeFigures {
  std::string id;
  Disposition disposition = Disposition::kKeep;
  std::optional<std::string> column, from, to;
  bool is_lost = false;

  static constexpr auto fields() {
    using Self = ChangeFigures;
    return std::tuple{
        field("id", &Self::id, Text{"The deal's id", "商机编号"}),
        field("disposition", &Self::disposition, Text{"What was decided", "处置"}),
        field("column", &Self::column,
              Text{"Header of the column; null: the row goes, and `to` is the deal that stays",
                   "列名；为空表示删除该行，to 为保留的商机"}),
        field("from", &Self::from, Text{"What the cell held; null: it was blank", "原内容；空白则为空"}),
        field("to", &Self::to,
              Text{"What it holds in the copy; null: it is blank", "副本中的内容；空白则为空"}),
        field("is_lost", &Self::is_lost,
              Text{"The cell goes with its row; `to` is what the deal that stays has instead",
                   "该单元格随行删除；to 为保留商机的对应内容"})};
  }
};

struct ApplyFigures {
  std::string file;
  bool written = false;
  std::int64_t deals = 0;
  std::vector<ChangeFigures> changes;

  static constexpr auto fields() {
    using Self = ApplyFigures;
    return std::tuple{
        field("file", &Self::file, Text{"The corrected copy", "修正后的副本"}),
        field("written", &Self::written, Text{"false with --dry-run", "使用 --dry-run 时为 false"}),
        field("deals", &Self::deals, Text{"Deals that it changes", "被修改的商机数"}),
        field("changes", &Self::changes,
              Text{"Cell by cell; every other byte is as it was", "逐格列出；其余字节保持不变"})};
  }
};

doc::Section decision_section(const DecisionFigures& figures, bool written);
doc::Section apply_section(const ApplyFigures& figures);

}  // namespace ae::method
