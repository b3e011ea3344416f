import { drawBilan } from "../../../src/domain/completude/bilan";
import { describeMesure } from "../../../src/domain/completude/phrases";
import { checkClasseur } from "../../../src/domain/rules/check";
import type { RuleExample } from "../../../src/domain/rules/rule";
import type { Classeur } from "../../../src/domain/classeur";
import { classeurOf } from "../../support/exemples";
import { kitClasseur } from "../../support/kit";
import { finish } from "../../../src/domain/steps";

type Feuilles = RuleExample["feuilles"];

/** What is said of each tool that is there: its state, then its measures in words. */
function outilsOf(classeur: Classeur): readonly (readonly string[])[] {
  const { outils } = finish(drawBilan(classeur, checkClasseur(classeur)));
  return outils
    .filter(({ etat }) => etat !== "absent")
    .map(({ outil, etat, mesures }) => [outil, etat, ...mesures.map((one) => describeMesure(one))]);
}

test("a workbook without a table: the ten tools and the three tables they rely on are absent", () => {
  const { outils } = finish(drawBilan(classeurOf({ feuilles: {} }), { results: [] }));
  expect(outils).toHaveLength(13);
  expect(new Set(outils.map(({ etat }) => etat))).toEqual(new Set(["absent"]));
});

test("the kit as it is given: what was laid out is complete, what the person fills is to begin", () => {
  expect(outilsOf(kitClasseur())).toEqual([
    ["parametres", "complet", "48 réglages remplis sur 48"],
    ["cpom", "a-commencer", "0 champ obligatoire rempli sur 19"],
    ["perimetre", "a-commencer"],
    ["checklist", "a-commencer", "0 point fait sur 64"],
    ["retro-planning", "a-commencer", "0 tâche datée sur 34"],
    ["acteurs", "a-commencer", "0 acteur nommé sur 18"],
    ["raci", "complet", "32 activités avec un seul porteur sur 32"],
    [
      ...["plan-actions", "a-commencer", "0 action avec pilote, échéance et indicateur sur 12"],
      ...["8 objectifs avec une action sur 8", "0 indicateur avec départ et cible sur 12"],
    ],
    ["outils", "a-commencer", "0 document recensé sur 22"],
    ["lancement", "a-commencer", "0 point traité sur 32"],
    ["fiche-action", "a-commencer", "0 fiche prête pour le contrat sur 12"],
    ["referent", "a-commencer", "0 référent avec titulaire, suppléant et temps dédié sur 3"],
    ["comitologie", "a-commencer", "0 instance avec composition, présidence et secrétariat sur 12"],
  ]);
});

