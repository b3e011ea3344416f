import { placeOf } from "../../sheets/decode";
import { sayMotif } from "../../suivi/meteo";
import { suiviDuPlan } from "../../suivi/suivi-du-plan";
import { describeLigne } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/meteo-a-jour",
  severity: "advice",
  title: "La météo d’une action ne cache pas une alerte",
  docs: {
    quoi: "La météo de la feuille n’est pas plus favorable que celle que donnent les dates, l’avancement et vos seuils.",
    pourquoi: "Une action verte n’est plus regardée : l’alerte arrive alors trop tard pour être traitée.",
    corriger:
      "Passez l’action à la couleur calculée, ou corrigez ses dates ou son avancement. Vous pouvez juger plus sévèrement.",
    source: "Dossier métier, § 1.5 (météo calculée)",
  },
  messages: {
    favorable: ({ action, ecrite, calculee, motif }: Data) =>
      `${action} : météo « ${ecrite} », ${calculee} par le calcul (${motif}).`,
  },
  applies: ({ tables: { actions } }) => actions?.lignes.some(({ value }) => value.meteo !== null) === true,
  *check(classeur) {
    const { actions } = classeur.tables;
    if (actions === null) return;
    for (const { ligne, meteo, retard } of suiviDuPlan(classeur)) {
      const { couleur: calculee, motif } = meteo;
      const ecrite = ligne.value.meteo;
      // A day that has passed is told by the rule of late actions.
      if (ecrite !== "Vert" || calculee !== "Orange" || retard > 0) continue;
      const data = { action: describeLigne("Action", actions.sheet, ligne), ecrite, calculee, motif: sayMotif(motif) };
      yield { message: "favorable", data, at: placeOf(actions, ligne.row, "meteo") };
    }
  },
  examples: [
    {
      titre: "Une action dans les temps, une autre jugée plus sévèrement",
      feuilles: {
        actions: [
          ["ID action", "Début prévu", "Fin prévue", "Statut", "Avancement", "Alerte (météo)"],
          ["ACN-01.01", "01/01/2026", "31/12/2027", "En cours", 0.4, "Vert"],
          ["ACN-01.02", "01/01/2026", "31/12/2027", "En cours", 0.5, "Orange"],
        ],
      },
    },
    {
      titre: "Une action verte qui n’avance pas assez",
      feuilles: {
        actions: [
          ["ID action", "Début prévu", "Fin prévue", "Statut", "Avancement", "Alerte (météo)"],
          ["ACN-01.01", "01/01/2026", "31/12/2027", "En cours", 0.05, "Vert"],
        ],
      },
      attendu: [["favorable", "actions!2.meteo"]],
    },
  ],
});

interface Data {
  readonly action: string;
  readonly ecrite: string;
  readonly calculee: string;
  readonly motif: string;
}
