import { type Classeur, decodeClasseur, SANS_PRECISION } from "../../src/domain/classeur";
import { type Jour, parseJour } from "../../src/domain/calendrier/jour";
import type { FicheEnPlace } from "../../src/domain/fiche-action/fiche-en-place";
import { digestTexte } from "../../src/domain/fiche-action/fusion";
import { readCalcul } from "../../src/domain/retro-planning/calcul";
import { constatsOf } from "../../src/domain/rules/report";
import { checkClasseur } from "../../src/domain/rules/check";
import type { Rule, RuleExample } from "../../src/domain/rules/rule";
import { type SheetId, sheets } from "../../src/domain/sheets/catalogue";
import { toTexte } from "../../src/domain/sheets/column";
import { type Cell, type Place, type Tab, toAddress } from "../../src/domain/sheets/grid";
import type { Sheet } from "../../src/domain/sheets/sheet";
import { normalizeTexte } from "../../src/domain/sheets/texte";

/** A day as a constant of the tests. */
export function jour(text: string): Jour {
  const day = parseJour(text);
  if (day === null) throw new Error(`${text} is not a day`);
  return day;
}

export const TODAY = jour("2026-11-21");

/** A tab of cells from A1, with nothing else. */
export function tabOf(name: string, cells: readonly (readonly Cell[])[], more: Partial<Tab> = {}): Tab {
  return { name, visibility: "visible", isProtected: false, cells, merges: [], tables: [], ...more };
}

/** The mini workbook of a rule’s example; required columns left out take their `example`. */
export function classeurOf({ feuilles, isWhole = false, calcul, fiches = {} }: Omit<RuleExample, "titre">): Classeur {
  const tabs = sheetIds().flatMap((id) => {
    const typed = feuilles[id];
    return typed === undefined ? [] : [tabOf(sheets[id].tab, isWhole ? typed : completeWithExamples(id, typed))];
  });
  const fichesEnPlace = Object.entries(fiches).map(([identite, textes]) => standFiche(identite, textes));
  const precisions = { ...SANS_PRECISION, calcul: readCalcul(calcul), fichesEnPlace };
  return decodeClasseur({ dateSystem: 1900, tabs }, TODAY, precisions);
}

/** A fiche that stands as it was generated. */
function standFiche(identite: string, textes: Readonly<Record<string, string>>): FicheEnPlace {
  const champs = Object.fromEntries(Object.entries(textes).map(([cle, texte]) => [cle, digestTexte(texte)]));
  const known = new Map(Object.entries(textes));
  return { identite, retenue: { version: 1, champs }, lire: (cle) => known.get(cle) ?? "" };
}

/** What a rule finds in a mini workbook, in the form of `RuleExample.attendu`. */
export function findIn(rule: Rule, example: Omit<RuleExample, "titre">): readonly (readonly [string, string])[] {
  const classeur = classeurOf(example);
  const constats = constatsOf(checkClasseur(classeur, [rule]));
  return constats.map(({ messageId, at }) => [messageId, at === null ? "" : describePlace(classeur, at)]);
}

function describePlace(classeur: Classeur, at: Place): string {
  const attachment = classeur.attachments.find((one) => one.tab === at.tab);
  const column = Object.entries(attachment?.columns ?? {}).find(([, number]) => number === at.column)?.[0];
  return column === undefined ? `${at.tab}!${toAddress(at)}` : `${attachment?.sheet ?? ""}!${at.row}.${column}`;
}

function completeWithExamples(id: SheetId, typed: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const [header = [], ...lines] = typed;
  const present = new Set(header.map((title) => normalizeTexte(toTexte(title))));
  const sheet: Sheet = sheets[id];
  const missing = Object.values(sheet.columns).filter(
    (column) => column.required && !present.has(normalizeTexte(column.label)),
  );
  return [
    [...header, ...missing.map((column) => column.label)],
    ...lines.map((line) => [
      ...Array.from(header, (_, index) => line[index] ?? null),
      ...missing.map((column) => column.example ?? null),
    ]),
  ];
}

function sheetIds(): readonly SheetId[] {
  return Object.values(sheets).map((sheet) => sheet.id);
}
