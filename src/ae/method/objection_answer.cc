#include "ae/method/objection_answer.h"

namespace ae::method {
namespace {

std::vector<Message> messages(const std::vector<Text>& texts) { return {texts.begin(), texts.end()}; }

doc::Table one_column(Text label, const std::vector<Message>& lines) {
  doc::Table table;
  table.columns = {{label, {}}};
  for (const Message& line : lines) table.rows.push_back({doc::Value(line)});
  return table;
}

/// What to do about an objection, in the order in which it is done.
std::vector<doc::Section> work_on(const ObjectionShowResult& result) {
  return {
      {"intent", Text{"What is meant", "言外之意"}, {doc::Paragraph{result.intent}}, {}},
      {"probing",
       Text{"Ask before you answer", "先问再答"},
       {one_column(Text{"Question", "问题"}, result.probing)},
       {}},
      {"response", Text{"How to answer", "如何回应"}, {doc::Paragraph{result.response}}, {}},
      {"proof", Text{"What to bring", "要准备的佐证"}, {one_column(Text{"Proof", "佐证"}, result.proof)}, {}},
      {"avoid",
       Text{"What makes it worse", "要避免的"},
       {one_column(Text{"Avoid", "避免"}, result.avoid)},
       {}}};
}

doc::Table match_table(const ObjectionFindResult& result) {
  doc::Table table;
  table.columns = {{Text{"Objection", "异议"}, {}},
                   {Text{"Id", "编号"}, {}},
                   {Text{"Found again", "重现比例"}, {}},
                   {Text{"Nearest to", "最接近的说法"}, {}}};
  for (const FoundObjection& match : result.matches) {
    const doc::Mood mood = match.close && !result.weak ? doc::Mood::kGood : doc::Mood::kNeutral;
    table.rows.push_back({doc::Value(match.name), doc::Value(Message::verbatim(match.objection)),
                          doc::Cell(doc::Percent{match.share}, mood), doc::Value(match.heard)});
  }
  table.footnote =
      Text{"Share of what was said that is found again; words that few objections have count more",
           "所说内容重现的比例；只有少数异议含有的词权重更大"};
  return table;
}

doc::Section nothing_found() {
  return {
      "matches",
      Text{"Nothing found", "未找到"},
      {doc::Paragraph{Text{"No objection of the method has these words. Try the words of the buyer, or look "
                           "through `ae objection list`",
                           "方法中没有哪种异议含有这些词。请用客户的原话再试，或浏览 `ae objection list`"},
                      doc::Mood::kWarning}},
      {}};
}

/// The questions that tell close matches apart.
doc::Section tie_section(const ObjectionFindResult& result) {
  doc::Table table;
  table.columns = {{Text{"If it is", "如果是"}, {}}, {Text{"Ask", "问"}, {}}};
  for (const FoundObjection& match : result.matches) {
    if (match.close) table.rows.push_back({doc::Value(match.name), doc::Value(match.question)});
  }
  return {
      "near_tie",
      Text{"Too close to tell", "难分高下"},
      {doc::Paragraph{Text{"More than one may be meant: ask before you answer", "可能不止一种：先问清再回应"},
                      doc::Mood::kWarning},
       table},
      {}};
}

Message name_and_id(const Message& name, const std::string& id) {
  return Message{Text{"{name} ({id})", "{name}（{id}）"}}.with("name", name).with("id", id);
}

}  // namespace

ObjectionListResult list_objections() {
  ObjectionListResult result;
  for (const Objection& each : objections())
    result.objections.push_back({each.id, each.name, each.heard.front(), each.probing.front()});
  return result;
}

doc::Document objection_list_document(const ObjectionListResult& result) {
  doc::Table table;
  table.columns = {
      {Text{"Objection", "异议"}, {}}, {Text{"Id", "编号"}, {}}, {Text{"Ask first", "首先要问"}, {}}};
  for (const ListedObjection& each : result.objections)
    table.rows.push_back(
        {doc::Value(each.name), doc::Value(Message::verbatim(each.objection)), doc::Value(each.question)});
  return {Text{"Objections", "客户异议"}, {}, {{"objections", Text{"Objections", "异议"}, {table}, {}}}};
}

ObjectionShowResult show_objection(const Objection& objection) {
  return {objection.id,
          objection.name,
          messages(objection.heard),
          objection.intent,
          messages(objection.probing),
          objection.response,
          messages(objection.proof),
          messages(objection.avoid)};
}

doc::Document objection_show_document(const ObjectionShowResult& result) {
  doc::Document document{result.name, Message::verbatim(result.objection), {}};
  document.sections.push_back({"heard",
                               Text{"How buyers say it", "客户的说法"},
                               {one_column(Text{"Heard", "说法"}, result.heard)},
                               {}});
  for (doc::Section& section : work_on(result)) document.sections.push_back(std::move(section));
  return document;
}

ObjectionFindResult find_objection(const std::string& said) {
  ObjectionFindResult result{said, {}, false, false, {}};
  const std::vector<ObjectionMatch> matches = find_objections(said);
  const std::size_t close = close_matches(matches);
  for (std::size_t each = 0; each < matches.size(); ++each) {
    const Objection& objection = *matches[each].objection;
    result.matches.push_back({objection.id, objection.name, matches[each].share, each < close,
                              matches[each].closest, objection.intent, objection.probing.front()});
  }
  result.near_tie = close > 1;
  result.weak = is_weak(matches);
  if (!matches.empty()) result.best = show_objection(*matches.front().objection);
  return result;
}

doc::Document objection_find_document(const ObjectionFindResult& result) {
  doc::Document document{Text{"Objection by what was said", "按客户原话查找异议"},
                         Message{Text{"“{said}”", "“{said}”"}}.with("said", result.said),
                         {}};
  if (!result.best) {
    document.sections.push_back(nothing_found());
    return document;
  }
  document.sections.push_back(
      {"matches", Text{"What may be meant", "可能的异议"}, {match_table(result)}, {}});
  if (result.weak)
    document.sections.back().blocks.emplace_back(doc::Paragraph{
        Text{"Less than half of it is found again: it may be something else. Ask what is meant",
             "重现的内容不足一半：可能另有所指。请先问清"},
        doc::Mood::kWarning});
  if (result.near_tie) document.sections.push_back(tie_section(result));
  std::vector<doc::Section> work = work_on(*result.best);
  work.front().title =
      Message{Text{"What is meant: {name}", "言外之意：{name}"}}.with("name", result.best->name);
  for (doc::Section& section : work) document.sections.push_back(std::move(section));
  return document;
}

doc::Document objection_log_document(const ObjectionLogResult& result, const Objection& objection) {
  doc::Table entry;
  entry.columns = {{Text{"Date", "日期"}, {}},
                   {Text{"Objection", "异议"}, {}},
                   {Text{"Said", "客户原话"}, {}},
                   {Text{"Response", "我方回应"}, {}},
                   {Text{"Outcome", "结果"}, {}}};
  const DealObjection& logged = result.logged;
  entry.rows.push_back({doc::Value(logged.date), doc::Value(name_and_id(result.name, logged.objection)),
                        doc::Value(Message::verbatim(logged.said)),
                        logged.response ? doc::Cell(Message::verbatim(*logged.response)) : doc::Cell(),
                        doc::Value(Message(name(logged.outcome.value_or(ObjectionOutcome::kOpen))))});
  doc::Document document{Text{"Objection logged", "记录异议"},
                         Message::verbatim(result.deal),
                         {{"entry", Text{"Entry", "条目"}, {entry}, {}}}};
  if (!logged.response)
    document.sections.push_back(
        {"response", Text{"How to answer", "如何回应"}, {doc::Paragraph{objection.response}}, {}});
  return document;
}

}  // namespace ae::method
