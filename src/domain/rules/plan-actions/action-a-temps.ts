import { formatJour, type Jour } from "../../calendrier/jour";
import { placeOf } from "../../sheets/decode";
import { suiviDuPlan } from "../../suivi/suivi-du-plan";
import { describeLigne, nameLigne, WHOLE_COLUMN } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/action-a-temps",
  severity: "warning",
  title: "Une action se termine à la date prévue",
  docs: {
    quoi: "Une action dont la fin prévue est passée est terminée, abandonnée ou reportée.",
    pourquoi: "Un retard connu se traite au dialogue de gestion ; un retard découvert au bilan se subit.",
    corriger: "Mettez à jour le statut, ou fixez une nouvelle fin avec le pilote. Le reste du plan n’est pas modifié.",
    source: "Dossier métier, § 1.5 et § 4.10 (X-10)",
  },
  messages: {
    retard: ({ action, jours, fin }: { action: string; jours: number; fin: Jour }) =>
      `${action} : en retard de ${sayJours(jours)}, fin prévue le ${formatJour(fin)}. Mettez à jour son statut ou sa date.`,
    "plan-en-retard": ({ nombre, total, action, jours }: Plan) =>
      `${nombre} actions sur ${total} ont dépassé leur fin prévue ; la plus ancienne, ${action}, de ${sayJours(jours)}. Mettez à jour les statuts ou les dates.`,
  },
  applies: ({ tables: { actions } }) => actions?.lignes.some(({ value }) => value.finPrevue !== null) === true,
  *check(classeur) {
    const { actions } = classeur.tables;
    if (actions === null) return;
    // Dates that are reversed are a fault of their own: nothing is counted from them.
    const dated = suiviDuPlan(classeur).filter(({ ligne, meteo }) => {
      return ligne.value.finPrevue !== null && meteo.motif.kind !== "inversees";
    });
    const late = dated.filter(({ retard }) => retard > 0);
    const oldest = late.toSorted((one, other) => other.retard - one.retard)[0];
    if (oldest !== undefined && late.length >= WHOLE_COLUMN && late.length * 2 > dated.length) {
      const action = nameLigne(actions.sheet, oldest.ligne);
      const data = { nombre: late.length, total: dated.length, action, jours: oldest.retard };
      yield { message: "plan-en-retard", data, at: placeOf(actions, oldest.ligne.row, "finPrevue") };
      return;
    }
    for (const { ligne, retard } of late) {
      const fin = ligne.value.finPrevue;
      if (fin === null) continue;
      const data = { action: describeLigne("Action", actions.sheet, ligne), jours: retard, fin };
      yield { message: "retard", data, at: placeOf(actions, ligne.row, "finPrevue") };
    }
  },
  examples: [
    {
      titre: "Une action terminée, une qui finit bientôt, une reportée",
      feuilles: {
        actions: [
          ["ID action", "Début prévu", "Fin prévue", "Statut", "Avancement"],
          ["ACN-01.01", "01/01/2026", "30/06/2026", "Terminée", 1],
          ["ACN-01.02", "01/01/2026", "31/12/2026", "En cours", 0.9],
          ["ACN-01.03", "01/01/2026", "30/06/2026", "Reportée", 0],
        ],
      },
    },
    {
      titre: "Une action qui devait être finie",
      feuilles: {
        actions: [
          ["ID action", "Début prévu", "Fin prévue", "Statut", "Avancement"],
          ["ACN-01.01", "01/01/2026", "30/06/2026", "En cours", 0.6],
          ["ACN-01.02", "01/01/2026", "31/12/2027", "En cours", 0.4],
        ],
      },
      attendu: [["retard", "actions!2.finPrevue"]],
    },
    {
      titre: "Un plan que personne n’a mis à jour",
      feuilles: {
        actions: [
          ["ID action", "Début prévu", "Fin prévue", "Statut"],
          ...["ACN-01", "ACN-02", "ACN-03", "ACN-04"].map((id) => [id, "01/01/2025", "31/12/2025", "Planifiée"]),
          ["ACN-05", "01/01/2025", "30/06/2025", "Planifiée"],
        ],
      },
      attendu: [["plan-en-retard", "actions!6.finPrevue"]],
    },
  ],
});

interface Plan {
  readonly nombre: number;
  readonly total: number;
  readonly action: string;
  readonly jours: number;
}

function sayJours(jours: number): string {
  return `${jours} jour${jours > 1 ? "s" : ""}`;
}
