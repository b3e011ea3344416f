import { etatRetenu, type FicheEnPlace } from "../../fiche-action/fiche-en-place";
import { fichesOf } from "../../fiche-action/fiches-perimees";
import { placeOf } from "../../sheets/decode";
import { type EtatAction, judgeTransition } from "../../suivi/etat-action";
import { WHOLE_COLUMN } from "../empty-cells";
import { defineRule } from "../rule";

const LONGTEMPS = ["ACN-01", "ACN-02", "ACN-03", "ACN-04", "ACN-05"];

export default defineRule({
  id: "plan-actions/etapes-suivies",
  severity: "warning",
  title: "Le statut d’une action suit ses étapes depuis sa fiche",
  docs: {
    quoi: "Entre la dernière génération de sa fiche et aujourd’hui, une action ne saute pas de proposée à terminée, ne revient pas de terminée à proposée, et ne reprend pas après un abandon sans commentaire.",
    pourquoi:
      "Le comité de suivi a décidé d’après la fiche : un statut qui saute ses étapes est une erreur de saisie, ou une décision que personne n’a écrite.",
    corriger:
      "Corrigez le statut s’il est faux. S’il est juste, régénérez la fiche, et dites dans le commentaire pourquoi une action abandonnée reprend.",
    source: "Dossier métier, § 1.5 (transitions interdites)",
  },
  messages: {
    saut: ({ action, avant, apres, fiche }: Data) =>
      `Action ${action} : « ${apres} », alors que sa fiche ${fiche} la disait « ${avant} ». Son statut est-il juste ? S’il l’est, régénérez sa fiche.`,
    sauts: ({ nombre, total, action, avant, apres, fiche }: Data & Compte) =>
      `${nombre} actions sur ${total} ont sauté des étapes depuis leur fiche ; la première, ${action}, de « ${avant} » (fiche ${fiche}) à « ${apres} ». Leurs statuts sont-ils justes ? S’ils le sont, régénérez leurs fiches.`,
    "sans-motif": ({ action, apres, fiche }: Data) =>
      `Action ${action} : « ${apres} », alors que sa fiche ${fiche} la disait abandonnée. Dites en commentaire pourquoi elle reprend.`,
  },
  applies: ({ fichesEnPlace, tables: { actions } }) =>
    actions !== null && fichesEnPlace.some(({ retenue }) => etatRetenu(retenue) !== null),
  *check(classeur) {
    const { actions } = classeur.tables;
    if (actions === null) return;
    const fiches = fichesOf(classeur, actions);
    const found = fiches.flatMap(({ nom, fiche, ligne }) => {
      const [avant, apres] = [etatRetenu(fiche.retenue), ligne.value.statut];
      if (avant === null || apres === null) return [];
      const jugement = judgeTransition(avant, apres);
      if (jugement === "permise" || (jugement === "a-motiver" && ligne.state.commentaire !== "empty")) return [];
      const at = placeOf(actions, ligne.row, "statut");
      return [{ data: { action: nom, avant, apres, fiche: sayFiche(fiche) }, at, jugement }];
    });
    // Several steps may have been taken since, or a mistake put right: only she can tell.
    const needsReview = true;
    const sauts = found.filter(({ jugement }) => jugement === "interdite");
    const [first] = sauts;
    const isMost = sauts.length >= WHOLE_COLUMN && sauts.length * 2 > fiches.length;
    if (isMost && first !== undefined) {
      const data = { ...first.data, nombre: sauts.length, total: fiches.length };
      yield { message: "sauts", data, at: first.at, needsReview };
    }
    for (const { data, at, jugement } of found) {
      if (jugement === "a-motiver") yield { message: "sans-motif", data, at, needsReview };
      else if (!isMost) yield { message: "saut", data, at, needsReview };
    }
  },
  examples: [
    {
      titre: "Une action qui avance, une autre reprise après un abandon, avec sa raison",
      fiches: {
        "ACN-01.01": { "titre.texte": "ACN-01.01 Relancer le CVS", "pied.statut": "Planifiée" },
        "ACN-01.02": { "titre.texte": "ACN-01.02 Former les équipes", "pied.statut": "Abandonnée" },
      },
      feuilles: {
        actions: [
          ["ID action", "Intitulé de l’action", "Statut", "Commentaire"],
          ["ACN-01.01", "Relancer le CVS", "Terminée", null],
          ["ACN-01.02", "Former les équipes", "En cours", "Reprise après l’accord de l’ARS"],
        ],
      },
    },
    {
      titre: "Une action terminée sans avoir commencé, une autre qui reprend sans un mot",
      fiches: {
        "ACN-01.01": {
          ...{ "titre.texte": "ACN-01.01 Relancer le CVS", "pied.statut": "Proposée", "pied.date": "12/03/2026" },
        },
        "ACN-01.02": { "titre.texte": "ACN-01.02 Former les équipes", "pied.statut": "Abandonnée" },
        "ACN-01.03": { "titre.texte": "ACN-01.03 Ouvrir un accueil de jour", "pied.statut": "Terminée" },
      },
      feuilles: {
        actions: [
          ["ID action", "Intitulé de l’action", "Statut", "Commentaire"],
          ["ACN-01.01", "Relancer le CVS", "Terminée", null],
          ["ACN-01.02", "Former les équipes", "En cours", null],
          ["ACN-01.03", "Ouvrir un accueil de jour", "Proposée", null],
        ],
      },
      attendu: [
        ["saut", "actions!2.statut"],
        ["sans-motif", "actions!3.statut"],
        ["saut", "actions!4.statut"],
      ],
    },
    {
      titre: "Un plan terminé, et des fiches que personne n’a régénérées depuis",
      fiches: Object.fromEntries(
        LONGTEMPS.map((id) => [
          id,
          { "titre.texte": `${id} Relancer le CVS`, "pied.statut": "Proposée", "pied.date": "12/03/2024" },
        ]),
      ),
      feuilles: {
        actions: [
          ["ID action", "Intitulé de l’action", "Statut", "Avancement"],
          ...LONGTEMPS.map((id) => [id, "Relancer le CVS", "Terminée", 1]),
        ],
      },
      attendu: [["sauts", "actions!2.statut"]],
    },
  ],
});

interface Compte {
  readonly nombre: number;
  readonly total: number;
}

interface Data {
  readonly action: string;
  readonly avant: EtatAction;
  readonly apres: EtatAction;
  /** « du 12/03/2028 », « version 2 ». */
  readonly fiche: string;
}

/** By the day that it bears; by its version where she wrote something else there. */
function sayFiche({ lire, retenue }: FicheEnPlace): string {
  const date = lire("pied.date") ?? "";
  return /^\d{2}\/\d{2}\/\d{4}$/u.test(date) ? `du ${date}` : `version ${retenue.version}`;
}
