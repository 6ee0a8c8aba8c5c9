#include "ae/domain/negotiation.h"

#include "ae/config/content_tree.h"

namespace ae {
namespace {

using config::content_text;
using config::TomlNode;

const TomlNode& file() { return config::content_tree("method/negotiation.toml"); }

NegotiationPrinciple read_principle(const TomlNode& node) {
  NegotiationPrinciple principle{config::content_string(node, "id"),
                                 content_text(*node.find("name")),
                                 content_text(*node.find("rule")),
                                 content_text(*node.find("example")),
                                 {}};
  for (const TomlNode& way : *node.find("how")->array()) principle.how.push_back(content_text(way));
  return principle;
}

WinWinOption read_option(const TomlNode& node) {
  return {config::content_string(node, "id"),       content_text(*node.find("name")),
          content_text(*node.find("what_we_give")), content_text(*node.find("what_they_give")),
          content_text(*node.find("worth_to_us")),  content_text(*node.find("worth_to_them"))};
}

}  // namespace

const std::vector<NegotiationPrinciple>& negotiation_principles() {
  static const std::vector<NegotiationPrinciple> all = [] {
    std::vector<NegotiationPrinciple> read;
    for (const TomlNode& node : *file().find("principle")->array()) read.push_back(read_principle(node));
    return read;
  }();
  return all;
}

const std::vector<WinWinOption>& win_win_options() {
  static const std::vector<WinWinOption> all = [] {
    std::vector<WinWinOption> read;
    for (const TomlNode& node : *file().find("option")->array()) read.push_back(read_option(node));
    return read;
  }();
  return all;
}

}  // namespace ae
