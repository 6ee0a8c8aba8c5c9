#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/app/options.h"
#include "ae/base/note.h"
#include "ae/base/result.h"

namespace ae::app {

/// What --data comes to when folders among it are looked into.
struct FolderData {
  std::vector<FilePath> data;  ///< files, in the order given
  /// Side tables that stand beside the deals of one folder alone, where no flag names one.
  std::optional<FilePath> products;
  std::optional<FilePath> quotas;
  std::optional<FilePath> teams;
  std::vector<Note> notes;  ///< folder_read: what is read of each folder and what is not; several_side_tables
};

/// Looks into the folders of --data. Errors: those of look_into_folder.
Result<FolderData> look_into_folders(const Invocation& invocation, const ingest::ReadOptions& options);

/// What is wrong with a side table that nobody named: it is not used, and a note says why. With --strict it
/// is an error like any other.
Result<void> passed_over(Result<void> used, const FilePath& table, bool strict, std::vector<Note>& notes);

}  // namespace ae::app
