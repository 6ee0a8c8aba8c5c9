#include "ae/app/decision_check.h"

#include <algorithm>
#include <set>

#include "ae/base/near.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/mapping/stage_names.h"
#include "ae/ingest/values/date.h"

namespace ae::app {
namespace {

using ingest::DecisionCells;
using ingest::DecisionColumn;
using ingest::DecisionFile;

/// Reads one row after the other.
class RowCheck {
 public:
  RowCheck(const DecisionFile& file, const DataNow& data, const ingest::ReadOptions& options, Date as_of)
      : file_(file), data_(data), options_(options), stages_(options.stages), as_of_(as_of) {}

  Result<CheckedRow> read(std::size_t row) {
    row_ = row;
    const std::string& id = cell(DecisionColumn::kId);
    const std::string& typed = cell(DecisionColumn::kDecision);
    const auto found = data_.deals.find(id);
    const DealNow* deal = found == data_.deals.end() ? nullptr : &found->second;
    if (typed.empty() && !value().empty() && deal != nullptr && deal->state == DealState::kOpen) {
      return fail(error(
          DecisionColumn::kDecision, "decision_missing",
          Message{Text{"{id} has a new value and no decision", "{id} 填了新值但没有处置"}}.with("id", id),
          Text{"Say what it is for: re_date, re_stage, downgrade, close or merge",
               "请填写处置：改期、改阶段、下调预测类别、关闭 或 合并"}));
    }
    if (typed.empty()) return undecided(deal);
    const std::optional<Disposition> disposition = disposition_named(typed);
    if (!disposition) return fail(unknown_disposition(typed));
    if (id.empty()) {
      return fail(error(DecisionColumn::kId, "decision_without_deal",
                        Text{"A decision without the id of its deal", "处置决定缺少商机编号"},
                        Text{"Write the id as the data has it", "请按数据中的写法填写编号"}));
    }
    if (deal == nullptr) return absent(id, *disposition);
    DealDecision decision;
    decision.id = id;
    decision.disposition = *disposition;
    if (deal->state != DealState::kOpen) return CheckedRow{DecisionStatus::kSettled, {}};
    AE_TRY(const bool shows, read_value(decision, *deal));
    if (shows) return CheckedRow{DecisionStatus::kSettled, {}};
    return CheckedRow{DecisionStatus::kDecided, decision};
  }

  Error error(DecisionColumn column, std::string code, Message message, Message hint) const {
    return {std::move(code),           std::move(message), std::move(hint),
            file_.place(row_, column), cell(column),       {}};
  }
  void at(std::size_t row) { row_ = row; }

 private:
  const std::string& cell(DecisionColumn column) const { return file_.cells(row_)[column]; }
  const std::string& value() const { return cell(DecisionColumn::kNewValue); }

  Result<CheckedRow> undecided(const DealNow* deal) const {
    if (deal == nullptr) return CheckedRow{DecisionStatus::kGone, {}};
    return CheckedRow{deal->state == DealState::kOpen ? DecisionStatus::kUndecided : DecisionStatus::kSettled,
                      {}};
  }

  Error unknown_disposition(const std::string& typed) const {
    Error fault =
        error(DecisionColumn::kDecision, "decision_unknown",
              Message{Text{"“{typed}” is nothing that can be decided", "“{typed}”不是可用的处置"}}.with(
                  "typed", typed),
              Text{"Write keep, re_date, re_stage, downgrade, close or merge; or leave it blank",
                   "请填写 保留、改期、改阶段、下调预测类别、关闭 或 合并；或留空"});
    std::vector<std::string_view> known;
    for (const Disposition each : enumerators<Disposition>()) {
      known.push_back(key(each));
      for (const Language language : kAllLanguages) known.push_back(name(each).in(language));
    }
    fault.did_you_mean = near_misses(typed, known);
    return fault;
  }

  /// A deal that has left the data after we wrote its row is history when that is what was asked for.
  Result<CheckedRow> absent(const std::string& id, Disposition disposition) const {
    const DecisionStatus before = decision_status_named(cell(DecisionColumn::kStatus));
    const bool was_done = before == DecisionStatus::kSettled || before == DecisionStatus::kGone;
    const bool goes = disposition == Disposition::kClose || disposition == Disposition::kMerge;
    if (was_done || (goes && before != DecisionStatus::kCount)) return CheckedRow{DecisionStatus::kGone, {}};
    Error fault = error(DecisionColumn::kId, "decision_unknown_deal",
                        Message{Text{"The data has no deal {id}", "数据中没有商机 {id}"}}.with("id", id),
                        Text{"Correct the id, or take the row out", "请更正编号，或删除该行"});
    fault.did_you_mean = near_misses(id, ids());
    return fail(std::move(fault));
  }

  std::vector<std::string_view> ids() const {
    std::vector<std::string_view> ids;
    for (const auto& [id, deal] : data_.deals) ids.push_back(id);
    return ids;
  }

