#!/bin/sh
# Says how long ae takes from start to end: alone, and for the pipeline report of the sample data (about 300 rows).
# Needs hyperfine (Debian: hyperfine). Reports only; nothing fails for being slow.
set -eu
cd "$(dirname "$0")/.."
command -v hyperfine >/dev/null || { echo "hyperfine is not installed" >&2; exit 2; }
tools/build.sh release 2>/dev/null
hyperfine --shell=none --warmup 20 --runs 200 --style basic \
  "build/release/ae --version" \
  "build/release/ae pipeline --config examples/ae.toml" \
  "build/release/ae pipeline --config examples/ae.toml --format json"
