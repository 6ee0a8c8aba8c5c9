#include "ae/method/monthly_review.h"
#include "ae/method/review_document.h"

namespace ae::method {

doc::Document monthly_document(const MonthlyReview& review) {
  doc::Document document{Text{"Monthly review", "每月复盘"}, {}, {}};
  document.sections.push_back({"agenda", Text{"Agenda", "议程"}, {agenda_table(review.items)}, {}});
  for (std::size_t at = 0; at < review.items.size(); ++at) {
    doc::Section section = item_section(review.items[at]);
    section.blocks.insert(section.blocks.end(), review.blocks[at].begin(), review.blocks[at].end());
    document.sections.push_back(std::move(section));
  }
  return document;
}

}  // namespace ae::method
