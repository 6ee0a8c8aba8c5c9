#include "ae/app/folder_data.h"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/ingest/folder.h"

namespace ae::app {
namespace {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

Message listed(const Message& list, const Message& next) {
  if (list.empty()) return next;
  return Message{Text{"{list}, {next}", "{list}、{next}"}}.with("list", list).with("next", next);
}

Message with_role(Text role, const std::string& path) { return Message{role}.with("file", file_name(path)); }

Note folder_read(const std::string& folder, const Message& read, const std::vector<std::string>& unused) {
  Message text = unused.empty()
                     ? Message{Text{"Read of the folder {folder}: {read}", "文件夹 {folder} 中读取：{read}"}}
                     : Message{Text{"Read of the folder {folder}: {read}; not used: {unused}",
                                    "文件夹 {folder} 中读取：{read}；未使用：{unused}"}}
                           .with("unused", fmt::format("{}", fmt::join(unused, ", ")));
  return {"folder_read",
          Severity::kInfo,
          std::move(text).with("folder", folder).with("read", read),
          {folder, 0, 0}};
}

/// A kind of side table: where the folders have it and where it goes.
struct Role {
  std::string ingest::FolderTables::* found;
  std::optional<FilePath> FolderData::* place;
  Text words;
  std::string_view flag;  ///< that names one; empty: there is none
  bool named = false;     ///< the flag is given
};

std::vector<Role> roles_of(const Invocation& invocation) {
  return {
      {&ingest::FolderTables::products, &FolderData::products, Text{"{file} (list prices)", "{file}（标价）"},
       "--products", invocation.input.products.has_value()},
      {&ingest::FolderTables::quotas, &FolderData::quotas, Text{"{file} (quotas)", "{file}（配额）"},
       "--quotas", invocation.scope.quota || invocation.scope.quotas},
      {&ingest::FolderTables::teams, &FolderData::teams, Text{"{file} (teams)", "{file}（团队）"}, "",
       false}};
}

Note several_side_tables(const std::vector<std::string>& files, std::string_view flag) {
  Message text = flag.empty()
                     ? Message{Text{"Not used, because several folders have one: {files}",
                                    "多个文件夹各有一份，均未使用：{files}"}}
                     : Message{Text{"Not used, because several folders have one: {files}; name one with "
                                    "{flag}",
                                    "多个文件夹各有一份，均未使用：{files}；请用 {flag} 指定一份"}}
                           .with("flag", flag);
  return {"several_side_tables",
          Severity::kWarning,
          std::move(text).with("files", fmt::format("{}", fmt::join(files, ", "))),
          {}};
}

/// The paths of a side table in every folder that has it.
std::vector<std::string> all_of(const Role& role, const std::vector<ingest::FolderTables>& folders) {
  std::vector<std::string> paths;
  for (const ingest::FolderTables& tables : folders) {
    if (!(tables.*(role.found)).empty()) paths.push_back(tables.*(role.found));
  }
  return paths;
}

/// What of a folder is read, and what is not.
Note note_of(const std::string& folder, ingest::FolderTables tables, const std::vector<Role>& roles,
             const FolderData& all) {
  Message read = with_role(Text{"{file} (opportunities)", "{file}（商机）"}, tables.deals);
  for (const Role& role : roles) {
    const std::string& file = tables.*(role.found);
    if (file.empty()) continue;
    if (all.*(role.place)) {
      read = listed(read, with_role(role.words, file));
    } else {
      tables.unused.push_back(file_name(file));
    }
  }
  return folder_read(folder, read, tables.unused);
}

}  // namespace

Result<FolderData> look_into_folders(const Invocation& invocation, const ingest::ReadOptions& options) {
  FolderData all;
  std::vector<ingest::FolderTables> folders;
  std::vector<std::string> names;
  for (const FilePath& given : invocation.input.data) {
    if (!ingest::is_folder(given.path)) {
      all.data.push_back(given);
      continue;
    }
    AE_TRY(ingest::FolderTables tables, ingest::look_into_folder(given.path, options));
    all.data.push_back({tables.deals});
    folders.push_back(std::move(tables));
    names.push_back(given.path);
  }
  const std::vector<Role> roles = roles_of(invocation);
  std::vector<Note> several;
  for (const Role& role : roles) {
    const std::vector<std::string> paths = all_of(role, folders);
    if (paths.empty() || role.named) continue;
    if (paths.size() == 1) {
      (all.*(role.place)).emplace(FilePath{paths.front()});
    } else {
      several.push_back(several_side_tables(paths, role.flag));
    }
  }
  for (std::size_t at = 0; at < folders.size(); ++at)
    all.notes.push_back(note_of(names[at], folders[at], roles, all));
  all.notes.insert(all.notes.end(), several.begin(), several.end());
  return all;
}

Result<void> passed_over(Result<void> used, const FilePath& table, bool strict, std::vector<Note>& notes) {
  if (used || strict) return used;
  const Error& error = used.error();
  notes.push_back({"side_table_not_used", Severity::kWarning,
                   Message{Text{"{file} is not used: {reason}", "未使用 {file}：{reason}"}}
                       .with("file", file_name(table.path))
                       .with("reason", error.message),
                   error.place});
  return {};
}

}  // namespace ae::app