  /// Fills the new value in; whether the data shows it already.
  Result<bool> read_value(DealDecision& decision, const DealNow& deal) const {
    const Disposition what = decision.disposition;
    if (what == Disposition::kKeep) return false;
    if (value().empty() && what != Disposition::kDowngrade) {
      return fail(error(
          DecisionColumn::kNewValue, "decision_needs_value",
          Message{Text{"{what} of {id} needs a new value: {value}", "对 {id}“{what}”须填写新值：{value}"}}
              .with("what", Message(name(what)))
              .with("id", decision.id)
              .with("value", Message(new_value_of(what))),
          Text{"Fill in new_value, or leave the decision blank", "请填写新值，或将处置留空"}));
    }
    switch (what) {
      case Disposition::kReDate:
        return read_close_date(decision, deal);
      case Disposition::kReStage:
        return read_stage(decision, deal);
      case Disposition::kDowngrade:
        return read_category(decision, deal);
      case Disposition::kMerge:
        return read_merge(decision);
      default:
        decision.reason = value();
        return false;
    }
  }

  Result<bool> read_close_date(DealDecision& decision, const DealNow& deal) const {
    const ingest::DateCell date = ingest::parse_date(value());
    std::set<Date> readings;
    for (const ingest::DateOrder order : enumerators<ingest::DateOrder>()) {
      const bool counts = date.year_first || !options_.date_order || *options_.date_order == order;
      if (counts && date.readings[order]) readings.insert(*date.readings[order]);
    }
    if (date.fault || date.number || readings.size() != 1) {
      const Message why = date.fault ? Message(*date.fault)
                          : readings.empty()
                              ? Message(Text{"not a date", "不是日期"})
                              : Message(Text{"it can be read as more than one day", "可读作不止一天"});
      return fail(error(
          DecisionColumn::kNewValue, "decision_date",
          Message{Text{"“{value}” is no date to close on: {why}", "“{value}”不能作为预计成交日期：{why}"}}
              .with("value", value())
              .with("why", why),
          Text{"Write it as 2026-03-31", "请写成 2026-03-31"}));
    }
    decision.close_date = *readings.begin();
    if (decision.close_date == deal.close) return true;
    if (decision.close_date >= as_of_) return false;
    return fail(error(
        DecisionColumn::kNewValue, "decision_date_past",
        Message{Text{"{date} lies before {as_of}, which counts as today", "{date} 早于作为今天的 {as_of}"}}
            .with("date", decision.close_date.iso())
            .with("as_of", as_of_.iso()),
        Text{"Write a date that is still to come", "请填写尚未到来的日期"}));
  }

  std::optional<Stage> stage_meant() const {
    if (const auto own = data_.stage_words.find(ingest::normalised_name(value()));
        own != data_.stage_words.end())
      return own->second;
    if (const Stage stage = stages_.find(value()); stage != Stage::kUnknown) return stage;
    return stage_named(value());
  }

  Result<bool> read_stage(DealDecision& decision, const DealNow& deal) const {
    const std::optional<Stage> stage = stage_meant();
    if (stage && state_of(*stage) == DealState::kOpen) {
      decision.stage = *stage;
      decision.stage_words = value();
      return deal.stage == *stage;
    }
    const Text message =
        stage ? Text{"“{value}” is a closed stage", "“{value}”是已关闭的阶段"}
              : Text{"“{value}” is no stage of the data or of the method", "“{value}”不是数据或方法中的阶段"};
    const Text hint =
        stage ? Text{"To give a deal up, decide close; a deal is won in its own system",
                     "放弃商机请填“关闭”；赢单请在原系统中登记"}
              : Text{"Write prospect, discovery, demo, proposal, negotiation, or the data's own word",
                     "请填写五个未结阶段之一，或数据中的写法"};
    Error fault =
        error(DecisionColumn::kNewValue, "decision_stage", Message{message}.with("value", value()), hint);
    if (!stage) {
      std::vector<std::string_view> known(data_.stages.begin(), data_.stages.end());
      for (const Stage each : kOpenStages) {
        known.push_back(key(each));
        for (const Language language : kAllLanguages) known.push_back(name(each).in(language));
      }
      fault.did_you_mean = near_misses(value(), known);
    }
    return fail(std::move(fault));
  }

