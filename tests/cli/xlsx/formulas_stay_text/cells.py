"""Prints each cell of a sheet: place, type, number format, content."""
import sys
import xml.etree.ElementTree as tree
import zipfile

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
archive = zipfile.ZipFile(sys.argv[1])
styles = tree.fromstring(archive.read("xl/styles.xml"))
formats = {each.get("numFmtId"): each.get("formatCode") for each in styles.iter(NAMESPACE + "numFmt")}
used = [formats.get(each.get("numFmtId"), "General") for each in styles.find(NAMESPACE + "cellXfs")]
quoted = [each.get("quotePrefix") == "1" for each in styles.find(NAMESPACE + "cellXfs")]
for cell in tree.fromstring(archive.read(f"xl/worksheets/sheet{sys.argv[2]}.xml")).iter(NAMESPACE + "c"):
    style = int(cell.get("s"))
    kind = cell.get("t", "number") + (" quoted" if quoted[style] else "")
    print(cell.get("r"), kind, used[style], repr("".join(cell.itertext())), sep=" | ")
