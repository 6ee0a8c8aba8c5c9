#pragma once

#include <concepts>
#include <string_view>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/base/text.h"
#include "ae/doc/document.h"
#include "ae/report/scope.h"
#include "ae/table/opportunity_table.h"

namespace ae::report {

/// What an operation is called and asks.
struct Info {
  std::string_view command;  ///< as typed: "pipeline"
  Text title;
  Text question;            ///< the question that it answers, in one line
  bool grouped = false;     ///< takes --by
  bool learns = false;      ///< takes --history
  bool attributes = false;  ///< looks at columns that are no canonical field, and at rows without an identity
  bool adjusted = false;    ///< takes --adjust
  bool judges_calls = false;       ///< takes --calls
  bool compares_policies = false;  ///< takes --baseline
  bool keeps_rows = false;         ///< hands on the rows themselves, so that they have to be kept
  /// The fields of words that its fold looks at, besides the stage's name and what --by names. Others need
  /// not be there when it is folded.
  table::FieldSet texts = table::FieldSet(~0ULL);
};

/// A report: a fold of opportunities into an exact partial, and the figures and the document made from it.
///
/// Partial is a commutative monoid under merge with Partial{} as its identity; add(chunk, scope) adds the
/// rows of a chunk. Nothing in it is rounded, so any chunking and any order give the same partial to the bit;
/// the laws suite checks that for every report of the catalog, and that its versioned byte form survives a
/// round trip.
template <typename R>
concept Report = requires(typename R::Partial partial, const typename R::Partial& constant,
                          const table::OpportunityChunk& chunk, const Scope& scope, std::vector<Note>& notes,
                          const typename R::Output& output) {
  { R::kInfo } -> std::convertible_to<const Info&>;
  { R::Output::fields() };
  partial.add(chunk, scope);
  partial.merge(constant);
  { constant == constant } -> std::convertible_to<bool>;
  /// Makes the figures; appends what their reader has to know. Fails when a sum does not fit its figure.
  { R::finalize(constant, scope, notes) } -> std::same_as<Result<typename R::Output>>;
  { R::render(output, scope) } -> std::same_as<doc::Document>;
  /// Targets missed and findings made, for --check.
  { R::findings(output) } -> std::convertible_to<std::int64_t>;
};

/// A list of report types for the catalog and for typed tests.
template <Report... Reports>
struct ReportList {};

}  // namespace ae::report
