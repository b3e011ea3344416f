import { buildCalendrier } from "../../src/domain/calendrier/jours-ouvres";
import { DUREES_RESSERREES } from "../../src/domain/modeles/durees-resserrees";
import { explainPlanning } from "../../src/domain/retro-planning/explain";
import { findCompression, leviersDuKit } from "../../src/domain/retro-planning/leviers";
import { scheduleRetroPlanning } from "../../src/domain/retro-planning/schedule-retro-planning";
import { defineLien, defineTache, type Tache } from "../../src/domain/retro-planning/tache";
import { demandeKit, METROPOLE, TACHES_KIT } from "../domain/retro-planning/kit";
import { jour } from "../support/exemples";
import { scheduleWithTaskJuggler, taskJugglerVersion } from "../taskjuggler/project";

/** Milliseconds to schedule the kit, say why it does not hold, and find the levers that make it hold. */
export function measureKit(): number {
  const demande = demandeKit({ aujourdhui: jour("2027-03-01") });
  const start = performance.now();
  const explained = explainPlanning(scheduleRetroPlanning(demande));
  const levers = findCompression(demande, leviersDuKit(TACHES_KIT, DUREES_RESSERREES));
  const taken = performance.now() - start;
  if (explained?.feu !== "rouge" || levers?.suffisants?.length !== 1)
    throw new Error("The kit must be late, and mended.");
  return taken;
}

/** Milliseconds to schedule that many tasks with twice as many links, both passes, both scenarios. */
export function measurePlanning(count: number): number {
  const demande = { taches: reseauOf(count, 2), calendrier: METROPOLE, aujourdhui: jour("2027-03-01") };
  const start = performance.now();
  const { scenarios } = scheduleRetroPlanning({ ...demande, cible: { jour: jour("2030-12-17"), tache: null } });
  const taken = performance.now() - start;
  if (scenarios?.court.taches.length !== count) throw new Error("All tasks must be placed.");
  return taken;
}

/** Milliseconds to make the calendar of a zone for a century. */
export function measureCalendrier(): number {
  const start = performance.now();
  const { nombre } = buildCalendrier({ zones: ["Métropole"] });
  if (nombre < 20_000) throw new Error("A century has more working days.");
  return performance.now() - start;
}

/**
 * How many times longer TaskJuggler takes, its start included, on the same network with the same dates; `null` where it is
 * not installed.
 */
export function measureRatio(count: number): number | null {
  if (taskJugglerVersion() === null) return null;
  const taches = reseauOf(count, 2);
  const cible = jour("2030-12-17");
  const start = performance.now();
  const theirs = scheduleWithTaskJuggler({ taches, zone: "Métropole", cible });
  const middle = performance.now();
  const { scenarios } = scheduleRetroPlanning({
    ...{ taches, calendrier: METROPOLE, aujourdhui: cible },
    cible: { jour: cible, tache: null },
  });
  const end = performance.now();
  const differ = scenarios?.court.taches.filter(({ id, debutAuPlusTard }) => theirs.get(id)?.debut !== debutAuPlusTard);
  if (differ?.length !== 0) throw new Error(`${differ?.length ?? "All"} dates differ from those of TaskJuggler.`);
  return (middle - start) / (end - middle);
}

/** Layers of forty tasks of one to five days, each waiting for tasks of the layer before. The same every time. */
function reseauOf(count: number, linksEach: number): readonly Tache[] {
  const width = Math.max(40, Math.ceil(count / 100));
  return Array.from({ length: count }, (_, index) => {
    const layer = Math.floor(index / width) * width;
    const places = Array.from({ length: layer === 0 ? 0 : linksEach }, (__, link) => (index * 7 + link * 13) % width);
    return defineTache(`t${index}`, {
      dureeMin: 1 + ((index * 31) % 5),
      dureeMax: 2 + ((index * 31) % 5),
      liens: [...new Set(places)].map((place) => defineLien(`t${layer - width + place}`)),
    });
  });
}
