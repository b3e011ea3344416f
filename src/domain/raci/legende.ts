import type { Attachment } from "../sheets/attachment";
import { type Cell, cellAt, type Place, type Tab } from "../sheets/grid";
import { normalizeTexte } from "../sheets/texte";
import type { ConventionRaci } from "./role";

/** Where the sheet says what its letters mean. */
export interface LegendeRaci {
  readonly convention: ConventionRaci;
  readonly at: Place;
  /** The words read, « A = Approbateur ». */
  readonly texte: string;
}

/**
 * The convention that the legend of a matrix tells, wherever it stands: above, below, at the side, in the titles of an
 * « inversée » one, on a tab of its own. The meaning of A tells more than that of R: « Responsable » translates both.
 * Source: dossier métier, § 2.1.
 */
export function readLegende(tabs: readonly Tab[], attachment: Attachment): LegendeRaci | null {
  const own = tabs.find(({ name }) => name === attachment.tab);
  const others = tabs.filter((tab) => tab !== own && NOM_DE_LEGENDE.test(normalizeTexte(tab.name)));
  const said = [...(own === undefined ? [] : [sensOf(own, attachment)]), ...others.map((tab) => sensOf(tab, null))];
  // One letter alone is no legend: « Phase A : acteurs à réunir ».
  const sens = said.flatMap((one) => (new Set(one.map(({ lettre }) => lettre)).size > 1 ? one : []));
  return decide(sens, "A", SENS_DE_A) ?? decide(sens, "R", SENS_DE_R);
}

/** One letter and a word said beside it. */
interface Sens {
  readonly lettre: string;
  readonly mot: string;
  readonly at: Place;
}

const NOM_DE_LEGENDE = /legende|legend|raci|lisez|lire|readme|mode d emploi|notice|convention|glossaire|aide/;
const LARGEST_ROW = 2000;
const LARGEST_COLUMN = 200;

/** Beginnings of words, without accents, in the languages of the matrices people start from. */
const SENS_DE_A: readonly (readonly [ConventionRaci, RegExp])[] = [
  [
    "Internationale",
    /^(accountab|approb|approuv|approv|aprob|aprov|autorit|autorid|rend compte|rendre compte|redevable|garant|imputab|comptable|valide|validation|decid|decis|arbitr|verantwort|onay)/,
  ],
  ["ANAP", /^(acteur|acteurs|actif|agit|agissant|actor|contribu|particip)/],
];
const SENS_DE_R: readonly (readonly [ConventionRaci, RegExp])[] = [
  ["Internationale", /^(realis|execut|ejecut|fait|faire|produit|doer|does|performs|encarga)/],
  ["ANAP", /^(porteur|porte|pilote|rend compte|referent)/],
];

function decide(
  sens: readonly Sens[],
  lettre: string,
  meanings: readonly (readonly [ConventionRaci, RegExp])[],
): LegendeRaci | null {
  for (const one of sens) {
    if (one.lettre !== lettre) continue;
    const found = meanings.find(([, words]) => words.test(one.mot));
    if (found !== undefined) return { convention: found[0], at: one.at, texte: `${lettre} = ${one.mot}` };
  }
  return null;
}

/** Every meaning said in a tab, outside the cells of the matrix. */
function sensOf(tab: Tab, attachment: Attachment | null): readonly Sens[] {
  const found: Sens[] = attachment === null ? [] : [...titlesSaid(attachment)];
  tab.cells.slice(0, LARGEST_ROW).forEach((line, index) => {
    const row = index + 1;
    line.slice(0, LARGEST_COLUMN).forEach((cell, place) => {
      const column = place + 1;
      if (typeof cell !== "string" || cell === "") return;
      if (attachment !== null && isInside(attachment, row, column)) return;
      const at = { tab: tab.name, row, column };
      const beside = [1, 2, 3].map((gap) => cellAt(tab.cells, row, column + gap)).find((one) => one !== null) ?? null;
      for (const [lettre, mot] of [...saidIn(cell), ...saidBeside(cell, beside)]) found.push({ lettre, mot, at });
    });
  });
  return found;
}

/** « Responsable | Approbateur | Consulté | Informé »: the titles of an « inversée » matrix are its legend. */
function titlesSaid({ orientation, columns, titles, tab, headerRows }: Attachment): readonly Sens[] {
  if (orientation !== "inversée") return [];
  return ["R", "A"].map((lettre) => ({
    lettre,
    mot: normalizeTexte(titles[lettre] ?? ""),
    at: { tab, row: headerRows[0] ?? 1, column: columns[lettre] ?? 1 },
  }));
}

/** Letters and names of the matrix itself are no legend: « A » beside « Approbation du budget ». */
function isInside({ firstRow, lastRow, columns, family }: Attachment, row: number, column: number): boolean {
  if (row < firstRow || row > lastRow) return false;
  const places = [...Object.values(columns), ...family.map((one) => one.column)];
  return column >= Math.min(...places) && column <= Math.max(...places);
}

/** « R = Responsable, A : Acteur », « Acteur (A) », « (A)pprobateur », in one cell. */
function saidIn(cell: string): readonly (readonly [lettre: string, mot: string])[] {
  if (cell.length > 2000) return [];
  const after = [
    ...cell.matchAll(
      /(?<![\p{L}\p{N}])[([]?([RACI])[)\]]?\s*(?:[=:–—→]>?|->|\s-\s|\.\s)\s*(?:le |la |l[’']|les |qui |the |is |est )*(\p{L}[\p{L} ]{2,40})/gu,
    ),
  ];
  const before = [...cell.matchAll(/(\p{L}{4,})\s*[([]\s*([RACI])\s*[)\]]/gu)];
  const initial = [...cell.matchAll(/[([]([RACI])[)\]](\p{Ll}{3,})/gu)];
  return [
    ...after.map(([, lettre = "", mot = ""]) => [lettre, normalizeTexte(mot)] as const),
    ...before.map(([, mot = "", lettre = ""]) => [lettre, normalizeTexte(mot)] as const),
    ...initial.map(([, lettre = "", mot = ""]) => [lettre, normalizeTexte(`${lettre}${mot}`)] as const),
    ...spelled(cell),
  ];
}

/** « RACI (Responsable, Acteur, Consulté, Informé) »: four words whose initials are R, A, C and I. */
function spelled(cell: string): readonly (readonly [lettre: string, mot: string])[] {
  const words = normalizeTexte(cell)
    .split(" ")
    .filter((word) => word.length > 3);
  const start = words.findIndex((_, index) =>
    ["r", "a", "c", "i"].every((initial, rank) => words[index + rank]?.startsWith(initial) === true),
  );
  if (start === -1) return [];
  return [
    ["R", words[start] ?? ""],
    ["A", words[start + 1] ?? ""],
  ];
}

/** A letter alone, and its meaning in the next cell that holds something. */
function saidBeside(cell: string, beside: Cell): readonly (readonly [lettre: string, mot: string])[] {
  const lettre = /^[([]?\s*([RACI])\s*[)\]]?\s*[:=]?$/.exec(cell.trim())?.[1];
  if (lettre === undefined || typeof beside !== "string" || beside.trim().length < 4) return [];
  return [[lettre, normalizeTexte(beside)]];
}
