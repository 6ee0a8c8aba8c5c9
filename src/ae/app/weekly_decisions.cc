#include "ae/app/weekly_decisions.h"

#include <algorithm>
#include <filesystem>

#include "ae/app/decision_check.h"
#include "ae/app/read_options.h"
#include "ae/app/session.h"
#include "ae/ingest/corrected_copy.h"

namespace ae::app {
namespace {

using ingest::DecisionCells;
using ingest::DecisionColumn;
using ingest::DecisionFile;

Error needed(std::string code, Text message, Text hint) {
  return {std::move(code), message, hint, {}, "", {}};
}

Result<void> check_flags(const Invocation& invocation, const Loaded& loaded) {
  if (invocation.decisions.apply && !invocation.decisions.decisions) {
    return fail(needed(
        "decisions_needed", Text{"--apply needs the decisions to apply", "--apply 需要要应用的处置决定"},
        Text{"ae review weekly opportunities.csv --decisions decisions.csv --apply --out corrected.csv",
             "ae review weekly opportunities.csv --decisions decisions.csv --apply --out corrected.csv"}));
  }
  if (!invocation.decisions.decisions) return {};
  if (!loaded.reading.table.has(OpportunityField::kId)) {
    return fail(
        needed("no_ids", Text{"The deals have no ids to decide by", "商机没有编号，无法记录处置决定"},
               Text{"Export the file with them; or say which column tells deals apart: --map id=COLUMN",
                    "请导出含编号的文件；或指明可区分商机的列：--map id=列名"}));
  }
  if (!invocation.decisions.apply) return {};
  if (!invocation.output.out || invocation.output.out->path == "-") {
    return fail(needed("out_needed",
                       Text{"--apply needs a file for the corrected copy", "--apply 需要写入副本的文件"},
                       Text{"Name it: --out corrected.csv", "请指定：--out corrected.csv"}));
  }
  if (loaded.reading.sources.size() != 1 || loaded.reading.sources.front().name == "stdin") {
    return fail(needed("one_file",
                       Text{"--apply makes a copy of one file at a time", "--apply 每次只为一个文件制作副本"},
                       Text{"Name the file: ae review weekly opportunities.csv …",
                            "请指定一个文件：ae review weekly opportunities.csv …"}));
  }
  return {};
}

/// The bytes of a file that may not be there.
Result<std::optional<ingest::Source>> source_if_there(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return std::optional<ingest::Source>();
  AE_TRY(ingest::Source source, ingest::read_source(path));
  return std::optional(std::move(source));
}

/// What the program knows of a deal, in the words of one language.
class RowWriter {
 public:
  explicit RowWriter(Language language) : language_(language) {}

  void fill(DecisionCells& cells, const ReviewDeal& deal) const {
    const Suggestion suggestion = suggest(deal);
    cells[DecisionColumn::kId] = deal.id;
    cells[DecisionColumn::kName] = deal.name;
    cells[DecisionColumn::kOwner] = deal.owner;
    cells[DecisionColumn::kAmount] = deal.amount ? deal.amount->str() : "";
    cells[DecisionColumn::kRules] = rules(deal);
    cells[DecisionColumn::kSuggested] = name(suggestion.disposition).in(language_);
    if (!suggestion.value.empty()) cells[DecisionColumn::kSuggested] += " → " + suggestion.value;
  }
  void put(DecisionCells& cells, DecisionStatus status) const {
    cells[DecisionColumn::kStatus] = name(status).in(language_);
  }

 private:
  std::string rules(const ReviewDeal& deal) const {
    std::optional<Message> all;
    const auto add = [&](const Message& rule) {
      all = all ? Message{Text{"{all}; {rule}", "{all}；{rule}"}}.with("all", *all).with("rule", rule) : rule;
    };
    for (const HygieneRule rule : deal.broken) add(name(rule));
    if (deal.same_as) add(Text{"Possible duplicate", "疑似重复"});
    return all ? all->in(language_) : "";
  }

  Language language_;
};

/// Keeps the file of decisions.
class Keeper {
 public:
  Keeper(const method::WeeklyInput& input, Language language) : language_(language), writer_(language) {
    for (const ReviewDeal& deal : input.deals) {
      if (deal.broken.empty() && !deal.same_as) continue;
      if (deal.id.empty()) {
        ++figures.without_id;
      } else {
        found_[deal.id] = &deal;
      }
    }
  }

  /// The new bytes of the file.
  Result<std::string> refreshed(const DecisionFile& file, const std::vector<CheckedRow>& checked) {
    std::map<std::size_t, DecisionCells> rows;
    for (std::size_t row = 0; row < file.rows(); ++row) {
      DecisionCells cells = file.cells(row);
      const auto found = found_.find(cells[DecisionColumn::kId]);
      DecisionStatus status = checked[row].status;
      if (found != found_.end()) {
        writer_.fill(cells, *found->second);
        found_.erase(found);
      } else if (status == DecisionStatus::kUndecided) {
        status = DecisionStatus::kSettled;
      }
      writer_.put(cells, status);
      pin_category(cells, checked[row]);
      count(status);
      rows[row] = std::move(cells);
    }
    return file.refreshed(rows, new_rows());
  }

