#include "ae/records/plan_refill.h"

#include <algorithm>

#include "ae/base/assert.h"
#include "ae/domain/plan_values.h"
#include "ae/records/plan_file.h"
#include "ae/records/plan_mark.h"
#include "ae/records/plan_text.h"
#include "ae/records/plan_words.h"
#include "ae/records/table_refill.h"

namespace ae::records {
namespace {

bool is_blank_line(const std::string& line) { return plan_trimmed(line).empty(); }

std::vector<std::string> lines_with(std::string_view text, std::string_view line_end) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(std::string(text.substr(0, end)) + std::string(line_end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string region_mark(std::string_view which, std::string_view name) {
  return "<!-- ae:" + std::string(which) + " " + std::string(name) + " -->";
}

}  // namespace

Result<PlanRefill> PlanRefill::begin(std::string_view bytes, const std::string& source, Languages languages) {
  PlanRefill refill;
  refill.source_ = source;
  refill.languages_ = std::move(languages);
  AE_TRY(refill.layout_, lay_out_plan(bytes, source));
  for (const PlanPart part : enumerators<PlanPart>()) {
    if (refill.layout_.find(part) == nullptr) refill.add_part(part);
  }
  return refill;
}

void PlanRefill::lay_out_again() {
  std::string all;
  for (const std::string& line : layout_.lines) all += line;
  Result<PlanLayout> layout = lay_out_plan(all, source_);
  AE_ASSERT(layout.has_value());  // what is filled in is escaped
  layout_ = *std::move(layout);
}

void PlanRefill::insert(std::size_t at, std::string_view text) {
  if (at > 0 && !layout_.lines[at - 1].ends_with('\n')) layout_.lines[at - 1] += layout_.line_end;
  const std::vector<std::string> lines = lines_with(text, layout_.line_end);
  layout_.lines.insert(layout_.lines.begin() + static_cast<std::ptrdiff_t>(at), lines.begin(), lines.end());
  lay_out_again();
}

/// Behind its last line that holds something; before the marks of what data filled in.
std::size_t PlanRefill::last_place_in(const PlanSegment& segment) const {
  std::size_t at = segment.end;
  if (layout_.filled_begin >= segment.begin && layout_.filled_begin < at) at = layout_.filled_begin;
  while (at > segment.begin + 1 && is_blank_line(layout_.lines[at - 1])) --at;
  return at;
}

/// Before the next part of the template that is there, else at the end.
void PlanRefill::add_part(PlanPart part) {
  const std::string text = write_part({}, part, languages_);
  for (auto later = static_cast<std::size_t>(part) + 1; later < static_cast<std::size_t>(PlanPart::kCount);
       ++later) {
    const PlanSegment* next = layout_.find(static_cast<PlanPart>(later));
    if (next == nullptr) continue;
    insert(next->begin, text + "\n");
    return;
  }
  insert(last_place_in(layout_.segments.back()), "\n" + text);
}

void PlanRefill::name_account(std::string_view account) {
  if (!layout_.account.empty() || account.empty()) return;
  const auto title = std::find_if(layout_.segments.begin(), layout_.segments.end(),
                                  [](const PlanSegment& segment) { return segment.is_title; });
  if (title == layout_.segments.end()) return;
  layout_.lines[title->begin] = "# " + title_of(account, languages_) + layout_.line_end;
  lay_out_again();
}

void PlanRefill::fill_table(PlanPart part, const std::vector<PlanRow>& data) {
  if (!layout_.find(part)->table) {
    // A heading whose table someone took away, or wrote in words that are not known.
    const std::string whole = write_part({}, part, languages_);
    insert(layout_.find(part)->begin + 1, whole.substr(whole.find('\n') + 1));
  }
  filled_tables_.insert(part);
  TableRefill table(part, layout_, languages_);
  table.fill(data, marks_, notes_);
  lay_out_again();
}

bool PlanRefill::has_region(std::string_view name) const {
  return std::any_of(layout_.regions.begin(), layout_.regions.end(),
                     [&](const PlanRegion& region) { return region.name == name; });
}

void PlanRefill::fill_region(PlanPart part, const std::string& name, std::string_view markdown) {
  filled_regions_.insert(name);
  std::string typed;
  const auto found = std::find_if(layout_.regions.begin(), layout_.regions.end(),
                                  [&](const PlanRegion& region) { return region.name == name; });
  std::size_t at = 0;
  const bool is_new = found == layout_.regions.end();
  if (is_new) {
    at = last_place_in(*layout_.find(part));
  } else {
    at = found->begin;
    for (std::size_t line = found->begin + 1; line < found->end; ++line) {
      const std::string_view words = plan_trimmed(layout_.lines[line]);
      if (!words.empty() && !layout_.filled.contains(line_mark(name, words)))
        typed += std::string(words) + "\n";
    }
    layout_.lines.erase(layout_.lines.begin() + static_cast<std::ptrdiff_t>(found->begin),
                        layout_.lines.begin() + static_cast<std::ptrdiff_t>(found->end) + 1);
  }
  for (const std::string& line : lines_with(markdown, "")) {
    if (!plan_trimmed(line).empty()) marks_.insert(line_mark(name, plan_trimmed(line)));
  }
  std::string text = (is_new ? "\n" : "") + region_mark("begin", name) + "\n\n" + std::string(markdown) +
                     "\n" + region_mark("end", name) + "\n";
  if (!typed.empty()) text += "\n" + typed;
  insert(at, text);
}

/// Marks of the tables and regions that were not filled now, as far as they still say what data said.
std::set<std::string> PlanRefill::marks_left() const {
  std::set<std::string> left;
  const auto keep = [&](std::string mark) {
    if (layout_.filled.contains(mark)) left.insert(std::move(mark));
  };
  for (const PlanSegment& segment : layout_.segments) {
    if (!segment.part || !segment.table || filled_tables_.contains(*segment.part)) continue;
    for (const std::string& mark : marks_in(layout_, *segment.part, *segment.table)) keep(mark);
  }
  for (const PlanRegion& region : layout_.regions) {
    if (filled_regions_.contains(region.name)) continue;
    for (std::size_t line = region.begin + 1; line < region.end; ++line)
      keep(line_mark(region.name, plan_trimmed(layout_.lines[line])));
  }
  return left;
}

std::string PlanRefill::bytes() const {
  std::set<std::string> marks = marks_left();
  marks.insert(marks_.begin(), marks_.end());
  constexpr std::size_t kOnALine = 12;
  std::string comment =
      "<!-- ae:filled Marks of what data filled in. ae follows the data there and keeps what you type; leave "
      "them.";
  std::size_t count = 0;
  for (const std::string& mark : marks) comment.append(count++ % kOnALine == 0 ? "\n" : " ").append(mark);
  comment += " -->\n";

  std::string all;
  for (std::size_t line = 0; line < layout_.filled_begin; ++line) all += layout_.lines[line];
  if (!all.empty() && !all.ends_with('\n')) all += layout_.line_end;
  const bool is_new = layout_.filled_begin == layout_.lines.size();
  if (is_new && !marks.empty()) all += layout_.line_end;
  if (!is_new || !marks.empty()) {
    for (const std::string& line : lines_with(comment, layout_.line_end)) all += line;
  }
  for (std::size_t line = layout_.filled_end; line < layout_.lines.size(); ++line) all += layout_.lines[line];
  return all;
}

}  // namespace ae::records
