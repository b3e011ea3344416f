import type { RetourResult } from "../../../application/commands/bring-back-fiche";
import type { EprdResult } from "../../../application/commands/propose-eprd";
import type { FichesResult } from "../../../application/commands/propose-fiches";
import type { SyntheseCopilResult } from "../../../application/commands/propose-synthese-copil";
import { listRemplacements } from "../../../application/ecriture/proposition";
import { formulaOf } from "../../../application/ports/snapshot";
import { toAddress } from "../../../domain/sheets/grid";
import type { Apercu } from "../../use-ecriture";
import { mots } from "./textes-actions";

/**
 * The preview of the fiches that would be made or made again, or why there is nothing to write. A choice of hers is written even where no cell
 * changes: her text is then no longer asked about.
 */
export function apercuOfFiches(result: FichesResult, hasChoix: boolean): Apercu | string {
  const a = mots.apercu.fiches;
  if (result.status === "refused") return mots.apercu.refus[result.raison];
  const { generated, updated, unchanged, renumerotees, kept, conflits, refused, proposition } = result;
  const [refus] = refused;
  const isChoixOnly = hasChoix && kept.length > 0 && Object.keys(proposition.fiches ?? {}).length > 0;
  if (proposition.changes.length === 0 && !isChoixOnly) {
    if (conflits.length > 0) return a.aTrancher(conflits.length);
    return refus !== undefined && unchanged.length === 0 ? refus.phrase : a.dejaAJour(unchanged.length);
  }
  const waiting = new Set(conflits.map(({ tab }) => tab));
  const remplacements = listRemplacements(proposition);
  const liens = remplacements.filter(({ apres }) => formulaOf(apres) !== null).length;
  return {
    proposition,
    titre: a.titre(generated.length, updated.length),
    resume: a.resume(generated.length, liens, remplacements.length - liens),
    groupes: [
      ...groupOf(
        a.ajoutees,
        generated.map(({ tab }) => tab),
      ),
      ...groupOf(
        a.misesAJour,
        updated.map(({ tab, champs }) => a.champs(tab, champs)),
      ),
      ...groupOf(
        a.renumerotees,
        renumerotees.map(({ tab, avant, action }) => a.renumerotee(tab, avant, action)),
      ),
      ...groupOf(
        a.gardes,
        kept.map(({ tab, champs }) => a.champs(tab, champs)),
      ),
      ...groupOf(
        a.conflits,
        conflits.map(({ tab, libelle }) => a.champs(tab, [libelle])),
      ),
      ...groupOf(
        a.laissees,
        refused.map(({ phrase }) => phrase),
      ),
      ...groupOf(
        a.inchangees,
        unchanged.map(({ tab }) => tab).filter((tab) => !waiting.has(tab)),
      ),
    ],
    action: a.action(generated.length, updated.length),
    fait: a.fait(generated.length, updated.length),
  };
}

/** The preview of what goes back from the fiches to their lines, or why nothing does. */
export function apercuOfRetour(result: RetourResult): Apercu | string {
  const a = mots.apercu.retour;
  if (result.status === "refused") return mots.apercu.refus[result.raison];
  const { repris, laisses, refused, proposition } = result;
  const left = laisses.map(({ action, libelle, raison }) => a.laisse(action, libelle, raison));
  if (repris.length === 0) {
    const said = [...left, ...refused.map(({ phrase }) => phrase)];
    const others = said.length - MOST_SAID;
    return [a.rien, ...said.slice(0, MOST_SAID), ...(others > 0 ? [a.autres(others)] : [])].join(" ");
  }
  return {
    proposition,
    titre: a.titre(repris.length),
    resume: a.resume,
    groupes: [
      ...groupOf(
        a.reprises,
        repris.map(({ vers, libelle, actuelle, sienne }) =>
          a.ligne(a.lieu(vers.tab, toAddress(vers)), libelle, actuelle, sienne),
        ),
      ),
      ...groupOf(a.laissees, [...left, ...refused.map(({ phrase }) => phrase)]),
    ],
    action: a.action,
    fait: a.fait(repris.length),
  };
}

/** What a note under the screen holds. */
const MOST_SAID = 3;

/** The preview of the page for the COPIL, or why there is none. */
export function apercuOfSyntheseCopil(result: SyntheseCopilResult): Apercu | string {
  const a = mots.apercu.synthese;
  if (result.status === "refused") return mots.apercu.refus[result.raison];
  const { tab, actions, retards, proposition } = result;
  return {
    ...{ proposition, titre: mots.apercu.feuille(tab), resume: a.resume },
    groupes: [{ titre: mots.apercu.contenu, lignes: a.lignes(actions, retards) }],
    ...{ action: mots.apercu.ajouter, fait: mots.apercu.ajoutee(tab) },
  };
}

/** The preview of the passage to the budget, or why there is none. */
export function apercuOfEprd(result: EprdResult): Apercu | string {
  const a = mots.apercu.eprd;
  if (result.status === "refused") return mots.apercu.refus[result.raison];
  const { tab, exercice, proposition } = result;
  return {
    ...{ proposition, titre: mots.apercu.feuille(tab), resume: a.resume },
    groupes: [{ titre: mots.apercu.contenu, lignes: a.lignes(exercice) }],
    ...{ action: mots.apercu.ajouter, fait: mots.apercu.ajoutee(tab) },
  };
}

function groupOf(titre: string, lignes: readonly string[]): Apercu["groupes"] {
  return lignes.length === 0 ? [] : [{ titre, lignes: [...new Set(lignes)] }];
}
