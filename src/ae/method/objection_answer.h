#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/deal_record.h"
#include "ae/domain/objection_search.h"

/// What `ae objection list`, `find`, `show` and `log` answer.
namespace ae::method {

struct ListedObjection {
  std::string objection;
  Message name;
  Message heard;
  Message question;

  static constexpr auto fields() {
    return std::tuple{
        field("objection", &ListedObjection::objection, Text{"Id of the objection", "异议编号"}),
        field("name", &ListedObjection::name, Text{"Name", "名称"}),
        field("heard", &ListedObjection::heard, Text{"One way in which buyers say it", "客户的一种说法"}),
        field("question", &ListedObjection::question, Text{"What to ask first", "首先要问的"})};
  }
};

struct ObjectionListResult {
  std::vector<ListedObjection> objections;

  static constexpr auto fields() {
    return std::tuple{field("objections", &ObjectionListResult::objections,
                            Text{"The objections of the method", "方法中的各种异议"})};
  }
};

ObjectionListResult list_objections();
doc::Document objection_list_document(const ObjectionListResult& result);

/// One objection, whole.
struct ObjectionShowResult {
  std::string objection;
  Message name;
  std::vector<Message> heard;
  Message intent;
  std::vector<Message> probing;
  Message response;
  std::vector<Message> proof, avoid;

  static constexpr auto fields() {
    return std::tuple{
        field("objection", &ObjectionShowResult::objection, Text{"Id of the objection", "异议编号"}),
        field("name", &ObjectionShowResult::name, Text{"Name", "名称"}),
        field("heard", &ObjectionShowResult::heard, Text{"How buyers say it", "客户的说法"}),
        field("intent", &ObjectionShowResult::intent, Text{"What is meant by it", "言外之意"}),
        field("probing", &ObjectionShowResult::probing, Text{"What to ask before answering", "回应前要问的"}),
        field("response", &ObjectionShowResult::response, Text{"How to answer", "如何回应"}),
        field("proof", &ObjectionShowResult::proof, Text{"What to bring", "要准备的佐证"}),
        field("avoid", &ObjectionShowResult::avoid, Text{"What makes it worse", "要避免的"})};
  }
};

ObjectionShowResult show_objection(const Objection& objection);
doc::Document objection_show_document(const ObjectionShowResult& result);

/// One objection that may be meant.
struct FoundObjection {
  std::string objection;
  Message name;
  Ratio share;
  bool close = false;
  Message heard;
  Message intent;
  Message question;

  static constexpr auto fields() {
    return std::tuple{
        field("objection", &FoundObjection::objection, Text{"Id of the objection", "异议编号"}),
        field("name", &FoundObjection::name, Text{"Name", "名称"}),
        field("share", &FoundObjection::share,
              Text{"How much of what was said is found again in it, 0 to 1; rare words count more",
                   "所说内容在其中重现的比例（0 到 1）；少见的词权重更大"}),
        field("close", &FoundObjection::close,
              Text{"Too close to the best to tell apart: within a fifth of its share",
                   "与最佳匹配难分高下：比例相差不超过五分之一"}),
        field("heard", &FoundObjection::heard,
              Text{"The sentence nearest to what was said", "最接近的一种说法"}),
        field("intent", &FoundObjection::intent, Text{"What is meant by it", "言外之意"}),
        field("question", &FoundObjection::question, Text{"What to ask first", "首先要问的"})};
  }
};

struct ObjectionFindResult {
  std::string said;
  std::vector<FoundObjection> matches;
  bool near_tie = false;
  bool weak = false;
  std::optional<ObjectionShowResult> best;

  static constexpr auto fields() {
    return std::tuple{
        field("said", &ObjectionFindResult::said, Text{"What the buyer said", "客户原话"}),
        field("matches", &ObjectionFindResult::matches,
              Text{"The objections that may be meant, best first; none when nothing tells",
                   "可能的异议，最佳在前；无从判断时为空"}),
        field("near_tie", &ObjectionFindResult::near_tie,
              Text{"More than one is too close to tell apart", "有不止一种难分高下"}),
        field("weak", &ObjectionFindResult::weak,
              Text{"Less than half of what was said is found again in the best",
                   "最佳匹配中重现的内容不足一半"}),
        field("best", &ObjectionFindResult::best,
              Text{"The best one, whole; null when there is none", "最佳匹配的全部内容；没有时为 null"})};
  }
};

ObjectionFindResult find_objection(const std::string& said);
doc::Document objection_find_document(const ObjectionFindResult& result);

/// What was written into the deal.
struct ObjectionLogResult {
  std::string file;
  std::string deal;
  DealObjection logged;
  Message name;
  bool dry_run = false;

  static constexpr auto fields() {
    return std::tuple{
        field("file", &ObjectionLogResult::file, Text{"The deal's file", "商机文件"}),
        field("deal", &ObjectionLogResult::deal, Text{"Name of the deal", "商机名称"}),
        field("logged", &ObjectionLogResult::logged, Text{"The entry", "所记条目"}),
        field("name", &ObjectionLogResult::name, Text{"Name of the objection", "异议名称"}),
        field("dry_run", &ObjectionLogResult::dry_run, Text{"Nothing was written", "未写入任何内容"})};
  }
};

doc::Document objection_log_document(const ObjectionLogResult& result, const Objection& objection);

}  // namespace ae::method
