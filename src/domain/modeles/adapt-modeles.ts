import { type Departement, hasFusionDesSections, zoneFeriesOf } from "../cpom/departement";
import { cpom } from "../sheets/cpom";
import type { RowOf, Sheet } from "../sheets/sheet";
import { type Demarche, isConcerned, isSoumisEprd } from "./demarche";
import { DUREES_RESSERREES } from "./durees-resserrees";
import { kitModeles } from "./kit";
import { modeleRetroPlanning } from "./retro-planning";
import type { LigneModele, Modele } from "./modele";

/**
 * The lines the kit starts with for that démarche: what does not concern it does not appear, and nothing that remains
 * cites what was left out. Source: dossier métier, § 1.2 and 1.4 (variants).
 */
export function adaptModeles(demarche: Demarche): readonly Modele[] {
  const modeles = kitModeles.map(({ sheet, lignes }) => {
    const kept = lignes.filter(({ condition }) => isConcerned(condition, demarche));
    const dropped = lignes.filter((ligne) => !kept.includes(ligne));
    const adapted = kept.map((ligne) => withoutDropped(sheet, ligne, dropped));
    return { sheet, lignes: adapted.flatMap((ligne) => forDepartements(sheet, ligne, demarche.departements)) };
  });
  const tightened = demarche.profil === "Resserré 6 mois" ? modeles.map(tighten) : modeles;
  return [...tightened, { sheet: cpom, lignes: [ligneOf(fillCpom(demarche))] }];
}

/** A list of codes keeps those that are still there; a task whose predecessors all left takes theirs. */
function withoutDropped(
  sheet: Sheet,
  ligne: LigneModele<Sheet>,
  dropped: readonly LigneModele<Sheet>[],
): LigneModele<Sheet> {
  const [key = ""] = sheet.key;
  const gone = new Map(dropped.map(({ value }) => [value[key], value]));
  return changeReferences(sheet, ligne, sheet.id, (codes, name) => {
    const left = codes.filter((code) => !gone.has(code));
    if (left.length > 0 || codes.length === 0) return left;
    return codes.flatMap((code) => listOf(gone.get(code)?.[name]));
  });
}

/** No département, one, or several: each has its own columns, its own référent and its own deliberation. */
function forDepartements(
  sheet: Sheet,
  ligne: LigneModele<Sheet>,
  departements: readonly Departement[] | null,
): readonly LigneModele<Sheet>[] {
  if (departements?.length === 0) return [withoutDepartement(sheet, ligne)];
  if (departements === null || departements.length === 1) return [ligne];
  if (ligne.condition === "departement-signataire") return departements.map((one) => ownLigne(sheet, ligne, one));
  return [shareLigne(sheet, ligne, departements)];
}

function withoutDepartement(sheet: Sheet, ligne: LigneModele<Sheet>): LigneModele<Sheet> {
  const left = changeReferences(sheet, ligne, "acteurs", (codes, name) => {
    const isAlone = sheet.columns[name]?.kind === "reference";
    const others = isAlone ? codes.map((code) => RELAIS[code] ?? code) : codes;
    return others.filter((code) => !isDepartement(code));
  });
  const value: Record<string, unknown> = { ...left.value };
  for (const [name, gone] of [["parties", "CD"] as const, ["contributeurs", value.porteur] as const]) {
    if (Array.isArray(value[name])) value[name] = listOf(value[name]).filter((one) => one !== gone);
  }
  return { ...left, value, cells: withoutDepartementCells(ligne.cells) };
}

/** Who carries in the place of the département’s référent, where no département signs. */
const RELAIS: Readonly<Record<string, string>> = { "CD-REF": "ARS-REF" };

/** Who carries an activity in the place of the département holds one role, not two. */
function withoutDepartementCells(cells: LigneModele<Sheet>["cells"]): LigneModele<Sheet>["cells"] {
  const left = Object.entries(cells).filter(([code]) => !isDepartement(code));
  const orphans = Object.entries(cells).filter(([code, lettres]) => isDepartement(code) && lettres.includes("R"));
  return Object.fromEntries([
    ...left,
    ...orphans.map(([code, lettres]): [string, readonly string[]] => [RELAIS[code] ?? code, lettres]),
  ]);
}

/** A line that is one département’s alone: its deliberation, its référent. */
function ownLigne(sheet: Sheet, ligne: LigneModele<Sheet>, departement: string): LigneModele<Sheet> {
  const acteurs = changeReferences(sheet, ligne, "acteurs", (codes) => codes.map((code) => codeOf(code, departement)));
  const own = changeReferences(sheet, acteurs, "retro-planning", (ids) =>
    ids.map((id) => (isDeliberation(id) ? `${id}-${departement}` : id)),
  );
  const [key = ""] = sheet.key;
  const code = own.value.code;
  const intitule = INTITULES[sheet.id] ?? "";
  const value = {
    ...own.value,
    [key]: `${String(own.value[key])}-${departement}`,
    ...(typeof code === "string" && { code: codeOf(code, departement) }),
    ...(intitule !== "" && { [intitule]: withDepartement(String(own.value[intitule]), departement) }),
  };
  return { ...own, value, cells: mapKeys(ligne.cells, (one) => [codeOf(one, departement)]) };
}

