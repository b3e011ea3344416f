import type { PlanResult } from "../../../application/commands/plan-classeur";
import { listRemplacements, type Remplacement } from "../../../application/ecriture/proposition";
import type { CellContent } from "../../../application/ports/workbook";
import type { Classeur } from "../../../domain/classeur";
import type { Scenario } from "../../../domain/retro-planning/etude";
import { columnLetters } from "../../../domain/sheets/grid";
import type { Apercu } from "../../use-ecriture";
import { textes } from "../../textes";
import { mots } from "./textes-planning";

/** The preview of the dates that would be written; `null` when the sheet holds them already. */
export function apercuOfPlanning(
  { etude, proposition }: Extract<PlanResult, { readonly status: "planned" }>,
  scenario: Scenario,
  classeur: Classeur,
): Apercu | null {
  const remplacements = listRemplacements(proposition);
  const tab = remplacements[0]?.at.tab;
  if (tab === undefined) return null;
  const formules = remplacements.filter(({ avant }) => isFormula(avant)).length;
  const { jour } = etude.demande.cible;
  return {
    proposition,
    titre: mots.ecrire.titre(remplacements.length, tab),
    resume: `${mots.ecrire.resume(jour, mots.reglages.scenariosCourts[scenario])} ${mots.ecrire.formules(formules)}`,
    groupes: [{ titre: mots.ecrire.colonnes, lignes: columnsOf(remplacements, classeur) }],
    action: mots.ecrire.action,
    fait: mots.ecrire.fait(remplacements.length),
  };
}

/** The same, written by itself: the bar says so. */
export function faitDuSuivi(apercu: Apercu): Apercu {
  return { ...apercu, fait: mots.suivi.fait(listRemplacements(apercu.proposition).length) };
}

/** Each column by her own title and its letter. */
function columnsOf(remplacements: readonly Remplacement[], { tables }: Classeur): readonly string[] {
  const table = tables["retro-planning"];
  const titles: Readonly<Record<string, string>> = table?.titles ?? {};
  const names = new Map(Object.entries(table?.attachment.columns ?? {}).map(([name, column]) => [column, name]));
  const counts = new Map<number, number>();
  for (const { at } of remplacements) counts.set(at.column, (counts.get(at.column) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([column, count]) => {
      const title = titles[names.get(column) ?? ""] ?? "";
      return mots.ecrire.colonne(textes.classeur.colonne(columnLetters(column), title), count);
    });
}

function isFormula(content: CellContent): boolean {
  return typeof content === "object" && content !== null;
}
