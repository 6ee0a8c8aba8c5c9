// A pipeline report from a workbook by SheetJS: node sheetjs.mjs FILE.xlsx
// With a second name, FILE.csv, it first makes the workbook from that.
import { readFileSync, writeFileSync } from 'node:fs';
import XLSX from 'xlsx';

const [file, from] = process.argv.slice(2);
if (from) {
  const book = XLSX.read(readFileSync(from, 'utf8'), { type: 'string', raw: true });
  writeFileSync(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
} else {
  const book = XLSX.read(readFileSync(file), { dense: true });
  const open = { count: 0, amount: 0 };
  for (const row of XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]])) {
    if (row.stage === 'Closed Won' || row.stage === 'Closed Lost') continue;
    open.count += 1;
    open.amount += Number(row.amount);
  }
  console.log(JSON.stringify(open));
}
