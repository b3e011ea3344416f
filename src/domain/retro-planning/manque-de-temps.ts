import type { Jour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import { echeanceEnCours } from "../cpom/echeance-en-cours";
import { placeOf } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import { isTerminee } from "./etat-tache";
import { constatsPlanning, etudeDuClasseur } from "./etude-du-classeur";

interface Manque {
  /** Working days, with the shortest durations. */
  readonly manque: number;
  readonly cible: Jour;
  readonly auPlusTot: Jour;
  /** Nobody chose that day: it goes back from the end of the contract in force. */
  readonly isParDefaut: boolean;
}

interface TacheDepassee {
  readonly nom: string;
  readonly debut: Jour;
}

/** Why the time that is left does not suffice, whatever is done, and the cell to look at first. */
export type ManqueDeTemps = { readonly at: Place | null } & (
  | {
      readonly message: "debut-depasse";
      /** In the order of the days they should have started. */
      readonly data: Manque & { readonly taches: readonly TacheDepassee[] };
    }
  /** All that should have started has: `chaine`, what is left of what decides. */
  | { readonly message: "fin-impossible"; readonly data: Manque & { readonly chaine: readonly string[] } }
  /** The signature holds; a date imposed on a task does not. */
  | { readonly message: "date-imposee"; readonly data: { readonly tache: string; readonly manque: number } }
  | { readonly message: "signature-passee"; readonly data: { readonly cible: Jour } }
);

/**
 * One answer a workbook: thirty tasks late for one reason are one thing to look at. `null` when the time suffices, and when
 * the sheet does not tell enough to know. Source: dossier métier, § 4.10 and § 5.4.
 */
export function findManque(classeur: Classeur): ManqueDeTemps | null {
  const etude = etudeDuClasseur(classeur);
  const [impossible] = constatsPlanning(classeur, "fin-impossible");
  if (etude === null || impossible === undefined || etude.court === null || isSigne(classeur)) return null;
  const { cible, finAuPlusTot: auPlusTot, manque } = impossible;
  if (cible < classeur.today) return signaturePassee(classeur, cible);
  // Two imposed dates at odds are told elsewhere, with what they alone make impossible.
  if (constatsPlanning(classeur, "contraintes-contradictoires").some((one) => one.manque >= manque)) return null;
  if (auPlusTot <= cible) return dateImposee(classeur, manque);
  const isParDefaut = !etude.isChoisie;
  // A day that nobody chose may be missed, as long as the contract in force still runs.
  if (isParDefaut && auPlusTot <= (echeanceDe(classeur) ?? cible)) return null;
  const data = { manque, cible, auPlusTot, isParDefaut };
  const depassees = constatsPlanning(classeur, "debut-depasse").toSorted(byDebut);
  const [first] = depassees;
  if (first !== undefined) {
    const taches = depassees.map((one) => ({ nom: etude.nameOf(one.tache), debut: one.debutAuPlusTard }));
    const at = etude.placeOf(first.tache, "debutAuPlusTard", "tache");
    return { message: "debut-depasse", data: { ...data, taches }, at };
  }
  const left = etude.court.chaine.map(({ id }) => id).filter((id) => !isDone(classeur, id));
  const at = etude.placeOf(left[0] ?? "", "finAuPlusTard", "tache");
  return { message: "fin-impossible", data: { ...data, chaine: left.map(etude.nameOf) }, at };
}

function echeanceDe({ tables }: Classeur): Jour | null {
  const cpom = tables.cpom?.lignes[0]?.value;
  return cpom === undefined ? null : echeanceEnCours(cpom);
}

/** The task that holds the date is done: what is left comes after. */
function isSigne(classeur: Classeur): boolean {
  const tache = etudeDuClasseur(classeur)?.demande.cible.tache ?? null;
  return tache !== null && isDone(classeur, tache);
}

function isDone(classeur: Classeur, id: string): boolean {
  const ligne = etudeDuClasseur(classeur)?.lignes.get(id);
  return ligne !== undefined && isTerminee(ligne.value);
}

/** Calculated back from the end of the contract, nobody aimed at that day: the rules of the contract tell. */
function signaturePassee({ tables: { cpom } }: Classeur, cible: Jour): ManqueDeTemps | null {
  const fiche = cpom?.lignes[0];
  if (cpom === null || fiche?.value.dateSignature !== cible) return null;
  return { message: "signature-passee", data: { cible }, at: placeOf(cpom, fiche.row, "dateSignature") };
}

function dateImposee(classeur: Classeur, manque: number): ManqueDeTemps | null {
  const etude = etudeDuClasseur(classeur);
  const late = new Set((etude?.court?.taches ?? []).filter(({ marge }) => marge === -manque).map(({ id }) => id));
  const imposed = etude?.demande.taches.find(({ id, contraintes }) => contraintes.length > 0 && late.has(id));
  const id = imposed?.id ?? [...late].at(-1);
  if (etude === null || id === undefined) return null;
  const at = etude.placeOf(id, "dateContrainte", "tache");
  return { message: "date-imposee", data: { tache: etude.nameOf(id), manque }, at };
}

function byDebut(a: { readonly debutAuPlusTard: Jour }, b: { readonly debutAuPlusTard: Jour }): number {
  return a.debutAuPlusTard < b.debutAuPlusTard ? -1 : Number(a.debutAuPlusTard > b.debutAuPlusTard);
}
