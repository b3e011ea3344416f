import fc from "fast-check";
import type { Jour } from "../../../src/domain/calendrier/jour";
import { buildCalendrier, type Calendrier, isJourOuvre } from "../../../src/domain/calendrier/jours-ouvres";
import { fromNumero, toNumero } from "../../../src/domain/calendrier/numero";
import type { DatesTache, DemandePlanning } from "../../../src/domain/retro-planning/schedule-retro-planning";
import { defineLien, defineTache, type Lien, type Tache } from "../../../src/domain/retro-planning/tache";
import { jour } from "../../support/exemples";
import { METROPOLE, NEUTRALISE, scenariosOf } from "./kit";

const CALENDRIERS = [METROPOLE, NEUTRALISE, buildCalendrier({ zones: ["Guadeloupe", "Alsace-Moselle"] })];
const DAY = toNumero(jour("2027-03-01"));
const [TYPES, UNITES] = [
  ["FD", "DD", "FF"] as const,
  ["jours-ouvres", "jours-calendaires", "semaines", "mois"] as const,
];

/** Up to fourteen tasks, each waiting for some of those before it. */
function networks(withUnits: boolean): fc.Arbitrary<readonly Tache[]> {
  const lien = fc.record({
    place: fc.nat(13),
    type: fc.constantFrom(...TYPES),
    decalage: fc.integer({ min: -3, max: 10 }),
    uniteDecalage: fc.constantFrom("jours-ouvres" as const, "jours-calendaires" as const),
  });
  const tache = fc.record({
    dureeMin: fc.nat(12),
    more: fc.nat(5),
    unite: withUnits ? fc.constantFrom(...UNITES) : fc.constant("jours-ouvres" as const),
    liens: fc.array(lien, { maxLength: 3 }),
  });
  return fc.array(tache, { minLength: 1, maxLength: 14 }).map((drawn) =>
    drawn.map(({ dureeMin, more, unite, liens }, index) =>
      defineTache(`T${index}`, {
        ...{ dureeMin, dureeMax: dureeMin + more, unite },
        liens: liens
          .filter(({ place }) => place < index)
          .map(({ place, ...lienOf }) => defineLien(`T${place}`, lienOf)),
      }),
    ),
  );
}

const demandes = (withUnits: boolean): fc.Arbitrary<DemandePlanning> =>
  fc
    .record({
      taches: networks(withUnits),
      calendrier: fc.constantFrom(...CALENDRIERS),
      more: fc.nat(400),
      from: fc.nat(300),
    })
    .map(({ more, from, ...drawn }) => ({
      ...drawn,
      aujourdhui: fromNumero(DAY + from),
      cible: { jour: fromNumero(DAY + from + more), tache: null },
    }));

test("no task starts nor ends on a day that is not worked", () => {
  fc.assert(
    fc.property(demandes(true), (demande) => {
      for (const { taches } of Object.values(scenariosOf(demande))) {
        const days = taches.flatMap((one) => [
          one.debutAuPlusTard,
          one.finAuPlusTard,
          one.debutAuPlusTot,
          one.finAuPlusTot,
        ]);
        expect(days.filter((day) => day !== null && !isJourOuvre(demande.calendrier, day))).toEqual([]);
      }
    }),
  );
});

test("no link is broken, backward nor forward", () => {
  fc.assert(
    fc.property(demandes(true), (demande) => {
      for (const { taches } of Object.values(scenariosOf(demande))) {
        const byId = new Map(taches.map((one) => [one.id, one]));
        const broken = demande.taches.flatMap((tache) =>
          tache.liens.filter(({ predecesseur, ...lien }) => {
            const [before, after] = [byId.get(predecesseur), byId.get(tache.id)];
            const isInstant = [predecesseur, tache.id].some(
              (id) => demande.taches.find((one) => one.id === id)?.dureeMin === 0,
            );
            if (before === undefined || after === undefined || isInstant) return false;
            return (
              isBroken(demande.calendrier, lien, latest(before), latest(after)) ||
              isBroken(demande.calendrier, lien, earliest(before), earliest(after))
            );
          }),
        );
        expect(broken).toEqual([]);
      }
    }),
  );
});

