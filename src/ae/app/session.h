#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ae/app/operation.h"
#include "ae/render/render.h"
#include "ae/render/sink.h"

namespace ae::app {

/// What a surface shows of an answer.
struct Outcome {
  std::function<void(const render::Sink&)>
      write;                        ///< gives the bytes, once and in order; long ones as they are made
  std::optional<std::string> out;   ///< the file that they go to; nullopt: standard output
  std::vector<Message> messages;    ///< for standard error
  std::vector<FileChange> changes;  ///< files to write before the answer is shown
  bool check_failed =
      false;  ///< --check was given and there are findings, or what was asked for was not done: exit code 1
};

/// How a terminal is to be written to; other formats do not care.
struct Screen {
  render::Colour colour = render::Colour::kNever;
  int width = 100;
};

/// Runs an operation and renders its answer in the format asked for. The same invocation, environment and
/// files give the same bytes.
Result<Outcome> run(const Operation& operation, const Invocation& invocation, const Environment& environment,
                    const Screen& screen);

/// The languages that --lang asks for, else the environment's.
const Languages& languages_of(const Invocation& invocation, const Environment& environment);

}  // namespace ae::app
