import { modeleActeurs } from "./acteurs";
import { modeleActions } from "./actions";
import { modeleChecklist } from "./checklist";
import { modeleIndicateurs } from "./indicateurs";
import { modeleInstances } from "./instances";
import { modeleLancement } from "./lancement";
import type { Modele } from "./modele";
import { modeleObjectifs } from "./objectifs";
import { modeleOutils } from "./outils";
import { modeleParametres } from "./parametres";
import { modeleRaci } from "./raci";
import { modeleReferent } from "./referent";
import { modeleRetroPlanning } from "./retro-planning";

/** The lines the kit starts with, table by table. The other tables start empty: only the person can fill them. */
export const kitModeles: readonly Modele[] = [
  ...[modeleParametres, modeleChecklist, modeleRetroPlanning, modeleActeurs, modeleRaci, modeleObjectifs],
  ...[modeleActions, modeleIndicateurs, modeleOutils, modeleLancement, modeleReferent, modeleInstances],
];
