import { etatRetenu, listChangements } from "../../../src/domain/fiche-action/fiche-en-place";
import { digestTexte } from "../../../src/domain/fiche-action/fusion";

type Textes = Readonly<Record<string, string>>;

function digestsOf(textes: Textes): Textes {
  return Object.fromEntries(Object.entries(textes).map(([cle, texte]) => [cle, digestTexte(texte)]));
}

const GENERE: Textes = { "moyens.etp": "1,5", "indicateurs.IND.01.depart": "3", "pied.date": "21/11/2026" };
const DIT: Textes = { "moyens.etp": "1,5", "moyens.cout": "", "indicateurs.IND.01.depart": "3" };

/** What stands in the fiche where it is not what was generated, what the workbook says where it changed, then what is told. */
test.each<
  [string, Readonly<Record<string, string | null>>, Readonly<Record<string, string | null>>, readonly string[]]
>([
  ["nothing", {}, {}, []],
  ["the plan says otherwise", {}, { "moyens.etp": "2" }, ["moyens.etp"]],
  ["the plan says more", {}, { "moyens.cout": "45 000 €" }, ["moyens.cout"]],
  ["the plan says nothing any more", {}, { "moyens.etp": "" }, ["moyens.etp"]],
  ["only she changed", { "moyens.etp": "3" }, {}, []],
  ["both say the same", { "moyens.etp": "2" }, { "moyens.etp": "2" }, []],
  ["both differ", { "moyens.etp": "3" }, { "moyens.etp": "2" }, ["moyens.etp"]],
  ["a place that she took away", { "moyens.etp": null }, { "moyens.etp": "2" }, []],
  ["a place that was never there", { "moyens.cout": null }, { "moyens.cout": "45 000 €" }, ["moyens.cout"]],
  ["an indicator no longer cited", {}, { "indicateurs.IND.01.depart": null }, ["Indicateur IND.01"]],
  [
    "an indicator no longer cited, that she emptied",
    { "indicateurs.IND.01.depart": "" },
    { "indicateurs.IND.01.depart": null },
    [],
  ],
  ["what went back, as the plan writes it", {}, { "moyens.etp": "1,50" }, []],
])("changes since a fiche was generated: %s", (_, debout, dit, expected) => {
  const said = Object.entries({ ...DIT, ...dit });
  const champs = said.flatMap(([cle, valeur]) => (valeur === null ? [] : [{ cle, libelle: cle, valeur }]));
  const textes: Readonly<Record<string, string | null>> = { ...GENERE, "moyens.cout": "", ...debout };
  const fiche = {
    identite: "ACN-01",
    retenue: { version: 1, champs: digestsOf(GENERE), reprises: digestsOf({ "moyens.etp": "1,50" }) },
    lire: (cle: string) => textes[cle] ?? null,
  };
  expect(listChangements(champs, fiche)).toEqual(expected);
});

test.each<[string, Textes, string | null]>([
  ["a status of the plan", { "pied.statut": "Proposée" }, "Proposée"],
  ["another word", { "pied.statut": "on verra" }, null],
  ["nothing", {}, null],
])("where an action was when its fiche was generated: %s", (_, textes, expected) => {
  expect(etatRetenu({ version: 1, champs: digestsOf(textes) })).toBe(expected);
});
