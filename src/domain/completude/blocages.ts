import type { Classeur } from "../classeur";
import { PARTIES, type Partie } from "../cpom/partie";
import { type PhaseCpom, PHASES, toPhaseCpom } from "../cpom/phase";
import { type Constat, constatsOf, type Report } from "../rules/report";
import { placeOf } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import type { Element } from "./element";
import { OUTILS, type OutilId, outilAt } from "./outil";

/** Why the contract cannot be signed yet: what was found, as data. */
type Motif =
  /** One rule, on one table: `nombre` of its constats. */
  | { readonly kind: "controle"; readonly constat: Constat; readonly titre: string; readonly nombre: number }
  | ({ readonly kind: "point-a-faire"; readonly statut: string } & PointCite)
  | ({ readonly kind: "point-bloque"; readonly commentaire: string | null } & PointCite)
  | { readonly kind: "signataire"; readonly constat: Constat }
  | { readonly kind: "champs-vides"; readonly label: string; readonly nombre: number };

/** A point of the check-list, as it is numbered and as it is written; `null` where she left it empty. */
interface PointCite {
  readonly id: string | null;
  readonly point: string | null;
  readonly row: number;
}

/** One thing that keeps the contract from being signed. */
export interface Blocage {
  readonly motif: Motif;
  /** `null`: of no tool of the kit. */
  readonly outil: OutilId | null;
  /** Who can lift it; `null` when nothing tells. */
  readonly partie: Partie | null;
  /** When it should be lifted; `null` when it is of no phase. */
  readonly phase: PhaseCpom | null;
  /** Where to look first. */
  readonly at: Place | null;
}

/**
 * What blocks the signature, in the order in which to deal with it. These, and nothing else, block:
 * 1. what a rule of severity `error` found and is sure of, one a rule and a table;
 * 2. compulsory points of the check-list, of a phase before « Suivi », that are neither « Fait » nor « Sans objet »;
 * 3. points of these phases, compulsory or not, that are « Bloqué »;
 * 4. parties without a signatory, or with several and no delegation;
 * 5. compulsory cells that are empty, one a table: the identity card, then the others.
 *
 * A table the workbook does not hold blocks nothing: the team may keep it elsewhere. A doubt, a warning, an advice block
 * nothing either. Source: dossier métier, § 1.1 and § 4.10.
 */
export function findBlocages(classeur: Classeur, report: Report, elements: readonly Element[]): readonly Blocage[] {
  const errors = constatsOf(report).filter(
    ({ severity, outcome }) => severity === "error" && outcome === "non-conforme",
  );
  const titles = new Map(report.results.map(({ rule }) => [rule.id, rule.title]));
  const others = errors.filter(({ rule }) => rule !== SIGNATAIRES && rule !== CELLULES);
  return [
    ...controles(others, titles, classeur, elements),
    ...points(classeur, elements),
    ...errors.filter(({ rule }) => rule === SIGNATAIRES).map(signataire),
    ...champsVides(
      classeur,
      elements,
      errors.filter(({ rule }) => rule === CELLULES),
    ),
  ];
}

/** Rules whose constats are told apart: by party, and by table. */
const SIGNATAIRES = "acteurs/signataire-par-partie";
const CELLULES = "classeur/cellule-remplie";

function controles(
  errors: readonly Constat[],
  titles: ReadonlyMap<string, string>,
  classeur: Classeur,
  elements: readonly Element[],
): readonly Blocage[] {
  const groups = new Map<string, Constat[]>();
  for (const constat of errors) {
    const key = `${constat.rule} ${constat.at?.tab ?? ""}`;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [constat]);
    else same.push(constat);
  }
  const owners = new Map(elements.map((one) => [rowKey(one.at), one]));
  return [...groups.values()].flatMap((group): readonly Blocage[] => {
    const [constat] = group;
    if (constat === undefined) return [];
    const own = group.map(({ at }) => (at === null ? undefined : owners.get(rowKey(at))));
    const titre = titles.get(constat.rule) ?? constat.rule;
    return [
      {
        motif: { kind: "controle", constat, titre, nombre: group.length },
        outil: outilAt(classeur.attachments, constat.at),
        partie: shared(own.map((one) => one?.partie ?? null)),
        phase: shared(own.map((one) => one?.phase ?? null)),
        at: constat.at,
      },
    ];
  });
}

