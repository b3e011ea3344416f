import type { Sheets } from "../sheets/catalogue";
import type { ColumnName, Ligne } from "../sheets/decode";

/** A line of the indicators. */
type LigneIndicateur = Ligne<Sheets["indicateurs"]>;

type Valeurs = Pick<
  LigneIndicateur["value"],
  "sens" | "valeurDepart" | "cibleFinale" | (typeof CIBLES)[number] | (typeof REALISES)[number]
>;

export type SensIndicateur = NonNullable<Valeurs["sens"]>;

/** Columns of the yearly targets and of what was reached, in order. */
const CIBLES = ["cibleA1", "cibleA2", "cibleA3", "cibleA4", "cibleA5"] as const;
const REALISES = ["realiseA1", "realiseA2", "realiseA3", "realiseA4", "realiseA5"] as const;

/** A value reached, at the end of which year of the contract, and the target of that year where one was set. */
interface Mesure {
  readonly annee: number;
  readonly realise: number;
  readonly cible: number | null;
  /** Whether the target of that year is reached; `null` without one. */
  readonly isTenue: boolean | null;
}

/** How far an indicator is on its way. */
export type Atteinte =
  /** Share of the way from the start to the final target: below 0 it went back, above 1 it went further. */
  | { readonly kind: "chemin"; readonly mesure: Mesure; readonly taux: number }
  /** The target is the start: it is held or it is not. */
  | { readonly kind: "maintien"; readonly mesure: Mesure; readonly isTenu: boolean }
  | { readonly kind: "inconnue"; readonly manque: "depart" | "cible" | "realise" };

/**
 * Attainment by the last value that was typed. The same quotient serves for a rise and for a fall, both of its terms change their
 * sign together. An indicator to keep steady is held within `tolerance`, a share of its start. Source: dossier métier, § 1.5.
 */
export function atteinteOf(valeurs: Valeurs, tolerance: number): Atteinte {
  const { valeurDepart: depart, cibleFinale: cible } = valeurs;
  if (depart === null) return { kind: "inconnue", manque: "depart" };
  if (cible === null) return { kind: "inconnue", manque: "cible" };
  const mesure = lastMesure(valeurs, depart, tolerance);
  if (mesure === null) return { kind: "inconnue", manque: "realise" };
  if (cible === depart || valeurs.sens === "Stabilité") {
    return { kind: "maintien", mesure, isTenu: isReached(mesure.realise, cible, { ...valeurs, depart, tolerance }) };
  }
  return { kind: "chemin", mesure, taux: (mesure.realise - depart) / (cible - depart) };
}

/** Whether what was reached is what was aimed at, or better. */
export function isAtteint(atteinte: Atteinte): boolean | null {
  if (atteinte.kind === "inconnue") return null;
  return atteinte.kind === "maintien" ? atteinte.isTenu : atteinte.taux >= 1;
}

/** Two values that follow each other the wrong way. */
interface Rupture {
  readonly avant: { readonly colonne: ColumnName<Sheets["indicateurs"]>; readonly valeur: number };
  readonly apres: { readonly colonne: ColumnName<Sheets["indicateurs"]>; readonly valeur: number };
}

/**
 * The first target that goes against the direction of its indicator, from the start to the final target; `null` when none does, or when
 * it is to be kept steady. Source: dossier métier, § 1.5.
 */
export function findRupture(valeurs: Valeurs): Rupture | null {
  const { sens } = valeurs;
  if (sens === null || sens === "Stabilité") return null;
  const typed = (["valeurDepart", ...CIBLES, "cibleFinale"] as const).flatMap((colonne) => {
    const valeur = valeurs[colonne];
    return valeur === null ? [] : [{ colonne, valeur }];
  });
  const ends = [typed.at(0), typed.at(-1)] as const;
  const pairs = [ends, ...typed.map((apres, index) => [typed[index - 1], apres] as const)];
  for (const [avant, apres] of pairs) {
    if (avant === undefined || apres === undefined) continue;
    const step = apres.valeur - avant.valeur;
    if (sens === "Hausse" ? step < 0 : step > 0) return { avant, apres };
  }
  return null;
}

function lastMesure(valeurs: Valeurs, depart: number, tolerance: number): Mesure | null {
  for (const [index, name] of [...REALISES.entries()].reverse()) {
    const realise = valeurs[name];
    if (realise === null) continue;
    const column = CIBLES[index];
    const cible = column === undefined ? null : valeurs[column];
    const isTenue = cible === null ? null : isReached(realise, cible, { ...valeurs, depart, tolerance });
    return { annee: index + 1, realise, cible, isTenue };
  }
  return null;
}

interface Jugement {
  readonly sens: SensIndicateur | null;
  readonly cibleFinale: number | null;
  readonly depart: number;
  readonly tolerance: number;
}

function isReached(realise: number, cible: number, { sens, cibleFinale, depart, tolerance }: Jugement): boolean {
  const wanted = sens ?? directionOf(depart, cibleFinale ?? cible);
  if (wanted === "Hausse") return realise >= cible;
  if (wanted === "Baisse") return realise <= cible;
  return Math.abs(realise - cible) <= tolerance * Math.abs(cible) + Number.EPSILON;
}

function directionOf(depart: number, cible: number): SensIndicateur {
  if (cible === depart) return "Stabilité";
  return cible > depart ? "Hausse" : "Baisse";
}
