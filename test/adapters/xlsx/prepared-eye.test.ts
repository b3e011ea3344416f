import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { createXlsx, openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import { isCellError } from "../../../src/domain/sheets/grid";
import { hasLibreOffice, recalculate } from "../../support/libre-office";
import { FULL_CHANGES, TITLES } from "../../support/full-form";
import { buildRichXlsx } from "../../support/rich-workbook";
import { area, tabOf } from "../../support/workbook-probe";

const OPENED: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ["made from nothing", async () => prepared(await createXlsx("x.xlsx"))],
  ["that has everything", async () => prepared(await openXlsx(buildRichXlsx(), "x.xlsx"))],
];

describe.each(OPENED)("a workbook %s and prepared", (_case, make) => {
  const folder = mkdtempSync(join(tmpdir(), "classeur-"));
  const path = join(folder, "x.xlsx");
  let bytes = new Uint8Array(0);

  beforeAll(async () => {
    bytes = new Uint8Array(await make());
    writeFileSync(path, bytes);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("is XML that a strict parser reads, namespaces included", () => {
    const parts = unzipSync(bytes);
    for (const name of Object.keys(parts).filter((part) => /\.(xml|rels|vml)$/.test(part))) {
      const parser = new SaxesParser({ xmlns: true, fileName: name });
      expect(() => parser.write(strFromU8(parts[name] ?? new Uint8Array(0))).close()).not.toThrow();
    }
  });

  test("holds for excelize what was asked", () => {
    const script = join(__dirname, "../../support/excelize-eye.mjs");
    const seen = JSON.parse(execFileSync(process.execPath, [script, path], { encoding: "utf8" })) as Seen;
    expect(seen.names).toEqual(
      expect.arrayContaining([
        "L'été: _xlnm.Print_Titles = 'L''été'!$A:$B,'L''été'!$1:$3",
        "Workbook: liste_statut = tblStatuts[Statut]",
      ]),
    );
    expect(seen.tabs["L'été"]).toMatchObject({
      areas: ["tblSuivi A3:E6"],
      validations: [
        "list D4:D200 liste_statut",
        "date B4:B200 43831",
        "textLength A4:A200 6",
        " E4:E200 ",
        "custom C4:C200 ISNUMBER(C4)",
        "whole G1 1",
        "decimal G2 -1E+300",
      ],
      notes: ["A3 Numéro", "D3 Statut.\nFait, À faire ou « Sans objet » <&>."],
      layout: { frozen: 3, wide: 2, paper: 9 },
      isVisible: true,
    });
    expect(seen.tabs["Listes kit"]).toMatchObject({ areas: ["tblStatuts A1:A3"], isVisible: false });
  });

  (hasLibreOffice ? test : test.skip)(
    "is opened by LibreOffice, which calculates it and keeps its tables, lists, names and formats",
    async () => {
      const converted = recalculate(bytes);
      const workbook = await openXlsx(converted, "x.xlsx");
      const tab = await tabOf(workbook, "L'été");
      expect(tab.cells.flat().filter(isCellError)).toEqual([]);
      expect(tab.cells[0]).toEqual(["Suivi « A&B » <1>", null, 3]);
      expect(tab.cells[2]).toEqual([...TITLES]);
      expect(tab.cells.slice(3).map((line) => line[2])).toEqual([38, 7, "A3!"]);
      expect(tab.tables).toEqual([{ name: "tblSuivi", area: area("L'été", "A3:E6"), hasHeader: true }]);
      const [lists, outside] = await workbook.capture([area("L'été", "A4:E200"), area("L'été", "A1:F3")]);
      expect([lists?.hasValidation, outside?.hasValidation]).toEqual([true, false]);
      const parts = Object.entries(unzipSync(converted)).map(([name, part]) => [name, strFromU8(part)] as const);
      const all = parts.map(([, text]) => text).join("\n");
      expect(all.match(/<dataValidation [^>]*promptTitle="À savoir"/g)).toHaveLength(7);
      expect(all).toContain("<formula1>liste_statut</formula1>");
      expect(all).toMatch(/<formula>\$D4=&quot;Fait&quot;<\/formula>/);
      expect(all).toMatch(/name="liste_statut"[^>]*>tblStatuts\[Statut\]</);
      expect(all).toContain("Fait, À faire ou « Sans objet » &lt;&amp;&gt;.");
      expect(all).toMatch(/orientation="landscape"/);
      expect((await tabOf(workbook, "Listes kit")).visibility).toBe("hidden");
    },
    120_000,
  );
});

interface Seen {
  readonly names: readonly string[];
  readonly tabs: Readonly<Record<string, unknown>>;
}

async function prepared(workbook: Awaited<ReturnType<typeof openXlsx>>): Promise<Uint8Array> {
  await workbook.apply(FULL_CHANGES);
  return workbook.save();
}