/** Compulsory points still to do, phase by phase; then what is stuck. */
function points({ tables: { checklist } }: Classeur, elements: readonly Element[]): readonly Blocage[] {
  if (checklist === null) return [];
  const owners = new Map(elements.filter(({ outil }) => outil === "checklist").map((one) => [one.at.row, one]));
  const found = checklist.lignes.flatMap((ligne): readonly Blocage[] => {
    const { statut, niveau, phase: typed, commentaire, id, point } = ligne.value;
    const phase = toPhaseCpom(typed);
    if (statut === null || statut === "Fait" || statut === "Sans objet" || phase === "Suivi") return [];
    if (niveau !== "Obligatoire" && statut !== "Bloqué") return [];
    const cite: PointCite = { id, point, row: ligne.row };
    const motif: Motif =
      statut === "Bloqué" ? { kind: "point-bloque", commentaire, ...cite } : { kind: "point-a-faire", statut, ...cite };
    const at = placeOf(checklist, ligne.row, "statut");
    return [{ motif, outil: "checklist", partie: owners.get(ligne.row)?.partie ?? null, phase, at }];
  });
  const rank = ({ motif, phase }: Blocage): number =>
    (motif.kind === "point-bloque" ? PHASES.length + 1 : 0) + (phase === null ? PHASES.length : PHASES.indexOf(phase));
  return [...found].sort((left, right) => rank(left) - rank(right));
}

function signataire(constat: Constat): Blocage {
  const partie = PARTIES.find((one) => one === constat.data.partie) ?? null;
  return { motif: { kind: "signataire", constat }, outil: "acteurs", partie, phase: "Préalables", at: constat.at };
}

/** An identity card without a line yet has nothing for a rule to find: all its fields are empty. */
function champsVides(
  classeur: Classeur,
  elements: readonly Element[],
  constats: readonly Constat[],
): readonly Blocage[] {
  const isCardBegun = classeur.tables.cpom?.lignes.length !== 0;
  const fields = isCardBegun ? [] : elements.filter(({ outil }) => outil === "cpom");
  const found = OUTILS.flatMap(({ id, label }): readonly Blocage[] => {
    const own = constats.filter(({ at }) => outilAt(classeur.attachments, at) === id);
    const untouched = id === "cpom" ? fields : [];
    const nombre = untouched.length + own.reduce((sum, constat) => sum + emptyCells(constat), 0);
    const at = firstPlace(own) ?? untouched[0]?.at ?? null;
    return nombre === 0
      ? []
      : [{ motif: { kind: "champs-vides", label, nombre }, outil: id, partie: null, phase: null, at }];
  });
  return [...found].sort((left, right) => Number(right.outil === "cpom") - Number(left.outil === "cpom"));
}

/** The first in the order of reading; rules go column by column. */
function firstPlace(constats: readonly Constat[]): Place | null {
  const places = constats.map(({ at }) => at).filter((at) => at !== null);
  const [first] = [...places].sort((left, right) => left.row - right.row || left.column - right.column);
  return first ?? null;
}

function emptyCells({ data }: Constat): number {
  return typeof data.lignes === "number" ? data.lignes : 1;
}

function rowKey({ tab, row }: Place): string {
  return `${row} ${tab}`;
}

/** What all of them are, or nothing. */
function shared<T>(values: readonly (T | null)[]): T | null {
  const [first = null] = values;
  return values.every((one) => one === first) ? first : null;
}
