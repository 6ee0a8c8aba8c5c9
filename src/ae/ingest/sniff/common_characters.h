#pragma once

namespace ae::ingest {

/// Whether a character is among the 500 most frequent of Chinese, in simplified or traditional form. They
/// make up two thirds and more of a text that is Chinese, and a twentieth of one that is only taken for it.
bool is_common_hanzi(char32_t character);

}  // namespace ae::ingest
