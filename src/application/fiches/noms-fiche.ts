import { digestTexte } from "../../domain/fiche-action/fusion";
import { quoteTab } from "../../domain/sheets/grid";
import type { CellContent, NameChange } from "../ports/workbook";

/** Longest name of a tab. */
const LONGEST = 31;

/** « Fiche ACN-02.01 », as Excel admits it for a tab: its signs replaced, 31 at most. Another tab may have it. */
export function tabNameOf(id: string): string {
  const clean = `Fiche ${id.replace(/[:\\/?*[\]\0]/gu, "-").replace(/\s+/gu, " ")}`;
  return clean
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/u, "")
    .replace(/'+$/u, "")
    .trimEnd();
}

/** The name of the workbook that follows the tab when she renames or moves it: `fiche_ACN_02_2e_01`. One an identity. */
function nameOf(identite: string): string {
  const safe = identite
    .normalize("NFC")
    .replace(/[^A-Za-z0-9]/gu, (sign) => (sign === "-" ? "_" : `_${codeOf(sign)}_`));
  // Cut, two long titles could be one name.
  return safe.length <= LONGEST_NAME
    ? `fiche_${safe}`
    : `fiche_${safe.slice(0, LONGEST_NAME)}_${digestTexte(identite)}`;
}

/** Excel admits 255 signs in a name. */
const LONGEST_NAME = 200;

/** Points at the mark of the fiche. */
export function namingOf(identite: string, tab: string): NameChange {
  return { kind: "name", name: nameOf(identite), formula: `=${quoteTab(tab)}!$A$1` };
}

/** What opens the fiche from its line, wherever she moved it. */
export function linkTo(identite: string, tab: string): CellContent {
  return { formula: `=HYPERLINK("#${nameOf(identite)}","${tab.replaceAll('"', '""')}")` };
}

function codeOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16);
}
