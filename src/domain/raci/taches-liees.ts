import type { Classeur } from "../classeur";
import { etudeDuClasseur } from "../retro-planning/etude-du-classeur";
import { isTerminee } from "../retro-planning/etat-tache";
import { idOfTache, type LignePlanning } from "../retro-planning/read-demande";
import { citablesOf, citationsIn } from "../rules/citations";
import type { Activite } from "./matrice";

/** Gives the lines of the rétro-planning that an activity says it is done by; none without a schedule. The same at each call. */
export function tachesLieesReader(classeur: Classeur): (activite: Activite) => readonly LignePlanning[] {
  const reader = READERS.get(classeur) ?? buildReader(classeur);
  READERS.set(classeur, reader);
  return reader;
}

/** Rules ask for the same links one after the other. */
const READERS = new WeakMap<Classeur, (activite: Activite) => readonly LignePlanning[]>();

function buildReader({ tables }: Classeur): (activite: Activite) => readonly LignePlanning[] {
  const table = tables["retro-planning"];
  if (table === null || table.lignes.length === 0) return () => [];
  const citables = citablesOf(table);
  const byRow = new Map(table.lignes.map((ligne) => [ligne.row, ligne]));
  const find = (typed: string | null): readonly LignePlanning[] =>
    citationsIn(typed).flatMap((one) => {
      const found = citables.find(one);
      // Words that several tasks answer to link to none of them.
      const [only] = found.length === 1 ? found : [];
      return byRow.get(only?.row ?? 0) ?? [];
    });
  const answers = new Map<string | null, readonly LignePlanning[]>();
  return ({ ligne: { value } }) => {
    const answer = answers.get(value.tache) ?? find(value.tache);
    answers.set(value.tache, answer);
    return answer;
  };
}

/** Rows of the tasks left to do that the sheet says critical; where it says nothing, those that the schedule does. */
export function findCritiques(classeur: Classeur): ReadonlySet<number> {
  const lignes = (classeur.tables["retro-planning"]?.lignes ?? []).filter(({ value }) => !isTerminee(value));
  const isTold = lignes.some(({ state }) => state.critique === "filled");
  const taches = isTold ? [] : (etudeDuClasseur(classeur)?.court?.taches ?? []);
  const calculees = new Set(taches.flatMap(({ id, critique }) => (critique ? [id] : [])));
  const isCritique = (ligne: LignePlanning): boolean =>
    isTold ? ligne.value.critique === "Oui" : calculees.has(idOfTache(ligne));
  return new Set(lignes.filter(isCritique).map(({ row }) => row));
}
