#include "ae/app/playbook_operation.h"

#include <algorithm>

#include "ae/app/load.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/base/near.h"
#include "ae/playbook/playbook_answer.h"
#include "ae/render/json_schema.h"

namespace ae::app {
namespace {

using playbook::PlaybookResult;
using playbook::Topic;

constexpr std::size_t kMostFound = 20;

/// What the words on the command line name: "negotiation#trade_dont_give".
struct Address {
  std::string topic;
  std::optional<std::string> section;
};

Address address_of(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : " ").append(word);
  const std::size_t mark = all.find('#');
  if (mark == std::string::npos) return {all, std::nullopt};
  return {all.substr(0, mark), all.substr(mark + 1)};
}

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return folded;
}

/// The topic of this id, or of this title in any language.
const Topic* topic_named(const std::vector<Topic>& topics, const std::string& name) {
  const auto is_named = [&](const Topic& topic) {
    return lower(topic.id) == lower(name) ||
           std::any_of(kAllLanguages.begin(), kAllLanguages.end(),
                       [&](Language language) { return lower(topic.title.in(language)) == lower(name); });
  };
  const auto found = std::find_if(topics.begin(), topics.end(), is_named);
  return found == topics.end() ? nullptr : &*found;
}

/// Ids and titles, in every language, that the name may be a slip of.
std::vector<std::string> near_topics(const std::vector<Topic>& topics, const std::string& name) {
  std::vector<std::string> names;
  for (const Topic& topic : topics) {
    names.push_back(topic.id);
    for (const Language language : kAllLanguages) names.push_back(topic.title.in(language));
  }
  return near_misses(name, std::vector<std::string_view>(names.begin(), names.end()));
}

Error unknown_topic(const std::vector<Topic>& topics, const std::string& name) {
  return {"unknown_topic",
          Message{Text{"The playbook has no topic \"{topic}\"", "销售手册中没有主题“{topic}”"}}.with("topic",
                                                                                                     name),
          Text{"`ae playbook` lists the topics; ae playbook --find WORDS searches them",
               "`ae playbook` 列出全部主题；ae playbook --find 词语 可搜索"},
          {},
          name,
          near_topics(topics, name)};
}

Error unknown_section(const Topic& topic, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const playbook::TopicSection& section : topic.sections) ids.emplace_back(section.id);
  std::vector<std::string> near = near_misses(id, ids);
  for (std::string& each : near) each.insert(0, topic.id + "#");
  return {"unknown_section",
          Message{Text{"The topic {topic} has no section \"{section}\"", "主题 {topic} 没有小节“{section}”"}}
              .with("topic", topic.id)
              .with("section", id),
          Message{Text{"`ae playbook {topic}` shows all of it", "`ae playbook {topic}` 显示全文"}}.with(
              "topic", topic.id),
          {},
          topic.id + "#" + id,
          std::move(near)};
}

Answer answer_of(PlaybookResult result, doc::Document document) {
  Answer answer;
  answer.document = std::move(document);
  answer.write_result = [result = std::move(result)](render::JsonWriter& json) {
    render::write_json(json, result);
  };
  return answer;
}

PlaybookResult result_with_topics(const std::vector<Topic>& topics) {
  PlaybookResult result;
  for (const Topic& topic : topics) result.topics.push_back(playbook::entry_of(topic));
  return result;
}

Answer search(PlaybookResult result, const std::vector<Topic>& topics, const std::string& words) {
  playbook::Found found = playbook::find(topics, words, kMostFound);
  result.words = words;
  result.found = std::move(found.hits);
  result.found_total = found.total;
  result.found_all_words = found.all_words;
  doc::Document document = playbook::search_document(result);
  return answer_of(std::move(result), std::move(document));
}

Result<Answer> show(PlaybookResult result, const std::vector<Topic>& topics, const Topic& topic,
                    const Address& address) {
  result.page = topic;
  if (address.section) {
    result.page->sections = playbook::section_of(topic, *address.section);
    if (result.page->sections.empty()) return fail(unknown_section(topic, *address.section));
  }
  doc::Document document = playbook::page_document(*result.page, topics);
  return answer_of(std::move(result), std::move(document));
}

/// What is no topic is searched for; the answer says so, and which topics may have been meant.
Result<Answer> search_instead(PlaybookResult result, const std::vector<Topic>& topics,
                              const Address& address) {
  if (address.section) return fail(unknown_topic(topics, address.topic));
  const std::string& name = address.topic;
  const std::vector<std::string> nearest = near_topics(topics, name);
  const playbook::Found found = playbook::find(topics, name, 1);
  const bool is_slip = !found.all_words && !nearest.empty();
  if (found.total == 0 || is_slip) return fail(unknown_topic(topics, name));
  Answer answer = search(std::move(result), topics, name);
  std::string near;
  for (const std::string& each : nearest) near.append(near.empty() ? "" : ", ").append(each);
  const Text text =
      near.empty() ? Text{"No topic is called \"{name}\", so the pages were searched for it",
                          "没有名为“{name}”的主题，因此改为在各页中搜索"}
                   : Text{"No topic is called \"{name}\", so the pages were searched for it; near: {near}",
                          "没有名为“{name}”的主题，因此改为在各页中搜索；相近主题：{near}"};
  answer.notes.push_back(
      {"no_such_topic", Severity::kInfo, Message{text}.with("name", name).with("near", near), {}});
  return answer;
}

Result<Answer> run_playbook(const Invocation& invocation, const Environment&) {
  AE_TRY(const Policy policy, load_policy_option(invocation.scope));
  const PlaybookOptions& options = invocation.playbook;
  const std::vector<Topic> topics = playbook::topics(policy);
  PlaybookResult result = result_with_topics(topics);
  const Address address = address_of(options.topic);
  const Topic* topic = topic_named(topics, address.topic);
  if (options.find) {
    if (!options.topic.empty() && topic == nullptr) return fail(unknown_topic(topics, address.topic));
    return search(std::move(result), topic != nullptr ? std::vector{*topic} : topics, *options.find);
  }
  if (options.topic.empty()) return answer_of(std::move(result), playbook::list_document(topics));
  if (topic == nullptr) return search_instead(std::move(result), topics, address);
  return show(std::move(result), topics, *topic, address);
}

}  // namespace

Operation playbook_operation() {
  Operation operation{
      "playbook",
      Text{"Playbook", "销售手册"},
      Text{"How is it done: discovery, negotiation, forecasting …?", "需求挖掘、谈判、销售预测等该怎么做？"},
      Effect::kReads,
      flags_with({"policy"}, &Invocation::playbook),
      "[TOPIC[#SECTION]]",
      "page",
      "ae playbook discovery --lang both",
      {},
      {}};
  set_schema<PlaybookResult>(operation);
  operation.run = run_playbook;
  return operation;
}

}  // namespace ae::app
