#include "ae/app/read_options.h"

#include "ae/app/field_pairs.h"

namespace ae::app {

Result<ingest::ReadOptions> read_options(const InputOptions& input, unsigned threads) {
  ingest::ReadOptions options;
  for (const std::string& text : input.map) {
    AE_TRY(const auto pair, split_pair("--map", text, "FIELD=COLUMN"));
    AE_TRY(const OpportunityField field, field_named("--map", pair.first));
    options.columns[field] = pair.second;
  }
  for (const std::string& text : input.stage_map) {
    AE_TRY(const auto pair, split_pair("--stage-map", text, "NAME=STAGE"));
    AE_TRY(const Stage stage, stage_named(pair.second));
    options.stages[pair.first] = stage;
  }
  options.sheet = input.sheet.value_or("");
  options.date_order = input.date_order;
  options.decimal_mark = input.decimal;
  // With rates, --currency names what to report in; without, what bare amounts are in.
  options.currency = input.currency;
  options.encoding = input.encoding;
  options.strict = input.strict;
  options.include_deleted = input.include_deleted;
  options.threads = threads;
  return options;
}

}  // namespace ae::app
