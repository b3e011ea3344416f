import { removeTaches, defineLien, defineTache, type Lien, type Tache } from "../../../src/domain/retro-planning/tache";
import {
  type DemandePlanning,
  scheduleRetroPlanning,
} from "../../../src/domain/retro-planning/schedule-retro-planning";
import { buildCalendrier } from "../../../src/domain/calendrier/jours-ouvres";
import { jour } from "../../support/exemples";
import { datesOf, METROPOLE, scenariosOf } from "./kit";

/** Seen from Monday 1 March 2027, for Friday 30 April 2027; Easter Monday is 29 March. */
function demande(taches: readonly Tache[], more: Partial<DemandePlanning> = {}): DemandePlanning {
  return {
    ...{ taches, calendrier: METROPOLE, aujourdhui: jour("2027-03-01") },
    cible: { jour: jour("2027-04-30"), tache: null },
    ...more,
  };
}

const constatsOf = (taches: readonly Tache[], more?: Partial<DemandePlanning>) =>
  scheduleRetroPlanning(demande(taches, more)).constats;

/** B waits for A: five and three working days. */
const pair = (lien: Partial<Lien>, a: Partial<Tache> = {}, b: Partial<Tache> = {}): readonly Tache[] => [
  defineTache("A", { dureeMin: 5, ...a }),
  defineTache("B", { dureeMin: 3, ...b, liens: [defineLien("A", lien)] }),
];

test.each<[string, Partial<Lien>, string, string, string, string]>([
  ["FD", {}, "2027-04-21", "2027-04-27", "2027-03-08", "2027-03-10"],
  ["FD with two days in between", { decalage: 2 }, "2027-04-19", "2027-04-23", "2027-03-10", "2027-03-12"],
  ["FD with an overlap of two days", { decalage: -2 }, "2027-04-23", "2027-04-29", "2027-03-04", "2027-03-08"],
  [
    "FD with two calendar days",
    { decalage: 2, uniteDecalage: "jours-calendaires" },
    "2027-04-19",
    "2027-04-23",
    "2027-03-08",
    "2027-03-10",
  ],
  [
    "FD with seven calendar days",
    { decalage: 7, uniteDecalage: "jours-calendaires" },
    "2027-04-14",
    "2027-04-20",
    "2027-03-15",
    "2027-03-17",
  ],
  ["DD", { type: "DD" }, "2027-04-26", "2027-04-30", "2027-03-01", "2027-03-03"],
  ["DD with four days", { type: "DD", decalage: 4 }, "2027-04-22", "2027-04-28", "2027-03-05", "2027-03-09"],
  ["FF", { type: "FF" }, "2027-04-26", "2027-04-30", "2027-03-03", "2027-03-05"],
  ["FF with one day", { type: "FF", decalage: 1 }, "2027-04-23", "2027-04-29", "2027-03-04", "2027-03-08"],
])("%s commands the dates of both", (_, lien, debutTard, finTard, debutTot, finTot) => {
  const { court } = scenariosOf(demande(pair(lien)));
  expect(datesOf(court, "A")).toMatchObject({ debutAuPlusTard: debutTard, finAuPlusTard: finTard });
  expect(datesOf(court, "B")).toMatchObject({ debutAuPlusTot: debutTot, finAuPlusTot: finTot });
});

test.each<[string, Partial<Tache>, Partial<DemandePlanning>, string, string]>([
  ["ten calendar days", { dureeMin: 10, unite: "jours-calendaires" }, {}, "2027-04-23", "2027-03-10"],
  ["two weeks", { dureeMin: 2, unite: "semaines" }, {}, "2027-04-19", "2027-03-12"],
  ["one month", { dureeMin: 1, unite: "mois" }, {}, "2027-04-02", "2027-04-01"],
  [
    "one month of 21 working days",
    { dureeMin: 1, unite: "mois" },
    { joursOuvresParMois: 21 },
    "2027-04-02",
    "2027-03-30",
  ],
  ["no day at all", { dureeMin: 0 }, {}, "2027-04-30", "2027-02-26"],
])("a task of %s", (_, tache, more, debut, fin) => {
  const { court } = scenariosOf(demande([defineTache("A", tache)], more));
  const found = datesOf(court, "A");
  expect([found.debutAuPlusTard, found.finAuPlusTot]).toEqual([debut, fin]);
});

