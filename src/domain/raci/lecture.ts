import type { ActeurMatrice, Activite, Matrice } from "./matrice";
import type { Lettre } from "./role";

/** What could not be read of a matrix: what seems to be missing may stand in one of these cells. */
interface Illisibles {
  readonly hasActivite: (activite: Activite) => boolean;
  readonly hasActeur: (acteur: ActeurMatrice) => boolean;
  readonly hasCell: (activite: Activite, acteur: ActeurMatrice) => boolean;
}

/** Cells of letters that nobody can read; each is already a constat of its own. */
export function findIllisibles({ table }: Matrice): Illisibles {
  const titles = new Set(table.family.map(({ title }) => title));
  const broken = table.problems.filter(({ column }) => titles.has(column));
  const rows = new Set(broken.map(({ row }) => row));
  const columns = new Set(broken.map(({ column }) => column));
  const cells = new Set(broken.map(({ row, column }) => `${row} ${column}`));
  return {
    hasActivite: ({ ligne }) => rows.has(ligne.row),
    hasActeur: ({ titre }) => columns.has(titre),
    hasCell: ({ ligne }, { titre }) => rows.has(ligne.row) && cells.has(`${ligne.row} ${titre}`),
  };
}

/** Places of the acteurs that have that letter. */
export function placesWith({ lettres }: Activite, wanted: Lettre): readonly number[] {
  const places: number[] = [];
  for (const [place, typed] of lettres) if (typed.includes(wanted)) places.push(place);
  return places;
}

/** How many acteurs of an activity have each letter, or several at once, whatever the convention. */
type CompteActivite = Readonly<Record<Lettre | "plusieurs", number>>;

/** In how many activities an acteur has R, A, either of them, any letter. */
interface CompteActeur {
  readonly R: number;
  readonly A: number;
  readonly actif: number;
  readonly present: number;
}

interface Comptes {
  readonly ofActivite: (activite: Activite) => CompteActivite;
  /** By place of acteur. */
  readonly acteurs: readonly CompteActeur[];
}

/** Counts the letters of a matrix, all at once: linear in its cells. The same object at each call. */
export function countLettres(matrice: Matrice): Comptes {
  const known = COMPTES.get(matrice);
  if (known !== undefined) return known;
  const acteurs = matrice.acteurs.map(() => ({ R: 0, A: 0, actif: 0, present: 0 }));
  const activites = new Map(matrice.activites.map((activite) => [activite, countActivite(activite, acteurs)]));
  const comptes = { ofActivite: (activite: Activite) => activites.get(activite) ?? AUCUNE, acteurs };
  COMPTES.set(matrice, comptes);
  return comptes;
}

const COMPTES = new WeakMap<Matrice, Comptes>();
const AUCUNE: CompteActivite = { R: 0, A: 0, C: 0, I: 0, plusieurs: 0 };

/** Counts those of an activity, and adds them to those of its acteurs. */
function countActivite({ lettres }: Activite, acteurs: readonly Mutable<CompteActeur>[]): CompteActivite {
  const own = { ...AUCUNE };
  for (const [place, typed] of lettres) {
    const [hasR, hasA] = [typed.includes("R"), typed.includes("A")];
    if (hasR) own.R++;
    if (hasA) own.A++;
    if (typed.includes("C")) own.C++;
    if (typed.includes("I")) own.I++;
    if (typed.length > 1) own.plusieurs++;
    const acteur = acteurs[place];
    if (acteur === undefined) continue;
    acteur.present++;
    if (hasR) acteur.R++;
    if (hasA) acteur.A++;
    if (hasR || hasA) acteur.actif++;
  }
  return own;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Activities whose letters share them out; the others are « non réparties ». */
export function repartiesOf({ activites }: Matrice): readonly Activite[] {
  return activites.filter(({ lettres }) => lettres.size > 0);
}

/** From this number on, what holds for most of them is a habit: one constat, not one each. */
const WHOLE = 5;

export function isHabit(found: number, total: number): boolean {
  return found >= WHOLE && found * 2 > total;
}
