import type { ConvertResult } from "../../../application/commands/convert-raci";
import type { DressResult } from "../../../application/commands/dress-raci";
import type { KeepConventionResult } from "../../../application/commands/keep-convention";
import type { CorrectionsResult } from "../../../application/commands/propose-corrections";
import type { SyntheseResult } from "../../../application/commands/propose-synthese-raci";
import { areaOf } from "../../../application/ecriture/proposition";
import type { ConventionRaci } from "../../../domain/raci/role";
import { type Place, toAddress } from "../../../domain/sheets/grid";
import { textes } from "../../textes";
import type { Apercu } from "../../use-ecriture";
import { apercuOfCorrections } from "../classeur/apercus";
import { mots } from "./textes-raci";

/** The preview of the convention in the fiche signalétique, or why there is none. */
export function apercuOfConvention(result: KeepConventionResult, convention: ConventionRaci): Apercu | string {
  if (result === null) return mots.lecture.sansReglage;
  const { at, proposition } = result;
  const a = mots.apercu.retenir;
  return {
    proposition,
    titre: a.titre(convention),
    resume: a.resume,
    groupes: [{ titre: a.cellule, lignes: [a.ligne(at.tab, toAddress(at), convention)] }],
    action: a.action,
    fait: a.fait(convention),
  };
}

/** The preview of the letters swapped, or why they are not. */
export function apercuOfConversion(result: ConvertResult): Apercu | string {
  const a = mots.apercu.convertir;
  if (result.status === "refused") return a.refus[result.raison];
  const { vers, depuis, cellules, laissees, reglage, legende, proposition } = result;
  const said = (at: Place): string => a.lieu(at.tab, toAddress(at));
  const aVous = [
    ...(depuis.source === "statistique" ? [a.supposee] : []),
    ...(legende === null ? [] : [a.legende(legende.at.tab, toAddress(legende.at))]),
    ...(reglage === null && legende === null ? [a.sansReglage] : []),
  ];
  return {
    proposition,
    titre: a.titre(cellules, vers),
    resume: a.resume,
    groupes: [
      {
        titre: a.ecrites,
        lignes: [a.cellules(cellules), ...(reglage === null ? [] : [a.reglage(reglage.tab, toAddress(reglage))])],
      },
      ...groupOf(a.aVous, aVous),
      ...groupOf(a.laissees, laissees.map(said)),
    ],
    action: a.action,
    fait: a.fait(cellules),
  };
}

/** The preview of what is sure in the tab of the matrix alone; the rest of the workbook has its own screen. */
export function apercuOfCorrectionsRaci(
  { remplacements, proposition }: CorrectionsResult,
  tab: string,
): Apercu | string {
  const own = {
    remplacements: remplacements.filter(({ at }) => at.tab === tab),
    proposition: {
      ...proposition,
      changes: proposition.changes.filter((change) => change.kind === "write" && areaOf(change).tab === tab),
      before: proposition.before.filter(({ area }) => area.tab === tab),
    },
  };
  return apercuOfCorrections(own) ?? mots.apercu.rienACorriger;
}

/** The preview of the lists and colours, or why there are none. */
export function apercuOfHabillage(result: DressResult, tab: string): Apercu | string {
  const a = mots.apercu.habiller;
  if (result.status === "refused") return a.refus[result.raison];
  const { placed, kept, convention, proposition } = result;
  return {
    proposition,
    titre: a.titre(tab),
    resume: convention.value === null ? `${a.resume} ${a.sansConvention}` : a.resume,
    groupes: [
      ...groupOf(
        a.posees,
        placed.map(({ title }) => title),
      ),
      ...groupOf(
        a.laissees,
        kept.map(({ title, reason }) => a.laissee(title, textes.classeur.validation.raisons[reason])),
      ),
    ],
    action: a.action,
    fait: a.fait,
  };
}

/** The preview of the synthesis, or why there is none. */
export function apercuOfSynthese(result: SyntheseResult): Apercu | string {
  const a = mots.apercu.synthese;
  if (result.status === "refused") return a.refus[result.raison];
  if (result.status === "a-jour") return a.dejaAJour(result.tab);
  const { tab, isNouvelle, ajoutes, partis, proposition } = result;
  return {
    proposition,
    titre: isNouvelle ? a.nouvelle(tab) : a.aJour(tab),
    resume: isNouvelle ? a.resumeNouvelle : a.resumeAJour,
    groupes: groupOf(a.acteurs, [...ajoutes.map(a.ajoute), ...partis.map(a.parti)]),
    action: isNouvelle ? a.actionNouvelle : a.actionAJour,
    fait: isNouvelle ? a.faitNouvelle(tab) : a.faitAJour(tab),
  };
}

function groupOf(titre: string, lignes: readonly string[]): Apercu["groupes"] {
  return lignes.length === 0 ? [] : [{ titre, lignes: [...new Set(lignes)] }];
}