test.each<[string, Tache["contraintes"], string, string, number]>([
  ["none", [], "2027-04-30", "2027-03-05", 39],
  ["no later than a day off", [{ kind: "au-plus-tard", jour: jour("2027-04-11") }], "2027-04-09", "2027-03-05", 24],
  ["no earlier than a day off", [{ kind: "au-plus-tot", jour: jour("2027-03-28") }], "2027-04-30", "2027-04-05", 19],
  ["on a day", [{ kind: "le", jour: jour("2027-04-13") }], "2027-04-13", "2027-04-13", 0],
  [
    "on a sitting",
    [{ kind: "seances", jours: [jour("2027-03-15"), jour("2027-02-15"), jour("2027-04-19"), jour("2027-05-10")] }],
    "2027-04-19",
    "2027-03-15",
    24,
  ],
])("imposed date: %s", (_, contraintes, finTard, finTot, marge) => {
  const { court } = scenariosOf(demande([defineTache("A", { dureeMin: 5, contraintes })]));
  expect(datesOf(court, "A")).toMatchObject({ finAuPlusTard: finTard, finAuPlusTot: finTot, marge });
});

test.each<[string, Partial<Tache>, string, string, number | null]>([
  ["planned", {}, "2027-03-01", "2027-03-08", 36],
  ["started before, nothing said of progress", { debutReel: jour("2027-02-25") }, "2027-02-25", "2027-03-04", 38],
  ["started long ago", { debutReel: jour("2027-01-04") }, "2027-01-04", "2027-03-02", 40],
  ["half done", { dureeMin: 10, debutReel: jour("2027-02-01"), avancement: 0.5 }, "2027-02-01", "2027-03-08", 36],
  ["nearly done", { debutReel: jour("2027-02-01"), avancement: 0.99 }, "2027-02-01", "2027-03-02", 40],
  ["finished", { debutReel: jour("2027-02-01"), finReelle: jour("2027-03-12") }, "2027-02-01", "2027-03-15", null],
  ["finished on a Sunday", { finReelle: jour("2027-03-14") }, "2027-03-14", "2027-03-15", null],
])("what happened: %s", (_, a, debut, next, marge) => {
  const { court } = scenariosOf(demande(pair({}, a)));
  expect([datesOf(court, "A").debutAuPlusTot, datesOf(court, "B").debutAuPlusTot]).toEqual([debut, next]);
  expect(datesOf(court, "A").marge).toBe(marge);
});

test("a task under way waits for nothing any more, and its predecessor has until the target", () => {
  const { court } = scenariosOf(demande(pair({}, {}, { debutReel: jour("2027-02-22"), dureeMin: 8 })));
  expect(datesOf(court, "B").finAuPlusTot).toBe("2027-03-03");
  expect(datesOf(court, "A").finAuPlusTard).toBe("2027-04-30");
});

test("nothing starts before the day chosen", () => {
  const { court } = scenariosOf(demande([defineTache("A")], { depart: jour("2027-03-27") }));
  expect(datesOf(court, "A").debutAuPlusTot).toBe("2027-03-30");
});

test.each<[string, readonly Tache[], Partial<DemandePlanning>, readonly unknown[]]>([
  [
    "a ring and its path",
    [
      defineTache("A", { liens: [defineLien("C")] }),
      defineTache("B", { liens: [defineLien("A")] }),
      defineTache("C", { liens: [defineLien("B")] }),
      defineTache("D", { liens: [defineLien("C")] }),
      defineTache("E"),
    ],
    {},
    [{ id: "cycle", chemin: ["A", "B", "C", "A"] }],
  ],
  [
    "a task that waits for itself",
    [defineTache("A", { liens: [defineLien("A")] })],
    {},
    [{ id: "cycle", chemin: ["A", "A"] }],
  ],
  [
    "two rings",
    [
      ...[defineTache("A", { liens: [defineLien("B")] }), defineTache("B", { liens: [defineLien("A")] })],
      ...[
        defineTache("C", { liens: [defineLien("D")] }),
        defineTache("D", { liens: [defineLien("C"), defineLien("A")] }),
      ],
    ],
    {},
    [
      { id: "cycle", chemin: ["A", "B", "A"] },
      { id: "cycle", chemin: ["C", "D", "C"] },
    ],
  ],
  [
    "an unknown predecessor",
    [defineTache("A", { liens: [defineLien("Z")] })],
    {},
    [{ id: "predecesseur-inconnu", tache: "A", predecesseur: "Z" }],
  ],
  ["twice the same identifier", [defineTache("A"), defineTache("A")], {}, [{ id: "identifiant-double", tache: "A" }]],
  [
    "an unknown target",
    [defineTache("A")],
    { cible: { jour: jour("2027-04-30"), tache: "F7" } },
    [{ id: "cible-inconnue", tache: "F7" }],
  ],
  [
    "a start that is past",
    [defineTache("A", { dureeMin: 5 })],
    { cible: { jour: jour("2027-03-03"), tache: null } },
    [
      { id: "debut-depasse", tache: "A", debutAuPlusTard: "2027-02-25", retard: 2 },
      { id: "fin-impossible", cible: "2027-03-03", finAuPlusTot: "2027-03-05", manque: 2 },
    ],
  ],
  [
    "a start on its last day",
    [defineTache("A", { dureeMin: 5 })],
    { cible: { jour: jour("2027-03-05"), tache: null } },
    [],
  ],
  [
    "no sitting left",
    [defineTache("A", { contraintes: [{ kind: "seances", jours: [jour("2027-01-15")] }] })],
    {},
    [
      { id: "aucune-seance", tache: "A" },
      { id: "debut-depasse", tache: "A", debutAuPlusTard: "2027-01-15", retard: 31 },
      { id: "fin-impossible", cible: "2027-04-30", finAuPlusTot: "2027-03-01", manque: 31 },
    ],
  ],
  [
    "phases that overlap",
    [defineTache("A", { phase: "1 Diagnostic" }), defineTache("B", { phase: "2 Négociation", dureeMin: 4 })],
    {},
    [
      {
        ...{ id: "phases-en-desordre", phase: "1 Diagnostic", fin: "2027-04-30" },
        ...{ suivante: "2 Négociation", debut: "2027-04-27" },
      },
    ],
  ],
])("finds %s", (_, taches, more, expected) => {
  expect(constatsOf(taches, more)).toEqual(expected);
});

