import type { GanttResult } from "../../../application/commands/propose-gantt";
import type { Apercu } from "../../use-ecriture";
import { mots } from "./textes-planning";

/** The preview of the sheet to print. */
export function apercuOfGantt(result: Extract<GanttResult, { readonly status: "proposed" }>): Apercu {
  const { tab, pas, taches, differentes, horsCadre, precedents, proposition } = result;
  const a = mots.impression.apercu;
  return {
    proposition,
    titre: a.titre(tab),
    resume: a.resume,
    groupes: [
      {
        titre: a.contenu,
        lignes: [
          a.taches(taches, mots.impression.lesPas[pas]),
          ...(differentes > 0 ? [a.differentes(differentes)] : []),
          ...(horsCadre > 0 ? [a.horsCadre(horsCadre)] : []),
          ...(precedents.length > 0 ? [a.precedents(precedents)] : []),
        ],
      },
    ],
    action: a.action,
    fait: a.fait(tab),
  };
}
