import { modeleActeurs } from "../../../src/domain/modeles/acteurs";
import { kitModeles } from "../../../src/domain/modeles/kit";
import type { Modele } from "../../../src/domain/modeles/modele";
import { type Table, decodeTable } from "../../../src/domain/sheets/decode";
import { encodeTable } from "../../../src/domain/sheets/encode";
import type { Sheet } from "../../../src/domain/sheets/sheet";
import { tabOf } from "../../support/exemples";
import { finish } from "../../../src/domain/steps";

const modeles = kitModeles.map((modele) => [modele.sheet.id, modele] as const);

/** Numbers of the dossier, by phase or by family; the tables without groups as a whole. */
test.each<[string, string | null, Readonly<Record<string, number>>]>([
  ["checklist", "phase", { Préalables: 14, Diagnostic: 16, Négociation: 18, "Suivi et renouvellement": 16 }],
  [
    "retro-planning",
    "phase",
    { "0 Préalables": 5, "1 Diagnostic": 10, "2 Négociation": 11, "3 Formalisation et signature": 7, "4 Suivi": 1 },
  ],
  ["raci", "phase", { Préalables: 5, Diagnostic: 8, Négociation: 7, Formalisation: 7, Suivi: 5 }],
  [
    "acteurs",
    "famille",
    {
      "Autorités de tarification et de contrôle": 9,
      "Organisme gestionnaire": 10,
      "Personnes accompagnées et personnels": 3,
      // Eight of the dossier, and the partners as a whole, who have a column in the RACI matrix.
      Institutionnels: 9,
      Sanitaire: 10,
      "Médico-social": 6,
      Social: 4,
      Appui: 5,
    },
  ],
  [
    "lancement",
    "bloc",
    {
      "Communication avec l’OG": 4,
      "Points à aborder": 9,
      "Modalités pratiques": 6,
      "Points de vigilance": 7,
      "Compte rendu": 3,
      Suivi: 3,
    },
  ],
  ["referent", "referent", { ARS: 8, CD: 8, OG: 8 }],
  ["outils", null, { total: 22 }],
  ["instances", null, { total: 12 }],
  ["objectifs", null, { total: 8 }],
  ["actions", null, { total: 12 }],
  ["indicateurs", null, { total: 29 }],
])("%s starts with its lines", (id, group, expected) => {
  const counts: Record<string, number> = {};
  for (const { value } of modeleOf(id).lignes) {
    const name = group === null ? "total" : String(value[group]);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  expect(counts).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  [
    "checklist",
    ["P03 ehpad", "D05 renouvellement", "D07 ehpad", "N10 eprd", "N17 departement-signataire", "S09 ehpad"],
  ],
  ["retro-planning", ["F4 departement-signataire"]],
  ["raci", ["A25 departement-signataire"]],
  ["outils", ["DOC-22 ehpad"]],
])("%s says which lines concern some contracts only", (id, expected) => {
  const conditional = modeleOf(id).lignes.filter(({ condition }) => condition !== null);
  expect(conditional.map(({ value, condition }) => `${String(value.id)} ${condition ?? ""}`)).toEqual(expected);
});

describe.each(modeles)("the lines of %s", (_, modele) => {
  test.each([1900, 1904] as const)("are written and read again without a problem (%s)", (dateSystem) => {
    const table = writeAndRead(modele, dateSystem);
    expect(table.problems).toEqual([]);
    expect(table.doubts).toEqual([]);
    expect(table.lignes.map(({ value }) => value)).toEqual(modele.lignes.map(({ value }) => value));
  });

  test("have a key of their own", () => {
    const keys = modele.lignes.map(({ value }) => modele.sheet.key.map((name) => value[name]).join("|"));
    expect(keys.filter((key) => key === "" || key === "null")).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("cite lines that exist", () => {
    const unknown = modele.lignes.flatMap(({ value }) =>
      Object.entries(modele.sheet.columns).flatMap(([name, { target }]) => {
        const cited = value[name];
        if (target === undefined || cited === null) return [];
        const known = new Set(
          modeleOf(target).lignes.flatMap((line) => modeleOf(target).sheet.designations.map((one) => line.value[one])),
        );
        return [cited].flat().filter((one) => !known.has(one));
      }),
    );
    expect(unknown).toEqual([]);
  });

  test("stand under the titles of known acteurs, where a title is data", () => {
    const codes = new Set(modeleActeurs.lignes.map(({ value }) => value.code));
    const titles = new Set(modele.lignes.flatMap(({ cells }) => Object.keys(cells)));
    expect([...titles].filter((title) => !codes.has(title))).toEqual([]);
    if (modele.sheet.family === undefined) expect(titles.size).toBe(0);
  });
});

test("no two acteurs have the same code", () => {
  const codes = modeleActeurs.lignes.map(({ value }) => value.code);
  expect(new Set(codes).size).toBe(codes.length);
});

function modeleOf(id: string): Modele {
  const modele = kitModeles.find((one) => one.sheet.id === id);
  if (modele === undefined) throw new Error(`${id} has no starting lines`);
  return modele;
}

/** As the workbook of the kit would hold them: titles in the first row, columns in the order of the sheet. */
function writeAndRead({ sheet, lignes }: Modele, dateSystem: 1900 | 1904): Table<Sheet> {
  const cells = encodeTable(
    sheet,
    lignes.map(({ value }) => value),
    { dateSystem },
  );
  const columns = Object.fromEntries(Object.keys(sheet.columns).map((name, index) => [name, index + 1]));
  const position = {
    ...{ tab: sheet.tab, headerRows: [1], firstRow: 2, lastRow: lignes.length + 1 },
    ...{ confidence: 1, isSure: true, reasons: [], columns, titles: {}, orientation: "lignes" as const, family: [] },
  };
  return finish(decodeTable(sheet, tabOf(sheet.tab, cells), position, { dateSystem }));
}
