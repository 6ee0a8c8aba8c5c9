#!/bin/sh
# Says how long ae takes from start to end: alone, for the pipeline report of the sample data (302 rows), of a made file (1,000
# rows), and of a CRM export (8,800 rows). Needs hyperfine (Debian: hyperfine). Reports only; nothing fails for being slow.
# Arguments are for hyperfine: bench/startup.sh --export-markdown table.md
set -eu
cd "$(dirname "$0")/.."
command -v hyperfine >/dev/null || { echo "hyperfine is not installed" >&2; exit 2; }
tools/build.sh release 2>/dev/null
mkdir -p build/bench
build/release/bench/make_opportunities 1000 >build/bench/opportunities_1000.csv
hyperfine --shell=none --warmup 20 --runs 200 --style basic "$@" \
  "build/release/ae --version" \
  "build/release/ae pipeline --config examples/ae.toml" \
  "build/release/ae pipeline --data build/bench/opportunities_1000.csv --as-of 2025-06-30" \
  "build/release/ae pipeline --data tests/data/maven_crm/sales_pipeline.csv --as-of 2017-12-31"
