import type { Candidate } from "./candidate";
import { type SheetId, sheets } from "./catalogue";
import type { Correspondance } from "./correspondance";
import type { Tab } from "./grid";
import { type Header, headersOf, readHeader } from "./header";
import type { Sheet } from "./sheet";
import { normalizeTexte } from "./texte";

/** A correspondance that could not be followed, with the reason in a sentence for the referent. */
export interface IgnoredCorrespondance {
  readonly correspondance: Correspondance;
  readonly raison: string;
}

interface Applied {
  /** Tabs that are not to be read any other way. */
  readonly tabs: readonly string[];
  readonly candidates: readonly { readonly tab: Tab; readonly candidate: Candidate }[];
  readonly ignored: readonly IgnoredCorrespondance[];
}

type Read = (tab: Tab, sheet: Sheet<SheetId>, rows: readonly number[] | null) => Candidate | null;

/** Follows what the referent said, tab by tab; the last word on a tab or on a table wins. */
export function applyCorrespondances(said: readonly Correspondance[], tabs: readonly Tab[], read: Read): Applied {
  const settled: string[] = [];
  const candidates: { readonly tab: Tab; readonly candidate: Candidate }[] = [];
  const ignored: IgnoredCorrespondance[] = [];
  for (const correspondance of [...said].reverse()) {
    const tab = tabs.find((one) => one.name === correspondance.tab);
    const { sheet } = correspondance;
    if (settled.includes(correspondance.tab) || candidates.some(({ candidate }) => candidate.sheet === sheet)) continue;
    if (tab === undefined) {
      ignored.push({ correspondance, raison: `L’onglet « ${correspondance.tab} » n’est plus dans le classeur.` });
      continue;
    }
    if (sheet === null) {
      settled.push(tab.name);
      continue;
    }
    const candidate = follow(correspondance, sheets[sheet], tab, read);
    if (typeof candidate === "string") {
      ignored.push({ correspondance, raison: candidate });
      continue;
    }
    settled.push(tab.name);
    candidates.push({ tab, candidate });
  }
  return { tabs: settled, candidates, ignored: ignored.reverse() };
}

/** The reading the referent asked for; a sentence when it no longer holds. */
function follow(said: Correspondance, sheet: Sheet<SheetId>, tab: Tab, read: Read): Candidate | string {
  const rows = said.headerRows === undefined ? null : findMovedRows(said.headerRows, said, tab);
  const recognised = read(tab, sheet, rows);
  const header = headerOf(tab, rows, recognised);
  if (header === null) return `Aucune ligne de titres n’a été retrouvée dans l’onglet « ${tab.name} ».`;
  const titles = Object.values(said.titles ?? {});
  const standing = titles.filter((title) => findTitle(header, title) !== null);
  if (titles.length > 0 && standing.length === 0) {
    return `Les titres relevés dans l’onglet « ${tab.name} » n’y sont plus (${titles.slice(0, 3).join(", ")}).`;
  }
  const columns = placeColumns(said, sheet, header, recognised?.columns ?? {});
  const found = Object.entries(columns).map(([key, column]) => [key, header.titles.get(column) ?? ""] as const);
  return {
    sheet: sheet.id,
    tab: tab.name,
    headerRows: recognised?.headerRows ?? header.rows,
    confidence: 1,
    columns,
    titles: Object.fromEntries(found.filter(([, title]) => title !== "")),
    orientation: recognised?.orientation ?? "lignes",
    family: recognised?.family ?? [],
    reasons: ["Vous l’avez indiqué."],
  };
}

/** Rows inserted or deleted above since: as far as that, the titles are looked for. */
const LONGEST_MOVE = 30;

/** Where the titles she named now stand: at the rows she said, else a few rows above or below. */
function findMovedRows(rows: readonly number[], { titles }: Correspondance, tab: Tab): readonly number[] {
  const wanted = Object.values(titles ?? {});
  const countAt = (own: readonly number[]): number => {
    const header = readHeader(tab, own);
    return wanted.filter((title) => findTitle(header, title) !== null).length;
  };
  if (wanted.length === 0 || countAt(rows) > 0) return rows;
  const moves = Array.from({ length: LONGEST_MOVE }, (_, index) => [index + 1, -index - 1]).flat();
  const shifted = moves.map((move) => rows.map((row) => row + move)).filter((own) => Math.min(...own) >= 1);
  return shifted.find((own) => countAt(own) === wanted.length) ?? rows;
}

function headerOf(tab: Tab, rows: readonly number[] | null, recognised: Candidate | null): Header | null {
  const known = rows ?? recognised?.headerRows;
  return known === undefined ? (headersOf(tab, () => false)[0] ?? null) : readHeader(tab, known);
}

/** The columns she placed, where their titles now stand; the others as they are recognised. */
function placeColumns(
  said: Correspondance,
  sheet: Sheet,
  header: Header,
  recognised: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const known = Object.entries(said.columns ?? {}).filter(([key]) => Object.hasOwn(sheet.columns, key));
  const placed = known.map(([key, column]) => {
    const title = said.titles?.[key];
    return [key, title === undefined || column === null ? column : findTitle(header, title)] as const;
  });
  const own = new Map(placed);
  const taken = new Set([...own.values()].filter((column) => column !== null));
  const others = Object.entries(recognised).filter(([key, column]) => !own.has(key) && !taken.has(column));
  const kept = placed.flatMap(([key, column]) => (column === null ? [] : [[key, column] as const]));
  return Object.fromEntries([...others, ...kept]);
}

function findTitle(header: Header, title: string): number | null {
  const wanted = normalizeTexte(title);
  return [...header.titles].find(([, own]) => normalizeTexte(own) === wanted)?.[0] ?? null;
}
