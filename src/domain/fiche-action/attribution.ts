import type { Table } from "../sheets/decode";
import type { Sheet } from "../sheets/sheet";
import { digestTexte, type FicheRetenue } from "./fusion";
import { identityKey, ligneOfIdentite } from "./identite-fiche";
import { chooseLignes, type LigneNommee } from "./lignes-a-ficher";

/** A fiche that stands in the workbook, with what is kept of its last generation if anything is. */
interface FicheAAttribuer {
  readonly identite: string;
  readonly retenue: FicheRetenue | null;
}

/** A line and its fiche. */
type Attribution<S extends Sheet, Fiche> = LigneNommee<S> & { readonly fiche: Fiche };

/**
 * Gives each fiche made from a table back to its line, in the order of the lines; a fiche that no line answers for is left out.
 *
 * A plan is renumbered as it is negotiated, so its number does not tell an action for five years. First come the fiches whose number and
 * title are both still those of a line; then those whose title is that of one line; last, those whose number only is, and after them those
 * of which nothing is kept. Two fiches, or two lines, that have the same title are told by their numbers alone.
 */
export function attributeFiches<S extends Sheet, Fiche extends FicheAAttribuer>(
  table: Table<S>,
  fiches: readonly Fiche[],
): readonly Attribution<S, Fiche>[] {
  const all = fiches.filter((fiche) => ligneOfFiche(fiche).table === table.sheet.id);
  if (all.length === 0) return [];
  const own = all.toSorted((one, other) => Number(one.retenue === null) - Number(other.retenue === null));
  const { lignes } = chooseLignes(table, "toutes");
  const left = new Map(lignes.map((ligne) => [identityKey(ligne.id), ligne]));
  const found: Attribution<S, Fiche>[] = [];
  const give = (fiche: Fiche, ligne: LigneNommee<S> | undefined): boolean => {
    if (ligne === undefined || !left.delete(identityKey(ligne.id))) return false;
    found.push({ ...ligne, fiche });
    return true;
  };
  const named = (fiche: Fiche): LigneNommee<S> | undefined => {
    return fiche.retenue?.isNumeroRepris === true ? undefined : left.get(identityKey(ligneOfFiche(fiche).id));
  };
  const moved = own.filter((fiche) => {
    const ligne = named(fiche);
    return ligne === undefined || fiche.retenue?.titre !== digestTitre(ligne.titre) || !give(fiche, ligne);
  });
  const fichesByTitre = onlyOnes(own, ({ retenue }) => retenue?.titre ?? "");
  const lignesByTitre = onlyOnes(lignes, ({ titre }) => digestTitre(titre));
  const renamed = moved.filter((fiche) => {
    const titre = fiche.retenue?.titre ?? "";
    return fichesByTitre.get(titre) !== fiche || !give(fiche, lignesByTitre.get(titre));
  });
  for (const fiche of renamed) give(fiche, named(fiche));
  return found.toSorted((one, other) => one.ligne.row - other.ligne.row);
}

/** Those that no other has the key of; an empty key is none. */
function onlyOnes<One>(all: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, One> {
  const found = new Map<string, One | null>();
  for (const one of all) found.set(keyOf(one), found.has(keyOf(one)) ? null : one);
  found.delete("");
  return new Map([...found].filter((entry): entry is [string, One] => entry[1] !== null));
}

/** The identity that a new fiche would have had of the line that a fiche was generated for last. */
export function identiteDeLigne({ identite, retenue }: FicheAAttribuer): string {
  return retenue?.ligne ?? identite;
}

/** The line that a fiche was generated for last. */
export function ligneOfFiche(fiche: FicheAAttribuer): ReturnType<typeof ligneOfIdentite> {
  return ligneOfIdentite(identiteDeLigne(fiche));
}

/** The number that a fiche says, `""` for none: that of its line when it was generated, unless it was called by its title. */
export function numeroOfFiche(fiche: FicheAAttribuer): string {
  const { id } = ligneOfFiche(fiche);
  const titre = fiche.retenue?.titre ?? digestTitre(id);
  return titre === digestTitre(id) ? "" : id;
}

/** What is kept of the title of a line; the same in any case, `""` for none. */
export function digestTitre(titre: string): string {
  return digestTexte(identityKey(titre));
}
