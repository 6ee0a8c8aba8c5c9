#pragma once

#include <string>
#include <string_view>

namespace ae::playbook {

/// `text` with each `[words](topic.md#section)` as "words → `topic#section`", which is what `ae playbook`
/// takes.
std::string with_topic_links(std::string_view text);

}  // namespace ae::playbook
