import type { Classeur } from "../classeur";
import { nameTache } from "../retro-planning/etat-tache";
import { placeOf } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import { crossMatrice } from "./croisement";
import type { Activite } from "./matrice";
import { type DataActivite, dataOf } from "./phrases";
import { tachesLieesReader } from "./taches-liees";

/** An activity carried by one acteur, its task by another. */
export type EcartPorteur = DataActivite & {
  readonly at: Place;
  readonly porteur: string;
  readonly tache: string;
  readonly porteurTache: string;
};

/** An activity and its task, which say the same, or how they differ. */
interface Comparaison {
  readonly ecart: EcartPorteur | null;
}

/** The activities carried by one acteur and linked to one task carried by an acteur of the matrix, and how they differ. */
export function comparePorteurs(classeur: Classeur): readonly Comparaison[] {
  const croisement = crossMatrice(classeur);
  if (croisement === null) return [];
  const { matrice, placesNamed } = croisement;
  const tachesOf = tachesLieesReader(classeur);
  const compare = (activite: Activite): readonly Comparaison[] => {
    const [porteur, ...others] = activite.roles.porteur;
    if (porteur === undefined || others.length > 0) return [];
    return tachesOf(activite).flatMap((tache): readonly Comparaison[] => {
      const places = placesNamed(tache.value.porteur);
      if (places.length === 0) return [];
      if (places.includes(porteur)) return [{ ecart: null }];
      const data = {
        ...dataOf(matrice, activite),
        at: placeOf(matrice.table, activite.ligne.row, "tache"),
        porteur: matrice.acteurs[porteur]?.titre ?? "",
        ...{ tache: nameTache(tache), porteurTache: tache.value.porteur ?? "" },
      };
      return [{ ecart: data }];
    });
  };
  return matrice.activites.flatMap(compare);
}
