#include "ae/ingest/folder.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/ingest/mapping/header.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/read_accounts.h"
#include "ae/ingest/sheet.h"
#include "ae/ingest/shell_word.h"
#include "ae/ingest/side_table.h"

namespace ae::ingest {
namespace {

using Names = std::initializer_list<std::string_view>;

bool contains_any(std::string_view name, Names words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

/// How plainly a file is called a table of deals: 2 by nothing else, 1 among other words, 0 not at all or
/// something about deals.
int says_deals(std::string_view name) {
  const Names kPlain = {"opportunities",  "opportunity", "deals", "deal",     "pipeline",
                        "sales pipeline", "crm deals",   "商机",  "商机列表", "销售机会"};
  const Names kPart = {"opportunit", "deal", "pipeline", "商机", "销售机会"};
  const Names kAbout = {"history", "line",  "product",  "contact", "role", "stage",  "field", "snapshot",
                        "activit", "owner", "template", "历史",    "产品", "联系人", "阶段",  "跟进"};
  if (std::find(kPlain.begin(), kPlain.end(), name) != kPlain.end()) return 2;
  return contains_any(name, kPart) && !contains_any(name, kAbout) ? 1 : 0;
}

/// A file of the folder, looked at.
struct Candidate {
  std::string file;  ///< without the folder
  Source source;     ///< its beginning, or all of it
  int rank = 0;      ///< among tables of deals; 0: it is none
  std::optional<Error> error;
};

/// The beginning of a long text, cut at a line end: enough to see what it is.
Source beginning_of(const Source& source) {
  constexpr std::size_t kEnough = std::size_t{256} << 10U;
  const std::size_t end = source.bytes.rfind('\n', kEnough);
  if (source.bytes.size() <= kEnough || end == std::string::npos) return source;
  return {source.name, source.bytes.substr(0, end + 1)};
}

Result<ColumnMap> columns_of(const Source& source, const ReadOptions& options) {
  AE_TRY(const Sheet sheet, open_sheet(source, options));
  return map_header(headers_of(sheet.records[sheet.header]), options.columns,
                    {source.name, sheet.header_line(), 0});
}

bool has_money_and_time(const ColumnMap& map) {
  using enum OpportunityField;
  return map.has(kStage) && map.has(kAmount) && (map.has(kCloseDate) || map.has(kClosedDate));
}

Candidate look_at(const std::string& folder, const std::string& file, const ReadOptions& options) {
  Candidate candidate{file, {}, 0, {}};
  const int called = says_deals(normalised_name(file.substr(0, file.find('.', 1))));
  Result<Source> whole = read_source(folder + "/" + file);
  if (!whole) {
    candidate.error = std::move(whole).error();
    candidate.rank = 2 * called;
    return candidate;
  }
  candidate.source = beginning_of(*whole);
  Result<ColumnMap> map = columns_of(candidate.source, options);
  // What its beginning alone does not show (a quote that is closed later, half a character) all of it may.
  if (!map && candidate.source.bytes.size() < whole->bytes.size()) {
    candidate.source = std::move(*whole);
    map = columns_of(candidate.source, options);
  }
  candidate.rank = 2 * called + (map && has_money_and_time(*map) ? 1 : 0);
  if (!map) candidate.error = std::move(map).error();
  return candidate;
}

/// Whether a source has the columns of a side table, whatever stands in them.
bool is_side_table(const Source& source, std::string_view section,
                   std::initializer_list<SideTable::Column> columns) {
  const Result<SideTable> table = SideTable::read(source, section, columns);
  if (table) return true;
  const std::string& code = table.error().code;
  return code == "ragged_row" || code == "no_rows";
}

bool is_price_list(const Source& source) {
  return is_side_table(source, "products", {{"product", true}, {"price", true, true}});
}
bool is_quotas(const Source& source) {
  return is_side_table(source, "quotas", {{"period", true}, {"quota", true}});
}
bool is_accounts(const Source& source) { return is_side_table(source, "accounts", {{"account", true}}); }
bool is_contacts(const Source& source) {
  return is_side_table(source, "contacts", {{"account", true}, {"name", true}}) ||
         is_side_table(source, "contacts", {{"account", true}, {"last_name", true}});
}
bool is_teams(const Source& source) {
  for (const std::string_view column : {"manager", "team", "region"}) {
    if (is_side_table(source, "fields", {{"owner", true}, {column, true}})) return true;
  }
  return false;
}

bool says_contacts(std::string_view name) { return contains_any(name, {"contact", "people", "联系人"}); }
bool says_accounts(std::string_view name) {
  return contains_any(name, {"account", "customer", "compan", "client", "客户", "账户"});
}

/// The name of a file in the form in which names compare, without its ending.
std::string name_alone(const std::string& file) { return normalised_name(file.substr(0, file.find('.', 1))); }

/// What a file is to an account plan, by its name and its columns; nullptr when it is nothing but perhaps
/// deals.
std::string AccountTables::* account_role(const std::string& file, const Source& source) {
  const std::string name = normalised_name(file);
  if (says_contacts(name) && is_contacts(source)) return &AccountTables::contacts;
  if (contains_any(name, {"product", "price", "产品", "价"}) && is_price_list(source))
    return &AccountTables::products;
  if (says_deals(name_alone(file)) > 0) return nullptr;
  if (says_accounts(name) && is_accounts(source)) return &AccountTables::accounts;
  return nullptr;
}

/// The one file that is called so and is such a table; empty when there are none or several.
std::string side_table(const std::vector<Candidate>& files, Names called, bool (*is_one)(const Source&)) {
  std::string found;
  for (const Candidate& file : files) {
    const std::string name = normalised_name(file.file);
    if (!contains_any(name, called) || contains_any(name, {"opportunit", "deal", "line", "商机"})) continue;
    if (!is_one(file.source)) continue;
    if (!found.empty()) return "";
    found = file.file;
  }
  return found;
}

Result<std::vector<std::string>> files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    std::error_code none_there;  // a link that leads nowhere
    if (!name.starts_with('.') && entry->is_regular_file(none_there)) files.push_back(std::move(name));
  }
  if (error) {
    return fail(
        {"file_unreadable",
         Message{Text{"The folder {folder} cannot be read: {reason}", "无法读取文件夹 {folder}：{reason}"}}
             .with("folder", folder)
             .with("reason", error.message()),
         Text{"Check its permissions with ls -ld", "请用 ls -ld 检查权限"},
         {folder, 0, 0},
         "",
         {}});
  }
  std::sort(files.begin(), files.end());  // the order of a folder is anyone's
  return files;
}

Error without_deals(const std::string& folder, const std::vector<std::string>& files) {
  Message message =
      files.empty() ? Message{Text{"The folder {folder} holds no file", "文件夹 {folder} 中没有文件"}}
                    : Message{Text{"No file of the folder {folder} is recognised as opportunities: {files}",
                                   "文件夹 {folder} 中没有识别出商机文件：{files}"}}
                          .with("files", fmt::format("{}", fmt::join(files, ", ")));
  return {"folder_without_deals",
          std::move(message).with("folder", folder),
          Text{"Name the file that holds them; ae inspect FILE shows what is recognised in it",
               "请指定存放商机的文件；ae inspect 文件 可查看识别结果"},
          {folder, 0, 0},
          "",
          {}};
}

Error several_tables(const std::string& folder, const std::string& first, const std::string& second) {
  return {"several_tables_of_deals",
          Message{Text{"Two files of the folder {folder} can be the opportunities: {first} and {second}",
                       "文件夹 {folder} 中有两个文件都可能是商机：{first} 和 {second}"}}
              .with("folder", folder)
              .with("first", first)
              .with("second", second),
          Message{Text{"Name the one to read, or both: --data {first} --data {second}",
                       "请指定要读取的文件，或两者：--data {first} --data {second}"}}
              .with("first", shell_word(folder + "/" + first))
              .with("second", shell_word(folder + "/" + second)),
          {folder, 0, 0},
          "",
          {}};
}

/// The candidate of the highest rank. Errors: see look_into_folder.
Result<std::string> deals_among(const std::string& folder, const std::vector<Candidate>& candidates) {
  const Candidate* best = nullptr;
  const Candidate* equal = nullptr;
  const Candidate* broken = nullptr;
  for (const Candidate& candidate : candidates) {
    if (candidate.rank == 0) continue;
    if (candidate.error) {
      if (broken == nullptr || candidate.rank > broken->rank) broken = &candidate;
    } else if (best == nullptr || candidate.rank > best->rank) {
      best = &candidate;
      equal = nullptr;
    } else if (candidate.rank == best->rank) {
      equal = &candidate;
    }
  }
  if (broken != nullptr && (best == nullptr || broken->rank > best->rank)) return fail(*broken->error);
  if (equal != nullptr) return fail(several_tables(folder, best->file, equal->file));
  if (best != nullptr) return best->file;
  std::vector<std::string> files;
  for (const Candidate& candidate : candidates) files.push_back(candidate.file);
  return fail(without_deals(folder, files));
}

}  // namespace

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

