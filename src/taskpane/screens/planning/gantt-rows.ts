import { type Jour, parseJour } from "../../../domain/calendrier/jour";
import { addMoisToNumero, toNumero } from "../../../domain/calendrier/numero";
import type { EtudePlanning, Scenario, TacheEtudiee } from "../../../domain/retro-planning/etude";
import type { DatesTache } from "../../../domain/retro-planning/schedule-retro-planning";

/** The tasks of a phase; `null` holds those without one. */
export interface GroupePhase {
  readonly phase: string | null;
  readonly taches: readonly LigneGantt[];
  readonly debut: Jour | null;
  readonly fin: Jour | null;
  readonly critiques: number;
}

/** A task as the chart draws it. */
export interface LigneGantt {
  readonly key: string;
  readonly etudiee: TacheEtudiee;
  readonly dates: DatesTache;
  /** What really happened where it did, else the dates at the latest. */
  readonly debut: Jour | null;
  readonly fin: Jour | null;
}

/** One visible row. */
export type RangeeGantt =
  | { readonly kind: "phase"; readonly key: string; readonly groupe: GroupePhase; readonly isOpen: boolean }
  | { readonly kind: "tache"; readonly key: string; readonly ligne: LigneGantt; readonly parent: string | null }
  | { readonly kind: "suite"; readonly key: string; readonly reste: number; readonly parent: string };

/** What is unfolded, and how many tasks of it are drawn. */
export type Deplie = Readonly<Record<string, number>>;

/** Tasks drawn at once in a phase, so that hundreds stay quick. */
export const PAGE = 40;

/** The phases in the order of the sheet’s own numbers, tasks without a phase last. */
export function groupTaches({ taches }: EtudePlanning, scenario: Scenario): readonly GroupePhase[] {
  const byPhase = new Map<string | null, LigneGantt[]>();
  taches.forEach((etudiee, index) => {
    const dates = etudiee[scenario];
    const { debutReel, finReelle, phase } = etudiee.tache;
    const ligne = {
      ...{ key: `t${String(index)}`, etudiee, dates },
      // Of a finished task whose start nobody wrote, the end is all that is known.
      debut: debutReel ?? finReelle ?? dates.debutAuPlusTard,
      fin: finReelle ?? dates.finAuPlusTard,
    };
    byPhase.set(phase, [...(byPhase.get(phase) ?? []), ligne]);
  });
  return [...byPhase]
    .map(([phase, lignes]) => ({
      ...{ phase, taches: lignes },
      debut: extreme(
        lignes.map(({ debut }) => debut),
        -1,
      ),
      fin: extreme(
        lignes.map(({ fin }) => fin),
        1,
      ),
      critiques: lignes.filter(({ dates }) => dates.critique).length,
    }))
    .toSorted((a, b) => orderOf(a.phase).localeCompare(orderOf(b.phase), "fr"));
}

/** The rows to draw: every phase, and the tasks of those that are unfolded. A single group needs no phase. */
export function rowsOf(groupes: readonly GroupePhase[], deplie: Deplie): readonly RangeeGantt[] {
  return groupes.flatMap((groupe): readonly RangeeGantt[] => {
    const key = keyOfPhase(groupe);
    const isAlone = groupes.length === 1;
    const limit = deplie[key] ?? (isAlone ? PAGE : 0);
    const head: RangeeGantt = { kind: "phase", key, groupe, isOpen: limit > 0 };
    const parent = isAlone ? null : key;
    const shown = groupe.taches.slice(0, limit);
    const reste = groupe.taches.length - shown.length;
    return [
      ...(isAlone ? [] : [head]),
      ...shown.map((ligne): RangeeGantt => ({ kind: "tache", key: ligne.key, ligne, parent })),
      ...(limit > 0 && reste > 0 ? [{ kind: "suite" as const, key: `${key}+`, reste, parent: key }] : []),
    ];
  });
}

/** Where a day falls on the chart, in percents of its width; and the months written above. */
export interface EchelleGantt {
  readonly percent: (day: Jour) => number;
  /** The same, of the evening of the day. */
  readonly percentEnd: (day: Jour) => number;
  readonly reperes: readonly { readonly at: number; readonly mois: string }[];
}

/** Months written above the chart at most: a pane is narrow. */
const REPERES = 4;
const PAS = [1, 2, 3, 6, 12, 24, 60] as const;
/** Beyond, in percents, the name of a month would be cut. */
const LAST_MARK = 82;

/** From the month of the first day, today included, to the end of the month of the last one, the target included. */
export function scaleOf(groupes: readonly GroupePhase[], today: Jour, cible: Jour): EchelleGantt {
  const days = [today, cible, ...groupes.flatMap(({ debut, fin }) => [debut, fin])].filter((day) => day !== null);
  const first = toNumero(startOfMonth(extreme(days, -1) ?? today));
  const last = addMoisToNumero(toNumero(startOfMonth(extreme(days, 1) ?? cible)), 1);
  const percent = (numero: number): number => ((numero - first) / (last - first)) * 100;
  const starts: number[] = [];
  for (let day = first; day < last; day = addMoisToNumero(day, 1)) starts.push(day);
  const step = PAS.find((months) => starts.length / months <= REPERES) ?? 120;
  return {
    percent: (day) => percent(toNumero(day)),
    percentEnd: (day) => percent(toNumero(day) + 1),
    reperes: starts
      .filter((_, index) => index % step === 0)
      .map((numero) => ({ at: percent(numero), mois: MOIS.format(new Date(numero * DAY_MS)) }))
      .filter(({ at }) => at <= LAST_MARK),
  };
}

const DAY_MS = 86_400_000;
const MOIS = new Intl.DateTimeFormat("fr-FR", { month: "short", year: "2-digit", timeZone: "UTC" });

function keyOfPhase({ phase }: GroupePhase): string {
  return `p${phase ?? ""}`;
}

function orderOf(phase: string | null): string {
  return phase ?? "\uffff";
}

function extreme(days: readonly (Jour | null)[], sign: 1 | -1): Jour | null {
  return days.reduce<Jour | null>((found, day) => {
    if (day === null || found === null) return found ?? day;
    return (sign === 1 ? day > found : day < found) ? day : found;
  }, null);
}

function startOfMonth(day: Jour): Jour {
  return parseJour(`${day.slice(0, 8)}01`) ?? day;
}
