import { measureCalendrier, measureKit, measurePlanning, measureRatio } from "./planning";

// Run by plain Node, which jest slows down several times: prints one JSON object of {@link PlanningFigures}.

/** Milliseconds of one measure: the first call, cold; then half the calls take less than the median, one the best. */
export interface Durees {
  readonly premiere: number;
  readonly mediane: number;
  readonly meilleure: number;
}

export interface PlanningFigures {
  readonly calendrier: Durees;
  readonly kit: Durees;
  /** Both passes, both scenarios, by number of tasks; twice as many links. */
  readonly reseaux: readonly (Durees & { readonly taches: number })[];
  /** How many times longer TaskJuggler takes on the same network, its start included; `null` where it is not installed. */
  readonly taskJuggler: { readonly taches: number; readonly ratio: number } | null;
}

const RATIO_TACHES = 300;

const calendrier = time(11, measureCalendrier);
const kit = time(201, measureKit);
const reseaux = [
  [1_000, 41],
  [10_000, 21],
  [100_000, 9],
].map(([taches = 0, runs = 0]) => ({ taches, ...time(runs, () => measurePlanning(taches)) }));
const ratio = measureRatio(RATIO_TACHES);
const figures: PlanningFigures = {
  ...{ calendrier, kit, reseaux },
  taskJuggler: ratio === null ? null : { taches: RATIO_TACHES, ratio },
};
process.stdout.write(JSON.stringify(figures));

/** A third of the calls only warms the engine. */
function time(runs: number, measure: () => number): Durees {
  const all = Array.from({ length: runs }, measure);
  const warm = all.slice(Math.ceil(runs / 3)).sort((a, b) => a - b);
  const at = (place: number): number => warm[place] ?? Number.NaN;
  return { premiere: all[0] ?? Number.NaN, mediane: at(Math.floor(warm.length / 2)), meilleure: at(0) };
}
