#!/bin/sh
# Configures (once) and builds a preset of CMakePresets.json: build.sh release
# Everything it says goes to standard error, so that the output of ./run is the program's alone.
set -eu
cd "$(dirname "$0")/.."
preset=$1
# Ninja configures again by itself when a CMake file changes; it does not know of the presets.
if [ -z "$(find "build/$preset/build.ninja" -newer CMakePresets.json 2>/dev/null)" ]; then
  cmake --preset "$preset" >&2
fi
cmake --build --preset "$preset" >&2
