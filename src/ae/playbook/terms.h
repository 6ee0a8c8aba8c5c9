#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ae::playbook {

/// What a text is found by: the stem of a word in lower case ("objections" and "Objecting" are "object"), or
/// two neighbouring Chinese characters; one, where it stands alone.
struct Term {
  std::string text;
  std::size_t begin = 0, end = 0;  ///< bytes of the text that it stands for
};

/// The terms of a text in order. Chinese needs no words for it: 预算决策 has 预算, 算决 and 决策, so what is
/// searched for is found wherever all its pairs are.
std::vector<Term> terms_of(std::string_view text);

/// The terms to search for: those of the query, each once, without words that every text has ("the", "how"),
/// unless there are no others.
std::vector<std::string> terms_of_query(std::string_view query);

/// Whether a term of a text answers a term of a query: the same, or begun by it where it is a longer word; a
/// single Chinese character is answered by any pair with it.
bool answers(std::string_view term, std::string_view sought);

}  // namespace ae::playbook
