#include "ae/forecast/gradient_boosted.h"

#include <cstdint>
#include <dlfcn.h>
#include <string>
#include <utility>

#include "ae/base/assert.h"

namespace ae::forecast {
namespace {

constexpr int kRounds = 150;
/// Learning rate and tree size are those that small tables bear; how the number of trees moves the scores of
/// one table, in sight of which it was settled, is in docs/methodology/accuracy.md.
constexpr std::pair<const char*, const char*> kParameters[] = {{"objective", "binary:logistic"},
                                                               {"nthread", "1"},
                                                               {"seed", "1"},
                                                               {"verbosity", "0"},
                                                               {"eta", "0.03"},
                                                               {"max_depth", "3"},
                                                               {"subsample", "0.5"},
                                                               {"lambda", "3"},
                                                               {"colsample_bytree", "0.5"},
                                                               {"min_child_weight", "2"},
                                                               {"tree_method", "exact"}};

using Handle = void*;

/// What a function is that the library lacks: it fails.
template <typename... Arguments>
int absent(Arguments...) {
  return -1;
}

/// The functions of XGBoost's C interface that are used here (xgboost/c_api.h); 0 says success.
struct Library {
  int (*matrix_of)(const float*, std::uint64_t rows, std::uint64_t columns, float missing, Handle*) = absent;
  int (*set_floats)(Handle, const char* field, const float*, std::uint64_t count) = absent;
  int (*free_matrix)(Handle) = absent;
  int (*create)(const Handle*, std::uint64_t matrices, Handle*) = absent;
  int (*set_parameter)(Handle, const char* name, const char* value) = absent;
  int (*update)(Handle, int round, Handle matrix) = absent;
  int (*predict)(Handle, Handle matrix, int options, unsigned trees, int training, std::uint64_t* count,
                 const float** stated) = absent;
  int (*free_booster)(Handle) = absent;
  bool complete = false;

  Library() {
    void* const loaded = dlopen("libxgboost.so.0", RTLD_NOW | RTLD_LOCAL);
    if (loaded == nullptr) return;
    complete = true;
    bind(loaded, "XGDMatrixCreateFromMat", matrix_of);
    bind(loaded, "XGDMatrixSetFloatInfo", set_floats);
    bind(loaded, "XGDMatrixFree", free_matrix);
    bind(loaded, "XGBoosterCreate", create);
    bind(loaded, "XGBoosterSetParam", set_parameter);
    bind(loaded, "XGBoosterUpdateOneIter", update);
    bind(loaded, "XGBoosterPredict", predict);
    bind(loaded, "XGBoosterFree", free_booster);
  }

 private:
  template <typename Function>
  void bind(void* loaded, const char* name, Function*& function) {
    void* const found = dlsym(loaded, name);
    if (found == nullptr) {
      complete = false;
    } else {
      function = reinterpret_cast<Function*>(found);
    }
  }
};

const Library& library() {
  static const Library loaded;
  return loaded;
}

void must(int failed) { AE_ASSERT(failed == 0); }

/// A matrix of indicators; each row twice, as won and as lost, where it is for training.
class Matrix {
 public:
  Matrix(const FeatureTable& table, const std::vector<std::size_t>& rows, bool training) {
    std::vector<std::size_t> first;
    std::size_t width = 0;
    for (const std::vector<std::string>& levels : table.levels) {
      first.push_back(width);
      width += levels.size();
    }
    for (const std::size_t row : rows) {
      if (!training || table.won[row] > 0) add(table.rows[row], first, width, 1, table.won[row]);
      if (training && table.lost[row] > 0) add(table.rows[row], first, width, 0, table.lost[row]);
    }
    must(library().matrix_of(cells_.data(), labels_.size(), width, 0, &handle_));  // 0 is "missing": sparse
    if (!training) return;
    must(library().set_floats(handle_, "label", labels_.data(), labels_.size()));
    must(library().set_floats(handle_, "weight", weights_.data(), weights_.size()));
  }
  ~Matrix() { library().free_matrix(handle_); }
  Matrix(const Matrix&) = delete;
  Matrix& operator=(const Matrix&) = delete;

  Handle handle() const { return handle_; }

 private:
  void add(const std::vector<std::uint32_t>& row, const std::vector<std::size_t>& first, std::size_t width,
           float label, double weight) {
    const std::size_t at = cells_.size();
    cells_.resize(at + width, 0);
    for (std::size_t column = 0; column < row.size(); ++column) cells_[at + first[column] + row[column]] = 1;
    labels_.push_back(label);
    weights_.push_back(static_cast<float>(weight));
  }

  std::vector<float> cells_, labels_, weights_;
  Handle handle_ = nullptr;
};

}  // namespace

bool has_gradient_boosting() { return library().complete; }

std::vector<double> gradient_boosted(const FeatureTable& table, const std::vector<std::size_t>& train,
                                     const std::vector<std::size_t>& test) {
  if (test.empty()) return {};
  const Matrix learnt(table, train, true);
  const Matrix asked(table, test, false);
  const Handle matrix = learnt.handle();
  Handle booster = nullptr;
  must(library().create(&matrix, 1, &booster));
  for (const auto& [name, value] : kParameters) must(library().set_parameter(booster, name, value));
  for (int round = 0; round < kRounds; ++round) must(library().update(booster, round, matrix));
  std::uint64_t count = 0;
  const float* stated = nullptr;
  must(library().predict(booster, asked.handle(), 0, 0, 0, &count, &stated));
  const std::vector<double> probabilities(stated, stated + count);
  library().free_booster(booster);
  return probabilities;
}

}  // namespace ae::forecast
