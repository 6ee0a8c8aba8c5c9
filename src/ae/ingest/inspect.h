#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/ingest/read_opportunities.h"

/// What was made of an input before anyone computes with it: for people whose file is not read as they
/// expect.
namespace ae::ingest {

/// A column as it was understood.
struct InspectedColumn {
  std::string name;                   ///< its header as it stands
  std::optional<std::string> field;   ///< key of its canonical field; null: not used
  std::string type;                   ///< text, stage, money, currency, probability, category, date, boolean
  std::optional<std::string> format;  ///< how its cells are written: "point", "whole, times 10000", "mdy",
                                      ///< "days of Excel", "percent"
  std::int64_t empty = 0;
  std::int64_t distinct = 0;
  std::vector<std::string> examples;  ///< the first three different cells
  std::string provenance;             ///< user, preset, synonym; none when it is not used

  static constexpr auto fields() {
    return std::tuple{
        ae::field("name", &InspectedColumn::name, Text{"Header as it stands", "原始列名"}),
        ae::field("field", &InspectedColumn::field,
                  Text{"Canonical field; null: not used", "规范字段；未使用则为 null"}),
        ae::field("type", &InspectedColumn::type, Text{"What its cells hold", "单元格内容的类型"}),
        ae::field("format", &InspectedColumn::format, Text{"How its cells are written", "单元格的书写格式"}),
        ae::field("empty", &InspectedColumn::empty, Text{"Empty cells", "空单元格数"}),
        ae::field("distinct", &InspectedColumn::distinct, Text{"Different cells", "不同取值数"}),
        ae::field("examples", &InspectedColumn::examples,
                  Text{"The first three different cells", "前三个不同的取值"}),
        ae::field("provenance", &InspectedColumn::provenance,
                  Text{"Who says that it holds the field", "字段归属的依据"})};
  }
};

/// One input, understood.
struct Inspection {
  std::string container;
  std::string encoding;
  std::optional<std::string> delimiter;  ///< null where cells are not delimited
  std::optional<std::string> quote;
  std::optional<std::string> line_ending;
  std::optional<std::string> dialect;
  std::optional<std::string> preset;  ///< whose names its headers are
  std::int64_t header_line = 0;
  std::int64_t rows = 0;
  std::vector<InspectedColumn> columns;
  std::vector<std::int64_t> preamble_lines;
  std::vector<std::int64_t> footer_lines;
  std::optional<std::int64_t>
      quarantined;  ///< null: the file cannot be read as opportunities; a note says why

  static constexpr auto fields() {
    return std::tuple{
        field("container", &Inspection::container, Text{"What the file is", "文件类型"}),
        field("encoding", &Inspection::encoding, Text{"Encoding of its text", "文本编码"}),
        field("delimiter", &Inspection::delimiter, Text{"What parts its cells", "分隔符"}),
        field("quote", &Inspection::quote, Text{"What quotes its cells", "引号"}),
        field("line_ending", &Inspection::line_ending, Text{"How its lines end", "换行符"}),
        field("dialect", &Inspection::dialect, Text{"Its way of writing CSV", "CSV 书写方式"}),
        field("preset", &Inspection::preset, Text{"Whose column names it has", "列名所属的来源系统"}),
        field("header_line", &Inspection::header_line, Text{"Line of the header", "表头所在行"}),
        field("rows", &Inspection::rows, Text{"Rows of deals below the header", "表头下的商机行数"}),
        field("columns", &Inspection::columns, Text{"Each column as it was understood", "各列的识别结果"}),
        field("preamble_lines", &Inspection::preamble_lines,
              Text{"Lines above the header that were left out", "表头之上被略去的行"}),
        field("footer_lines", &Inspection::footer_lines,
              Text{"Totals and footers that were left out", "被略去的合计行与页脚行"}),
        field("quarantined", &Inspection::quarantined,
              Text{"Rows that would be set apart", "将被隔离的行数"})};
  }
};

/// Looks at one input. What keeps it from being read as opportunities (no stage column, a column that can be
/// read two ways) is a note here, not an error. Errors: those of opening it and of finding its header.
Result<Inspection> inspect(const Source& source, const ReadOptions& options, std::vector<Note>& notes);

}  // namespace ae::ingest
