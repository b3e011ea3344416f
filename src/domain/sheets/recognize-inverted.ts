import { type Candidate, listTitles } from "./candidate";
import { describeTexts, relocate, sampleOf } from "./content";
import { type Tab } from "./grid";
import { completeHeader, type Header } from "./header";
import type { KnownTitles } from "./known-titles";
import { readLettres } from "./lettres-raci";
import { normalizeTexte } from "./texte";

/** Titles of the four columns that hold people, by letter. « Acteur » is the A of the kit. Source: dossier métier, § 2.1. */
const ROLES: Readonly<Record<"R" | "A" | "C" | "I", readonly string[]>> = {
  R: [
    ...["r", "responsable", "responsables", "realisateur", "realisateurs", "executant", "responsible", "doer", "doers"],
    ...["responsavel", "responsabile", "verantwortlich", "durchfuhrung", "sorumlu", "qui realise"],
  ],
  A: [
    ...["a", "approbateur", "approbateurs", "autorite", "garant", "acteur", "acteurs", "accountable", "approver"],
    ...[
      "aprobador",
      "aprovador",
      "approvatore",
      "rendicontabile",
      "rechenschaftspflichtig",
      "hesap veren",
      "onaylayan",
    ],
  ],
  C: [
    ...["c", "consulte", "consultes", "consulte s", "consultant", "consulted", "consult", "consultado", "consultados"],
    ...["consultato", "konsultiert", "danisilan"],
  ],
  I: [
    ...["i", "informe", "informes", "informe s", "informed", "inform", "informado", "informados", "informato"],
    ...["informiert", "bilgilendirilen"],
  ],
};

/** A matrix turned over: columns titled R, A, C and I, people in the cells; `null` when the header is not that. */
export function recognizeInverted(tab: Tab, header: Header, known: KnownTitles, name: string | null): Candidate | null {
  const found = findRoles(header);
  const roles = Object.keys(found);
  if (!roles.includes("C") || !roles.includes("I") || roles.length < 3) return null;
  const bottom = Math.max(...header.rows);
  const cells = Object.values(found).flatMap((column) => sampleOf(tab, bottom, column));
  const people = describeTexts(cells);
  const letters = cells.filter((cell) => readLettres(cell) !== null).length;
  if (people.filled > 0 && (people.words * 2 < people.filled || letters * 2 > people.filled)) return null;
  const others = readOthers(tab, header, known, new Set(Object.values(found)));
  if (others.activite === undefined) return null;
  const columns = { ...others, ...found };
  const titles = Object.entries(columns).map(([key, column]) => [key, header.titles.get(column) ?? ""] as const);
  return {
    sheet: "raci",
    tab: tab.name,
    headerRows: completeHeader(tab, header, Object.values(columns)),
    confidence: 0.55 + 0.08 * roles.length + (name === null ? 0 : 0.1),
    columns,
    titles: Object.fromEntries(titles.filter(([, title]) => title !== "")),
    orientation: "inversée",
    family: [],
    reasons: [
      `Ces colonnes nomment des personnes : ${listTitles(Object.values(found).map((column) => header.titles.get(column) ?? ""))}`,
      ...(name === null ? [] : [name]),
    ],
  };
}

function findRoles(header: Header): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [column, title] of header.titles) {
    const bare = normalizeTexte(title.replace(/\([^()]*\)/g, " "));
    const words = bare === "" ? normalizeTexte(title) : bare;
    const plain = words.replace(/^[raci] (?=\p{L}{3})/u, "").replace(/(?<=\p{L}{3}) [raci]$/u, "");
    const role = Object.entries(ROLES).find(([, names]) => names.includes(plain))?.[0];
    if (role !== undefined && found[role] === undefined) found[role] = column;
  }
  return found;
}

/** The activity, the number, the phase and the task: by their titles, where their cells really are. */
function readOthers(
  tab: Tab,
  header: Header,
  known: KnownTitles,
  taken: ReadonlySet<number>,
): Readonly<Record<string, number>> {
  const bottom = Math.max(...header.rows);
  const pairs = [...header.titles].flatMap(([column, title]) =>
    [...(known.find(title).get("raci") ?? [])].map(([key, likeness]) => {
      const place = relocate(tab, bottom, column);
      const stats = describeTexts(sampleOf(tab, bottom, place));
      const isEmpty = stats.filled === 0 || (key === "activite" && stats.words === 0);
      return { key, place, score: likeness - (isEmpty ? 0.5 : 0) };
    }),
  );
  const columns: Record<string, number> = {};
  const used = new Set(taken);
  for (const { key, place } of pairs.sort((left, right) => right.score - left.score)) {
    if (columns[key] !== undefined || used.has(place)) continue;
    columns[key] = place;
    used.add(place);
  }
  return columns;
}
