#include "ae/table/text_column.h"

namespace ae::table {

TextColumn::TextColumn() {
  words_.push_back(std::make_shared<const std::string>());
  code_of_word_.emplace(*words_.front(), kEmpty);
}

void TextColumn::append(std::string_view words) {
  if (const auto known = code_of_word_.find(words); known != code_of_word_.end()) {
    codes_.push_back(known->second);
    return;
  }
  const auto code = static_cast<std::uint32_t>(words_.size());
  words_.push_back(std::make_shared<const std::string>(words));
  code_of_word_.emplace(*words_.back(), code);
  codes_.push_back(code);
}

}  // namespace ae::table
