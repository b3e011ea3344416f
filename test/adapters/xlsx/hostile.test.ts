import { strToU8, zipSync } from "fflate";
import { openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import type { Failure, Snapshot } from "../../../src/application/ports/workbook";
import { cellAt } from "../../../src/domain/sheets/grid";
import { failureOf } from "../../support/workbook-probe";
import { buildXlsx, xlsxParts, zipParts } from "../../support/xlsx-builder";

const GOOD = { tabs: [{ name: "Feuil1", cells: { A1: "Statut", B1: 12 } }] };
const SHEET = "xl/worksheets/sheet1.xml";
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

describe("a file that cannot be opened is refused by name", () => {
  test.each<[string, () => Uint8Array, Failure]>([
    ["an empty file", () => new Uint8Array(0), unreadable("empty")],
    ["a text", () => strToU8("Statut;Échéance\nFait;31/03/2026\n"), unreadable("not-a-workbook")],
    [
      "a page saved as .xls",
      () => strToU8("<html><table><tr><td>1</td></tr></table></html>"),
      unreadable("not-a-workbook"),
    ],
    ["an .xls", () => compoundFile("Workbook"), unreadable("old-format")],
    ["a password", () => compoundFile("EncryptedPackage"), unreadable("password")],
    ["a truncated file", () => buildXlsx(GOOD).slice(0, 1500), unreadable("damaged")],
    ["a file that lost its beginning", () => withoutBeginning(buildXlsx(GOOD), 200), unreadable("damaged")],
    ["an archive of nothing", () => zipSync({}), unreadable("not-a-workbook")],
    ["an archive of photographs", () => zipSync({ "a.jpg": strToU8("x") }), unreadable("not-a-workbook")],
    ["a Word document", wordDocument, unreadable("not-a-workbook")],
    ["a binary workbook (.xlsb)", binaryWorkbook, unreadable("not-a-workbook")],
    [
      "an OpenDocument workbook",
      () => zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") }),
      unreadable("not-a-workbook"),
    ],
    ["a missing list of tabs", () => without("xl/workbook.xml"), unreadable("damaged")],
    ["a missing sheet", () => without(SHEET), unreadable("damaged")],
    ["a sheet cut in the middle", () => withSheet("<row r='1'><c r='A1'><v>1</v>", ""), unreadable("damaged")],
    ["a sheet whose tags cross", () => withSheet("<row r='1'><c r='A1'><v>1</c></v></row>"), unreadable("damaged")],
    ["a sheet that is no sheet", () => replaced(SHEET, () => "<html></html>"), unreadable("damaged")],
    [
      "bytes that are no text",
      () => zipParts({ ...xlsxParts(GOOD), [SHEET]: new Uint8Array([60, 97, 62, 255, 254]) }),
      unreadable("damaged"),
    ],
    [
      "billion laughs",
      () => replaced(SHEET, (xml) => xml.replace("<worksheet", `${LAUGHS}<worksheet`)),
      unreadable("damaged"),
    ],
    [
      "billion laughs in the list of tabs",
      () => replaced("xl/workbook.xml", (xml) => xml.replace("<workbook", `${LAUGHS}<workbook`)),
      unreadable("damaged"),
    ],
    ["an entity nobody defined", () => withCell("t='str'", "<v>&lol9;</v>"), unreadable("damaged")],
    [
      "a reference named __proto__",
      () => withSheet("<row r='1'><c r='__proto__'><v>1</v></c></row>"),
      unreadable("damaged"),
    ],
    ["a reference past the edge", () => withSheet("<row r='1'><c r='XFE1'><v>1</v></c></row>"), unreadable("damaged")],
    ["a row past the edge", () => withSheet("<row r='1048577'/>"), unreadable("damaged")],
    ["a row that is no number", () => withSheet("<row r='NaN'/>"), unreadable("damaged")],
    [
      "two tabs of the very same name",
      () => buildXlsx({ tabs: [{ name: "Plan" }, { name: "Plan" }] }),
      unreadable("damaged"),
    ],
    [
      "two parts of the very same name",
      () => zipParts({ ...xlsxParts(GOOD), "XL/workbook.xml": "<workbook/>" }),
      unreadable("damaged"),
    ],
    ["an encrypted entry", () => patched(SHEET, { flags: 1 }), unreadable("damaged")],
    ["an unknown compression", () => patched(SHEET, { method: 12 }), unreadable("damaged")],
    ["content that does not match its checksum", () => patched(SHEET, { crc: 1 }), unreadable("damaged")],
    ["an entry larger than it says", () => patched(SHEET, { size: 20 }), unreadable("damaged")],
    ["an entry smaller than it says", () => patched(SHEET, { size: 20_000 }), unreadable("damaged")],
    ["a bomb that hides its size", () => patched(SHEET, { size: 1000 }, bomb(4_000_000)), unreadable("damaged")],
    ["a bomb that says its size", () => bomb(70_000_000), tooLarge("un fichier démesuré une fois décompressé")],
    [
      "a sheet that claims 1.9 GB",
      () => patched(SHEET, { size: 1_900_000_000 }),
      tooLarge("un fichier démesuré une fois décompressé"),
    ],
    ["more parts than any workbook has", manyParts, tooLarge("un fichier de plus de 2000 parties")],
    ["more cells than memory holds", farCells, tooLarge("un classeur de plus de 10 millions de cellules")],
    ["elements inside one another without end", () => withSheet("<a>".repeat(100_000), ""), unreadable("damaged")],
    ["a tag without end", () => withSheet(`<row r="${"1".repeat(9_000_000)}`, ""), unreadable("damaged")],
  ])(
    "%s",
    async (_case, file, failure) => {
      const bytes = file();
      const start = performance.now();
      expect(await failureOf(openXlsx(bytes, "x.xlsx"))).toEqual(failure);
      expect(performance.now() - start).toBeLessThan(5000);
    },
    60_000,
  );

  test("nothing but named refusals, wherever the file is cut", async () => {
    const whole = buildXlsx(GOOD);
    for (let length = 0; length < whole.length; length += 97) {
      expect(await failureOf(openXlsx(whole.slice(0, length), "x.xlsx"))).toMatchObject({ kind: "unreadable" });
    }
  });

  test("nothing but named refusals, whichever byte is wrong", async () => {
    const whole = buildXlsx(GOOD);
    for (let at = 0; at < whole.length; at += 13) {
      const wrong = whole.slice();
      wrong[at] = (wrong[at] ?? 0) ^ 0xff;
      const failure = await failureOf(openXlsx(wrong, "x.xlsx"));
      if (failure !== null) expect(["unreadable", "too-large"]).toContain(failure.kind);
    }
  });
});

describe("an odd file opens all the same", () => {
  test("a workbook of charts only has no tab", async () => {
    const parts = xlsxParts({ tabs: [] });
    const opened = await read(
      zipParts({
        ...parts,
        "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace(
          "<sheets>",
          `<sheets><sheet name="Graphique1" sheetId="1" r:id="rId9"/>`,
        ),
        "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
          "</Relationships>",
          `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
        ),
        "xl/chartsheets/sheet1.xml": "<chartsheet/>",
      }),
    );
    expect(opened.tabs).toEqual([]);
  });

  test("a used range of a million empty rows, with a style", async () => {
    const rows = Array.from(
      { length: 1_048_576 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" s="2"/></row>`,
    );
    const parts = xlsxParts(GOOD);
    const sheet = parts[SHEET]?.replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${rows.join("")}</sheetData>`);
    const bytes = zipParts({ ...parts, [SHEET]: sheet ?? "" }, 0);
    const start = performance.now();
    const { tabs } = await read(bytes);
    expect(tabs[0]?.cells).toEqual([]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test("one cell at the far end of the sheet", async () => {
    const { tabs } = await read(withSheet(`<row r="1048576"><c r="XFD1048576" s="1"><v>7</v></c></row>`));
    const cells = tabs[0]?.cells ?? [];
    expect(cellAt(cells, 1_048_576, 16_384)).toBe(7);
    expect(cells.reduce((places, row) => places + row.length, 0)).toBe(16_384);
  });

  test("a size of the sheet that lies", async () => {
    const lying = replaced(SHEET, (xml) => xml.replace("<sheetData>", `<dimension ref="A1:XFD1048576"/><sheetData>`));
    expect((await read(lying)).tabs[0]?.cells).toEqual([["Statut", 12]]);
  });

  test.each([
    ["a shared text that does not exist", "t='s'", "<v>99</v>"],
    ["a shared text of no number", "t='s'", "<v>__proto__</v>"],
    ["a negative shared text", "t='s'", "<v>-1</v>"],
  ])("%s is an empty cell", async (_case, type, value) => {
    expect((await read(withCell(type, value))).tabs[0]?.cells).toEqual([]);
  });

  test("names of tabs made to hurt", async () => {
    const names = ["__proto__", "constructor", "toString"];
    const { tabs } = await read(buildXlsx({ tabs: names.map((name) => ({ name, cells: { A1: name } })) }));
    expect(tabs.map(({ name, cells }) => [name, cells])).toEqual(names.map((name) => [name, [[name]]]));
    expect(Object.prototype).not.toHaveProperty("cells");
  });

  test("titles of tabs that differ only by case are two tabs, each written where it is", async () => {
    const workbook = await openXlsx(
      buildXlsx({ tabs: [{ name: "Plan" }, { name: "PLAN" }, { name: "plan" }] }),
      "x.xlsx",
    );
    await workbook.apply([{ kind: "write", at: { tab: "PLAN", row: 1, column: 1 }, cells: [["ici"]] }]);
    const { tabs } = await (await openXlsx(await workbook.save(), "x.xlsx")).read();
    expect(tabs.map(({ name, cells }) => [name, cells])).toEqual([
      ["Plan", []],
      ["PLAN", [["ici"]]],
      ["plan", []],
    ]);
  });
});

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>`;

function unreadable(reason: Extract<Failure, { kind: "unreadable" }>["reason"]): Failure {
  return { kind: "unreadable", reason };
}

function tooLarge(what: string): Failure {
  return { kind: "too-large", what };
}

async function read(bytes: Uint8Array): Promise<Snapshot> {
  return (await openXlsx(bytes, "x.xlsx")).read();
}

function compoundFile(stream: string): Uint8Array {
  const name = [...strToU8(stream)].flatMap((byte) => [byte, 0]);
  return new Uint8Array([
    ...COMPOUND_FILE,
    ...new Array<number>(1024).fill(0),
    ...name,
    ...new Array<number>(512).fill(0),
  ]);
}

function withoutBeginning(bytes: Uint8Array, length: number): Uint8Array {
  return new Uint8Array([0x50, 0x4b, ...bytes.slice(length)]);
}

function replaced(part: string, change: (xml: string) => string): Uint8Array {
  const parts = xlsxParts(GOOD);
  return zipParts({ ...parts, [part]: change(parts[part] ?? "") });
}

function without(part: string): Uint8Array {
  return zipParts(Object.fromEntries(Object.entries(xlsxParts(GOOD)).filter(([name]) => name !== part)));
}

function withSheet(data: string, end = "</sheetData></worksheet>"): Uint8Array {
  return replaced(SHEET, (xml) => xml.replace(/<sheetData>.*/s, () => `<sheetData>${data}${end}`));
}

function withCell(attributes: string, content: string): Uint8Array {
  return withSheet(`<row r="1"><c r="A1" ${attributes}>${content}</c></row>`);
}

function wordDocument(): Uint8Array {
  return zipParts({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": (xlsxParts(GOOD)["_rels/.rels"] ?? "").replace("xl/workbook.xml", "word/document.xml"),
    "word/document.xml": `<w:document xmlns:w="urn:x"><w:body/></w:document>`,
  });
}

function binaryWorkbook(): Uint8Array {
  return zipParts({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": (xlsxParts(GOOD)["_rels/.rels"] ?? "").replace("workbook.xml", "workbook.bin"),
    "xl/workbook.bin": new Uint8Array([131, 1, 0]),
  });
}

function bomb(size: number): Uint8Array {
  const { [SHEET]: sheet = "", ...parts } = xlsxParts(GOOD);
  const [before = "", after = ""] = sheet.split("<sheetData>");
  const bytes = new Uint8Array(size).fill(32);
  bytes.set(strToU8(`${before}<sheetData>`));
  const end = strToU8(after);
  bytes.set(end, size - end.length);
  return zipParts({ ...parts, [SHEET]: bytes });
}

function manyParts(): Uint8Array {
  const parts: Record<string, string> = { ...xlsxParts(GOOD) };
  for (let index = 0; index < 2000; index += 1) parts[`xl/media/${index}.txt`] = "";
  return zipParts(parts);
}

function farCells(): Uint8Array {
  return withSheet(
    Array.from({ length: 700 }, (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`).join(""),
  );
}

interface Claim {
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
}

/** Changes what an archive claims about one of its entries, in the local header and in the central directory. */
function patched(name: string, claim: Claim, bytes = buildXlsx(GOOD)): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const wanted = strToU8(name);
  for (let at = 0; at + 46 < copy.length; at += 1) {
    const signature = view.getUint32(at, true);
    const isCentral = signature === 0x02014b50;
    if (!isCentral && signature !== 0x04034b50) continue;
    const nameAt = at + (isCentral ? 46 : 30);
    if (!wanted.every((byte, index) => copy[nameAt + index] === byte)) continue;
    const fields = at + (isCentral ? 8 : 6);
    if (claim.flags !== undefined) view.setUint16(fields, claim.flags, true);
    if (claim.method !== undefined) view.setUint16(fields + 2, claim.method, true);
    if (claim.crc !== undefined) view.setUint32(fields + 8, claim.crc, true);
    if (claim.size !== undefined) view.setUint32(fields + 16, claim.size, true);
  }
  return copy;
}
