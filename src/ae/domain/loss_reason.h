#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/text.h"

/// Why deals are lost: a taxonomy of two levels (content/loss_reasons.toml) that the words of any source are
/// sorted into, so that "Too expensive", "price" and 价格太高 are one thing.
namespace ae {

struct LossTheme {
  std::string key;
  Text name;
  std::vector<std::string> words;  ///< folded; a reason belongs here when it holds one of them
};

struct LossGroup {
  std::string key;
  Text name;
  Text next;  ///< what to check when much is lost for it
  std::vector<LossTheme> themes;
};

/// Where a reason belongs.
struct LossClass {
  const LossGroup* group;
  const LossTheme* theme;
};

/// Every group in the order of the file, which is the order of matching.
const std::vector<LossGroup>& loss_groups();

/// The first theme one of whose words the reason holds (whole words of Latin script, any part of a Chinese
/// text); nullopt when none does.
std::optional<LossClass> classify_loss(std::string_view reason);

/// The group with this key; nullptr when there is none.
const LossGroup* find_loss_group(std::string_view key);

/// A reason as it is compared: lower case in ASCII, runs of blanks, '-' and '_' as one blank, none at the
/// ends.
std::string folded_reason(std::string_view reason);

}  // namespace ae
