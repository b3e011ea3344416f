import type { Classeur } from "../classeur";
import { normalizeTexte } from "../sheets/texte";
import { crossMatrice } from "./croisement";
import type { Matrice } from "./matrice";

/** Places of the acteurs that are bodies: said so in the cartographie, listed in the comitologie, or always so called. */
export function findInstances(classeur: Classeur, { acteurs }: Matrice): ReadonlySet<number> {
  const fiches = crossMatrice(classeur)?.fiches ?? [];
  const listed = new Set(
    (classeur.tables.instances?.lignes ?? []).flatMap(({ value: { id, instance } }) =>
      [id, instance].flatMap((name) => (name === null ? [] : [normalizeTexte(name)])),
    ),
  );
  const isInstance = (titre: string, place: number): boolean => {
    const known = fiches[place] ?? [];
    const natures = known.map(({ value }) => value.nature);
    if (known.length > 0 && natures.every((nature) => nature !== null)) {
      return natures.every((nature) => nature === "Instance");
    }
    const name = normalizeTexte(titre);
    return listed.has(name) || NOM_D_INSTANCE.test(name);
  };
  return new Set(acteurs.flatMap(({ titre }, place) => (isInstance(titre, place) ? [place] : [])));
}

/** Names that are always those of a body, whatever the workbook says of them. */
const NOM_D_INSTANCE = /^(?:le |la )?(?:copil|cotech|codir|comite (?:de pilotage|technique|de suivi))\b/;