Result<AccountTables> look_for_accounts(const std::string& path) {
  std::string folder = path;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  AccountTables tables;
  Result<FolderTables> all = look_into_folder(folder, {});
  if (!all && all.error().code != "folder_without_deals") return fail(std::move(all).error());
  if (all) tables.deals = all->deals;
  AE_TRY(const std::vector<std::string> files, files_in(folder));
  for (const std::string& file : files) {
    const std::string whole = folder + "/" + file;
    if (whole == tables.deals) continue;
    const Candidate candidate = look_at(folder, file, {});
    std::string AccountTables::* role = account_role(file, candidate.source);
    if (role != nullptr && (tables.*role).empty()) tables.*role = whole;
  }
  return tables;
}

bool has_files_called_like_tables(const std::string& folder) {
  const Result<std::vector<std::string>> files = files_in(folder);
  if (!files) return false;
  return std::any_of(files->begin(), files->end(), [](const std::string& file) {
    const std::size_t point = file.rfind('.');
    const std::string ending = point == std::string::npos ? "" : normalised_name(file.substr(point + 1));
    const Names kEndings = {"csv", "tsv", "txt", "xlsx", "xlsm", "json", "jsonl", "gz", "zst"};
    if (std::find(kEndings.begin(), kEndings.end(), ending) == kEndings.end()) return false;
    const std::string name = name_alone(file);
    return says_deals(name) > 0 || says_accounts(name) || says_contacts(name);
  });
}

