#include "ae/app/inspect_operation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/read_options.h"
#include "ae/ingest/cells.h"
#include "ae/ingest/inspect.h"
#include "ae/render/json_schema.h"

namespace ae::app {
namespace {

using doc::Value;
using ingest::Inspection;

doc::Value words(const std::optional<std::string>& text) {
  return text ? Value(Message::verbatim(*text)) : Value();
}

doc::Value lines(const std::vector<std::int64_t>& numbers) {
  return numbers.empty() ? Value() : Value(Message::verbatim(fmt::format("{}", fmt::join(numbers, ", "))));
}

doc::Section file_section(const Inspection& inspection) {
  doc::KeyFigures figures;
  const auto add = [&](Text label, Value value) {
    figures.figures.push_back({label, std::move(value), {}, {}});
  };
  add(Text{"Kind of file", "文件类型"}, words(inspection.container));
  add(Text{"Encoding", "编码"}, words(inspection.encoding));
  add(Text{"Delimiter", "分隔符"}, words(inspection.delimiter));
  add(Text{"Dialect", "书写方式"}, words(inspection.dialect));
  add(Text{"Column names of", "列名来自"}, words(inspection.preset));
  add(Text{"Header in line", "表头所在行"}, Value(doc::Count{inspection.header_line}));
  add(Text{"Lines left out above", "表头之上略去的行"}, lines(inspection.preamble_lines));
  add(Text{"Totals and footers left out", "略去的合计行与页脚行"}, lines(inspection.footer_lines));
  add(Text{"Rows", "行数"}, Value(doc::Count{inspection.rows}));
  add(Text{"Rows set apart", "被隔离的行数"},
      inspection.quarantined ? Value(doc::Count{*inspection.quarantined}) : Value());
  return {"file", Text{"File", "文件"}, {figures}, {}};
}

doc::Section columns_section(const Inspection& inspection) {
  doc::Table table;
  table.columns = {{Text{"Column", "列"}, {}},    {Text{"Field", "字段"}, {}},
                   {Text{"By", "依据"}, {}},      {Text{"Format", "格式"}, {}},
                   {Text{"Empty", "空"}, {}},     {Text{"Distinct", "不同值"}, {}},
                   {Text{"Examples", "示例"}, {}}};
  for (const ingest::InspectedColumn& column : inspection.columns) {
    table.rows.push_back({words(column.name), words(column.field), words(column.provenance),
                          words(column.format), Value(doc::Count{column.empty}),
                          Value(doc::Count{column.distinct}),
                          Value(Message::verbatim(fmt::format("{}", fmt::join(column.examples, " · "))))});
  }
  return {"columns", Text{"Columns", "列"}, {table}, {}};
}

/// The cells as a table of their own, every one as it stands in the file.
RowStream cells_of(ingest::CellTable cells) {
  RowStream stream;
  stream.header = cells.header;
  stream.raw = true;
  stream.write_rows = [rows = std::move(cells.rows)](const auto& emit) {
    for (const std::vector<std::string>& row : rows) emit(row);
  };
  return stream;
}

Result<Answer> inspect(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const ingest::ReadOptions options, read_options(invocation.input, environment.threads));
  if (invocation.input.data.size() != 1) {
    return fail({"one_file",
                 Text{"inspect looks at one file at a time", "inspect 每次只查看一个文件"},
                 Text{"Name it: ae inspect opportunities.csv", "请指定：ae inspect opportunities.csv"},
                 {},
                 "",
                 {}});
  }
  AE_TRY(const ingest::Source source, ingest::read_source(invocation.input.data.front().path));
  Answer answer;
  if (invocation.inspect.cells) {
    AE_TRY(ingest::CellTable cells, ingest::parsed_cells(source, options));
    answer.rows = cells_of(std::move(cells));
    return answer;
  }
  AE_TRY(const Inspection inspection, ingest::inspect(source, options, answer.notes));
  answer.document = {Text{"Inspection", "文件检查"},
                     Message::verbatim(source.name),
                     {file_section(inspection), columns_section(inspection)}};
  answer.write_result = [inspection](render::JsonWriter& json) { render::write_json(json, inspection); };
  return answer;
}

}  // namespace

Operation inspect_operation() {
  Operation operation{"inspect",
                      Text{"Inspection", "文件检查"},
                      Text{"What was detected in a file, and what would be set apart?",
                           "文件中识别到了什么，哪些行会被隔离？"},
                      Effect::kReads,
                      {},
                      "FILE",
                      "data",
                      "ae inspect examples/opportunities.csv",
                      {},
                      {}};
  for (const auto& group : {flags_of(&Invocation::inspect), flags_of(&Invocation::input),
                            flags_of(&Invocation::output), flags_of(&Invocation::run)}) {
    operation.flags.insert(operation.flags.end(), group.begin(), group.end());
  }
  operation.write_result_schema = [](render::JsonWriter& json) { render::write_schema<Inspection>(json); };
  operation.run = inspect;
  return operation;
}

}  // namespace ae::app
