import type { Jour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import { normalizeTexte } from "../sheets/texte";
import type { Tache } from "./tache";

/** An assembly that decides on the days of its list alone. */
interface Assemblee {
  /** Its name, normalised. */
  readonly nom: string;
  /** In order. */
  readonly jours: readonly Jour[];
}

/**
 * The assemblies of those names, with their sittings in « Séances »: the name stands in the body, or in the body it refers
 * to. One without any sitting written down commands nothing. Source: dossier métier, § 5.3.
 */
export function readAssemblees({ tables }: Classeur, noms: readonly string[]): readonly Assemblee[] {
  const instances = new Map(
    (tables.instances?.lignes ?? []).map(({ value }) => [normalizeTexte(value.id ?? ""), value.instance ?? ""]),
  );
  const seances = (tables.seances?.lignes ?? []).flatMap(({ value: { instance, date } }) => {
    if (instance === null || date === null) return [];
    const typed = normalizeTexte(instance);
    return [{ jour: date, instance: `${typed} ${normalizeTexte(instances.get(typed) ?? "")}` }];
  });
  return noms.map(normalizeTexte).flatMap((nom) => {
    const jours = seances.filter(({ instance }) => instance.includes(nom)).map(({ jour }) => jour);
    return jours.length === 0 ? [] : [{ nom, jours: jours.sort() }];
  });
}

/** A task whose title names an assembly ends on one of its sittings. */
export function withSeances(tache: Tache, assemblees: readonly Assemblee[]): Tache {
  const title = normalizeTexte(tache.nom);
  const named = assemblees.filter(({ nom }) => title.includes(nom));
  if (named.length === 0) return tache;
  const seances = named.map(({ jours }) => ({ kind: "seances" as const, jours }));
  return { ...tache, contraintes: [...tache.contraintes, ...seances] };
}
