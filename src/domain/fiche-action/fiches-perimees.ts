import type { Classeur } from "../classeur";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne, Table } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import type { Sheet } from "../sheets/sheet";
import { finish, type Steps } from "../steps";
import { attributeFiches } from "./attribution";
import { composeFiche } from "./compose-fiche";
import { composeFicheFromPoint } from "./compose-fiche-point";
import type { ChampFiche } from "./fiche-action";
import { type FicheEnPlace, listChangements } from "./fiche-en-place";

/** A fiche whose line, or what that line names, has changed since its last generation. */
export interface FichePerimee {
  /** What names its line: « ACN-02.01 », a title between quotes. */
  readonly nom: string;
  readonly version: number;
  /** The cell that names its line. */
  readonly at: Place;
  /** What changed, by label. */
  readonly changements: readonly string[];
}

/** A fiche that stands in the workbook, and the only line that has its name. */
interface FicheEtLigne<S extends Sheet> {
  readonly nom: string;
  readonly at: Place;
  readonly fiche: FicheEnPlace;
  readonly ligne: Ligne<S>;
}

/** The fiches to generate again, in the order of their lines: actions, then points. Worked out once for a workbook. */
export function fichesPerimees(classeur: Classeur): readonly FichePerimee[] {
  return finish(readFichesPerimees(classeur));
}

/** The same, some fiches a step. */
export function* readFichesPerimees(classeur: Classeur): Steps<readonly FichePerimee[]> {
  const known = perimees.get(classeur);
  if (known !== undefined) return known;
  const { actions, checklist } = classeur.tables;
  const found: FichePerimee[] = [];
  if (actions !== null) {
    const compose = (ligne: Ligne<Sheets["actions"]>) => composeFiche(classeur, ligne).champs;
    found.push(...(yield* compareFiches(classeur, actions, compose)));
  }
  if (checklist !== null) {
    const compose = (ligne: Ligne<Sheets["checklist"]>) => composeFicheFromPoint(classeur, ligne).champs;
    found.push(...(yield* compareFiches(classeur, checklist, compose)));
  }
  perimees.set(classeur, found);
  return found;
}

/** A workbook is a value: what was read of it stays true. */
const perimees = new WeakMap<Classeur, readonly FichePerimee[]>();
const FICHES_A_STEP = 5;

/** The fiches made from a table, with their lines; those whose line is gone, or shares its name, are left out. */
export function fichesOf<S extends Sheet>(
  { fichesEnPlace }: Pick<Classeur, "fichesEnPlace">,
  table: Table<S>,
): readonly FicheEtLigne<S>[] {
  return attributeFiches(table, fichesEnPlace).map(({ id, ligne, at, fiche }) => {
    const isTitle = ligne.state.id !== "filled";
    return { nom: isTitle ? `« ${id} »` : id, at, fiche, ligne };
  });
}

function* compareFiches<S extends Sheet>(
  classeur: Classeur,
  table: Table<S>,
  compose: (ligne: Ligne<S>) => readonly ChampFiche[],
): Steps<readonly FichePerimee[]> {
  const found: FichePerimee[] = [];
  for (const [index, { nom, at, fiche, ligne }] of fichesOf(classeur, table).entries()) {
    if (index % FICHES_A_STEP === FICHES_A_STEP - 1) yield;
    const changements = listChangements(compose(ligne), fiche);
    if (changements.length > 0) found.push({ nom, version: fiche.retenue.version, at, changements });
  }
  return found;
}