  std::string begun() { return DecisionFile::begin(new_rows(), language_); }

  method::DecisionFigures figures;

 private:
  /// "One step down" has to mean the same next week.
  void pin_category(DecisionCells& cells, const CheckedRow& row) const {
    const bool is_open = row.decision && row.decision->disposition == Disposition::kDowngrade;
    if (is_open && cells[DecisionColumn::kNewValue].empty())
      cells[DecisionColumn::kNewValue] = name(row.decision->category).in(language_);
  }

  /// Of deals that have no row yet, the largest first.
  std::vector<DecisionCells> new_rows() {
    std::vector<const ReviewDeal*> deals;
    for (const auto& [id, deal] : found_) deals.push_back(deal);
    std::stable_sort(deals.begin(), deals.end(), method::is_larger);
    std::vector<DecisionCells> rows;
    for (const ReviewDeal* deal : deals) {
      writer_.fill(rows.emplace_back(), *deal);
      writer_.put(rows.back(), DecisionStatus::kUndecided);
      count(DecisionStatus::kUndecided);
    }
    figures.added = std::ssize(rows);
    return rows;
  }

  void count(DecisionStatus status) {
    ++figures.rows;
    figures.undecided += status == DecisionStatus::kUndecided ? 1 : 0;
    figures.decided += status == DecisionStatus::kDecided ? 1 : 0;
    figures.settled += status == DecisionStatus::kSettled ? 1 : 0;
    figures.gone += status == DecisionStatus::kGone ? 1 : 0;
  }

  Language language_;
  RowWriter writer_;
  std::map<std::string, const ReviewDeal*> found_;  ///< that have no row yet, by id
};

std::vector<DealDecision> to_apply(const std::vector<CheckedRow>& rows) {
  std::vector<DealDecision> decisions;
  for (const CheckedRow& row : rows) {
    if (row.decision && row.decision->disposition != Disposition::kKeep) decisions.push_back(*row.decision);
  }
  return decisions;
}

std::optional<std::string> known(const std::string& words) {
  return words.empty() ? std::nullopt : std::optional(words);
}

Result<method::ApplyFigures> apply(const Invocation& invocation, const ingest::ReadOptions& options,
                                   const Loaded& loaded, const std::vector<DealDecision>& decisions,
                                   Answer& answer) {
  AE_TRY(const ingest::Source source, ingest::read_source(loaded.reading.sources.front().name));
  AE_TRY(ingest::CorrectedCopy copy, ingest::corrected_copy(source, options, decisions, loaded.scope.as_of));
  method::ApplyFigures figures{
      invocation.output.out->path, !invocation.change.dry_run, std::ssize(decisions), {}};
  for (const ingest::CellChange& change : copy.changes) {
    figures.changes.push_back({change.id, change.disposition, known(change.column), known(change.from),
                               known(change.to), change.is_lost});
  }
  answer.out_is_taken = true;
  if (invocation.change.dry_run) return figures;
  AE_TRY(const std::optional<ingest::Source> there, source_if_there(invocation.output.out->path));
  answer.changes.push_back({invocation.output.out->path, there ? std::optional(there->bytes) : std::nullopt,
                            std::move(copy.bytes)});
  return figures;
}

}  // namespace

Result<void> keep_decisions(const Invocation& invocation, const Environment& environment,
                            const Loaded& loaded, const method::WeeklyInput& input,
                            method::WeeklyReview& review, Answer& answer) {
  AE_TRY_VOID(check_flags(invocation, loaded));
  if (!invocation.decisions.decisions) return {};
  const std::string& path = invocation.decisions.decisions->path;
  AE_TRY(const ingest::ReadOptions options, read_options(invocation.input, environment.threads));
  Keeper keeper(input, languages_of(invocation, environment).front());
  AE_TRY(const std::optional<ingest::Source> source, source_if_there(path));
  std::vector<CheckedRow> rows;
  FileChange change{path, source ? std::optional(source->bytes) : std::nullopt, {}};
  if (source) {
    AE_TRY(const DecisionFile file, DecisionFile::read(*source, {}));
    AE_TRY(rows, check_decisions(file, data_now(loaded.reading.table), options, input.as_of));
    AE_TRY(change.after, keeper.refreshed(file, rows));
  } else {
    change.after = keeper.begun();
  }
  keeper.figures.file = path;
  review.decisions = keeper.figures;
  if (invocation.decisions.apply) {
    AE_TRY(review.applied, apply(invocation, options, loaded, to_apply(rows), answer));
  }
  if (!invocation.change.dry_run && change.before != change.after)
    answer.changes.push_back(std::move(change));
  return {};
}

}  // namespace ae::app
