#!/usr/bin/env python3
"""The plan of one account, filled from the CSVs at hand, blanks marked: `ae account-plan`. Other flags go on to ae."""

import argparse

import ae_program

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--account", required=True, help="name of the account")
parser.add_argument("--data", help="folder with accounts, contacts, opportunities and products; the working folder without it")
parser.add_argument("--json", action="store_true", help="the answer as JSON")
known, others = parser.parse_known_args()
data = ["--data", known.data] if known.data else []
ae_program.run(["account-plan", "--account", known.account, *data, *others], known.json)
