import { drawBilan } from "../../../src/domain/completude/bilan";
import { describeBlocage } from "../../../src/domain/completude/phrases";
import { checkClasseur } from "../../../src/domain/rules/check";
import type { RuleExample } from "../../../src/domain/rules/rule";
import { toAddress } from "../../../src/domain/sheets/grid";
import { classeurOf } from "../../support/exemples";
import { kitClasseur } from "../../support/kit";
import { finish } from "../../../src/domain/steps";

type Feuilles = RuleExample["feuilles"];

const ACTEURS: Feuilles = {
  acteurs: [
    ["ID acteur", "Code court", "Famille", "Organisme", "Nom, prénom", "Rôle dans la démarche"],
    ["ACT-001", "ARS-DG", "Autorités", "ARS Normandie", "LE GALL Anne", "Signataire"],
    ["ACT-002", "CD-REF", "Autorités", "Conseil départemental de l’Ain", "NOËL Luc", "Référent"],
    ["ACT-003", "OG-PRES", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire", "Signataire"],
  ],
};

test.each<[string, Feuilles, readonly (readonly (string | null)[])[]]>([
  ["nothing is known of a table that is absent", {}, []],
  [
    "a point of each kind: only compulsory ones before the follow-up, and what is stuck",
    {
      checklist: [
        ["N°", "Phase", "Point de contrôle", "Niveau", "Porteur", "Statut", "Commentaire", "Pièce justificative"],
        ["P01", "Préalables", "a", "Obligatoire", "ARS-REF", "Fait", null, "Arrêté"],
        ["N18", "Négociation", "b", "Obligatoire", "DG de l’OG", "En cours", null, null],
        ["P02", "Préalables", "c", "Obligatoire", "Référent ARS", "À faire", null, null],
        ["P10", "Préalables", "d", "Recommandé", "CD-REF", "À faire", null, null],
        ["D03", "Diagnostic", "e", "Recommandé", "CD-REF", "Bloqué", "Arrêté non publié.", null],
        ["D05", "Diagnostic", "f", "Obligatoire", "CD-REF", "Sans objet", "Premier contrat", null],
        ["S03", "Suivi et renouvellement", "g", "Obligatoire", "OG-REF", "À faire", null, null],
      ],
    },
    [
      ["ARS", "Préalables", "F4", "P02 · c : à faire"],
      ["Organisme gestionnaire", "Négociation", "F3", "N18 · b : en cours"],
      ["Département", "Diagnostic", "F6", "D03 · e : bloqué (Arrêté non publié)"],
    ],
  ],
  [
    "a party without a signatory",
    ACTEURS,
    [
      [
        ...["Département", "Préalables", "A1"],
        "Département : aucun signataire identifié. Donnez ce rôle à la personne habilitée.",
      ],
    ],
  ],
  [
    "errors of one rule are told once, with the party they share",
    {
      actions: [
        ["ID action", "Pilote", "Indicateur(s)", "Objectif"],
        ["ACN-01", "OG-QUA", null, "OBJ-01"],
        ["ACN-02", "OG-DIR", null, "OBJ-01"],
        ["ACN-03", "OG-DIR", "IND-01", null],
      ],
    },
    [
      ["Organisme gestionnaire", null, "D4", "Action ACN-03 : aucun objectif. Indiquez celui auquel elle répond."],
      ["Organisme gestionnaire", null, "C2", "Chaque action a un indicateur : 2 lignes à corriger."],
    ],
  ],
  [
    "empty compulsory cells are told once a table, the identity card first; doubts block nothing",
    {
      checklist: [
        ["N°", "Phase", "Point de contrôle", "Niveau", "Porteur", "Statut", "Échéance"],
        ["P01", "Préalables", "a", "Recommandé", null, "À faire", "31/03/27"],
        ["P02", "Préalables", "b", null, "ARS-REF", "À faire", null],
      ],
      cpom: [["Intitulé du CPOM", "Organisme gestionnaire"]],
    },
    [
      [null, null, "A1", "Fiche signalétique : 19 champs obligatoires à remplir."],
      [null, null, "E2", "Check-list globale : 2 champs obligatoires à remplir."],
    ],
  ],
])("%s", (_, feuilles, expected) => {
  const classeur = classeurOf({ feuilles });
  const { blocages } = finish(drawBilan(classeur, checkClasseur(classeur)));
  expect(
    blocages.map((one) => [one.partie, one.phase, one.at === null ? null : toAddress(one.at), describeBlocage(one)]),
  ).toEqual(expected.map((line) => line.map((text) => withNoBreakSpaces(text))));
});

const LONG =
  "Le périmètre du contrat est arrêté par les parties, établissement par établissement, avec les dates d’entrée";

test.each<[title: string, point: readonly (string | null)[], pane: string, printed: string]>([
  [
    "a number and its words",
    ["P01", "Le régime est tranché."],
    "P01 · Le régime est tranché : à faire",
    "P01 · Le régime est tranché : à faire",
  ],
  [
    "words alone",
    [null, "Le régime est tranché"],
    "Le régime est tranché : à faire",
    "Le régime est tranché : à faire",
  ],
  ["a number alone", ["P01", null], "P01 : à faire", "P01 : à faire"],
  [
    "words too long for the pane, cut after one of them",
    ["P01", LONG],
    "P01 · Le périmètre du contrat est arrêté par les parties, établissement par établissement, avec les dates… : à faire",
    `P01 · ${LONG} : à faire`,
  ],
])("a point is told with its words: %s", (_, [id = null, point = null], pane, printed) => {
  const feuilles: Feuilles = {
    checklist: [
      ["N°", "Phase", "Point de contrôle", "Niveau", "Porteur", "Statut"],
      [id, "Préalables", point, "Obligatoire", "ARS-REF", "À faire"],
    ],
  };
  const classeur = classeurOf({ feuilles });
  const { blocages } = finish(drawBilan(classeur, checkClasseur(classeur)));
  const found = blocages.filter(({ motif }) => motif.kind === "point-a-faire");
  expect(found.map((one) => [describeBlocage(one), describeBlocage(one, Infinity)])).toEqual([
    [withNoBreakSpaces(pane), withNoBreakSpaces(printed)],
  ]);
});

test("the kit as it is given is not flooded: its compulsory points, then one line a table", () => {
  const classeur = kitClasseur();
  const { blocages } = finish(drawBilan(classeur, checkClasseur(classeur)));
  const kinds = blocages.map(({ motif }) => motif.kind);
  expect(kinds.filter((kind) => kind === "point-a-faire")).toHaveLength(39);
  expect(blocages.filter(({ motif }) => motif.kind !== "point-a-faire").map((one) => describeBlocage(one))).toEqual(
    [
      "Fiche signalétique : 19 champs obligatoires à remplir.",
      "Check-list globale : 64 champs obligatoires à remplir.",
      "Plan d’actions : 101 champs obligatoires à remplir.",
      "Outils préexistants : 22 champs obligatoires à remplir.",
    ].map((text) => withNoBreakSpaces(text)),
  );
});

function withNoBreakSpaces<T extends string | null>(text: T): string | T {
  return text === null ? text : text.replaceAll(/ (?=[:;?!»%])|(?<=«) /g, "\u00A0");
}
