import type { Jour } from "../../../src/domain/calendrier/jour";
import { buildCalendrier } from "../../../src/domain/calendrier/jours-ouvres";
import { keptDates, measureDerive } from "../../../src/domain/retro-planning/derive";
import { jour } from "../../support/exemples";

const CALENDRIER = buildCalendrier({ zones: ["Métropole"], premiereAnnee: 2026, derniereAnnee: 2028 });

interface Dates {
  readonly debut?: string;
  readonly fin: string | null;
  readonly reelle?: string;
}

function tacheOf(id: string, { debut = "2027-03-01", fin, reelle }: Dates) {
  const day = (text: string | null | undefined): Jour | null => (text == null ? null : jour(text));
  return {
    tache: { id, debutReel: null, finReelle: day(reelle) },
    dates: { debutAuPlusTard: day(debut), finAuPlusTard: day(fin) },
  };
}

function referenceOf(fins: Readonly<Record<string, string>>) {
  const taches = Object.entries(fins).map(([id, fin]) => [id, { debut: jour("2027-03-01"), fin: jour(fin) }] as const);
  return { gardeLe: jour("2027-01-04"), signature: jour("2027-06-30"), taches: Object.fromEntries(taches) };
}

describe("the drift from the dates that were kept", () => {
  test.each<[title: string, avant: string, apres: Dates, derive: number | null]>([
    ["nothing moved", "2027-03-05", { fin: "2027-03-05" }, null],
    ["a week later is five working days", "2027-03-05", { fin: "2027-03-12" }, 5],
    ["earlier is negative", "2027-03-12", { fin: "2027-03-05" }, -5],
    ["Ascension Day in between does not count", "2027-04-30", { fin: "2027-05-10" }, 5],
    ["over a week-end it is one day", "2027-03-05", { fin: "2027-03-08" }, 1],
    ["from Saturday to the Friday before, nothing is lost", "2027-03-06", { fin: "2027-03-05" }, null],
    ["a finished task counts by its real end", "2027-03-12", { fin: "2027-03-12", reelle: "2027-03-10" }, -2],
    ["without a date, nothing is said", "2027-03-12", { fin: null }, null],
  ])("%s", (_title, avant, apres, derive) => {
    const { ecarts } = measureDerive(CALENDRIER, referenceOf({ D1: avant }), [tacheOf("D1", apres)]);
    expect(ecarts.map((one) => one.derive)).toEqual(derive === null ? [] : [derive]);
  });

  test("the largest first; what came and what went is told apart", () => {
    const kept = referenceOf({ A: "2027-03-05", B: "2027-03-05", C: "2027-03-05" });
    const now = [
      tacheOf("A", { fin: "2027-03-08" }),
      tacheOf("B", { fin: "2027-03-12" }),
      tacheOf("N", { fin: "2027-03-12" }),
    ];
    const { ecarts, nouvelles, disparues } = measureDerive(CALENDRIER, kept, now);
    expect(ecarts.map(({ id }) => id)).toEqual(["B", "A"]);
    expect([nouvelles, disparues]).toEqual([["N"], ["C"]]);
  });

  test("right after they are kept, nothing has moved", () => {
    const taches = [tacheOf("A", { fin: "2027-03-08" }), tacheOf("B", { fin: "2027-03-12", reelle: "2027-03-01" })];
    const kept = { ...referenceOf({}), taches: keptDates([...taches, tacheOf("C", { fin: null })]) };
    expect(Object.keys(kept.taches)).toEqual(["A", "B"]);
    expect(measureDerive(CALENDRIER, kept, taches)).toEqual({ ecarts: [], nouvelles: [], disparues: [] });
  });
});
