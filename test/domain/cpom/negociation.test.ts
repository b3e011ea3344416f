import { findNegociation } from "../../../src/domain/cpom/negociation";
import type { RuleExample } from "../../../src/domain/rules/rule";
import { classeurOf } from "../../support/exemples";

const CARD = ["Intitulé du CPOM", "Date de signature visée", "Profil de démarche"];
const TASKS = ["ID", "Phase", "Tâche", "Durée min", "Début au plus tard", "Fin au plus tard", "Début réel", "Statut"];

test.each<[string, RuleExample["feuilles"], readonly string[] | null]>([
  ["nothing tells", {}, null],
  [
    "six months to two months before the signature, as the settings say",
    { cpom: [CARD, ["CPOM", "17/12/2027", "ANAP 2017"]] },
    ["2027-06-17", "2027-10-17"],
  ],
  [
    "the short way: two months and two months",
    { cpom: [CARD, ["CPOM", "17/12/2027", "Resserré 6 mois"]] },
    ["2027-08-17", "2027-10-17"],
  ],
  [
    "settings of the person",
    {
      cpom: [CARD, ["CPOM", "17/12/2027", "ANAP 2017"]],
      parametres: [
        ["Clé", "Paramètre", "Valeur"],
        ["planning.negociation", "Négociation : durée", 3],
      ],
    },
    ["2027-07-17", "2027-10-17"],
  ],
  [
    "the schedule comes first; what began counts from when it did, what was cancelled not at all",
    {
      cpom: [CARD, ["CPOM", "17/12/2027", "ANAP 2017"]],
      "retro-planning": [
        TASKS,
        ["N1", "2 Négociation", "a", 1, "01/06/2027", "10/06/2027", "20/05/2027", "En cours"],
        ["N2", "2 Négociation", "b", 1, "11/06/2027", "30/06/2027", null, "À venir"],
        ["N3", "2 Négociation", "c", 1, "01/01/2027", "31/12/2027", null, "Annulée"],
        ["F1", "3 Formalisation et signature", "d", 1, "01/07/2027", "31/07/2027", null, "À venir"],
      ],
    },
    ["2027-05-20", "2027-06-30"],
  ],
])("%s", (_, feuilles, expected) => {
  const found = findNegociation(classeurOf({ feuilles }));
  expect(found === null ? null : [found.debut, found.fin]).toEqual(expected);
});