test("a target one day later makes no task earlier", () => {
  fc.assert(
    fc.property(demandes(true), (demande) => {
      const later = { ...demande, cible: { jour: fromNumero(toNumero(demande.cible.jour) + 1), tache: null } };
      const [before, after] = [scenariosOf(demande).court.taches, scenariosOf(later).court.taches];
      const earlier = after.filter(
        (one, t) =>
          `${one.debutAuPlusTard}` < `${before[t]?.debutAuPlusTard}` ||
          `${one.finAuPlusTard}` < `${before[t]?.finAuPlusTard}`,
      );
      expect(earlier).toEqual([]);
    }),
  );
});

test("one holiday more makes no latest start later", () => {
  fc.assert(
    fc.property(demandes(false), fc.integer({ min: -200, max: 500 }), (demande, shift) => {
      const joursPropres = [fromNumero(toNumero(demande.cible.jour) - shift)];
      const start = scenariosOf({ ...demande, calendrier: METROPOLE }).court.taches;
      const closed = buildCalendrier({
        zones: ["Métropole"],
        feries: { joursPropres },
        premiereAnnee: 2020,
        derniereAnnee: 2032,
      });
      const found = scenariosOf({ ...demande, calendrier: closed }).court.taches;
      expect(found.filter((one, t) => `${one.debutAuPlusTard}` > `${start[t]?.debutAuPlusTard}`)).toEqual([]);
    }),
  );
});

test("started on its last day, a network holds and the deciding chain has no slack", () => {
  fc.assert(
    fc.property(demandes(false), (demande) => {
      const { court } = scenariosOf(demande);
      const least = court.margeMin ?? 0;
      const chain = new Set(court.chaine.map(({ id }) => id));
      const last = court.taches.find(({ id }) => id === court.chaine.at(-1)?.id);
      // The chain ends at the task that holds the target: all its links are as late as that one.
      const slacks = court.taches.filter(({ id }) => chain.has(id)).map(({ marge }) => marge ?? 0);
      expect(Math.min(...slacks)).toBeGreaterThanOrEqual(least);
      if (least < 0) expect(last?.marge).toBe(least);
      if (least < 0)
        expect(court.taches.filter(({ marge }) => marge === least).every(({ critique }) => critique)).toBe(true);
    }),
  );
});

test("both passes agree: seen from the day its critical task must start, nothing is late and something is critical", () => {
  fc.assert(
    fc.property(demandes(false), (demande) => {
      const least = scenariosOf(demande).court.margeMin ?? 0;
      const { calendrier, aujourdhui } = demande;
      const moved = calendrier.numeroAt(calendrier.rangFrom(toNumero(aujourdhui)) + least);
      if (demande.taches.some(({ liens }) => liens.some(({ uniteDecalage }) => uniteDecalage === "jours-calendaires")))
        return;
      const { court } = scenariosOf({ ...demande, aujourdhui: fromNumero(moved) });
      expect(court.margeMin).toBe(0);
      const critical = court.taches.filter(({ critique }) => critique);
      expect(critical.length).toBeGreaterThan(0);
      expect(critical.every(({ marge }) => marge === 0)).toBe(true);
      for (const one of critical) expect(one.debutAuPlusTot).toBe(one.debutAuPlusTard);
    }),
  );
});

interface Dates {
  readonly debut: Jour | null;
  readonly fin: Jour | null;
}

const latest = (one: DatesTache): Dates => ({ debut: one.debutAuPlusTard, fin: one.finAuPlusTard });
const earliest = (one: DatesTache): Dates => ({ debut: one.debutAuPlusTot, fin: one.finAuPlusTot });

/** Judged on days, not on ranks: fewer days lie between the two than the link asks. */
function isBroken(calendrier: Calendrier, lien: Omit<Lien, "predecesseur">, before: Dates, after: Dates): boolean {
  const from = lien.type === "DD" ? before.debut : before.fin;
  const to = lien.type === "FF" ? after.fin : after.debut;
  if (from === null || to === null) return false;
  const least = lien.decalage + (lien.type === "FD" ? 1 : 0);
  if (lien.uniteDecalage === "jours-calendaires") return toNumero(to) - toNumero(from) < least;
  return calendrier.rangFrom(toNumero(to)) - calendrier.rangFrom(toNumero(from)) < least;
}
