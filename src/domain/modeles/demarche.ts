import type { Departement } from "../cpom/departement";
import type { cpom } from "../sheets/cpom";
import type { RowOf } from "../sheets/sheet";
import type { Condition } from "./condition";

export const PROFILS = ["ANAP 2017", "Resserré 6 mois"] as const;

export type Profil = (typeof PROFILS)[number];
export type Regime = NonNullable<RowOf<typeof cpom>["regime"]>;

/** What the parties choose before they start: it decides which lines of the kit concern them. */
export interface Demarche {
  readonly profil: Profil;
  readonly regime: Regime;
  /** Codes of the départements that sign; empty when the ARS signs alone. `null`: one, not yet known. */
  readonly departements: readonly Departement[] | null;
  /** Whether a contract is in force, which this one follows. */
  readonly isRenouvellement: boolean;
}

export const DEMARCHE_USUELLE: Demarche = {
  profil: "ANAP 2017",
  regime: "Handicap-services",
  departements: null,
  isRenouvellement: true,
};

/** Whether a line of the kit concerns the contract. Source: dossier métier, § 1.1, 1.4 (variants) and 3.1. */
export function isConcerned(condition: Condition | null, demarche: Demarche): boolean {
  switch (condition) {
    case null:
      return true;
    case "ehpad":
      return REGIMES_EHPAD.has(demarche.regime);
    case "eprd":
      return REGIMES_EPRD.has(demarche.regime);
    case "ahi":
      return REGIMES_AHI.has(demarche.regime);
    case "renouvellement":
      return demarche.isRenouvellement;
    case "departement-signataire":
      return demarche.departements === null || demarche.departements.length > 0;
    default:
      return condition satisfies never;
  }
}

const REGIMES_EHPAD: ReadonlySet<Regime> = new Set<Regime>(["EHPAD-PUV", "Mixte"]);
/** The two mandatory contracts put their managers under EPRD. Source: dossier métier, § 3.3. */
const REGIMES_EPRD: ReadonlySet<Regime> = new Set<Regime>(["EHPAD-PUV", "Handicap-services", "Mixte"]);
const REGIMES_AHI: ReadonlySet<Regime> = new Set<Regime>(["CHRS", "Mixte"]);

/** Whether the managers of the régime are under EPRD; the fiche signalétique may say otherwise. */
export function isSoumisEprd(regime: Regime): boolean {
  return REGIMES_EPRD.has(regime);
}
