// Opens a workbook with a library that shares nothing with ours and prints what it sees. It needs a process of its own: it loads its
// program by an import that jest does not allow.
//   node excelize-eye.mjs FILE.xlsx  →  { names, tabs: { name: { cells: { A1: { value, formula } }, tables, merges, validations… } } }
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
  const areas = (book.GetTables(name).tables ?? []).map((table) => `${table.Name} ${table.Range}`);
  const validations = dataValidationsOf(name).map(({ Type, Sqref, Formula1 }) => `${Type} ${Sqref} ${Formula1}`);
  const notes = (book.GetComments(name).comments ?? []).map(({ Cell, Paragraph, Text }) => {
    return `${Cell} ${(Paragraph ?? []).map((run) => run.Text).join("") || Text}`;
  });
  const { panes } = book.GetPanes(name);
  const { opts: page } = book.GetPageLayout(name);
  const layout = { frozen: panes?.YSplit ?? 0, wide: page.FitToWidth ?? null, paper: page.Size ?? null };
  const isVisible = book.GetSheetVisible(name).visible;
  const merges = book.GetMergeCells(name).mergeCells?.length ?? 0;
  return [name, { cells, tables, merges, areas, validations, notes, layout, isVisible }];
});
const names = (book.GetDefinedName().definedNames ?? []).map(
  ({ Name, RefersTo, Scope }) => `${Scope}: ${Name} = ${RefersTo}`,
);

/**
 * The library names this list otherwise than its types do.
 *
 * @param {string} name
 * @returns {readonly { Type: string, Sqref: string, Formula1: string }[]}
 */
function dataValidationsOf(name) {
  return Object.values(book.GetDataValidations(name)).find(Array.isArray) ?? [];
}

process.stdout.write(JSON.stringify({ names, tabs: Object.fromEntries(tabs) }));
process.exit(0);
