import type { Jour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import { isTerminee, nameTache } from "../retro-planning/etat-tache";
import type { Scenario, TacheEtudiee } from "../retro-planning/etude";
import { type ActeurMatrice, type Activite, type Matrice, readMatrice } from "./matrice";
import { LETTRES, type Role } from "./role";
import { tachesLieesReader } from "./taches-liees";

/** In how many activities an acteur has each role. */
type Comptes = Readonly<Record<Role, number>>;

/** What an acteur of the matrix carries, does, is asked and is told, and when he carries several critical tasks at once. */
export interface ChargeActeur {
  readonly acteur: ActeurMatrice;
  /** All nought under no convention, but for those consulted and informed. */
  readonly roles: Comptes;
  /** Activities with R or A, whatever the convention. */
  readonly actives: number;
  /** Shares, from 0 to 1, of the activities shared out: those he carries, those he carries or does. */
  readonly partPortee: number;
  readonly partActive: number;
  /** The same counts by phase, in the order of the matrix; `null`, activities of no phase. */
  readonly phases: readonly ChargePhase[];
  readonly chevauchements: readonly Chevauchement[];
}

/** The charge of an acteur in a phase. */
interface ChargePhase {
  readonly phase: string | null;
  readonly roles: Comptes;
  readonly actives: number;
}

/** Days on which an acteur carries at least two critical tasks. */
export interface Chevauchement {
  readonly debut: Jour;
  readonly fin: Jour;
  /** How the referent names them, in the order they start. */
  readonly taches: readonly string[];
}

/**
 * The charge of every acteur of the matrix, in its order; none without a matrix. `taches` are those of the schedule, with
 * their dates at the latest in that scenario: the linked ones that are critical and left to do are looked at. Linear in
 * letters and links.
 */
export function chargesOf(
  classeur: Classeur,
  taches: readonly TacheEtudiee[],
  scenario: Scenario,
): readonly ChargeActeur[] {
  const matrice = readMatrice(classeur);
  if (matrice === null) return [];
  const phases = [...new Set(matrice.activites.map(({ ligne }) => ligne.value.phase))];
  const totals = matrice.acteurs.map(() => startCompte());
  const byPhase = new Map(phases.map((phase) => [phase, matrice.acteurs.map(() => startCompte())]));
  for (const activite of matrice.activites) {
    const own = byPhase.get(activite.ligne.value.phase) ?? [];
    for (const [place, lettres] of activite.lettres) {
      for (const compte of [totals[place], own[place]]) addLettres(compte, lettres, matrice);
    }
  }
  const shared = Math.max(1, matrice.activites.filter(({ lettres }) => lettres.size > 0).length);
  const periodes = periodesByActeur(classeur, matrice, taches, scenario);
  return matrice.acteurs.map((acteur, place) => {
    const total = totals[place] ?? startCompte();
    return {
      acteur,
      ...total,
      partPortee: total.roles.porteur / shared,
      partActive: total.actives / shared,
      phases: phases.map((phase) => ({ phase, ...(byPhase.get(phase)?.[place] ?? startCompte()) })),
      chevauchements: findChevauchements(periodes[place] ?? []),
    };
  });
}

const ROLES: readonly Role[] = ["porteur", "executant", "consulte", "informe"];
/** Those whose letter is the same under both conventions. */
const SANS_CONVENTION: readonly Role[] = ["consulte", "informe"];

interface Compte {
  readonly roles: Record<Role, number>;
  actives: number;
}

function startCompte(): Compte {
  return { roles: { porteur: 0, executant: 0, consulte: 0, informe: 0 }, actives: 0 };
}

function addLettres(compte: Compte | undefined, lettres: readonly string[], { convention }: Matrice): void {
  if (compte === undefined) return;
  if (lettres.includes("R") || lettres.includes("A")) compte.actives++;
  const words = LETTRES[convention.value ?? "ANAP"];
  for (const role of convention.value === null ? SANS_CONVENTION : ROLES) {
    if (lettres.includes(words[role])) compte.roles[role]++;
  }
}

/** A task from one day to another, both included. */
interface Periode {
  readonly nom: string;
  readonly debut: Jour;
  readonly fin: Jour;
}

/** The stretches of days that at least two of the tasks share, with all the tasks met in each. */
export function findChevauchements(periodes: readonly Periode[]): readonly Chevauchement[] {
  const sorted = periodes.toSorted((a, b) => compare(a.debut, b.debut) || compare(a.fin, b.fin));
  const found: { debut: Jour; fin: Jour; taches: string[] }[] = [];
  /** The task that ends last so far. */
  let longest: Periode | null = null;
  for (const periode of sorted) {
    const before = longest;
    if (before === null || periode.fin > before.fin) longest = periode;
    if (before === null || periode.debut > before.fin) continue;
    const fin = periode.fin < before.fin ? periode.fin : before.fin;
    const current = found.at(-1);
    if (current === undefined || periode.debut > current.fin) {
      found.push({ debut: periode.debut, fin, taches: [before.nom, periode.nom] });
      continue;
    }
    if (fin > current.fin) current.fin = fin;
    if (!current.taches.includes(before.nom)) current.taches.push(before.nom);
    if (!current.taches.includes(periode.nom)) current.taches.push(periode.nom);
  }
  return found;
}

function compare(a: Jour, b: Jour): number {
  return a < b ? -1 : Number(a > b);
}

/** The critical tasks left to do of the activities each acteur carries, each task once. */
function periodesByActeur(
  classeur: Classeur,
  { acteurs, activites }: Matrice,
  taches: readonly TacheEtudiee[],
  scenario: Scenario,
): readonly (readonly Periode[])[] {
  const byRow = new Map(taches.map((one) => [one.ligne.row, one]));
  const tachesOf = tachesLieesReader(classeur);
  const found = acteurs.map(() => new Map<number, Periode>());
  const add = ({ roles }: Activite, row: number): void => {
    const tache = byRow.get(row);
    const dates = tache?.[scenario];
    if (tache === undefined || dates === undefined || !dates.critique || isTerminee(tache.ligne.value)) return;
    const { debutAuPlusTard: debut, finAuPlusTard: fin } = dates;
    if (debut === null || fin === null) return;
    for (const place of roles.porteur) found[place]?.set(row, { nom: nameTache(tache.ligne), debut, fin });
  };
  for (const activite of activites) for (const { row } of tachesOf(activite)) add(activite, row);
  return found.map((periodes) => [...periodes.values()]);
}