  Result<bool> read_category(DealDecision& decision, const DealNow& deal) const {
    if (value().empty()) {
      const std::optional<ForecastCategory> weaker = one_weaker(deal.category);
      if (weaker) {
        decision.category = *weaker;
        return false;
      }
      return fail(error(DecisionColumn::kNewValue, "decision_category",
                        Message{Text{"{id} has no forecast category that could be one step weaker",
                                     "{id} 没有可再下调一级的预测类别"}}
                            .with("id", decision.id),
                        Text{"Write best_case, pipeline, upside or omitted", "请填写目标预测类别"}));
    }
    const auto& names = ingest::generic_preset().categories;
    const auto found = names.find(ingest::normalised_name(value()));
    if (found != names.end() && found->second <= ForecastCategory::kOmitted) {
      decision.category = found->second;
      if (deal.category != ForecastCategory::kNone && decision.category < deal.category) {
        return fail(error(DecisionColumn::kNewValue, "decision_category",
                          Message{Text{"{value} is not weaker than {now}", "{value} 并不弱于 {now}"}}
                              .with("value", Message(name(decision.category)))
                              .with("now", Message(name(deal.category))),
                          Text{"Write a weaker category, or leave it blank for one step down",
                               "请填写更弱的类别，或留空以下调一级"}));
      }
      return decision.category == deal.category;
    }
    Error fault = error(
        DecisionColumn::kNewValue, "decision_category",
        Message{Text{"“{value}” is no forecast category", "“{value}”不是预测类别"}}.with("value", value()),
        Text{"Write best_case, pipeline, upside or omitted; blank is one step down",
             "请填写目标预测类别；留空为下调一级"});
    std::vector<std::string_view> known;
    for (const ForecastCategory each : enumerators<ForecastCategory>()) {
      if (each > ForecastCategory::kOmitted) break;
      known.push_back(key(each));
      for (const Language language : kAllLanguages) known.push_back(name(each).in(language));
    }
    fault.did_you_mean = near_misses(value(), known);
    return fail(std::move(fault));
  }

  Result<bool> read_merge(DealDecision& decision) const {
    decision.into = value();
    if (decision.into == decision.id) {
      return fail(error(
          DecisionColumn::kNewValue, "decision_merge",
          Message{Text{"{id} cannot be merged into itself", "{id} 不能与自身合并"}}.with("id", decision.id),
          Text{"Write the id of the other deal, which stays", "请填写另一个要保留的商机编号"}));
    }
    if (data_.deals.contains(decision.into)) return false;
    Error fault = error(DecisionColumn::kNewValue, "decision_merge",
                        Message{Text{"The data has no deal {into} to merge {id} into",
                                     "数据中没有可供 {id} 并入的商机 {into}"}}
                            .with("into", decision.into)
                            .with("id", decision.id),
                        Text{"Write the id of the deal that stays", "请填写要保留的商机编号"});
    fault.did_you_mean = near_misses(decision.into, ids());
    return fail(std::move(fault));
  }

  const DecisionFile& file_;
  const DataNow& data_;
  const ingest::ReadOptions& options_;
  ingest::StageNames stages_;
  Date as_of_;
  std::size_t row_ = 0;
};

/// The first row whose deal is merged, over others, into itself.
std::optional<std::size_t> merge_circle(const std::vector<CheckedRow>& rows) {
  std::map<std::string, std::string> into;
  for (const CheckedRow& row : rows) {
    if (row.decision && row.decision->disposition == Disposition::kMerge)
      into[row.decision->id] = row.decision->into;
  }
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (!rows[at].decision) continue;
    const std::string& start = rows[at].decision->id;
    auto next = into.find(start);
    for (std::size_t steps = 0; next != into.end() && steps < into.size(); ++steps) {
      if (next->second == start) return at;
      next = into.find(next->second);
    }
  }
  return std::nullopt;
}

}  // namespace

DataNow data_now(const table::OpportunityTable& table) {
  DataNow data;
  std::set<std::string> stages;
  for (const table::OpportunityChunk& chunk : table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      const std::string words(chunk.text(OpportunityField::kStage).at(row));
      // Of a deal that another column calls closed, the words may name the open stage that it was last in.
      const Stage last = chunk.last_stage[row];
      const Stage stage = last != Stage::kUnknown ? last : chunk.stage[row];
      if (stage != Stage::kUnknown && stages.insert(words).second)
        data.stage_words.emplace(ingest::normalised_name(words), stage);
      const std::string id(chunk.text(OpportunityField::kId).at(row));
      if (id.empty()) continue;
      data.deals[id] = {chunk.state[row], chunk.stage[row], chunk.category[row],
                        chunk.dates(OpportunityField::kCloseDate)[row]};
    }
  }
  data.stages.assign(stages.begin(), stages.end());
  return data;
}

Result<std::vector<CheckedRow>> check_decisions(const DecisionFile& file, const DataNow& data,
                                                const ingest::ReadOptions& options, Date as_of) {
  RowCheck check(file, data, options, as_of);
  std::vector<CheckedRow> rows;
  for (std::size_t row = 0; row < file.rows(); ++row) {
    AE_TRY(CheckedRow checked, check.read(row));
    rows.push_back(std::move(checked));
  }
  if (const std::optional<std::size_t> circle = merge_circle(rows)) {
    check.at(*circle);
    return fail(check.error(
        DecisionColumn::kNewValue, "decision_merge",
        Message{Text{"{id} would be merged into itself over other deals", "{id} 经其他商机最终并入自身"}}
            .with("id", rows[*circle].decision->id),
        Text{"Decide which of the deals stays", "请确定保留哪一个商机"}));
  }
  return rows;
}

}  // namespace ae::app
