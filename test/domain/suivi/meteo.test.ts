import fc from "fast-check";
import { addMois, type Jour } from "../../../src/domain/calendrier/jour";
import { fromNumero, toNumero } from "../../../src/domain/calendrier/numero";
import { readParametres } from "../../../src/domain/parametres";
import {
  admetAvancement,
  type EtatAction,
  ETATS,
  etatOf,
  isFinal,
  judgeTransition,
} from "../../../src/domain/suivi/etat-action";
import { joursDeRetard, meteoOf, partEcoulee, sayMotif } from "../../../src/domain/suivi/meteo";
import { classeurOf, jour } from "../../support/exemples";

const SEUILS = readParametres(classeurOf({ feuilles: {} }));

function meteo(
  etat: EtatAction | null,
  debut: string | null,
  fin: string | null,
  avancement: number | null,
  today = "2028-07-01",
): readonly [string | null, string] {
  const dates = { debut: debut === null ? null : jour(debut), fin: fin === null ? null : jour(fin) };
  const { couleur, motif } = meteoOf({ etat, ...dates, avancement }, jour(today), SEUILS);
  return [couleur, sayMotif(motif).replaceAll("\u00a0", " ")];
}

test.each<[string, Parameters<typeof meteo>, string | null, string]>([
  ["in time", ["En cours", "2028-01-01", "2028-12-31", 0.5], "Vert", "à temps"],
  ["a gap of twenty points is still green", ["En cours", "2028-01-01", "2028-12-31", 0.3], "Vert", "à temps"],
  [
    "a gap of more",
    ["En cours", "2028-01-01", "2028-12-31", 0.25],
    "Orange",
    "50 % du temps écoulé pour 25 % d’avancement",
  ],
  [
    "thirty days before the end, nothing is asked yet",
    ["En cours", "2028-01-01", "2028-07-31", 0.79],
    "Vert",
    "à temps",
  ],
  [
    "twenty-nine days before the end, under four fifths",
    ["En cours", "2028-01-01", "2028-07-30", 0.79],
    "Orange",
    "fin prévue dans 29 jours, avancement de 79 %",
  ],
  ["twenty-nine days before the end, four fifths", ["En cours", "2028-01-01", "2028-07-30", 0.8], "Vert", "à temps"],
  ["the last day", ["En cours", "2028-01-01", "2028-07-01", 0.9], "Vert", "à temps"],
  ["the day after", ["En cours", "2028-01-01", "2028-06-30", 0.99], "Rouge", "fin prévue dépassée de 1 jour"],
  ["suspended and late", ["Suspendue", "2028-01-01", "2028-06-01", 0.5], "Rouge", "fin prévue dépassée de 30 jours"],
  ["finished late", ["Terminée", "2027-01-01", "2027-06-30", 1], "Vert", "action terminée"],
  ["given up", ["Abandonnée", "2027-01-01", "2027-06-30", 0], "Vert", "action abandonnée"],
  ["reversed days", ["En cours", "2028-06-01", "2028-01-01", 0.5], null, "la fin prévue précède le début"],
  ["no start", ["En cours", null, "2029-12-31", 0.5], null, "il manque le début prévu"],
  ["no start, and late all the same", ["En cours", null, "2028-06-30", 0.5], "Rouge", "fin prévue dépassée de 1 jour"],
  ["no progress", ["En cours", "2028-01-01", "2028-12-31", null], null, "il manque l’avancement"],
  [
    "nothing but a past day: nothing proves that it is not done",
    [null, null, "2028-06-30", null],
    null,
    "il manque le début prévu, l’avancement",
  ],
  ["a progress proves that it is not over", [null, null, "2028-06-30", 0.4], "Rouge", "fin prévue dépassée de 1 jour"],
  [
    "one day long, not done on that day",
    ["Planifiée", "2028-07-01", "2028-07-01", 0],
    "Orange",
    "fin prévue aujourd’hui, avancement de 0 %",
  ],
])("météo: %s", (_, args, couleur, motif) => {
  expect(meteo(...args)).toEqual([couleur, motif]);
});

test("thresholds are those of the person", () => {
  const strict = { ...SEUILS, "meteo.retard-orange": 5 };
  const situation = { etat: "En cours" as const, debut: jour("2028-01-01"), fin: jour("2028-12-31"), avancement: 0.4 };
  expect(meteoOf(situation, jour("2028-07-01"), SEUILS).couleur).toBe("Vert");
  expect(meteoOf(situation, jour("2028-07-01"), strict).couleur).toBe("Orange");
});

