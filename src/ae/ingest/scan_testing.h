#pragma once

#include <set>
#include <string>
#include <vector>

#include "ae/ingest/scan_opportunities.h"

/// What the tests of scans share.
namespace ae::ingest::testing {

/// A file that is gone at the end of the test.
class TemporaryFile {
 public:
  /// The extension comes with its dot.
  explicit TemporaryFile(const std::string& bytes, const std::string& extension = ".csv");
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Whether the scan reads a file. When it does it has to give what the plain reader gives, in blocks of any
/// size and on any number of threads; else the test fails.
bool scans(const std::string& path, const ReadOptions& options = {});

}  // namespace ae::ingest::testing
