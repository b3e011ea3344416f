import { constatsOf } from "../../../src/domain/rules/report";
import { checkClasseur } from "../../../src/domain/rules/check";
import { kitClasseur } from "../../support/kit";

const classeur = kitClasseur();
const constats = constatsOf(checkClasseur(classeur));

test("every table of the kit is found", () => {
  const missing = Object.entries(classeur.tables).filter(([, table]) => table === null);
  expect(missing.map(([id]) => id)).toEqual([]);
});

test("the kit as it is given asks only for what the person alone can tell", () => {
  const found = constats.map(({ rule, severity, at, data }) => [rule, severity, at?.tab, data.colonne ?? null]);
  expect(found).toEqual([
    ["classeur/cellule-remplie", "error", "Check-list globale", "Porteur"],
    ["classeur/cellule-remplie", "error", "Objectifs", "Origine"],
    ["classeur/cellule-remplie", "error", "Objectifs", "Priorité"],
    ["classeur/cellule-remplie", "error", "Objectifs", "ESMS concernés"],
    ["classeur/cellule-remplie", "error", "Plan d’actions", "ESMS concernés"],
    ["classeur/cellule-remplie", "error", "Plan d’actions", "Pilote"],
    ["classeur/cellule-remplie", "error", "Plan d’actions", "Début prévu"],
    ["classeur/cellule-remplie", "error", "Plan d’actions", "Fin prévue"],
    ["classeur/cellule-remplie", "error", "Indicateurs", "Date de départ"],
    ["classeur/cellule-remplie", "error", "Outils préexistants", "Disponible"],
    ["plan-actions/indicateur-mesurable", "warning", "Indicateurs", null],
    ["plan-actions/indicateur-utilise", "advice", "Indicateurs", null],
    ["raci/convention-connue", "advice", "Matrice RACI", null],
    ["raci/nombre-mesure", "advice", "Matrice RACI", null],
    ["raci/nombre-mesure", "advice", "Matrice RACI", null],
  ]);
});
