#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/ingest/source.h"

namespace ae::ingest {

/// What an encoding was told by.
enum class ToldBy : std::uint8_t {
  kUser,       ///< --encoding
  kMark,       ///< a byte order mark
  kBytes,      ///< valid UTF-8, or UTF-16 by where its NUL bytes stand
  kWords,      ///< names of columns and stages that only this reading has
  kFrequency,  ///< only this reading has characters that people write; a note says so
};

/// The text of a source: valid UTF-8 without a byte order mark and without NUL. Borrowed from the source when
/// it is UTF-8 there, else from `converted`.
struct CheckedText {
  std::string_view text;
  std::string encoding;  ///< "UTF-8", "UTF-8 BOM", "UTF-16LE", "GB18030", "windows-1252", …
  ToldBy told_by = ToldBy::kBytes;
  std::shared_ptr<const std::string> converted = nullptr;
  std::vector<Note> notes;  ///< encoding_assumed
};

/// Checks every byte of a source, and converts what is not UTF-8. `chosen` is what --encoding names. Places
/// count bytes of the text in UTF-8.
///
/// Errors: empty_file; nul_byte; not_utf8 and not_in_encoding at the
/// first wrong byte (UTF-8 that is broken is not taken for something else); ambiguous_encoding with the
/// readings; unknown_encoding.
Result<CheckedText> checked_text(const Source& source, const std::optional<std::string>& chosen = {});

}  // namespace ae::ingest
