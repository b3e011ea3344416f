import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { XmlScanner } from "../../../src/adapters/xlsx/xml";
import { openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import type { CellContent, Change } from "../../../src/application/ports/workbook";
import type { Grid } from "../../../src/domain/sheets/grid";
import { buildRichXlsx, RICH } from "../../support/rich-workbook";
import { buildXlsx } from "../../support/xlsx-builder";

describe("what we wrote, opened by a library that is not ours", () => {
  const values: readonly CellContent[] = ["=1+1", "'été", "_x0041_", 'a\nb <&>"', " a ", 12.5, -0.1, true, false];

  test("holds the values, the formulas, the tables and the new tab", async () => {
    const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
    await workbook.apply([
      { kind: "write", at: { tab: RICH.tab, row: 20, column: 1 }, cells: values.map((value) => [value]) },
      { kind: "write", at: { tab: RICH.tab, row: 3, column: 4 }, cells: [[{ formula: "=SUM(B3:B5)" }]] },
      { kind: "add-tab", tab: "L'été" },
      { kind: "write", at: { tab: "L'été", row: 2, column: 28 }, cells: [["loin"]] },
    ]);
    const tabs = seenByExcelize(await workbook.save());
    expect(Object.keys(tabs)).toEqual([RICH.tab, "Barème", "Secret", "L'été"]);
    const rich = tabs[RICH.tab];
    const written = values.map((_, index) => rich?.cells[`A${20 + index}`]?.value);
    expect(written).toEqual(["=1+1", "'été", "_x0041_", 'a\nb <&>"', " a ", "12.5", "-0.1", "1", "0"]);
    const formulas = ["C3", "D3", "D4", "D5", "C5"].map((address) => rich?.cells[address]?.formula);
    expect(formulas).toEqual(["B3*(1+Taux)", "SUM(B3:B5)", "B4*2", "B5*2", "SUM(tblStock[Qté])"]);
    expect(rich).toMatchObject({ tables: ["tblStock"], merges: 1 });
    expect(tabs["L'été"]?.cells).toEqual({ AB2: { value: "loin", formula: "" } });
  });
});

test("whatever is written, in whatever order, is in the file", async () => {
  const content = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const change = fc.record({
    kind: fc.constant("write" as const),
    at: fc.record({
      tab: fc.constantFrom("Feuil1", "Vide"),
      row: fc.integer({ min: 1, max: 9 }),
      column: fc.integer({ min: 1, max: 30 }),
    }),
    cells: fc.array(fc.array(content, { maxLength: 4 }), { maxLength: 3 }),
  });
  const bytes = buildXlsx({
    tabs: [
      { name: "Feuil1", cells: { B2: "a", C2: 2, A4: true, Z4: { formula: "=C2", value: 2 }, C7: { error: "#N/A" } } },
      { name: "Vide" },
    ],
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes: readonly Change[]) => {
      const workbook = await openXlsx(bytes, "x.xlsx");
      await workbook.apply(changes);
      const expected = await workbook.read();
      const again = await (await openXlsx(await workbook.save(), "x.xlsx")).read();
      expect(again.tabs.map(({ cells }) => plain(cells))).toEqual(expected.tabs.map(({ cells }) => plain(cells)));
    }),
    { numRuns: 60 },
  );
});

test("our scanner sees in every part what a full XML parser sees, however the text is cut", () => {
  const parts = unzipSync(buildRichXlsx());
  for (const name of Object.keys(parts).filter((part) => /\.(xml|rels|vml)$/.test(part))) {
    const text = strFromU8(parts[name] ?? new Uint8Array(0));
    const expected = seenBySaxes(text);
    for (const size of [text.length, 1, 13]) expect([name, seenByUs(text, size)]).toEqual([name, expected]);
  }
});

interface SeenTab {
  readonly cells: Readonly<Record<string, { readonly value: string; readonly formula: string }>>;
  readonly tables: readonly string[];
  readonly merges: number;
}

function seenByExcelize(bytes: Uint8Array): Readonly<Record<string, SeenTab>> {
  const folder = mkdtempSync(join(tmpdir(), "classeur-"));
  try {
    writeFileSync(join(folder, "x.xlsx"), bytes);
    const script = join(__dirname, "../../support/excelize-eye.mjs");
    const printed = execFileSync(process.execPath, [script, join(folder, "x.xlsx")], { encoding: "utf8" });
    const seen = JSON.parse(printed) as { readonly tabs: Readonly<Record<string, SeenTab>> };
    return seen.tabs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** -0 and 0 are one number to Excel. */
function plain(cells: Grid): Grid {
  return cells.map((line) => line.map((cell) => (cell === 0 ? 0 : cell)));
}

function seenByUs(text: string, size: number): readonly string[] {
  const scanner = new XmlScanner();
  const events: string[] = [];
  for (let at = 0; at < text.length; at += size) {
    scanner.push(text.slice(at, at + size));
    for (let token = scanner.next(); token !== null; token = scanner.next()) {
      const name = `${scanner.prefix}${scanner.name}`;
      if (scanner.isOpening)
        events.push(
          `<${name}>`,
          `${scanner.attribute("ref") ?? ""}|${scanner.attribute("name") ?? ""}|${scanner.attribute("r") ?? ""}`,
        );
      if (token === "close" || token === "empty") events.push(`</${name}>`);
      if (token === "text") events.push(scanner.text());
    }
  }
  scanner.finish();
  return events;
}

function seenBySaxes(text: string): readonly string[] {
  const parser = new SaxesParser();
  const events: string[] = [];
  let depth = 0;
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    events.push(`<${name}>`, `${attributes.ref ?? ""}|${attributes.name ?? ""}|${attributes.r ?? ""}`);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    events.push(`</${name}>`);
  });
  parser.on("text", (piece) => {
    if (depth > 0) events.push(piece);
  });
  parser.write(text).close();
  return events;
}
