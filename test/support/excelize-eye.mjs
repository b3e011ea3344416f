// Opens a workbook with a library that shares nothing with ours and prints what it sees. It needs a process of its own: it loads its
// program by an import that jest does not allow.
//   node excelize-eye.mjs FILE.xlsx  →  { tabs: { name: { cells: { A1: { value, formula } }, tables, merges } } }
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init } from "excelize-wasm";

const { OpenReader } = await init(createRequire(import.meta.url).resolve("excelize-wasm/excelize.wasm.gz"));
const book = OpenReader(new Uint8Array(readFileSync(process.argv[2] ?? "")));
const tabs = book.GetSheetList().list.map((name) => {
  /** @type {Record<string, { value: string, formula: string }>} */
  const cells = {};
  book.GetRows(name, { RawCellValue: true }).result.forEach((row, above) => {
    row.forEach((value, left) => {
      const address = `${left < 26 ? "" : String.fromCharCode(64 + Math.floor(left / 26))}${String.fromCharCode(65 + (left % 26))}${above + 1}`;
      const { formula } = book.GetCellFormula(name, address);
      if (value !== "" || formula !== "") cells[address] = { value, formula };
    });
  });
  const tables = (book.GetTables(name).tables ?? []).map((table) => table.Name);
  const merges = book.GetMergeCells(name).mergeCells?.length ?? 0;
  return [name, { cells, tables, merges }];
});
process.stdout.write(JSON.stringify({ tabs: Object.fromEntries(tabs) }));
process.exit(0);
