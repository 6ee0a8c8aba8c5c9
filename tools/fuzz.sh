#!/bin/sh
# Hunts for inputs that break a fuzz target (fuzz/CMakeLists.txt): fuzz.sh [SECONDS [TARGET…]], by default 60 s for each.
# What breaks one is written to build/fuzz/found/; mend the code and keep the input in fuzz/corpus/TARGET/.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
tools/prepare.sh build checks
tools/build.sh fuzz
# shellcheck disable=SC2046  # a list of words
[ $# -gt 0 ] || set -- $(cd fuzz && for source in *_fuzz.cc; do echo "${source%.cc}"; done)
for target; do
  grown=build/fuzz/corpus/$target  # what this machine learnt stays out of the repository
  mkdir -p "$grown" build/fuzz/found
  "$(find build/fuzz -name "$target" -type f -perm -u+x)" -max_total_time="$seconds" \
    -artifact_prefix="build/fuzz/found/$target-" "$grown" "fuzz/corpus/$target"
done
