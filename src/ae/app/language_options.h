#pragma once

#include <optional>

#include "ae/app/flag.h"

namespace ae::app {

/// Which texts are held against the languages.
struct LanguageOptions {
  std::optional<FilePath> content;

  static constexpr auto fields() {
    return std::tuple{flag("content", &LanguageOptions::content, "DIR",
                           Text{"Check the content in the folder DIR instead of what is built in",
                                "检查文件夹 DIR 中的内容，而不是内置内容"})};
  }
};

}  // namespace ae::app