test("dates that leave the calendar are not invented", () => {
  const calendrier = buildCalendrier({ zones: ["Métropole"], premiereAnnee: 2027, derniereAnnee: 2027 });
  const found = scheduleRetroPlanning(demande([defineTache("A", { dureeMin: 300 })], { calendrier }));
  expect(found.constats.map(({ id }) => id)).toEqual(["hors-calendrier"]);
  expect(found.scenarios?.court.taches[0]).toMatchObject({
    debutAuPlusTard: null,
    debutAuPlusTot: "2027-03-01",
    finAuPlusTot: null,
  });
});

const imposed = (kind: "au-plus-tard" | "au-plus-tot" | "le", day: string): Partial<Tache> => ({
  contraintes: [{ kind, jour: jour(day) }],
});

test.each<[string, readonly Tache[], readonly unknown[]]>([
  [
    "a start too late for the end of the next",
    pair({}, imposed("au-plus-tot", "2027-03-08"), imposed("au-plus-tard", "2027-03-16")),
    [["A", "au-plus-tot", "B", "au-plus-tard", 1]],
  ],
  [
    "the same with a day more",
    pair({}, imposed("au-plus-tot", "2027-03-08"), imposed("au-plus-tard", "2027-03-17")),
    [],
  ],
  [
    "two days that are too near",
    pair({}, imposed("le", "2027-03-12"), imposed("le", "2027-03-16")),
    [["A", "le", "B", "le", 1]],
  ],
  [
    "on one task",
    [
      defineTache("A", {
        dureeMin: 3,
        contraintes: [
          { kind: "au-plus-tot", jour: jour("2027-03-09") },
          { kind: "au-plus-tard", jour: jour("2027-03-10") },
        ],
      }),
    ],
    [["A", "au-plus-tot", "A", "au-plus-tard", 1]],
  ],
])("contradictory dates: %s", (_, taches, expected) => {
  const found = constatsOf(taches).flatMap((one) =>
    one.id === "contraintes-contradictoires"
      ? [[one.premiere.tache, one.premiere.kind, one.seconde.tache, one.seconde.kind, one.manque]]
      : [],
  );
  expect(found).toEqual(expected);
});

test("a date imposed after the target contradicts it", () => {
  const taches = pair({}, imposed("au-plus-tot", "2027-04-28"));
  const [found] = constatsOf(taches, { cible: { jour: jour("2027-04-30"), tache: "B" } });
  expect(found).toMatchObject({
    id: "contraintes-contradictoires",
    premiere: { tache: "A", kind: "au-plus-tot", jour: "2027-04-28" },
    seconde: { tache: "B", kind: "cible", jour: "2027-04-30" },
    manque: 5,
  });
});

test.each<[number, readonly string[]]>([
  [0, []],
  [35, []],
  [36, ["A", "B"]],
])("with a threshold of %s, slack of 36 days makes %j critical", (margeCritique, expected) => {
  const { court } = scenariosOf(demande(pair({}), { margeCritique }));
  expect(court.margeMin).toBe(36);
  expect(court.taches.filter(({ critique }) => critique).map(({ id }) => id)).toEqual(expected);
});

test("a task left out hands its predecessors to what waited for it, with both gaps", () => {
  const taches = [
    defineTache("A"),
    defineTache("B", { liens: [defineLien("A", { decalage: 2 })] }),
    defineTache("C", { liens: [defineLien("B", { decalage: 1 })] }),
  ];
  expect(removeTaches(taches, new Set(["B"]))[1]?.liens).toEqual([defineLien("A", { decalage: 3 })]);
  const ring = [defineTache("A", { liens: [defineLien("B")] }), defineTache("B", { liens: [defineLien("B")] })];
  expect(removeTaches(ring, new Set(["B"]))[0]?.liens).toEqual([]);
});
