#!/usr/bin/env python3
"""Win rates with intervals, reasons, competitors and findings of closed deals: `ae win-loss`. Other flags go on to ae."""

import argparse

import ae_program

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--deals", required=True, help="CSV, workbook or JSON of closed deals")
parser.add_argument("--json", action="store_true", help="the answer as JSON")
known, others = parser.parse_known_args()
ae_program.run(["win-loss", *ae_program.data("--deals", known.deals), *others], known.json)
