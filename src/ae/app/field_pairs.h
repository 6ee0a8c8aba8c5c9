#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "ae/base/result.h"
#include "ae/domain/opportunity_field.h"
#include "ae/domain/stage.h"

/// Flags of the form NAME=VALUE.
namespace ae::app {

/// The two halves of "NAME=VALUE"; neither may be empty. Fields hold no '=', so the first one counts; the
/// stages of
/// --stage-map hold none either but the names of a file may, so there the last one counts.
Result<std::pair<std::string, std::string>> split_pair(std::string_view flag, const std::string& text,
                                                       std::string_view form);

/// The canonical field of this key; unknown_field with what may have been meant.
Result<OpportunityField> field_named(std::string_view flag, const std::string& name);

/// column_absent: `flag` asks for a field that no file has a column for; `text` is its value.
Error column_absent(std::string_view flag, OpportunityField field, const std::string& text);

/// The stage of the method with this key; unknown_stage with what may have been meant.
Result<Stage> stage_named(const std::string& name);

}  // namespace ae::app
