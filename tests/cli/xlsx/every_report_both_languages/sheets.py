"""Prints the sheets of a workbook, after a look at every file in it."""
import sys
import xml.etree.ElementTree as tree
import zipfile

archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
files = {name: tree.fromstring(archive.read(name)) for name in archive.namelist()}
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
print(", ".join(sheet.get("name") for sheet in files["xl/workbook.xml"].iter(NAMESPACE + "sheet")))
print("charts:", sum("charts/" in name for name in files), "formulas:", sum(1 for each in files.values() for _ in each.iter(NAMESPACE + "f")))
