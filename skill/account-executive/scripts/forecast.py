#!/usr/bin/env python3
"""What a quarter will bring, and how sure that is: `ae forecast`. Other flags (--quota, --history …) go on to ae."""

import argparse

import ae_program

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--pipeline", required=True, help="CSV, workbook or JSON of opportunities")
parser.add_argument("--quarter", help="Q4, 2026-Q4 or FY26-Q4; the current one without it")
parser.add_argument("--json", action="store_true", help="the answer as JSON")
known, others = parser.parse_known_args()
quarter = ["--quarter", known.quarter] if known.quarter else []
ae_program.run(["forecast", *ae_program.data("--pipeline", known.pipeline), *quarter, *others], known.json)
