import { groupSuivi, suiviDuPlan } from "../../../src/domain/suivi/suivi-du-plan";
import { classeurOf } from "../../support/exemples";

const classeur = classeurOf({
  feuilles: {
    objectifs: [
      ["ID objectif", "Intitulé"],
      ["OBJ-01", "Renforcer la participation"],
      ["OBJ-02", "Diversifier l’accueil"],
      ["OBJ-03", "Sans action"],
    ],
    perimetre: [
      ["FINESS ET", "Raison sociale"],
      ["010000032", "IME Les Tilleuls"],
      ["010780054", "ESAT Les Saules"],
    ],
    acteurs: [
      ["ID acteur", "Code court", "Fonction"],
      ["ACT-001", "OG-REF", "Référent"],
    ],
    actions: [
      [
        "ID action",
        "Objectif",
        "ESMS concernés",
        "Pilote",
        "Début prévu",
        "Fin prévue",
        "Statut",
        "Avancement",
        "Coût prévisionnel",
        "ETP mobilisés",
        "Fin réelle",
      ],
      [
        "A1",
        "OBJ-01",
        "010000032 ; ESAT Les Saules",
        "OG-REF",
        "01/01/2026",
        "31/10/2026",
        "En cours",
        0.5,
        1000,
        1,
        null,
      ],
      ["A2", "OBJ-01", "010000032", "OG-DAF", "01/01/2026", "30/06/2026", "Terminée", 1, 500, null, "10/07/2026"],
      ["A3", "OBJ-02", "010780054", "og-daf", "01/01/2027", "31/12/2027", "Planifiée", 0, null, null, null],
      ["A4", "OBJ-02", "010780054", "OG-REF", "01/01/2026", "30/06/2026", "Abandonnée", 0.2, 9000, 3, null],
      ["A5", null, null, null, null, null, null, null, null, null, null],
      ["A6", null, null, null, "01/01/2030", "01/01/2026", "En cours", 0.5, null, null, null],
    ],
  },
});

test("each action on the day the workbook is read", () => {
  const found = suiviDuPlan(classeur).map((one) => [
    ...[one.nom, one.etat, one.meteo.couleur, one.retard, one.retardFinal, one.avancement],
  ]);
  expect(found).toEqual([
    ["A1", "En cours", "Rouge", 21, null, 0.5],
    ["A2", "Terminée", "Vert", 0, 10, 1],
    ["A3", "Planifiée", "Vert", 0, null, 0],
    ["A4", "Abandonnée", "Vert", 0, null, 0.2],
    ["A5", null, null, 0, null, null],
    ["A6", "En cours", null, 0, null, 0.5],
  ]);
});

test.each([
  [
    "objectif",
    [
      ["OBJ-01", ["A1", "A2"], 1, 0.75, 1500, 1],
      ["OBJ-02", ["A3"], 0, 0, null, null],
      [null, ["A5", "A6"], 0, 0.5, null, null],
    ],
  ],
  [
    "esms",
    [
      ["IME Les Tilleuls", ["A1", "A2"], 1, 0.75, 1500, 1],
      ["ESAT Les Saules", ["A1", "A3"], 1, 0.25, 1000, 1],
      [null, ["A5", "A6"], 0, 0.5, null, null],
    ],
  ],
  [
    "pilote",
    [
      ["OG-REF", ["A1"], 1, 0.5, 1000, 1],
      ["OG-DAF", ["A2", "A3"], 0, 0.5, 500, null],
      [null, ["A5", "A6"], 0, 0.5, null, null],
    ],
  ],
] as const)("put together by %s, without what was given up", (par, expected) => {
  const found = groupSuivi(classeur, par).map(({ nom, actions, retards, avancement, cout, etp }) => [
    ...[nom, actions.map((one) => one.nom), retards, avancement, cout, etp],
  ]);
  expect(found).toEqual(expected);
});
