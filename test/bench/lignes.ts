import * as z from "zod/mini";
import "../../src/domain/sheets/jitless";
import { checklist } from "../../src/domain/sheets/checklist";
import type { Attachment } from "../../src/domain/sheets/attachment";
import { decodeTable } from "../../src/domain/sheets/decode";
import type { Cell, Tab } from "../../src/domain/sheets/grid";
import { finish } from "../../src/domain/steps";

const COLUMNS = [
  ...["id", "phase", "rubrique", "point", "niveau", "porteur"],
  ...["statut", "echeance", "dateRealisation", "piece", "commentaire", "tache"],
] as const;

/** A check-list of that many lines and twelve columns, one cell in forty of which is wrong. */
export function wideTable(lines: number): { readonly tab: Tab; readonly attachment: Attachment } {
  const { columns } = checklist;
  const titles = COLUMNS.map((name) => columns[name].label);
  const phases = columns.phase.choices ?? [];
  const rubriques = columns.rubrique.choices ?? [];
  const statuts = columns.statut.choices ?? [];
  const cells = Array.from({ length: lines }, (_, index): readonly Cell[] => [
    `P${index}`,
    phases[index % phases.length] ?? null,
    rubriques[index % rubriques.length] ?? null,
    `Point de contrôle numéro ${index}`,
    index % 40 === 7 ? "Obligatoir" : "Obligatoire",
    "ARS-REF",
    index % 40 === 3 ? "peut-être" : (statuts[index % statuts.length] ?? null),
    index % 40 === 11 ? "bientôt" : 46_000 + (index % 900),
    index % 3 === 0 ? 46_100 : null,
    index % 2 === 0 ? "note.pdf" : null,
    index % 5 === 0 ? "Vu en réunion" : null,
    "D4",
  ]);
  const tab: Tab = {
    ...{ name: "Suivi", visibility: "visible", isProtected: false, merges: [], tables: [] },
    cells: [titles, ...cells],
  };
  const attachment: Attachment = {
    ...{
      sheet: "checklist",
      tab: "Suivi",
      headerRows: [1],
      firstRow: 2,
      lastRow: lines + 1,
      confidence: 1,
      isSure: true,
    },
    ...{ reasons: [], titles: {}, orientation: "lignes", family: [] },
    columns: Object.fromEntries(COLUMNS.map((name, index) => [name, index + 1])),
  };
  return { tab, attachment };
}

/** The same rows through one schema of the same twelve fields: what a program without this product would write. */
export function bareZod(): (row: readonly Cell[]) => boolean {
  const { columns } = checklist;
  const text = z.nullable(z.string().check(z.maxLength(255)));
  const choice = (values: readonly string[] | undefined) => z.nullable(z.enum(values ?? []));
  const day = z.nullable(z.number().check(z.int(), z.gte(1), z.lte(73_415)));
  const schema = z.object({
    id: z.string().check(z.minLength(1), z.maxLength(255)),
    phase: choice(columns.phase.choices),
    rubrique: choice(columns.rubrique.choices),
    point: text,
    niveau: choice(columns.niveau.choices),
    porteur: text,
    statut: choice(columns.statut.choices),
    echeance: day,
    dateRealisation: day,
    piece: text,
    commentaire: text,
    tache: text,
  });
  return (row) => {
    const value: Record<string, Cell> = {};
    COLUMNS.forEach((name, index) => {
      value[name] = row[index] ?? null;
    });
    return schema.safeParse(value).success;
  };
}

/** Milliseconds to decode the table with every problem at its cell, then to pass its rows through zod alone. */
export function measureDecode(lines: number): {
  readonly decode: number;
  readonly zod: number;
  readonly problems: number;
} {
  const { tab, attachment } = wideTable(lines);
  const start = performance.now();
  const { problems } = finish(decodeTable(checklist, tab, attachment, { dateSystem: 1900 }));
  const decoded = performance.now();
  const parse = bareZod();
  let failures = 0;
  for (const row of tab.cells.slice(1)) if (!parse(row)) failures += 1;
  const end = performance.now();
  if (failures === 0) throw new Error("Zod found nothing wrong: the comparison is not one.");
  return { decode: decoded - start, zod: end - decoded, problems: problems.length };
}
