// The part of the account plan's document that says what is bought and what could be: the whitespace matrix
// and the products.

#include "ae/domain/plan_values.h"
#include "ae/method/account_plan_document.h"
#include "ae/method/plan_cells.h"

namespace ae::method {
namespace {

using doc::Block;
using doc::Cell;
using doc::Mood;
using doc::Value;

/// The one currency of all amounts of the matrix, which is then said once; nullopt: each says its own.
std::optional<Currency> common_currency(const std::vector<SpaceCell>& cells) {
  std::optional<Currency> common;
  for (const SpaceCell& cell : cells) {
    for (const std::optional<Money>& amount : {cell.won, cell.open, cell.list_price}) {
      if (!amount) continue;
      if (common && *common != amount->currency) return std::nullopt;
      common = amount->currency;
    }
  }
  return common;
}

/// Writes the cells of the whitespace matrix.
class SpaceWords {
 public:
  explicit SpaceWords(const std::vector<SpaceCell>& cells) : common_(common_currency(cells)) {}

  /// "✓ 66,250 ◐ 48,000": bought, and open; "○ 24,000 ✗": neither, what one costs by the
  /// list, and that a deal was lost there.
  Cell cell(const SpaceCell& cell) const {
    std::string said;
    if (cell.won_deals > 0) said = "✓ " + amount(cell.won);
    if (cell.open_deals > 0) said += (said.empty() ? "◐ " : " ◐ ") + amount(cell.open);
    if (cell.state == SpaceState::kWhitespace) said = "○ " + amount(cell.list_price);
    if (cell.state == SpaceState::kWhitespace && cell.lost_deals > 0) said += " ✗";
    return Value(Message::verbatim(said));
  }

  Message legend() const {
    const Message marks =
        Text{"✓ bought · ◐ in the pipeline · ○ whitespace, at the list price of one · ✗ lost before",
             "✓ 已购 · ◐ 商机跟进中 · ○ 潜在空间（按单份标价） · ✗ 曾丢单"};
    if (!common_ || common_->is_none()) return marks;
    return Message{Text{"{marks} · in {currency}", "{marks} · 币种 {currency}"}}
        .with("marks", marks)
        .with("currency", common_->code());
  }

 private:
  std::string amount(const std::optional<Money>& amount) const {
    if (!amount) return "?";
    std::string words = plan_words(*amount);
    const std::size_t code = common_ && !common_->is_none() ? common_->code().size() + 1 : 0;
    return words.erase(words.starts_with('-') ? 1 : 0, code);
  }

  std::optional<Currency> common_;
};

/// One unit that has no name is the account itself.
Message unit_name(const std::string& unit) {
  return unit.empty() ? Message(Text{"Not said", "未写明"}) : Message::verbatim(unit);
}

}  // namespace

std::vector<Block> whitespace_blocks(const AccountPlanResult& result) {
  const Assessment& made = result.opportunity;
  if (made.whitespace.empty()) {
    return {doc::Paragraph{Text{"to fill in: needs a price list or deals that name their product",
                                "待填写：需要价格表，或写明产品的商机"},
                           Mood::kWarning}};
  }
  doc::Table table;
  table.columns.push_back({Text{"Product", "产品"}, {}});
  std::vector<std::string> units;
  for (const SpaceCell& cell : made.whitespace) {
    if (cell.product != made.whitespace.front().product) break;
    table.columns.push_back({unit_name(cell.unit), {}});
    units.push_back(cell.unit);
  }
  const SpaceWords words_of(made.whitespace);
  for (const SpaceCell& cell : made.whitespace) {
    if (cell.unit == units.front()) {
      table.rows.emplace_back();
      table.rows.back().push_back(words(cell.product));
    }
    table.rows.back().push_back(words_of.cell(cell));
  }
  table.footnote = words_of.legend();
  doc::KeyFigures figures;
  figures.figures.push_back(
      {Text{"Whitespace", "潜在业务空间"},
       doc::cell(made.whitespace_amount),
       Message{Text{"{cells} of {all} fields of the matrix; without a list price: {without}",
                    "矩阵 {all} 格中 {cells} 格；无标价 {without} 格"}}
           .with("cells", made.whitespace_cells)
           .with("all", static_cast<std::int64_t>(made.whitespace.size()))
           .with("without", made.whitespace_without_price),
       {}});
  return {figures, table};
}

std::vector<Block> product_blocks(const AccountPlanResult& result) {
  if (result.opportunity.current_products.empty())
    return {doc::Paragraph{Text{"No deal with the account has been won", "该账户尚无赢单"}, Mood::kNeutral}};
  doc::Table table;
  table.columns = {{Text{"Product", "产品"}, {}},
                   {Text{"Unit", "业务单元"}, {}},
                   {Text{"Deals won", "赢单数"}, {}},
                   {Text{"Amount won", "赢单金额"}, {}},
                   {Text{"Latest", "最近一次"}, {}}};
  for (const CurrentProduct& product : result.opportunity.current_products) {
    table.rows.push_back(
        {product.product.empty() ? Cell(Value(Message(Text{"Not said", "未写明"}))) : words(product.product),
         Value(unit_name(product.unit)), Value(doc::Count{product.deals}), doc::cell(product.won),
         doc::cell(product.last_won)});
  }
  return {table};
}

}  // namespace ae::method
