#pragma once

#include "ae/app/operation.h"
#include "ae/render/json_schema.h"

/// How an operation that is no report ties its result, a struct with fields(), to its JSON and its schema.
namespace ae::app {

/// The answer's "result" is this.
template <HasFields Result_>
void put_result(Answer& answer, const Result_& result) {
  answer.write_result = [result](render::JsonWriter& json) { render::write_json(json, result); };
}

/// The operation's results are of this type.
template <HasFields Result_>
void set_schema(Operation& operation) {
  operation.write_result_schema = [](render::JsonWriter& json) { render::write_schema<Result_>(json); };
}

}  // namespace ae::app
