"""Checks a report's result against the schema of its operation: the same members, in the same order, of the types it names."""
import json
import sys

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}


def check(value, schema, path):
    choices = [each for each in schema.get("anyOf", [schema]) if isinstance(value, TYPES[each["type"]])]
    assert choices, (path, value, schema)
    schema = choices[0]
    assert value in schema.get("enum", [value]), (path, value, schema)
    if isinstance(value, dict):
        assert list(value) == list(schema["properties"]), (path, list(value), list(schema["properties"]))
        for name, member in value.items():
            check(member, schema["properties"][name], f"{path}.{name}")
    if isinstance(value, list):
        for item in value:
            check(item, schema["items"], f"{path}[]")


name = sys.argv[1]
operations = {each["name"]: each for each in json.load(open("catalog.json"))["result"]["operations"]}
check(json.load(open(f"{name}.json"))["result"], operations[name]["result"], name)
print(name, "fits its schema")
