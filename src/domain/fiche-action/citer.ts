import type { Classeur } from "../classeur";
import { describeEsms } from "../cpom/esms";
import { type Citables, citablesOf, citationsIn } from "../rules/citations";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne, Table } from "../sheets/decode";
import type { Sheet } from "../sheets/sheet";
import { cleanLigne } from "./texte-fiche";

type Acteur = Ligne<Sheets["acteurs"]>;
type Esms = Ligne<Sheets["perimetre"]>;

/** What a citation names: the lines found, or what was typed. */
interface Cite<S extends Sheet> {
  readonly ecrit: string;
  readonly lignes: readonly Ligne<S>[];
}

/** The lines that a cell cites, in its order; what names no line stays as it was typed. */
export function findCitees<S extends Sheet>(table: Table<S> | null, typed: unknown): readonly Cite<S>[] {
  const cite = (ecrit: string): Cite<S> => {
    const rows = new Set(
      table === null
        ? []
        : citables(table)
            .find(ecrit)
            .map(({ row }) => row),
    );
    return { ecrit: cleanLigne(ecrit), lignes: table?.lignes.filter(({ row }) => rows.has(row)) ?? [] };
  };
  // « Soutenir l’emploi et le logement » is one name where a line has it, or where no part of it names a line.
  const whole = typeof typed === "string" && typed.trim() !== "" ? cite(typed) : null;
  if (whole !== null && whole.lignes.length > 0) return [whole];
  const parts = citationsIn(typed).map(cite);
  return whole !== null && parts.every(({ lignes }) => lignes.length === 0) ? [whole] : parts;
}

/** « Claire Martin, directrice qualité »; what was typed where it names nobody. */
export function describeActeurs({ tables: { acteurs } }: Classeur, typed: unknown): readonly string[] {
  return sayAll(findCitees(acteurs, typed), describeActeur);
}

/** The establishments by name; what was typed where it names none. */
export function describeLesEsms({ tables: { perimetre } }: Classeur, typed: unknown): readonly string[] {
  return sayAll(findCitees(perimetre, typed), describeEsms);
}

/** Where the establishments are: « Bourg-en-Bresse, Oyonnax ». */
export function describeTerritoire({ tables: { perimetre } }: Classeur, typed: unknown): string {
  const communes = findCitees(perimetre, typed).flatMap(({ lignes }) => lignes.map(communeOf));
  return [...new Set(communes.filter((one) => one !== ""))].join(", ");
}

function communeOf({ value: { commune, departement } }: Esms): string {
  return cleanLigne(commune ?? departement ?? "");
}

function describeActeur({ value, row }: Acteur): string {
  const { nom, fonction, organisme, code, id } = value;
  const said = [nom, fonction].filter((one) => one !== null);
  return said.length > 0 ? said.join(", ") : (organisme ?? code ?? id ?? `Ligne ${row}`);
}

function sayAll<S extends Sheet>(cites: readonly Cite<S>[], describe: (ligne: Ligne<S>) => string): readonly string[] {
  const said = cites.flatMap(({ ecrit, lignes }) =>
    lignes.length === 0 ? [ecrit] : lignes.map((one) => cleanLigne(describe(one))),
  );
  return [...new Set(said)];
}

/** The names of a table are prepared once for all its fiches. */
const prepared = new WeakMap<object, Citables>();

function citables(table: Table<Sheet>): Citables {
  const known = prepared.get(table) ?? citablesOf(table);
  prepared.set(table, known);
  return known;
}
