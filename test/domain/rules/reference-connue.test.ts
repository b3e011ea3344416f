import { checkClasseur } from "../../../src/domain/rules/check";
import { constatsOf } from "../../../src/domain/rules/report";
import { classeurOf } from "../../support/exemples";

const ACTEURS = [
  ["ID acteur", "Code court", "Nom, prénom"],
  ["ACT-001", "ARS-REF", "DURAND Paul"],
  ["ACT-002", "DAC", "MARTIN Claire"],
];

const SEVEN = ["Ana", "Bob", "Cléo", "Dan", "Ève", "Flo", "Guy"];

test.each<[string, readonly string[], readonly string[]]>([
  [
    "people the cartography does not know: one constat for the column",
    SEVEN,
    [
      "Porteur : « Ana », « Bob », « Cléo », « Dan », « Ève » et 2 autres n’ont pas été retrouvés dans « Cartographie des acteurs ». Vérifiez comment ils y sont nommés.",
    ],
  ],
  [
    "one person it does not know",
    ["Sophie", "Sophie"],
    ["Porteur : « Sophie » n’a pas été retrouvé dans « Cartographie des acteurs ». Vérifiez comment il y est nommé."],
  ],
  [
    "a slip where most are known",
    ["ARS-REF", "Mme Martin", "DAD"],
    ["Porteur : « DAD » ne figure pas dans « Cartographie des acteurs ». Vouliez-vous dire « DAC » ?"],
  ],
])("%s", (_, porteurs, expected) => {
  const checklist = [["N°", "Porteur"], ...porteurs.map((porteur, index) => [`P0${index + 1}`, porteur])];
  const report = checkClasseur(classeurOf({ feuilles: { checklist, acteurs: ACTEURS } }));
  const found = constatsOf(report).filter(({ rule }) => rule === "classeur/reference-connue");
  expect(found.map(({ message }) => message.replaceAll("\u00A0", " "))).toEqual(expected);
});
