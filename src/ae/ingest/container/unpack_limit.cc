#include "ae/ingest/container/unpack_limit.h"

namespace ae::ingest {

Error too_large_when_unpacked(const std::string& source) {
  return {
      "too_large_when_unpacked",
      Message{Text{"{file} is small and becomes far larger when it is unpacked than a table is likely to be",
                   "{file} 解压后的大小远超正常表格"}}
          .with("file", source),
      Text{"If it is right all the same, unpack it yourself and read the file that comes out",
           "若文件确实无误，请自行解压后再读取"},
      {source, 0, 0},
      "",
      {}};
}

Error damaged_file(const std::string& source, std::string_view format) {
  return {"damaged_file",
          Message{Text{"{file} is damaged: its {format} data breaks off or does not fit its checksum",
                       "{file} 已损坏：{format} 数据不完整或校验不符"}}
              .with("file", source)
              .with("format", format),
          Text{"Copy or download it again", "请重新复制或下载"},
          {source, 0, 0},
          "",
          {}};
}

}  // namespace ae::ingest
