import { acteurs } from "./acteurs";
import { actions } from "./actions";
import { checklist } from "./checklist";
import { cpom } from "./cpom";
import { indicateurs } from "./indicateurs";
import { instances } from "./instances";
import { lancement } from "./lancement";
import { objectifs } from "./objectifs";
import { outils } from "./outils";
import { parametres } from "./parametres";
import { perimetre } from "./perimetre";
import { raci } from "./raci";
import { referent } from "./referent";
import { retroPlanning } from "./retro-planning";
import { seances } from "./seances";

/** Every table of the kit, in the order of its tools. `fiche-action` is no table: it is made from a line of `actions`. */
export const sheets = {
  parametres,
  cpom,
  perimetre,
  checklist,
  "retro-planning": retroPlanning,
  acteurs,
  raci,
  objectifs,
  actions,
  indicateurs,
  outils,
  lancement,
  referent,
  instances,
  seances,
} as const;

export type Sheets = typeof sheets;
export type SheetId = keyof Sheets;
