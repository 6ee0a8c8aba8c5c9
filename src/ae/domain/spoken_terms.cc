#include "ae/domain/spoken_terms.h"

#include <algorithm>

#include "ae/base/utf8.h"

namespace ae {
namespace {

constexpr std::size_t kShortestStem = 4;
constexpr std::string_view kEndings[] = {"s", "es", "d", "ed", "r", "er", "ing", "ly", "ment", "ation"};

/// Whether one is the other with an ending.
bool are_forms_of_one(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  return one.size() >= kShortestStem && other.starts_with(one) &&
         std::find(std::begin(kEndings), std::end(kEndings), other.substr(one.size())) != std::end(kEndings);
}

bool is_chinese(char32_t code) {
  return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3FFFF);
}

bool is_apostrophe(char32_t code) { return code == U'\'' || code == 0x2019; }

/// Letters and digits of ASCII, and the letters of other alphabets as they stand.
bool is_of_word(char32_t code) {
  return (code >= U'0' && code <= U'9') || (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') ||
         (code >= 0xC0 && code < 0x2000);
}

constexpr std::string_view kSmallWords[] = {
    "a",     "about", "all",   "am",   "an",    "and",   "any",  "are",  "as",    "at",    "be",
    "been",  "but",   "by",    "can",  "could", "did",   "do",   "does", "for",   "from",  "get",
    "had",   "has",   "have",  "he",   "her",   "here",  "how",  "i",    "if",    "in",    "into",
    "is",    "it",    "its",   "just", "let",   "like",  "me",   "more", "my",    "no",    "not",
    "of",    "on",    "or",    "our",  "ours",  "out",   "she",  "so",   "some",  "than",  "that",
    "thats", "the",   "their", "them", "then",  "there", "they", "this", "those", "to",    "too",
    "up",    "us",    "very",  "was",  "way",   "we",    "were", "what", "when",  "where", "which",
    "who",   "why",   "will",  "with", "would", "you",   "your", "youre"};

class TermCollector {
 public:
  void add(const Character& character, std::string_view bytes) {
    if (character.valid && is_chinese(character.code)) {
      end_word();
      add_chinese(bytes);
    } else if (character.valid && is_of_word(character.code)) {
      end_run();
      for (const char byte : bytes)
        word_ += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    } else if (!is_apostrophe(character.code)) {
      end_word();
      end_run();
    }
  }

  std::vector<SpokenTerm> finish() && {
    end_word();
    end_run();
    return std::move(terms_);
  }

 private:
  void add_chinese(std::string_view bytes) {
    if (!last_.empty()) put({last_ + std::string(bytes), true});
    ++run_;
    last_ = bytes;
  }

  void end_word() {
    if (!word_.empty()) put({std::move(word_), false});
    word_.clear();
  }

  void end_run() {
    if (run_ == 1) put({last_, true});
    run_ = 0;
    last_.clear();
  }

  void put(SpokenTerm term) {
    if (std::find(terms_.begin(), terms_.end(), term) == terms_.end()) terms_.push_back(std::move(term));
  }

  std::vector<SpokenTerm> terms_;
  std::string word_;
  std::string last_;     ///< the Chinese character before
  std::size_t run_ = 0;  ///< Chinese characters in a row
};

}  // namespace

std::vector<SpokenTerm> spoken_terms(std::string_view said) {
  TermCollector collector;
  for_each_character(
      said, [&](const Character& character, std::string_view bytes) { collector.add(character, bytes); });
  return std::move(collector).finish();
}

bool is_small_word(const SpokenTerm& term) {
  return std::binary_search(std::begin(kSmallWords), std::end(kSmallWords), std::string_view(term.text));
}

bool is_found_in(const SpokenTerm& said, const SpokenTerm& text) {
  if (said == text) return true;
  if (said.is_chinese != text.is_chinese) return false;
  if (!said.is_chinese) return are_forms_of_one(said.text, text.text);
  const bool is_alone = first_character(said.text).bytes == said.text.size();
  return is_alone && text.text.find(said.text) != std::string::npos;
}

}  // namespace ae
