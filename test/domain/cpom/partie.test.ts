import { findSignataires, type Partie, partieOfActeur, partieOfTexte } from "../../../src/domain/cpom/partie";
import { modeleActeurs } from "../../../src/domain/modeles/acteurs";
import { classeurOf } from "../../support/exemples";
import { kitClasseur } from "../../support/kit";

test.each<[string, Partie | null]>([
  ["ARS-REF", "ARS"],
  ["Agence Régionale de Santé Normandie", "ARS"],
  ["ARS, délégation départementale", "ARS"],
  ["Référent CD", "Département"],
  ["Conseil départemental de l’Ain", "Département"],
  ["Métropole de Lyon", "Département"],
  ["DG de l’OG", "Organisme gestionnaire"],
  ["Organismes gestionnaires", "Organisme gestionnaire"],
  ["Délégation départementale", null],
  ["DDETS", null],
  ["Carsat", null],
  ["", null],
])("%j is of %j", (texte, partie) => {
  expect(partieOfTexte(texte)).toBe(partie);
});

test("each acteur of the kit is of the party that its code says", () => {
  const table = kitClasseur().tables.acteurs;
  const found = (table?.lignes ?? []).map((ligne) => [ligne.value.code, partieOfActeur(ligne)]);
  const prefixes: readonly (readonly [string, Partie])[] = [
    ["ARS-", "ARS"],
    ["CD-", "Département"],
    ["OG-", "Organisme gestionnaire"],
  ];
  const expected = modeleActeurs.lignes.map(({ value: { code } }) => [
    code,
    prefixes.find(([prefix]) => code?.startsWith(prefix))?.[1] ?? null,
  ]);
  expect(found).toEqual(expected);
});

test.each<[string, readonly string[], readonly Partie[]]>([
  ["both authorities", ["ARS ; Département", "Non"], ["ARS", "Département", "Organisme gestionnaire"]],
  ["the ARS alone", ["ARS", "Non"], ["ARS", "Organisme gestionnaire"]],
  ["home services, by the département", ["Département", "Non"], ["Département", "Organisme gestionnaire"]],
  ["a département that tries the merging of sections", ["ARS ; Département", "Oui"], ["ARS", "Organisme gestionnaire"]],
  ["the State", ["État", "Non"], ["Organisme gestionnaire"]],
])("who signs: %s", (_, line, expected) => {
  const cpom = [
    ["Intitulé du CPOM", "Financeurs", "Département expérimentateur de la fusion des sections"],
    ["CPOM 2028-2032", ...line],
  ];
  expect(findSignataires(classeurOf({ feuilles: { cpom } }))).toEqual(expected);
});

test("without an identity card, who signs is who has an acteur", () => {
  const acteurs = [
    ["ID acteur", "Organisme", "Famille"],
    ["ACT-001", "ARS Normandie", "Autorités"],
    ["ACT-002", "Les Tilleuls", "Organisme gestionnaire"],
    ["ACT-003", "CPAM", "Institutionnels"],
  ];
  expect(findSignataires(classeurOf({ feuilles: { acteurs } }))).toEqual(["ARS", "Organisme gestionnaire"]);
});
