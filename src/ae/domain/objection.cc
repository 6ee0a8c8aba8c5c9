#include "ae/domain/objection.h"

#include <algorithm>
#include <cctype>

#include "ae/config/content_tree.h"

namespace ae {
namespace {

using config::content_text;
using config::TomlNode;

std::vector<Text> texts(const TomlNode& node) {
  std::vector<Text> read;
  for (const TomlNode& each : *node.array()) read.push_back(content_text(each));
  return read;
}

Objection read_objection(const TomlNode& node) {
  return {config::content_string(node, "id"),   content_text(*node.find("name")),
          texts(*node.find("heard")),           content_text(*node.find("intent")),
          content_text(*node.find("response")), texts(*node.find("probing")),
          texts(*node.find("proof")),           texts(*node.find("avoid"))};
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char one, unsigned char other) {
    return std::tolower(one) == std::tolower(other);
  });
}

}  // namespace

const std::vector<Objection>& objections() {
  static const std::vector<Objection> all = [] {
    std::vector<Objection> read;
    for (const TomlNode& node : *config::content_tree("method/objections.toml").find("objection")->array())
      read.push_back(read_objection(node));
    return read;
  }();
  return all;
}

const std::vector<ObjectionStep>& objection_steps() {
  static const std::vector<ObjectionStep> all = [] {
    std::vector<ObjectionStep> read;
    for (const TomlNode& node : *config::content_tree("method/objections.toml").find("step")->array())
      read.push_back({config::content_string(node, "id"), content_text(*node.find("name")),
                      content_text(*node.find("did"))});
    return read;
  }();
  return all;
}

const Objection* objection(std::string_view id) {
  for (const Objection& each : objections()) {
    if (each.id == id) return &each;
  }
  return nullptr;
}

const Objection* objection_named(std::string_view word) {
  for (const Objection& each : objections()) {
    if (same_letters(each.id, word)) return &each;
    for (const Language language : kAllLanguages) {
      if (same_letters(each.name.in(language), word)) return &each;
    }
  }
  return nullptr;
}

}  // namespace ae
