import { formatJour, type Jour } from "../../../domain/calendrier/jour";
import type { ZoneFeries } from "../../../domain/calendrier/jours-feries";
import type { Profil } from "../../../domain/modeles/demarche";
import type { CalculRetenu } from "../../../domain/retro-planning/calcul";
import type { Scenario } from "../../../domain/retro-planning/etude";
import type { Levier } from "../../../domain/retro-planning/leviers";
import { readTypedJour } from "../../../domain/sheets/column";

/** Dates compared at once, the one in sight included. */
export const COMPAREES = 3;

export interface Reglages {
  /** `null`: those of the fiche signalétique. */
  readonly zones: readonly ZoneFeries[] | null;
  readonly sansNeutralisation: boolean;
  /** `null`: the durations of the sheet. */
  readonly profil: Profil | null;
  readonly scenario: Scenario;
}

/** What she tries in the pane; nothing of it is in the workbook. */
export interface Choix {
  /** What the date field shows when she touched it; `null`: what the workbook says. */
  readonly texte: string | null;
  /** The last day that could be read in the field. */
  readonly signature: Jour | null;
  readonly reglages: Reglages;
  readonly leviers: readonly Levier[];
  /** Other dates of signature, side by side with the one in sight. */
  readonly comparees: readonly Jour[];
}

export type ChoixEvent =
  | { readonly kind: "typed"; readonly texte: string }
  | { readonly kind: "workbook-date" }
  | { readonly kind: "set"; readonly reglages: Partial<Reglages> }
  | { readonly kind: "try"; readonly levier: Levier }
  | { readonly kind: "drop"; readonly levier: Levier }
  | { readonly kind: "compare"; readonly jour: Jour }
  | { readonly kind: "uncompare"; readonly jour: Jour }
  /** The workbook was read for the first time. */
  | { readonly kind: "first-read"; readonly calcul: CalculRetenu | null; readonly hasDate: boolean };

export const SANS_CHOIX: Choix = {
  texte: null,
  signature: null,
  reglages: { zones: null, sansNeutralisation: false, profil: null, scenario: "court" },
  leviers: [],
  comparees: [],
};

export function reduceChoix(choix: Choix, event: ChoixEvent): Choix {
  switch (event.kind) {
    case "typed":
      return typed(choix, event.texte);
    case "workbook-date":
      return { ...choix, texte: null, signature: null };
    case "set":
      return { ...choix, reglages: { ...choix.reglages, ...event.reglages } };
    case "try":
      if (event.levier.kind === "proroger" || isTried(choix, event.levier)) return choix;
      return { ...choix, leviers: [...choix.leviers, event.levier] };
    case "drop":
      return { ...choix, leviers: choix.leviers.filter((one) => keyOfLevier(one) !== keyOfLevier(event.levier)) };
    case "compare":
      if (choix.comparees.includes(event.jour) || choix.comparees.length >= COMPAREES - 1) return choix;
      return { ...choix, comparees: [...choix.comparees, event.jour] };
    case "uncompare":
      return { ...choix, comparees: choix.comparees.filter((one) => one !== event.jour) };
    case "first-read":
      return event.calcul === null ? choix : afterFirstRead(choix, event.calcul, event.hasDate);
    default:
      return event satisfies never;
  }
}

/** A day of the years that the calendar knows, typed in full: half of a year would be another date. `null` for anything else. */
export function readSignature(texte: string): Jour | null {
  const day = /(?:^|\D)\d{4}(?:\D|$)/.test(texte.trim()) ? readTypedJour(texte.trim()) : null;
  return day !== null && day >= "2000" && day < "2100" ? day : null;
}

export function isTried({ leviers }: Choix, levier: Levier): boolean {
  return leviers.some((one) => keyOfLevier(one) === keyOfLevier(levier));
}

export function keyOfLevier(levier: Levier): string {
  return JSON.stringify(levier);
}

function typed(choix: Choix, texte: string): Choix {
  if (texte.trim() === "") return { ...choix, texte, signature: null };
  return { ...choix, texte, signature: readSignature(texte) ?? choix.signature };
}

/** She finds again what the sheet was calculated with; the date of the workbook, when it gives one, is the newer word. */
function afterFirstRead(choix: Choix, calcul: CalculRetenu, hasDate: boolean): Choix {
  const { zones, sansNeutralisation, profil, scenario, signature } = calcul;
  const kept = { ...choix, reglages: { zones, sansNeutralisation, profil, scenario } };
  return hasDate || choix.texte !== null ? kept : { ...kept, texte: formatJour(signature), signature };
}
