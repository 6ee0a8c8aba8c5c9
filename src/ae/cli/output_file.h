#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ae/app/operation.h"
#include "ae/app/settings.h"
#include "ae/render/sink.h"

namespace ae::cli {

/// Refuses to write `path` where it is a file that the run reads (the same file by device and inode, however
/// it is named; standard input too; a file that is there in a folder that it reads), since an output in its
/// place would be the end of the input. The file that the operation rewrites is none: it answers for what is
/// in it. Error: output_is_input.
Result<bool> check_output(const std::string& path, const app::Operation& operation,
                          const std::vector<app::Setting>& settings);

/// Writes a file whole or not at all: beside it first, then in its place. `write` gives the bytes. Error:
/// file_unwritable.
Result<bool> write_file(const std::string& path, const std::function<void(const render::Sink&)>& write);

/// Writes a change of a file, when the file still is what was read; folders on the way to a new file are
/// made. Errors: file_changed, file_unwritable.
Result<bool> write_change(const app::FileChange& change);

}  // namespace ae::cli
