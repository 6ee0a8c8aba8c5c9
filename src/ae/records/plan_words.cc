#include "ae/records/plan_words.h"

#include <algorithm>
#include <initializer_list>

#include "ae/domain/plan_values.h"
#include "ae/records/plan_text.h"

namespace ae::records {
namespace {

constexpr Text kTitle{"Account plan", "客户账户规划"};

/// Without what stands in brackets at its end, and without a colon.
std::string bare(std::string_view words) {
  words = plan_trimmed(words);
  for (const std::string_view colon : {":", "："}) {
    if (words.ends_with(colon)) words.remove_suffix(colon.size());
  }
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    const std::size_t at = words.ends_with(close) ? words.rfind(open) : std::string_view::npos;
    if (at != std::string_view::npos && at > 0) words = words.substr(0, at);
  }
  return plan_folded(words);
}

/// Whether every piece of `words` parted by " / " is one that `known` accepts.
template <typename Known>
bool each_piece(std::string_view words, Known known) {
  for (;;) {
    const std::size_t end = std::min(words.find(" / "), words.size());
    if (!known(bare(words.substr(0, end)))) return false;
    if (end == words.size()) return true;
    words.remove_prefix(end + 3);
  }
}

bool says(const Text& text, const std::string& words) {
  return std::any_of(kAllLanguages.begin(), kAllLanguages.end(),
                     [&](Language language) { return bare(text.in(language)) == words; });
}

struct Also {
  std::string_view key;
  std::initializer_list<std::string_view> words;
};

bool says_also(std::initializer_list<Also> table, std::string_view key, const std::string& words) {
  return std::any_of(table.begin(), table.end(), [&](const Also& also) {
    return also.key == key && std::find(also.words.begin(), also.words.end(), words) != also.words.end();
  });
}

bool is_part(PlanPart part, const std::string& words) {
  return words == key(part) || says(name(part), words) ||
         says_also({{"overview", {"overview", "客户概况", "概况"}},
                    {"health", {"health", "客户健康度", "健康度"}},
                    {"relationships", {"relationships", "关系地图", "客户关系图谱"}},
                    {"opportunity", {"opportunities", "商机评估"}},
                    {"whitespace", {"white space", "空白机会", "潜在空间"}},
                    {"products", {"products", "当前产品", "在用产品"}},
                    {"expansion", {"expansion", "扩展机会"}},
                    {"strategy", {"strategy", "客户策略", "策略"}},
                    {"short_term", {"short term", "90 days", "短期目标"}},
                    {"long_term", {"long term", "12 months", "长期目标"}},
                    {"actions", {"actions", "action items", "行动"}},
                    {"risks", {"risk", "risks and mitigation", "风险与缓解措施"}}},
                   key(part), words);
}

bool is_column(const PlanColumn& column, const std::string& words) {
  return column.key == words || says(column.name, words) ||
         says_also({{"name", {"contact", "who", "联系人", "名字"}},
                    {"title", {"job title", "position", "职务", "头衔"}},
                    {"relationship", {"role", "buying role", "角色"}},
                    {"influence", {"influence level", "影响"}},
                    {"owner", {"who", "responsible", "责任人"}},
                    {"date", {"due", "due date", "deadline", "by", "截止日期", "到期日", "完成日期"}},
                    {"mitigation", {"response", "应对措施", "应对"}},
                    {"close_date", {"close", "成交日期"}}},
                   column.key, words);
}

}  // namespace

std::optional<PlanPart> part_named(std::string_view heading) {
  for (const PlanPart part : enumerators<PlanPart>()) {
    if (each_piece(heading, [&](const std::string& words) { return is_part(part, words); })) return part;
  }
  return std::nullopt;
}

std::optional<std::size_t> column_named(PlanPart part, std::string_view header) {
  const std::span<const PlanColumn> columns = columns_of(part);
  for (std::size_t at = 0; at < columns.size(); ++at) {
    if (each_piece(header, [&](const std::string& words) { return is_column(columns[at], words); }))
      return at;
  }
  return std::nullopt;
}

std::optional<OverviewField> overview_field_named(std::string_view words) {
  for (const OverviewField field : enumerators<OverviewField>()) {
    const auto is_it = [&](const std::string& piece) {
      return key(field) == piece || says(name(field), piece);
    };
    if (each_piece(words, is_it)) return field;
  }
  return std::nullopt;
}

std::string account_of_title(std::string_view title) {
  title = plan_trimmed(title);
  for (std::size_t at = 0; at < title.size(); ++at) {
    const std::size_t colon = title[at] == ':' ? 1 : title.substr(at, 3) == "：" ? 3 : 0;
    if (colon == 0) continue;
    if (each_piece(title.substr(0, at), [](const std::string& words) { return says(kTitle, words); }))
      return plan_text_of(title.substr(at + colon));
    break;
  }
  if (each_piece(title, [](const std::string& words) { return says(kTitle, words); })) return {};
  return plan_text_of(title);
}

std::string title_of(std::string_view account, const Languages& languages) {
  return in_all(kTitle, languages) + ": " +
         (account.empty() ? plan_placeholder(languages) : plan_markdown_of(account));
}

}  // namespace ae::records