const RANGS = ["Vert", "Orange", "Rouge"];
const days = fc.integer({ min: toNumero(jour("2026-01-01")), max: toNumero(jour("2033-12-31")) });
const dayOrNone = fc.option(days.map(fromNumero));
const situations = fc.record({
  etat: fc.option(fc.constantFrom(...ETATS)),
  debut: dayOrNone,
  fin: dayOrNone,
  avancement: fc.option(fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20)),
});

test("a later day never makes the météo better, nor more progress worse", () => {
  fc.assert(
    fc.property(situations, days, fc.nat(900), (situation, today, more) => {
      const rangAt = (one: typeof situation, day: Jour): number => {
        const { couleur } = meteoOf(one, day, SEUILS);
        return couleur === null ? 0 : RANGS.indexOf(couleur);
      };
      const day = fromNumero(today);
      const rang = rangAt(situation, day);
      expect(rangAt(situation, fromNumero(today + more))).toBeGreaterThanOrEqual(rang);
      if (situation.avancement === null) return;
      expect(rangAt({ ...situation, avancement: Math.min(1, situation.avancement + 0.1) }, day)).toBeLessThanOrEqual(
        rang,
      );
    }),
  );
});

test("red is exactly a day that has passed on an action that is not over", () => {
  fc.assert(
    fc.property(situations, days, (situation, today) => {
      const { etat, debut, fin, avancement } = situation;
      const day = fromNumero(today);
      const isReversed = debut !== null && fin !== null && fin < debut;
      const isLate = fin !== null && fin < day && (etat === null ? avancement !== null : !isFinal(etat));
      expect(meteoOf(situation, day, SEUILS).couleur === "Rouge").toBe(isLate && !isReversed);
    }),
  );
});

test.each<[string, string | null, string | null, number | null]>([
  ["before it begins", "2028-08-01", "2028-12-31", 0],
  ["half-way", "2028-01-01", "2028-12-30", 0.5],
  ["after its end", "2027-01-01", "2028-01-01", 1],
  ["without an end", "2027-01-01", null, null],
  ["reversed", "2028-01-01", "2027-01-01", null],
])("time gone by: %s", (_, debut, fin, expected) => {
  const part = partEcoulee(debut === null ? null : jour(debut), fin === null ? null : jour(fin), jour("2028-07-01"));
  expect(part === null ? null : Math.round(part * 100) / 100).toBe(expected);
});

test("lateness counts the days after the last one", () => {
  const fin = jour("2028-02-29");
  const counts = [fin, fromNumero(toNumero(fin) + 1), addMois(fin, 12)].map((day) =>
    joursDeRetard("En cours", fin, day),
  );
  expect(counts).toEqual([0, 1, 365]);
});

test.each<[EtatAction, EtatAction, string]>([
  ["Proposée", "Retenue", "permise"],
  ["Proposée", "Terminée", "interdite"],
  ["Terminée", "Proposée", "interdite"],
  ["Terminée", "En cours", "permise"],
  ["Abandonnée", "En cours", "a-motiver"],
  ["Suspendue", "En cours", "permise"],
  ["En cours", "Reportée", "permise"],
])("from %s to %s: %s", (avant, apres, expected) => {
  expect(judgeTransition(avant, apres)).toBe(expected);
});

test.each<[string, Parameters<typeof etatOf>[0], EtatAction | null]>([
  ["a status wins", { statut: "Suspendue", avancement: 1, finReelle: jour("2028-01-01") }, "Suspendue"],
  ["a day of end", { statut: null, avancement: null, finReelle: jour("2028-01-01") }, "Terminée"],
  ["all of it done", { statut: null, avancement: 1, finReelle: null }, "Terminée"],
  ["some of it done", { statut: null, avancement: 0.2, finReelle: null }, "En cours"],
  ["zero proves nothing", { statut: null, avancement: 0, finReelle: null }, null],
])("what one state of a workbook proves: %s", (_, traces, expected) => {
  expect(etatOf(traces)).toBe(expected);
});

test.each<[EtatAction, readonly number[]]>([
  ["Proposée", [0]],
  ["Retenue", [0]],
  ["Planifiée", [0]],
  ["En cours", [0.05, 0.5, 0.95]],
  ["Terminée", [1]],
  ["Suspendue", [0, 0.05, 0.5, 0.95]],
  ["Abandonnée", [0, 0.05, 0.5, 0.95, 1]],
  ["Reportée", [0, 0.05, 0.5, 0.95, 1]],
])("%s admits %j", (etat, expected) => {
  expect([0, 0.05, 0.5, 0.95, 1].filter((avancement) => admetAvancement(etat, avancement))).toEqual(expected);
});
