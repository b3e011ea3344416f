import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import type { Attachment } from "../../src/domain/sheets/attachment";
import { columnLetters, type Tab } from "../../src/domain/sheets/grid";
import { recognize } from "../../src/domain/sheets/recognize";
import { type Attendu, readAttendus, ROLES, rolesOf, TABLES } from "./attendu";
import { judgeRaci } from "./score-raci";
import { finish } from "../../src/domain/steps";

/** Share of the roles under which recognition is not good enough. */
const ENOUGH = 0.9;

interface Verdict {
  readonly file: string;
  readonly wrong: readonly string[];
  readonly summary: string;
  readonly mapped: number;
  readonly roles: number;
  readonly outside: readonly string[];
  readonly isMissed: boolean;
  readonly isFalse: boolean;
  readonly milliseconds: number;
}

/**
 * Recognises every workbook of a folder and compares with the `attendu.json` beside them. Prints one line a file, then the
 * totals. Gives back 1 when a table is missed or claimed wrongly, or under nine roles out of ten; 2 when there is nothing to do.
 */
export async function score(folder: string | undefined, print: (line: string) => void): Promise<0 | 1 | 2> {
  const expectations = folder === undefined ? "" : join(folder, "attendu.json");
  if (folder === undefined || !existsSync(expectations)) {
    print("Indiquez un dossier qui contient des classeurs .xlsx et un fichier attendu.json.");
    return 2;
  }
  const attendus = readAttendus(readFileSync(expectations, "utf8"));
  const files = readdirSync(folder).filter((file) => file.endsWith(".xlsx") && attendus.has(file.slice(0, -5)));
  const verdicts: Verdict[] = [];
  for (const file of files) {
    const attendu = attendus.get(file.slice(0, -5));
    if (attendu !== undefined) verdicts.push(await judge(join(folder, file), file, attendu));
  }
  for (const verdict of verdicts) print(toLine(verdict));
  const sum = (count: (verdict: Verdict) => number): number => verdicts.reduce((total, one) => total + count(one), 0);
  const [mapped, roles] = [sum((one) => one.mapped), sum((one) => one.roles)];
  const [missed, claimed] = [sum((one) => Number(one.isMissed)), sum((one) => Number(one.isFalse))];
  const outside = verdicts.flatMap((one) => one.outside);
  const share = roles === 0 ? 1 : mapped / roles;
  const exact = verdicts.filter(({ wrong }) => wrong.length === 0).length;
  print("");
  print(`${verdicts.length} classeurs, ${exact} sans écart ; ${missed} tableaux manqués, ${claimed} reconnus à tort.`);
  print(`Colonnes : ${mapped} sur ${roles} (${Math.round(share * 100)} %).`);
  print(
    `Hors de nos tables, non comptées : ${outside.length}${outside.length === 0 ? "" : ` (${outside.join(", ")})`}.`,
  );
  print(
    `Si elles comptaient : ${mapped} sur ${roles + outside.length} (${Math.round((mapped / Math.max(1, roles + outside.length)) * 100)} %).`,
  );
  return missed > 0 || claimed > 0 || share < ENOUGH ? 1 : 0;
}

async function judge(path: string, file: string, attendu: Attendu): Promise<Verdict> {
  const { tabs, dateSystem } = await (await openXlsx(readFileSync(path), file)).read();
  const start = performance.now();
  const { attachments } = finish(recognize(tabs, { dateSystem }));
  const milliseconds = performance.now() - start;
  const expected = TABLES[attendu.kind] ?? null;
  const found = attachments.find(({ sheet }) => sheet === expected);
  const others = attachments.filter((one) => one !== found);
  const roles = rolesOf(attendu);
  const known = expected === null ? {} : (ROLES[expected] ?? {});
  const ours = roles.filter(([role]) => known[role] !== undefined);
  const wrongRoles = ours.filter(([role, columns]) => found === undefined || !holds(found, known[role] ?? [], columns));
  return {
    file,
    milliseconds,
    summary: `${found?.sheet ?? (expected === null ? "aucun tableau" : "rien")} / ${expected ?? "aucun tableau"}`,
    mapped: ours.length - wrongRoles.length,
    roles: ours.length,
    outside:
      expected === null
        ? []
        : roles.filter(([role]) => known[role] === undefined).map(([role]) => `${file.slice(0, -5)}.${role}`),
    isMissed: expected !== null && found === undefined,
    isFalse: others.length > 0,
    wrong: [
      ...(found === undefined ? [] : placesWrong(found, attendu, tabs)),
      ...wrongRoles.map(
        ([role, columns]) =>
          `${role} attendu en ${columns}${found === undefined ? "" : `, lu en ${sayPlaces(found, known[role] ?? [])}`}`,
      ),
      ...others.map(({ sheet, tab }) => `« ${tab} » pris pour ${sheet}`),
      ...judgeRaci(attendu, { tabs, dateSystem }),
    ],
  };
}

function holds({ columns, family }: Attachment, names: readonly string[], expected: string): boolean {
  const [first, last = first] = expected.split(":");
  return names.some((name) => {
    if (name !== "family") return columns[name] !== undefined && columnLetters(columns[name]) === first;
    const places = family.map(({ column }) => columnLetters(column));
    return places[0] === first && places.at(-1) === last;
  });
}

function sayPlaces({ columns, family }: Attachment, names: readonly string[]): string {
  const places = names.map((name) => {
    const [start, end] = [family[0], family.at(-1)];
    if (name === "family") return start && end ? `${columnLetters(start.column)}:${columnLetters(end.column)}` : "rien";
    return columns[name] === undefined ? "rien" : columnLetters(columns[name]);
  });
  return places.join(" ou ");
}

/** Tab, header rows and rows of lines that are not those expected. */
function placesWrong(found: Attachment, attendu: Attendu, tabs: readonly Tab[]): readonly string[] {
  const { sheet, headerRows = [], dataRows, filledRows = dataRows } = attendu;
  const tab = typeof sheet === "number" ? tabs[sheet]?.name : sheet;
  const wrong: string[] = [];
  if (tab !== undefined && tab !== found.tab) wrong.push(`onglet « ${found.tab} » au lieu de « ${tab} »`);
  if (headerRows.length > 0 && headerRows.join() !== found.headerRows.join()) {
    wrong.push(`titres en ${found.headerRows.join("+")} au lieu de ${headerRows.join("+")}`);
  }
  const [first, last] = [filledRows?.[0], filledRows?.at(-1)];
  if (first !== undefined && (first !== found.firstRow || last !== found.lastRow)) {
    wrong.push(`lignes ${found.firstRow} à ${found.lastRow} au lieu de ${first} à ${last ?? first}`);
  }
  return wrong;
}

function toLine({ file, summary, mapped, roles, wrong, milliseconds }: Verdict): string {
  const state = wrong.length === 0 ? "ok" : wrong.join(" ; ");
  return `${file.padEnd(18)} ${summary.padEnd(32)} ${`${mapped}/${roles}`.padEnd(6)} ${`${Math.round(milliseconds)} ms`.padEnd(8)} ${state}`;
}
