#!/usr/bin/env python3
"""Describes the results of operations as Markdown, a row a figure, from what `ae catalog --json` says:

    ae catalog --json | python3 tools/describe_json.py pipeline
"""

import json
import sys


def kind(schema: dict) -> str:
    """"number", "date", "number or null", "list of objects"."""
    if "anyOf" in schema:
        return " or ".join(kind(each) for each in schema["anyOf"])
    if schema["type"] == "array":
        return f"list of {kind(schema['items'])}s"
    return "date" if schema.get("format") == "date" else schema["type"]


def rows(schema: dict, path: str):
    for name, member in schema.get("properties", {}).items():
        yield f"{path}{name}", kind(member), member["description"]
        member = next((each for each in member.get("anyOf", []) if each["type"] == "object"), member)
        is_list = member.get("type") == "array"
        yield from rows(member["items"] if is_list else member, f"{path}{name}{'[]' if is_list else ''}.")


def main() -> int:
    operations = {each["name"]: each for each in json.load(sys.stdin)["result"]["operations"]}
    print("| figure | type | what it is |\n|---|---|---|")
    for name in sys.argv[1:]:
        for figure, type_name, what in rows(operations[name]["result"], ""):
            print(f"| `{figure}` | {type_name} | {what.replace('|', '&#124;')} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
