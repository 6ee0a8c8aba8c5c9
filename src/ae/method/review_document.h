#pragma once

#include "ae/doc/document.h"
#include "ae/method/review_finding.h"

/// How the items of a review read, weekly and monthly.
namespace ae::method {

/// The items in one table: what a meeting goes through, with count and money.
doc::Table agenda_table(const std::vector<ReviewItem>& items);

/// One item: its deals worst first, with what was found and what is suggested; what the file lacks for more.
doc::Section item_section(const ReviewItem& item);

/// "one; other".
Message joined(const Message& one, const Message& other);

}  // namespace ae::method
