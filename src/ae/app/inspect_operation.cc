#include "ae/app/inspect_operation.h"

#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/read_options.h"
#include "ae/app/session.h"
#include "ae/ingest/cells.h"
#include "ae/ingest/inspect.h"
#include "ae/ingest/rejected_rows.h"
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

/// Cells as a table of their own, every one as it stands in the file.
RowStream as_they_stand(std::vector<std::string> header, std::vector<std::vector<std::string>> cells) {
  RowStream stream;
  stream.header = std::move(header);
  stream.raw = true;
  stream.write_rows = [rows = std::move(cells)](const auto& emit) {
    for (const std::vector<std::string>& row : rows) emit(row);
  };
  return stream;
}

Error would_be_lost(const std::string& path) {
  return {
      "file_exists",
      Message{Text{"{file} is there already: what it holds would be lost", "{file} 已存在，写入会丢失其内容"}}
          .with("file", path),
      Text{"Name a new file: ae inspect opportunities.csv --rejects rejects.csv",
           "请指定一个新文件：ae inspect opportunities.csv --rejects rejects.csv"},
      {path, 0, 0},
      "",
      {}};
}

/// Where the rows go: the file of --rejects, or with no other file to read, which then is that one, of --out.
std::optional<std::string> rejects_target(const Invocation& invocation) {
  const std::optional<FilePath>& target =
      invocation.input.data.empty() ? invocation.output.out : invocation.inspect.rejects;
  return target && target->path != "-" ? std::optional(target->path) : std::nullopt;
}

Message said_of(std::size_t rows, const std::optional<std::string>& file) {
  if (!file) return Text{"No row is set apart; the header stands alone", "没有被隔离的行；仅输出表头"};
  if (rows == 0)
    return Message{
        Text{"No row is set apart; {file} holds the header alone", "没有被隔离的行；{file} 仅含表头"}}
        .with("file", *file);
  return Message{Text{"Rows set apart, now in {file}: {count}; once repaired it can be read as it is",
                      "被隔离的行已写入 {file}：{count} 行；修正后可直接读取"}}
      .with("file", *file)
      .with("count", static_cast<std::int64_t>(rows));
}

Result<Answer> inspect_rejects(const Invocation& invocation, const Environment& environment) {
  Answer answer;
  answer.out = rejects_target(invocation);
  std::error_code ignored;
  if (answer.out && std::filesystem::is_regular_file(*answer.out, ignored))
    return fail(would_be_lost(*answer.out));
  AE_TRY(const ingest::ReadOptions options, read_options(invocation.input, environment.threads));
  std::vector<FilePath> files = invocation.input.data;
  if (files.empty()) files.push_back(*invocation.inspect.rejects);
  std::vector<ingest::Source> sources;
  for (const FilePath& file : files) {
    AE_TRY(ingest::Source source, ingest::read_source(file.path));
    sources.push_back(std::move(source));
  }
  AE_TRY(ingest::Rejects rejects,
         ingest::rejected_rows(sources, options, languages_of(invocation, environment)));
  if (answer.out || rejects.rows.empty()) answer.messages.push_back(said_of(rejects.rows.size(), answer.out));
  answer.rows = as_they_stand(std::move(rejects.header), std::move(rejects.rows));
  return answer;
}

Result<Answer> inspect(const Invocation& invocation, const Environment& environment) {
  if (invocation.inspect.rejects) return inspect_rejects(invocation, environment);
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
    answer.rows = as_they_stand(std::move(cells.header), std::move(cells.rows));
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
