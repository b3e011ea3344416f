import * as z from "zod/mini";
import "../../src/domain/sheets/jitless";
import { checklist } from "../../src/domain/sheets/checklist";
import { hasLuhnKey } from "../../src/domain/cpom/cle-luhn";
import { runInSteps } from "../../src/application/examination";
import { decodeInSteps } from "../../src/domain/classeur";
import { examineClasseur } from "../../src/domain/examine-classeur";
import type { Attachment } from "../../src/domain/sheets/attachment";
import { decodeTable } from "../../src/domain/sheets/decode";
import type { Cell, Tab } from "../../src/domain/sheets/grid";
import { pauseBetweenFrames } from "../../src/taskpane/pause";
import { TODAY } from "../support/exemples";
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
export function measureDecode(lines: number): { readonly decode: number; readonly zod: number } {
  const { tab, attachment } = wideTable(lines);
  const start = performance.now();
  const { problems } = finish(decodeTable(checklist, tab, attachment, { dateSystem: 1900 }));
  const decoded = performance.now();
  const parse = bareZod();
  const failures = tab.cells.slice(1).filter((row) => !parse(row)).length;
  const end = performance.now();
  if (failures === 0 || problems.length < failures) throw new Error("Both must find what is wrong.");
  return { decode: decoded - start, zod: end - decoded };
}

/** The longest time, in milliseconds, that a page would not answer while such a workbook is read, or wholly examined. */
export async function measureBlocking(lines: number, what: "decode" | "examine"): Promise<number> {
  const { tab } = wideTable(lines);
  const source = { dateSystem: 1900, tabs: [tab] } as const;
  let longest = 0;
  let since = performance.now();
  const frame = pauseBetweenFrames();
  const pause = async (): Promise<void> => {
    const before = performance.now();
    await frame();
    // A pause that resolved at once gave the page no time.
    if (performance.now() - before < 0.5) return;
    longest = Math.max(longest, before - since);
    since = performance.now();
  };
  if (what === "decode") await runInSteps(decodeInSteps(source, TODAY), pause);
  else await runInSteps(examineClasseur(source, TODAY), pause);
  return Math.max(longest, performance.now() - since);
}

/** As many FINESS numbers with their right key, a few of them Corsican. */
export function finessNumbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const prefix = index % 100 === 0 ? "2A" : String(1 + (index % 95)).padStart(2, "0");
    const body = `${prefix}${String(index).padStart(6, "0")}`;
    const key = Array.from({ length: 10 }, (_key, digit) => String(digit)).find((digit) =>
      hasLuhnKey(`${body.replace("2A", "21")}${digit}`),
    );
    return `${body}${key ?? ""}`;
  });
}
