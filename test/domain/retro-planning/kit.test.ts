import { phasesEnMois } from "../../../src/domain/retro-planning/phases";
import { scheduleRetroPlanning } from "../../../src/domain/retro-planning/schedule-retro-planning";
import { findTacheCible } from "../../../src/domain/retro-planning/tache";
import { jour } from "../../support/exemples";
import { datesOf, demandeKit, METROPOLE, NEUTRALISE, scenariosOf, TACHES_KIT } from "./kit";

const { court, long } = scenariosOf(demandeKit());

test.each([
  ["P1", "2027-02-12", "2027-01-14"],
  ["D1", "2027-03-19", "2027-02-18"],
  ["J1", "2027-06-21", "2027-06-21"],
  ["N1", "2027-06-22", "2027-06-22"],
  ["F1", "2027-10-19", "2027-10-19"],
  ["F4", "2027-11-15", "2027-11-15"],
  ["F7", "2027-12-17", "2027-12-17"],
])("%s starts at the latest on %s, or %s with the longest durations", (id, shortest, longest) => {
  expect([datesOf(court, id).debutAuPlusTard, datesOf(long, id).debutAuPlusTard]).toEqual([shortest, longest]);
});

test.each([
  ["D9", "2027-06-18", "2027-06-18"],
  ["N11", "2027-10-18", "2027-10-18"],
  ["F4", "2027-12-03", "2027-12-03"],
  ["F7", "2027-12-17", "2027-12-17"],
])("%s ends at the latest on %s, or %s with the longest durations", (id, shortest, longest) => {
  expect([datesOf(court, id).finAuPlusTard, datesOf(long, id).finAuPlusTard]).toEqual([shortest, longest]);
});

test.each([
  ["D1", "2027-02-26", "2027-01-28"],
  ["P1", "2027-01-22", "2026-12-15"],
])("with the neutralised periods, %s starts at the latest on %s, or %s", (id, shortest, longest) => {
  const closed = scenariosOf(demandeKit({ calendrier: NEUTRALISE }));
  expect([datesOf(closed.court, id).debutAuPlusTard, datesOf(closed.long, id).debutAuPlusTard]).toEqual([
    shortest,
    longest,
  ]);
});

/** With the longest durations D4 lasts 30 days against 40 for D3 and D5: the same ten days. */
const SLACKS = { D4: 10, N2: 5, F3: 3, F5: 7 };

test.each([
  ["court", "2027-02-12"],
  ["long", "2027-01-14"],
] as const)("started on the last day (%s), all is critical but where the dossier finds slack", (duree, day) => {
  const scenario = scenariosOf(demandeKit({ aujourdhui: jour(day) }))[duree];
  const free = scenario.taches.filter(({ critique }) => !critique);
  expect(Object.fromEntries(free.map(({ id, marge }) => [id, marge]))).toEqual(SLACKS);
  expect([scenario.margeMin, scenario.cibleAuPlusTot]).toEqual([0, "2027-12-17"]);
});

test.each([
  ["court", "2027-10-07", 49],
  ["long", "2027-11-08", 28],
] as const)("launched on 11 January 2027 (%s), it can be signed on %s, with %s days of slack", (duree, day, marge) => {
  const taches = TACHES_KIT.filter(({ phase }) => phase !== "0 Préalables").map((tache) =>
    tache.id === "D1" ? { ...tache, liens: [] } : tache,
  );
  const scenario = scenariosOf(demandeKit({ taches, aujourdhui: jour("2027-01-11") }))[duree];
  expect([scenario.cibleAuPlusTot, scenario.margeMin]).toEqual([day, marge]);
  expect(datesOf(scenario, "D1").marge).toBe(marge);
});

test.each([
  ["court", 215],
  ["long", 236],
] as const)("from the first task to the signature (%s): %s working days", (duree, expected) => {
  const scenario = scenariosOf(demandeKit())[duree];
  const from = datesOf(scenario, "P1").debutAuPlusTard;
  const to = datesOf(scenario, "F7").finAuPlusTard;
  if (from === null || to === null) throw new Error("out of the calendar");
  const days = METROPOLE.rangUntil(Date.parse(to) / 86_400_000) - METROPOLE.rangFrom(Date.parse(from) / 86_400_000) + 1;
  expect(days).toBe(expected);
});

test("the follow-up comes after the signature, and does not move it", () => {
  expect(datesOf(court, "F8")).toMatchObject({ debutAuPlusTard: "2027-12-20", finAuPlusTard: "2027-12-31" });
});

test("the deciding chain goes from the first task to the signature", () => {
  expect(court.chaine.map(({ id }) => id).join(" ")).toBe(
    "P1 P2 P3 P5 D1 D2 D3 D5 D6 D7 D8 D9 J1 N1 N3 N4 N5 N6 N8 N9 N10 N11 F1 F2 F4 F6 F7",
  );
  expect([court.chaine[0]?.raison, court.chaine[1]?.raison]).toEqual(["depart", "lien"]);
});

test("phases follow one another", () => {
  expect(court.phases.map((one) => [one.phase.slice(0, 1), one.debutAuPlusTard, one.finAuPlusTard])).toEqual([
    ["0", "2027-02-12", "2027-03-18"],
    ["1", "2027-03-19", "2027-06-21"],
    ["2", "2027-06-22", "2027-10-18"],
    ["3", "2027-10-19", "2027-12-17"],
    ["4", "2027-12-20", "2027-12-31"],
  ]);
  expect(scheduleRetroPlanning(demandeKit()).constats).toEqual([]);
});

test.each([
  [3, "2027-03-17"],
  [4, "2027-02-17"],
])("in months alone, with %s for the diagnostic", (mois, diagnostic) => {
  const phases = phasesEnMois(METROPOLE, jour("2027-12-17"), [
    { phase: "Diagnostic", mois },
    { phase: "Négociation", mois: 4 },
    { phase: "Formalisation", mois: 2 },
  ]);
  expect(phases.map(({ phase, compte, ouvre }) => [phase, compte, ouvre])).toEqual([
    ["Diagnostic", diagnostic, diagnostic],
    ["Négociation", "2027-06-17", "2027-06-17"],
    ["Formalisation", "2027-10-17", "2027-10-18"],
  ]);
});

test("the target is the last milestone before the follow-up", () => {
  const phases = ["0 Préalables", "1 Diagnostic", "2 Négociation", "3 Formalisation et signature"];
  expect(findTacheCible(TACHES_KIT, phases)?.id).toBe("F7");
  expect(findTacheCible(TACHES_KIT.slice(0, 20), phases)).toBeNull();
});
