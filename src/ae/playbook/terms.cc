#include "ae/playbook/terms.h"

#include <algorithm>

#include "ae/base/utf8.h"

namespace ae::playbook {
namespace {

bool is_chinese(char32_t code) {
  return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3FFFF);
}

/// Fullwidth letters and digits as the plain ones; large letters as small ones.
char32_t folded(char32_t code) {
  constexpr char32_t kFullwidth = 0xFEE0;
  if (code >= 0xFF10 && code <= 0xFF5A) code -= kFullwidth;
  return code >= U'A' && code <= U'Z' ? code - U'A' + U'a' : code;
}

bool is_word(char32_t code) {
  return (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9') ||
         (code >= 0xC0 && code < 0x2000 && code != 0xD7 && code != 0xF7);
}

bool is_apostrophe(char32_t code) { return code == U'\'' || code == 0x2019; }

bool take_end(std::string& word, std::string_view end, std::size_t least_left) {
  if (!word.ends_with(end) || word.size() < end.size() + least_left) return false;
  word.resize(word.size() - end.size());
  return true;
}

/// Takes plural, -ing, -ed and the ends that nouns and verbs of one root differ by. No dictionary: what
/// matters is that the forms of one word meet.
std::string stem(std::string word) {
  constexpr std::size_t kLeast = 3;
  if (word.ends_with("ies") && word.size() > kLeast + 1) {
    word.replace(word.size() - 3, 3, "y");
  } else if (!word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")) {
    take_end(word, "s", kLeast);
  }
  if (take_end(word, "ing", kLeast) || take_end(word, "ed", kLeast)) {
    const std::size_t size = word.size();
    const bool doubled =
        size > kLeast && word[size - 1] == word[size - 2] && word.back() != 's' && word.back() != 'l';
    if (doubled) word.pop_back();
  }
  if (word.ends_with("tion") || word.ends_with("sion")) take_end(word, "ion", kLeast + 1);
  take_end(word, "e", kLeast);
  return word;
}

class Terms {
 public:
  explicit Terms(std::string_view text) : text_(text) {}

  std::vector<Term> take() {
    std::size_t at = 0;
    for_each_character(text_, [&](const Character& character, std::string_view bytes) {
      add(character, bytes, at);
      at += bytes.size();
    });
    end_word(text_.size());
    end_run();
    return std::move(terms_);
  }

 private:
  void add(const Character& character, std::string_view bytes, std::size_t at) {
    const char32_t code = folded(character.code);
    if (is_chinese(code)) {
      end_word(at);
      run_.push_back(at);
      run_end_ = at + bytes.size();
      return;
    }
    end_run();
    if (is_word(code)) {
      if (word_.empty()) begin_ = at;
      if (code < 0x80) {
        word_ += static_cast<char>(code);
      } else {
        word_ += bytes;
      }
    } else if (word_.empty() || !is_apostrophe(code)) {
      end_word(at);
    }
  }

  void end_word(std::size_t end) {
    if (!word_.empty()) terms_.push_back({stem(std::move(word_)), begin_, end});
    word_.clear();
  }

  /// The pairs of a run of Chinese characters.
  void end_run() {
    run_.push_back(run_end_);
    const std::size_t characters = run_.size() - 1;
    if (characters == 1) add_pair(0, 1);
    for (std::size_t first = 0; first + 2 <= characters; ++first) add_pair(first, first + 2);
    run_.clear();
  }
  void add_pair(std::size_t first, std::size_t end) {
    terms_.push_back(
        {std::string(text_.substr(run_[first], run_[end] - run_[first])), run_[first], run_[end]});
  }

  std::string_view text_;
  std::vector<Term> terms_;
  std::string word_;
  std::size_t begin_ = 0;
  std::vector<std::size_t> run_;  ///< where each character of the run begins
  std::size_t run_end_ = 0;
};

bool is_common(std::string_view term) {
  static constexpr std::string_view kCommon[] = {
      "a",    "an", "and", "are",  "at",   "be",  "by",  "can",  "do",  "doe",  "for", "how",
      "i",    "if", "in",  "is",   "it",   "of",  "on",  "or",   "our", "that", "the", "they",
      "this", "to", "we",  "what", "when", "who", "why", "with", "you", "your", "my"};
  return std::find(std::begin(kCommon), std::end(kCommon), term) != std::end(kCommon);
}

}  // namespace

std::vector<Term> terms_of(std::string_view text) { return Terms(text).take(); }

std::vector<std::string> terms_of_query(std::string_view query) {
  std::vector<std::string> all;
  for (Term& term : terms_of(query)) {
    if (std::find(all.begin(), all.end(), term.text) == all.end()) all.push_back(std::move(term.text));
  }
  std::vector<std::string> telling;
  std::copy_if(all.begin(), all.end(), std::back_inserter(telling),
               [](const std::string& term) { return !is_common(term); });
  return telling.empty() ? all : telling;
}

bool answers(std::string_view term, std::string_view sought) {
  constexpr std::size_t kOneChineseCharacter = 3;
  constexpr std::size_t kBeginsWord = 4;
  if (term == sought) return true;
  const bool is_plain = !sought.empty() && static_cast<unsigned char>(sought.front()) < 0x80;
  if (is_plain) return sought.size() >= kBeginsWord && term.starts_with(sought);
  return sought.size() == kOneChineseCharacter && is_chinese(first_character(sought).code) &&
         term.find(sought) != std::string_view::npos;
}

}  // namespace ae::playbook
