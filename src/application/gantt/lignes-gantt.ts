import { type Jour, toSerial } from "../../domain/calendrier/jour";
import type { Scenario, TacheEtudiee } from "../../domain/retro-planning/etude";
import type { DatesTache } from "../../domain/retro-planning/schedule-retro-planning";
import type { Sheets } from "../../domain/sheets/catalogue";
import { toTexte } from "../../domain/sheets/column";
import type { Table } from "../../domain/sheets/decode";
import { isCellError, type Tab } from "../../domain/sheets/grid";
import type { CellContent } from "../ports/workbook";
import { type Lecteur, type Source, readSources } from "./sources";

type Planning = Sheets["retro-planning"];
type Ligne = TacheEtudiee["ligne"];

/** A bar: what its cells hold, and the days it shows at this moment. */
export interface LigneGantt {
  /** In her own words; `null` when she says none. */
  readonly phase: string | null;
  readonly intitule: CellContent;
  /** Signs of the title as it shows at this moment. */
  readonly longueur: number;
  readonly porteur: CellContent;
  readonly debut: CellContent;
  readonly fin: CellContent;
  readonly marge: CellContent;
  readonly signe: CellContent;
  readonly jours: readonly Jour[];
  /** The dates she has are not those of the calculation. */
  readonly differs: boolean;
}

/** What the lines are made from. */
interface LignesAsked {
  readonly table: Table<Planning>;
  readonly tab: Tab;
  readonly taches: readonly TacheEtudiee[];
  readonly scenario: Scenario;
  readonly dateSystem: 1900 | 1904;
}

/** First sign of each word of the column that says what a bar is: the cells of the bar repeat it. */
export const SIGNES = { critique: "■", tache: "▬", fait: "✓", jalon: "◆", phase: "═" } as const;

/**
 * The lines of the Gantt, in the order of her sheet. Each reads her cells, so that the bar moves when she changes a date; where she has
 * none, it holds what is calculated. What happened comes before what was planned.
 */
export function layOutLignes({ table, tab, taches, scenario, dateSystem }: LignesAsked): readonly LigneGantt[] {
  const lecteur = readSources(table, tab);
  let above: string | null = null;
  return taches.map((tache) => {
    const { ligne, [scenario]: dates } = tache;
    const { value } = ligne;
    const at = (name: NomColonne) => lecteur.at(ligne.row, name);
    above = value.phase ?? wordOf(at("phase")) ?? above;
    const debut = [value.debutReel, value.debutAuPlusTard, dates.debutAuPlusTard];
    const fin = [value.finReelle, value.finAuPlusTard, dates.finAuPlusTard];
    return {
      phase: above,
      intitule: writeIntitule(titleOf(ligne), at("id"), at("tache")),
      longueur: titleOf(ligne).length,
      porteur: writePorteur(at("porteur")),
      debut: writeJour([at("debutReel"), at("debutAuPlusTard")], firstOf(debut), dateSystem),
      fin: writeJour([at("finReelle"), at("finAuPlusTard")], firstOf(fin), dateSystem),
      marge: writeNombre(at("marge"), dates.marge),
      signe: writeSigne(ligne, dates, lecteur),
      jours: [firstOf(debut), firstOf(fin)].filter((jour) => jour !== null),
      differs: tache.tache.finReelle === null && differ(value, dates),
    };
  });
}

type NomColonne = keyof Planning["columns"];

function firstOf(jours: readonly (Jour | null)[]): Jour | null {
  return jours.find((jour) => jour !== null) ?? null;
}

function differ(value: Ligne["value"], dates: DatesTache): boolean {
  const pairs = [
    [value.debutAuPlusTard, dates.debutAuPlusTard],
    [value.finAuPlusTard, dates.finAuPlusTard],
  ] as const;
  return pairs.some(([hers, calculated]) => hers !== null && calculated !== null && hers !== calculated);
}

function wordOf(source: Source | null): string | null {
  const raw = source?.raw ?? null;
  return raw === null || isCellError(raw) ? null : toTexte(raw);
}

/** Its identifier, where she gives one, and its title. */
function titleOf({ value }: Ligne): string {
  return [value.id, value.tache].filter((word) => word !== null).join(" · ");
}

function writeIntitule(now: string, id: Source | null, tache: Source | null): CellContent {
  if (tache === null) return now;
  const title = `${tache.ref}&""`;
  const whole = id === null || id.ref === tache.ref ? title : `IF(${id.ref}="","",${id.ref}&" · ")&${title}`;
  return { formula: `=IFERROR(${whole},${quoteText(now)})` };
}

function writePorteur(source: Source | null): CellContent {
  return source === null ? null : { formula: `=IFERROR(${source.ref}&"","")` };
}

/** The first of her cells that holds a day, else `otherwise`; a day she takes away later leaves no day. */
function writeJour(sources: readonly (Source | null)[], otherwise: Jour | null, dateSystem: 1900 | 1904): CellContent {
  const hers = sources.filter((source) => source !== null);
  const serial = otherwise === null ? null : toSerial(otherwise, dateSystem);
  if (hers.length === 0) return serial;
  const isHers = hers.some(({ raw }) => typeof raw === "number");
  return { formula: `=${firstNumber(hers, isHers ? null : serial)}` };
}

function writeNombre(source: Source | null, otherwise: number | null): CellContent {
  if (source === null) return otherwise;
  return { formula: `=${firstNumber([source], typeof source.raw === "number" ? null : otherwise)}` };
}

function firstNumber(sources: readonly Source[], otherwise: number | null): string {
  const rest = otherwise === null ? '""' : String(otherwise);
  return sources.reduceRight((later, { ref }) => `IF(ISNUMBER(${ref}),${ref},${later})`, rest);
}

/** What the bar is, its sign first; follows her columns of type, of status, of critical tasks and of what happened. */
function writeSigne(ligne: Ligne, dates: DatesTache, { at, among }: Lecteur): CellContent {
  const { value, row } = ligne;
  const statut = [among(row, "statut", ["Terminée"], false), among(row, "avancement", [1], false)];
  const reelle = at(row, "finReelle");
  const isFait = [...statut, ...(reelle === null ? [] : [`ISNUMBER(${reelle.ref})`])].join(",");
  const critique = among(row, "critique", ["Oui"], dates.critique);
  const type = among(
    row,
    "type",
    ["Jalon", "Échéance légale"],
    value.type === "Jalon" || value.type === "Échéance légale",
  );
  const { fait, jalon, tache } = SIGNES;
  const ofJalon = `IF(${critique},"${jalon} Jalon critique","${jalon} Jalon")`;
  const ofTache = `IF(${critique},"${SIGNES.critique} Critique","${tache} Tâche")`;
  return {
    formula: `=IFERROR(IF(OR(${isFait}),"${fait} Terminée",IF(${type},${ofJalon},${ofTache})),"${tache} Tâche")`,
  };
}

/** A text inside a formula; Excel accepts 255 signs there. */
function quoteText(text: string): string {
  return `"${text.slice(0, 200).replaceAll('"', '""')}"`;
}
