import type { Classeur } from "../../src/domain/classeur";
import { modeleParametres } from "../../src/domain/modeles/parametres";
import { readParametres } from "../../src/domain/parametres";
import type { Cell } from "../../src/domain/sheets/grid";
import { classeurOf } from "../support/exemples";
import { kitClasseur } from "../support/kit";

const none = classeurOf({ feuilles: {} });

function withSetting(cle: string, valeur: Cell): Classeur {
  return classeurOf({
    feuilles: {
      parametres: [
        ["Clé", "Paramètre", "Valeur"],
        [cle, "Un réglage", valeur],
      ],
    },
  });
}

test("every setting of the kit is read, and nothing else", () => {
  const cles = modeleParametres.lignes.map(({ value }) => value.cle);
  expect(Object.keys(readParametres(none)).sort()).toEqual([...cles].sort());
});

test("without the table, and with the kit’s own, the values are those of the kit", () => {
  expect(readParametres(kitClasseur())).toEqual(readParametres(none));
  expect(readParametres(none)).toMatchObject({
    "planning.negociation": 4,
    "planning.marge-critique": 0,
    "planning.ete-debut": { quantieme: 1, mois: 8 },
    "feries.pentecote-travaillee": false,
    "raci.portage-maximal": 0.5,
  });
});

test.each<[string, Cell, unknown]>([
  ["planning.negociation", 5, 5],
  ["planning.negociation", "2,5", 2.5],
  ["planning.negociation", 0, 0],
  ["planning.negociation", -1, 4],
  ["planning.negociation", "quatre", 4],
  ["planning.negociation", null, 4],
  ["planning.negociation", { error: "#REF!" }, 4],
  ["raci.portage-maximal", 60, 0.6],
  ["raci.portage-maximal", 0.6, 0.6],
  ["raci.portage-maximal", "60 %", 0.6],
  ["raci.portage-maximal", 101, 0.5],
  ["planning.ete-debut", "15/07", { quantieme: 15, mois: 7 }],
  ["planning.ete-debut", "15/07/2027", { quantieme: 15, mois: 7 }],
  ["planning.ete-debut", "15/13", { quantieme: 1, mois: 8 }],
  ["feries.pentecote-travaillee", "oui", true],
  ["feries.pentecote-travaillee", "peut-être", false],
])("%s set to %j is %j", (cle, valeur, expected) => {
  expect(readParametres(withSetting(cle, valeur))).toMatchObject({ [cle]: expected });
});

test("a setting nobody knows is left alone", () => {
  expect(readParametres(withSetting("planning.autre", 12))).toEqual(readParametres(none));
});
