import { explainPlanning } from "../../../src/domain/retro-planning/explain";
import { scheduleRetroPlanning } from "../../../src/domain/retro-planning/schedule-retro-planning";
import { defineLien, defineTache } from "../../../src/domain/retro-planning/tache";
import { jour } from "../../support/exemples";
import { demandeKit, TACHES_KIT } from "./kit";

const explain = (day: string, more: Parameters<typeof demandeKit>[0] = {}) =>
  explainPlanning(scheduleRetroPlanning(demandeKit({ aujourdhui: jour(day), ...more })));

/** The limits of the traffic light: the advised day, the last chance, and the working days around them. */
test.each([
  ["2027-01-13", "vert", 0, 0],
  ["2027-01-14", "vert", 0, 0],
  ["2027-01-15", "orange", 0, 1],
  ["2027-02-12", "orange", 0, 21],
  ["2027-02-14", "rouge", 1, 22],
  ["2027-02-15", "rouge", 1, 22],
  ["2027-03-01", "rouge", 11, 32],
])("seen from %s the light is %s: %s and %s working days missing", (day, feu, court, long) => {
  expect(explain(day)).toMatchObject({ feu, manque: { court, long } });
});

test("says the day to start by, the day it can be signed and what decides", () => {
  const found = explain("2027-03-01");
  expect(found?.depart).toEqual({ conseille: "2027-01-14", derniereChance: "2027-02-12" });
  expect(found?.cibleAuPlusTot).toEqual({ court: "2028-01-03", long: "2028-02-01" });
  expect(found?.chaine[0]).toMatchObject({ id: "P1", raison: "depart", debutAuPlusTard: "2027-02-12", marge: -11 });
  expect(found?.chaine.at(-1)).toMatchObject({ id: "F7", raison: "lien", marge: -11 });
  expect(found?.chaine.every(({ critique }) => critique)).toBe(true);
  expect(found?.depassees).toEqual(["P1", "P2", "P3", "P4"]);
});

test("orange, the chain is that of the longest durations", () => {
  expect(explain("2027-02-01")?.chaine[0]).toMatchObject({ id: "P1", debutAuPlusTard: "2027-01-14" });
});

test("a task that drags on decides from the day it began", () => {
  const taches = TACHES_KIT.map((tache) =>
    ["P1", "P2", "P3", "P4", "P5", "D1", "D2"].includes(tache.id)
      ? { ...tache, debutReel: jour("2027-02-01"), finReelle: jour("2027-03-01") }
      : tache,
  ).map((tache) => (tache.id === "D4" ? { ...tache, debutReel: jour("2027-03-02"), avancement: 0.1 } : tache));
  const found = explain("2027-05-10", { taches });
  expect(found?.chaine[0]).toMatchObject({ id: "D3", raison: "depart" });
  expect(found?.depassees[0]).toBe("D3");
});

test("a date imposed early on, and missed, is where the chain ends", () => {
  const taches = [
    defineTache("A", { dureeMin: 10, contraintes: [{ kind: "au-plus-tard", jour: jour("2027-03-05") }] }),
    defineTache("B", { liens: [defineLien("A")] }),
  ];
  const found = explain("2027-03-01", { taches, cible: { jour: jour("2027-12-17"), tache: "B" } });
  expect(found).toMatchObject({ feu: "rouge", manque: { court: 5 } });
  expect(found?.chaine.map(({ id }) => id)).toEqual(["A"]);
});

test("a finished démarche holds, and a ring leaves nothing to say", () => {
  const done = [defineTache("A", { finReelle: jour("2027-01-11") })];
  expect(explain("2027-03-01", { taches: done, cible: { jour: jour("2027-12-17"), tache: "A" } })).toMatchObject({
    feu: "vert",
    marge: { court: null, long: null },
  });
  expect(explain("2027-03-01", { taches: [defineTache("A", { liens: [defineLien("A")] })] })).toBeNull();
});
