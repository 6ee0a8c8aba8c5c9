#include "ae/records/deal_file.h"

#include <algorithm>

#include "ae/records/record_reader.h"

namespace ae::records {

Place DealFile::place(std::string_view path) const {
  while (!path.empty()) {
    if (const config::TomlNode* node = tree.at(path)) return node->place;
    const std::size_t dot = path.rfind('.');
    path = dot == std::string_view::npos ? std::string_view{} : path.substr(0, dot);
  }
  return {name, 0, 0};
}

DealFile read_deal(std::string_view bytes, const std::string& name, const Policy& policy, Date as_of,
                   std::vector<Error>& errors) {
  DealFile file{name, std::string(bytes), {}, {}};
  Result<config::TomlNode> tree = config::parse_toml(bytes, name);
  if (!tree) {
    errors.push_back(std::move(tree).error());
    return file;
  }
  file.tree = *std::move(tree);
  RecordReader reader;
  reader.read(file.tree, "", file.deal);
  errors.insert(errors.end(), reader.errors.begin(), reader.errors.end());
  for (DealFault& fault : faults_of(file.deal, policy, as_of)) {
    errors.push_back({std::move(fault.code), std::move(fault.message), std::move(fault.hint),
                      file.place(fault.path), fault.path, std::move(fault.did_you_mean)});
  }
  std::stable_sort(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  return file;
}

Result<DealFile> sound_deal(std::string_view bytes, const std::string& name, const Policy& policy,
                            Date as_of) {
  std::vector<Error> errors;
  DealFile file = read_deal(bytes, name, policy, as_of, errors);
  if (errors.empty()) return file;
  Error first = std::move(errors.front());
  if (errors.size() > 1) {
    first.hint = Message{Text{"{hint} · {count} more with: ae deal check {file}",
                              "{hint} · 另有 {count} 处，查看：ae deal check {file}"}}
                     .with("hint", first.hint)
                     .with("count", static_cast<std::int64_t>(errors.size() - 1))
                     .with("file", name);
  }
  return fail(std::move(first));
}

}  // namespace ae::records
