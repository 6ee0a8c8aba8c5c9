"""Reads the catalog as a client would: strict JSON, and for each operation what it takes and what it gives."""
import json

catalog = json.load(open("catalog.json"))
assert catalog["schema"] == "ae.catalog/1"
for operation in catalog["result"]["operations"]:
    params, result = operation["params"], operation["result"]
    assert params["type"] == "object" and params["properties"], operation["name"]
    assert result["type"] == "object" and (result.get("properties") or operation["name"] == "catalog"), operation["name"]
    for name, schema in params["properties"].items():
        assert schema["type"] in ("string", "boolean", "array") and schema["description"], (operation["name"], name)
    print(f'{operation["name"]}: {len(params["properties"])} params, {len(result.get("properties", {}))} results, {operation["effect"]}')
