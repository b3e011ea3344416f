import {
  CATEGORIES_ESMS,
  findCategorieEsms,
  formatCategorieEsms,
  isCategorieFermee,
  parseCodeCategorie,
} from "../cpom/categorie-esms";
import { type CodePostal, readCodePostal } from "../cpom/code-postal";
import { readCourriel, readTelephone } from "../cpom/coordonnees";
import { type Departement, DEPARTEMENTS, parseDepartement } from "../cpom/departement";
import { type Finess, readFiness } from "../cpom/finess";
import { readSiren, type Siren } from "../cpom/siren";
import { readSiret, type Siret } from "../cpom/siret";
import { type Column, type ColumnText, severalOf, toTexte } from "./column";
import { isCellError } from "./grid";
import { accept, type CellProblem, type Decoded, fail } from "./problem";

/** FINESS number of an ET or an EJ. Written as text, so that Excel keeps its zero. */
export function finess(options: ColumnText): Column<Finess> {
  return { ...identifierColumn(options, "9 caractères : des chiffres, ou 2A et 2B en Corse", readFiness), length: 9 };
}

export function siren(options: ColumnText): Column<Siren> {
  return { ...identifierColumn(options, "9 chiffres", readSiren), length: 9 };
}

export function siret(options: ColumnText): Column<Siret> {
  return { ...identifierColumn(options, "14 chiffres", readSiret), length: 14 };
}

export function courriel(options: ColumnText): Column<string> {
  return identifierColumn(options, "une adresse électronique, comme claire.martin@exemple.fr", readCourriel);
}

export function telephone(options: ColumnText): Column<string> {
  return identifierColumn(options, "10 chiffres, commençant par 0", readTelephone);
}

export function codePostal(options: ColumnText): Column<CodePostal> {
  return {
    ...identifierColumn(options, "5 chiffres, dont le début est celui d’un département", readCodePostal),
    length: 5,
  };
}

const CODE_DEPARTEMENT = "un code de département : 2A ou 2B en Corse, 971 à 976 outre-mer";

export function departement(options: ColumnText): Column<Departement> {
  return { ...identifierColumn(options, CODE_DEPARTEMENT, readDepartement), choices: DEPARTEMENTS };
}

/** Several départements in one cell. */
export function departements(options: ColumnText): Column<readonly Departement[]> {
  return { ...options, ...severalOf(departement(options)), kind: "choix-multiple", choices: DEPARTEMENTS };
}

/** Category of an ESMS, read as its code of three digits. Written with its acronym: `500 EHPAD`. */
export function categorieEsms(options: ColumnText): Column<string> {
  return {
    ...identifierColumn(options, "le code FINESS d’une catégorie, comme 500 pour un EHPAD", readCategorie),
    choices: CATEGORIES_ESMS.map(formatCategorieEsms),
    encode(value) {
      const categorie = findCategorieEsms(value);
      return categorie === null ? value : formatCategorieEsms(categorie);
    },
  };
}

/** `read` answers `null` for what has not the form at all; `attendu` says that form. */
function identifierColumn<T extends string>(
  options: ColumnText,
  attendu: string,
  read: (typed: string) => Decoded<T> | null,
): Column<T> {
  return {
    ...options,
    kind: "identifiant",
    decode(cell) {
      if (isCellError(cell)) return fail({ code: "formule-en-erreur", valeur: cell.error });
      const valeur = toTexte(cell);
      if (hasLostDigits(cell, valeur)) return fail({ code: "chiffres-perdus", valeur });
      const invalid: CellProblem = { code: "identifiant-invalide", valeur, attendu };
      // A number with a sign or decimals identifies nothing, whatever its digits once put side by side.
      if (typeof cell === "number" && (cell < 0 || !Number.isInteger(cell))) return fail(invalid);
      return read(valeur) ?? fail(invalid);
    },
    encode: (value) => value,
  };
}

/** `2,601E+13` keeps four digits of fourteen; a number keeps the first fifteen of its own. */
function hasLostDigits(cell: unknown, valeur: string): boolean {
  if (typeof cell === "number" && cell > Number.MAX_SAFE_INTEGER) return true;
  return /^\d(?:[.,]\d+E\+?|E\+)\d{1,3}$/i.test(valeur.replace(/\s/g, ""));
}

function readDepartement(typed: string): Decoded<Departement> | null {
  const value = parseDepartement(typed);
  return value === null ? null : accept(value);
}

function readCategorie(typed: string): Decoded<string> | null {
  const code = parseCodeCategorie(typed);
  if (code === null) return null;
  if (isCategorieFermee(code)) return accept(code, { code: "categorie-fermee", valeur: code });
  return accept(code, findCategorieEsms(code) === null ? { code: "categorie-inconnue", valeur: code } : undefined);
}
