import valeurAdmise from "../../../src/domain/rules/classeur/valeur-admise";
import { amount, type Column, date, decimal, etp, percent } from "../../../src/domain/sheets/column";
import type { Cell } from "../../../src/domain/sheets/grid";
import {
  categorieEsms,
  codePostal,
  courriel,
  departement,
  finess,
  siren,
  siret,
  telephone,
} from "../../../src/domain/sheets/identifiers";
import { classeurOf } from "../../support/exemples";

const said = { label: "Colonne", help: "Pour les tests.", width: 10, required: false };
const columns = {
  finess: finess(said),
  siren: siren(said),
  siret: siret(said),
  courriel: courriel(said),
  telephone: telephone(said),
  codePostal: codePostal(said),
  departement: departement(said),
  categorie: categorieEsms(said),
  date: date(said),
  taux: percent(said),
  avancement: percent({ ...said, minimum: 0, maximum: 1 }),
  montant: amount({ ...said, minimum: 0 }),
  etp: etp(said),
  gmp: decimal({ ...said, minimum: 0, maximum: 1000, usual: { minimum: 400, maximum: 950 } }),
} satisfies Record<string, Column<unknown>>;

test.each<[keyof typeof columns, Exclude<Cell, null>, "error" | "warning" | "advice", string]>([
  ["finess", "1234", "error", "« 1234 » n’est pas valide. Il faut 9 caractères : des chiffres, ou 2A et 2B en Corse."],
  ["finess", 10000024, "warning", "« 10000024 » a sans doute perdu son zéro de tête. Remplacer par « 010000024 » ?"],
  ["finess", "010000025", "error", "la clé de contrôle de « 010000025 » est incorrecte. Vérifiez les chiffres."],
  [
    "finess",
    "200000016",
    "warning",
    "« 200000016 » commence par 20, qui n’est le préfixe d’aucun département. Vérifiez le numéro.",
  ],
  ["siren", "73282932A", "error", "« 73282932A » n’est pas valide. Il faut 9 chiffres."],
  ["siret", "732829320", "error", "« 732829320 » n’est pas valide. Il faut 14 chiffres."],
  [
    "siret",
    "2,601E+13",
    "error",
    "« 2,601E+13 » a perdu des chiffres (notation scientifique). Ressaisissez le numéro au format texte.",
  ],
  [
    "siret",
    "22440002899999",
    "warning",
    "« 22440002899999 » est un numéro provisoire (il se termine par 99999). Remplacez-le dès que possible.",
  ],
  ["telephone", "36 46", "advice", "« 36 46 » est un numéro court. Un numéro à 10 chiffres se joint de partout."],
  ["telephone", "01 02 03", "error", "« 01 02 03 » n’est pas valide. Il faut 10 chiffres, commençant par 0."],
  [
    "courriel",
    "claire",
    "error",
    "« claire » n’est pas valide. Il faut une adresse électronique, comme claire.martin@exemple.fr.",
  ],
  [
    "codePostal",
    "98000",
    "error",
    "« 98000 » n’est pas valide. Il faut 5 chiffres, dont le début est celui d’un département.",
  ],
  [
    "departement",
    "20",
    "error",
    "« 20 » n’est pas valide. Il faut un code de département : 2A ou 2B en Corse, 971 à 976 outre-mer.",
  ],
  ["categorie", 999, "warning", "la catégorie FINESS 999 n’est pas parmi celles des ESMS. Vérifiez le code."],
  ["categorie", "205", "warning", "la catégorie FINESS 205 est fermée. Indiquez celle qui l’a remplacée."],
  [
    "date",
    "31/03/27",
    "warning",
    "« 31/03/27 » se lit 31/03/2027. Remplacez-la par cette date, l’année sur quatre chiffres.",
  ],
  ["taux", "7", "warning", "7 semble saisi en points. Remplacer par 7 % ?"],
  ["avancement", "45,5", "error", "45,5 semble saisi en points. Remplacer par 45,5 % ?"],
  ["avancement", -1, "error", "-1 est hors limites (au moins 0, au plus 1)."],
  [
    "montant",
    "501 M€",
    "warning",
    "501 M€ est inhabituel (d’ordinaire au moins 1, au plus 500\u202F000\u202F000). Vérifiez la valeur et son unité.",
  ],
  ["etp", "1516,7", "warning", "1516,7 semble un nombre d’heures par mois. Remplacer par 10 ETP ?"],
  ["etp", 6000, "warning", "6000 est inhabituel (d’ordinaire au plus 5\u202F000). Vérifiez la valeur et son unité."],
  [
    "gmp",
    380,
    "warning",
    "380 est inhabituel (d’ordinaire au moins 400, au plus 950). Vérifiez la valeur et son unité.",
  ],
])("%s %j: %s, %s", (name, cell, severity, sentence) => {
  expect(constatOf(columns[name], cell)).toEqual({
    severity,
    outcome: severity === "error" ? "non-conforme" : "a-verifier",
    message: `ID acteur : ${sentence}`.replaceAll(/ (?=[:;?!»%])|(?<=«) /g, "\u00A0"),
  });
});

/** What the rule says of a cell of that column, put in place of the first column of a table. */
function constatOf(column: Column<unknown>, cell: Exclude<Cell, null>) {
  const classeur = classeurOf({ feuilles: { acteurs: [["ID acteur", "Nom, prénom"], ["ACT-001"]] } });
  const table = classeur.tables.acteurs;
  if (table === null) throw new Error("no table");
  const decoded = column.decode(cell, { dateSystem: 1900 });
  const problem = decoded.ok ? decoded.doubt : decoded.problem;
  if (problem === undefined) return null;
  const at = [{ row: 2, column: "id", problem }];
  const acteurs = { ...table, problems: decoded.ok ? [] : at, doubts: decoded.ok ? at : [] };
  const [constat] = valeurAdmise.find({ ...classeur, tables: { ...classeur.tables, acteurs } });
  return constat && { severity: constat.severity, outcome: constat.outcome, message: constat.message };
}
