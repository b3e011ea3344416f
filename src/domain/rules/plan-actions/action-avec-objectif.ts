import type { Sheets } from "../../sheets/catalogue";
import { placeOf, type Table } from "../../sheets/decode";
import { normalizeTexte } from "../../sheets/texte";
import { findEmpty, describeLigne } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/action-avec-objectif",
  severity: "error",
  title: "Chaque action répond à un objectif",
  docs: {
    quoi: "Chaque ligne du plan d’actions cite l’objectif du contrat auquel elle répond.",
    pourquoi: "Une action sans objectif n’a pas de place dans le contrat : rien ne dit pourquoi on la finance.",
    corriger: "Indiquez l’identifiant ou l’intitulé de l’objectif. Si l’action ne sert aucun objectif, retirez-la.",
    source: "Dossier métier, § 1.5 et § 4.10 (X-05) ; un objectif inconnu relève de classeur/reference-connue",
  },
  messages: {
    "sans-objectif": ({ action }: { action: string }) =>
      `${action} : aucun objectif. Indiquez celui auquel elle répond.`,
    "hors-groupe": ({ action, colonne }: { action: string; colonne: string }) =>
      `${action} : rien dans « ${colonne} », qui est lu comme son objectif. Vérifiez qu’elle en sert un.`,
    "aucun-objectif": ({ actions }: { actions: number }) =>
      `Aucune des ${actions} actions ne cite d’objectif. Indiquez celui auquel chacune répond.`,
  },
  applies: ({ tables: { actions } }) => actions?.lignes.some(({ state }) => state.objectif !== "absent") === true,
  *check({ tables: { actions, objectifs } }) {
    if (actions === null) return;
    // « Itérations », « Lot »: a group of hers, which no objectif of the workbook stands behind.
    const isGroupe = objectifs === null && !isKitTitle(actions);
    const { isWhole, lignes, first } = findEmpty(actions, "objectif");
    if (isWhole) {
      yield { message: "aucun-objectif", data: { actions: lignes.length }, at: first };
      return;
    }
    for (const ligne of lignes) {
      const [action, at] = [describeLigne("Action", actions.sheet, ligne), placeOf(actions, ligne.row, "objectif")];
      const data = { action, colonne: actions.titles.objectif };
      if (isGroupe) yield { message: "hors-groupe", data, at, needsReview: true, severity: "advice" };
      else yield { message: "sans-objectif", data: { action }, at };
    }
  },
  examples: [
    {
      titre: "Chaque action cite son objectif",
      feuilles: {
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01.01", "OBJ-01"],
        ],
      },
    },
    {
      titre: "Une action que rien ne motive",
      feuilles: {
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01.01", "OBJ-01"],
          ["ACN-01.02", null],
        ],
      },
      attendu: [["sans-objectif", "actions!3.objectif"]],
    },
    {
      titre: "Un plan d’actions écrit sans les objectifs",
      feuilles: {
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01", null],
          ["ACN-02", null],
          ["ACN-03", null],
          ["ACN-04", null],
          ["ACN-05", null],
        ],
      },
      attendu: [["aucun-objectif", "actions!2.objectif"]],
    },
    {
      titre: "Un suivi rangé par lots, sans tableau d’objectifs",
      isWhole: true,
      feuilles: {
        actions: [
          ["Lot", "Action à mener", "Responsable", "Statut", "Date limite"],
          [null, "Préparer la démarche", "OG-REF", "Terminée", "30/06/2026"],
          ["1 Accueil", "Relancer le CVS", "OG-QUA", "En cours", "31/12/2027"],
          ["1 Accueil", "Former les équipes", "OG-RH", "Planifiée", "31/12/2027"],
        ],
      },
      attendu: [["hors-groupe", "actions!2.objectif"]],
    },
  ],
});

/** Whether she titles the column as the kit or a plan of actions does: « Objectif », « Axe ». */
function isKitTitle({ sheet, titles }: Table<Sheets["actions"]>): boolean {
  const { label, aliases = [] } = sheet.columns.objectif;
  return [label, ...aliases].some((one) => normalizeTexte(one) === normalizeTexte(titles.objectif));
}