test.each<[string, Feuilles, readonly (readonly string[])[]]>([
  [
    "points « Sans objet » count for nothing",
    {
      checklist: [
        ["N°", "Phase", "Statut"],
        ["P01", "Préalables", "Fait"],
        ["P02", "Préalables", "En cours"],
        ["P03", "Préalables", "Sans objet"],
      ],
    },
    [["checklist", "en-cours", "1 point fait sur 2"]],
  ],
  [
    "a check-list where nothing applies is complete",
    {
      checklist: [
        ["N°", "Statut"],
        ["P03", "Sans objet"],
      ],
    },
    [["checklist", "complet"]],
  ],
  [
    "a point begun is a check-list begun",
    {
      checklist: [
        ["N°", "Statut"],
        ["P01", "À faire"],
        ["P02", "Bloqué"],
      ],
    },
    [["checklist", "en-cours", "0 point fait sur 2"]],
  ],
  [
    "tasks with a date, cancelled ones apart",
    {
      "retro-planning": [
        ["ID", "Tâche", "Durée min", "Fin au plus tard", "Statut"],
        ["D1", "a", 1, "12/05/2027", "À venir"],
        ["D2", "b", 1, null, "À planifier"],
        ["D3", "c", 1, null, "Annulée"],
      ],
    },
    [["retro-planning", "en-cours", "1 tâche datée sur 2"]],
  ],
  [
    "bodies and organisations need no name",
    {
      acteurs: [
        ["ID acteur", "Organisme", "Nom, prénom", "Nature", "Actif"],
        ["ACT-001", "ARS", "LE GALL Anne", "Fonction", "Oui"],
        ["ACT-002", "ARS", null, "Fonction", "Oui"],
        ["ACT-003", "CVS", null, "Instance", "Oui"],
        ["ACT-004", "ARS", null, "Personne", "Non"],
      ],
    },
    [["acteurs", "en-cours", "1 acteur nommé sur 2"]],
  ],
  [
    "an action is complete with its pilote, its end and its indicators; its fiche asks for more",
    {
      actions: [
        ["ID action", "Pilote", "Fin prévue", "Indicateur(s)", "Coût prévisionnel", "Statut"],
        ["ACN-01", "OG-QUA", "31/12/2028", "IND-01", 12_000, "Planifiée"],
        ["ACN-02", "OG-QUA", "31/12/2028", "IND-01", null, "Planifiée"],
        ["ACN-03", "OG-QUA", null, "IND-01", null, "Planifiée"],
        ["ACN-04", null, null, null, null, "Abandonnée"],
      ],
      indicateurs: [
        ["ID indicateur", "Libellé", "Valeur de départ", "Cible finale"],
        ["IND-01", "Réunions du CVS", 2, 4],
        ["IND-02", "Délai d’admission", null, null],
      ],
    },
    [
      [
        ...["plan-actions", "en-cours", "2 actions avec pilote, échéance et indicateur sur 3"],
        "1 indicateur avec départ et cible sur 1",
      ],
      ["fiche-action", "en-cours", "1 fiche prête pour le contrat sur 3"],
    ],
  ],
  [
    "an identity card with a hole",
    {
      cpom: [
        ["Intitulé du CPOM", "SIREN"],
        ["CPOM 2028-2032", null],
      ],
    },
    [["cpom", "en-cours", "18 champs obligatoires remplis sur 19"]],
  ],
  [
    "documents known to be missing are listed all the same",
    {
      outils: [
        ["ID", "Document", "Disponible"],
        ["DOC-01", "PRS", "Non"],
        ["DOC-02", "PRIAC", null],
      ],
    },
    [["outils", "en-cours", "1 document recensé sur 2"]],
  ],
  [
    "one porteur an activity, whose letter is the one that stands alone when the convention is not said",
    {
      raci: [
        ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF"],
        ["A01", "Programmer le contrat", "Préalables", "A", "R", "R"],
        ["A02", "Désigner les référents", "Préalables", "R", "R", "A"],
        ["A03", "Arrêter le périmètre", "Préalables", "R/A", "A", "C"],
      ],
    },
    [["raci", "en-cours", "2 activités avec un seul porteur sur 3"]],
  ],
  [
    "a référent needs a titulaire, a suppléant and time",
    {
      referent: [
        ["ID", "Référent", "Mission", "Titulaire", "Suppléant", "Temps estimé (j)"],
        ["REF-01", "ARS", "a", "ARS-REF", null, 15],
        ["REF-02", "ARS", "b", null, "ARS-DD", null],
        ["REF-03", "OG", "c", "OG-REF", null, 40],
      ],
    },
    [["referent", "en-cours", "1 référent avec titulaire, suppléant et temps dédié sur 2"]],
  ],
  [
    "meetings held, with their report; those to come ask for nothing",
    {
      seances: [
        ["ID", "Instance", "Date", "Ordre du jour", "CR envoyé le"],
        ["SEA-01", "INS-01", "12/05/2026", "a", "14/05/2026"],
        ["SEA-02", "INS-01", "12/09/2026", "b", null],
        ["SEA-03", "INS-01", "12/05/2027", "c", null],
      ],
    },
    [["comitologie", "en-cours", "1 séance tenue avec son compte rendu sur 2"]],
  ],
])("%s", (_, feuilles, expected) => {
  expect(outilsOf(classeurOf({ feuilles }))).toEqual(expected);
});

test("phases are those of the check-list, whatever the tool calls them", () => {
  const classeur = classeurOf({
    feuilles: {
      checklist: [
        ["N°", "Phase", "Statut"],
        ["P01", "Préalables", "Fait"],
        ["S01", "Suivi et renouvellement", "À faire"],
      ],
      "retro-planning": [
        ["ID", "Phase", "Tâche", "Durée min", "Fin au plus tard"],
        ["N1", "2 Négociation", "a", 1, "12/05/2027"],
        ["F1", "3 Formalisation et signature", "b", 1, null],
      ],
    },
  });
  const { outils } = finish(drawBilan(classeur, { results: [] }));
  const phases = outils.flatMap(({ outil, phases: own }) =>
    own.map(({ phase, fait, total }) => `${outil} ${phase} ${fait}/${total}`),
  );
  expect(phases).toEqual(["checklist Préalables 1/1", "checklist Suivi 0/1", "retro-planning Négociation 1/2"]);
});

test("what each party has left, through the acteur it names or the words typed", () => {
  const classeur = classeurOf({
    feuilles: {
      checklist: [
        ["N°", "Porteur", "Parties concernées", "Statut"],
        ["P01", "LE GALL", null, "À faire"],
        ["P02", "Référent du conseil départemental", null, "À faire"],
        ["P03", "OG-REF", null, "Fait"],
        ["P04", null, "OG", "À faire"],
        ["P05", "Sophie", null, "À faire"],
        ["P06", "LE GALL ; OG-REF", null, "À faire"],
      ],
      outils: [
        ["ID", "Document", "Niveau", "Disponible"],
        ["DOC-01", "Projet associatif", "Gestionnaire", "Non"],
        ["DOC-02", "PRS", "Régional", "Oui"],
      ],
      acteurs: [
        ["ID acteur", "Code court", "Famille", "Organisme", "Nom, prénom"],
        ["ACT-001", "DG", "Autorités de tarification et de contrôle", "Agence régionale de santé", "LE GALL Anne"],
        ["ACT-002", "OG-REF", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire"],
      ],
    },
  });
  const { parties } = finish(drawBilan(classeur, { results: [] }));
  expect(
    parties.map(({ partie, outils }) => [partie, ...outils.map(({ outil, nombre }) => `${outil} ${nombre}`)]),
  ).toEqual([
    ["ARS", "checklist 1"],
    ["Département", "checklist 1"],
    ["Organisme gestionnaire", "checklist 1", "outils 1"],
    [null, "checklist 2"],
  ]);
});
