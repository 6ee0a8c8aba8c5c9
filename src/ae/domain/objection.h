#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ae/base/text.h"

/// What buyers object, and what to do about it: content/method/objections.toml.
namespace ae {

struct Objection {
  std::string id;
  Text name;
  std::vector<Text> heard;    ///< how buyers say it
  Text intent;                ///< what is meant by it
  Text response;              ///< what to do
  std::vector<Text> probing;  ///< what to ask before answering
  std::vector<Text> proof;    ///< what to bring
  std::vector<Text> avoid;    ///< what makes it worse
};

/// What is done about every objection, in order.
struct ObjectionStep {
  std::string id;
  Text name;
  Text did;  ///< what counts as having done it
};

const std::vector<ObjectionStep>& objection_steps();

/// All of them in the order of the content; the same objects every time.
const std::vector<Objection>& objections();

/// By its id; nullptr when there is none.
const Objection* objection(std::string_view id);

/// By its id, or by its name in any language, letters of either case alike; nullptr when there is none.
const Objection* objection_named(std::string_view word);

}  // namespace ae