/** A line of all: every département is in it; one alone carries, the others do. */
function shareLigne(sheet: Sheet, ligne: LigneModele<Sheet>, departements: readonly Departement[]): LigneModele<Sheet> {
  const [first = ""] = departements;
  const shared = changeReferences(sheet, ligne, "acteurs", (codes, name) =>
    sheet.columns[name]?.kind === "reference"
      ? codes.map((code) => codeOf(code, first))
      : codes.flatMap((code) => codesOf(code, departements)),
  );
  const own = changeReferences(sheet, shared, "retro-planning", (ids) =>
    ids.flatMap((id) => (isDeliberation(id) ? departements.map((one) => `${id}-${one}`) : [id])),
  );
  const cells = Object.entries(ligne.cells).flatMap(([code, lettres]) =>
    codesOf(code, departements).map((one, index): readonly [string, readonly string[]] => [
      one,
      index === 0 ? lettres : [...new Set(lettres.map((lettre) => (lettre === "R" ? "A" : lettre)))],
    ]),
  );
  return { ...own, cells: Object.fromEntries(cells) };
}

/** Column that names the line for people, where a département must be told from another. */
const INTITULES: Readonly<Record<string, string>> = {
  acteurs: "organisme",
  checklist: "point",
  "retro-planning": "tache",
  raci: "activite",
  instances: "instance",
  referent: "mission",
};

function withDepartement(text: string, departement: string): string {
  return text.endsWith(".") ? `${text.slice(0, -1)} (${departement}).` : `${text} (${departement})`;
}

/** Tasks that only concern a département that signs. */
function isDeliberation(id: string): boolean {
  return modeleRetroPlanning.lignes.some(
    ({ value, condition }) => condition === "departement-signataire" && value.id === id,
  );
}

function isDepartement(code: string): boolean {
  return code.startsWith("CD-");
}

/** `CD-REF` is `CD14-REF` where several départements sign. */
function codeOf(code: string, departement: string): string {
  return isDepartement(code) ? `CD${departement}-${code.slice(3)}` : code;
}

function codesOf(code: string, departements: readonly Departement[]): readonly string[] {
  return isDepartement(code) ? departements.map((one) => codeOf(code, one)) : [code];
}

function mapKeys(
  cells: LigneModele<Sheet>["cells"],
  rename: (code: string) => readonly string[],
): LigneModele<Sheet>["cells"] {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([code, lettres]) => rename(code).map((one) => [one, lettres])),
  );
}

/** Rewrites the codes that a line cites of the table `target`. A list that becomes empty is an empty cell. */
function changeReferences(
  sheet: Sheet,
  ligne: LigneModele<Sheet>,
  target: string,
  change: (codes: readonly string[], name: string) => readonly string[],
): LigneModele<Sheet> {
  const value: Record<string, unknown> = { ...ligne.value };
  for (const [name, column] of Object.entries(sheet.columns)) {
    if (column.target !== target || value[name] === null) continue;
    const codes = change(listOf(value[name]), name);
    value[name] = codes.length === 0 ? null : column.kind === "reference" ? codes[0] : codes;
  }
  return { ...ligne, value };
}

function listOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.map(String) : [];
}

function tighten(modele: Modele): Modele {
  if (modele.sheet.id !== "retro-planning") return modele;
  const lignes = modele.lignes.map((ligne) => {
    const duree = DUREES_RESSERREES[String(ligne.value.id).replace(/-\w+$/, "")];
    return duree === undefined ? ligne : { ...ligne, value: { ...ligne.value, dureeMin: duree, dureeMax: duree } };
  });
  return { ...modele, lignes };
}

/** What the choice of a démarche already says of the contract. */
function fillCpom({ profil, regime, departements }: Demarche): Partial<RowOf<typeof cpom>> {
  const financeurs = ["ARS" as const, ...(departements?.length === 0 ? [] : ["Département" as const])];
  return {
    id: "CPOM-01",
    regime,
    ...(departements !== null && departements.length > 0 && fillTerritoire(departements)),
    ...(regime === "CHRS" ? {} : { financeurs }),
    duree: 5,
    eprd: isSoumisEprd(regime) ? "Oui" : "Non",
    profil,
    conventionRaci: "ANAP",
  };
}

function fillTerritoire(departements: readonly Departement[]): Partial<RowOf<typeof cpom>> {
  return {
    departements,
    zoneFeries: [...new Set(departements.map(zoneFeriesOf))],
    experimentateur: departements.some(hasFusionDesSections) ? "Oui" : "Non",
  };
}

function ligneOf(value: Partial<RowOf<typeof cpom>>): LigneModele<Sheet> {
  const names = Object.keys(cpom.columns);
  const written: Readonly<Record<string, unknown>> = value;
  return { value: Object.fromEntries(names.map((name) => [name, written[name] ?? null])), condition: null, cells: {} };
}