Result<AccountTables> look_at_account_file(const std::string& path) {
  AccountTables tables;
  AE_TRY(const Source source, read_source(path));
  std::string AccountTables::* role = account_role(path.substr(path.rfind('/') + 1), source);
  tables.*(role == nullptr ? &AccountTables::deals : role) = path;
  return tables;
}

Result<FolderTables> look_into_folder(const std::string& path, const ReadOptions& options) {
  std::string folder = path;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  std::vector<Candidate> files;
  AE_TRY(const std::vector<std::string> names, files_in(folder));
  for (const std::string& file : names) files.push_back(look_at(folder, file, options));
  AE_TRY(const std::string deals, deals_among(folder, files));
  std::erase_if(files, [&](const Candidate& file) { return file.file == deals; });

  FolderTables tables;
  const auto take = [&](Names called, bool (*is_one)(const Source&)) {
    std::string file = side_table(files, called, is_one);
    if (file.empty()) return file;
    std::erase_if(files, [&](const Candidate& other) { return other.file == file; });
    return folder + "/" + file;
  };
  tables.deals = folder + "/" + deals;
  tables.products = take({"product", "price", "产品", "价"}, is_price_list);
  tables.quotas = take({"quota", "target", "配额", "目标"}, is_quotas);
  tables.teams = take({"team", "owner", "user", "agent", "sales rep", "团队", "人员", "用户"}, is_teams);
  for (const Candidate& file : files) tables.unused.push_back(file.file);
  return tables;
}

}  // namespace ae::ingest
