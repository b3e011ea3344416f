import fc from "fast-check";
import { buildCalendrier } from "../../src/domain/calendrier/jours-ouvres";
import { ZONES_FERIES } from "../../src/domain/calendrier/jours-feries";
import { fromNumero, toNumero } from "../../src/domain/calendrier/numero";
import { scheduleRetroPlanning } from "../../src/domain/retro-planning/schedule-retro-planning";
import { defineLien, defineTache, type Tache } from "../../src/domain/retro-planning/tache";
import { TACHES_KIT } from "../domain/retro-planning/kit";
import { jour } from "../support/exemples";
import { type Projet, scheduleWithTaskJuggler, taskJugglerVersion } from "./project";

const VERSION = taskJugglerVersion();
/** A few with the other tests, more when asked for by `npm run taskjuggler`. */
const NETWORKS = process.env.npm_lifecycle_event === "taskjuggler" ? 40 : 8;
/** A run of TaskJuggler takes about a second; on a loaded machine, several. */
const PATIENCE = 300_000;
const FIRST = toNumero(jour("2026-01-01"));

if (VERSION === null) {
  process.stdout.write("\nTaskJuggler is not installed (Debian package tj3): dates were compared with nothing.\n\n");
}

const withTaskJuggler = VERSION === null ? test.skip : test;
const skipped = VERSION === null ? ", skipped: tj3 is not installed" : "";

withTaskJuggler(
  `the kit is placed as TaskJuggler places it${skipped}`,
  () => {
    // TaskJuggler ends everything on the target: what follows the signature is left out.
    const taches = TACHES_KIT.filter(({ id }) => id !== "F8");
    for (const cible of ["2027-12-17", "2028-05-31"]) {
      const projet: Projet = { taches, zone: "Métropole", cible: jour(cible) };
      expect(ourDates(projet)).toEqual(Object.fromEntries(scheduleWithTaskJuggler(projet)));
    }
  },
  PATIENCE,
);

withTaskJuggler(
  `${NETWORKS} networks drawn by chance are placed as TaskJuggler places them${skipped}`,
  () => {
    for (const projet of fc.sample(projets(), NETWORKS)) {
      const found = Object.fromEntries(scheduleWithTaskJuggler(projet));
      expect({ projet, dates: ourDates(projet) }).toEqual({ projet, dates: found });
    }
  },
  PATIENCE,
);

function ourDates({ taches, zone, cible }: Projet): Readonly<Record<string, unknown>> {
  const calendrier = buildCalendrier({ zones: [zone] });
  const { scenarios } = scheduleRetroPlanning({
    taches,
    calendrier,
    cible: { jour: cible, tache: null },
    aujourdhui: cible,
  });
  const placed = scenarios?.court.taches ?? [];
  return Object.fromEntries(
    placed.map(({ id, debutAuPlusTard, finAuPlusTard }) => [id, { debut: debutAuPlusTard, fin: finAuPlusTard }]),
  );
}

/** Up to twenty tasks of one to fifteen days, in any zone, for any working day of two years. */
function projets(): fc.Arbitrary<Projet> {
  const lien = fc.record({ place: fc.nat(19), decalage: fc.nat(8) });
  const tache = fc.record({ duree: fc.integer({ min: 1, max: 15 }), liens: fc.array(lien, { maxLength: 3 }) });
  const zones = fc.constantFrom(...ZONES_FERIES);
  return fc
    .record({ drawn: fc.array(tache, { minLength: 2, maxLength: 20 }), zone: zones, day: fc.nat(730) })
    .map(({ drawn, zone, day }) => ({ taches: drawn.map(tacheOf), zone, cible: workedDay(zone, FIRST + 365 + day) }));
}

interface Drawn {
  readonly duree: number;
  readonly liens: readonly { readonly place: number; readonly decalage: number }[];
}

function tacheOf({ duree, liens }: Drawn, index: number): Tache {
  const before = new Map(liens.filter(({ place }) => place < index).map((one) => [one.place, one.decalage]));
  return defineTache(`t${index}`, {
    dureeMin: duree,
    liens: [...before].map(([place, decalage]) => defineLien(`t${place}`, { decalage })),
  });
}

/** TaskJuggler wants its target on a day that is worked. */
function workedDay(zone: Projet["zone"], numero: number): Projet["cible"] {
  const calendrier = buildCalendrier({ zones: [zone] });
  return fromNumero(calendrier.numeroAt(calendrier.rangFrom(numero)));
}
