import { tachesADemarrer } from "../../../src/domain/retro-planning/a-demarrer";
import { type EtudePlanning, studyPlanning } from "../../../src/domain/retro-planning/etude";
import type { Cell } from "../../../src/domain/sheets/grid";
import { classeurOf, jour } from "../../support/exemples";

const TITRES = ["ID", "Tâche", "Durée min", "Durée max", "Début réel", "Avancement", "Statut"];

function studyOf(ligne: readonly Cell[], signature: string): EtudePlanning {
  const classeur = classeurOf({ feuilles: { "retro-planning": [TITRES, ligne] } });
  const etude = studyPlanning(classeur, { signature: jour(signature) });
  if (typeof etude === "string") throw new Error(etude);
  return etude;
}

// Today is Saturday 21 November 2026.
test.each<[title: string, ligne: readonly Cell[], signature: string, expected: readonly (readonly [string, string])[]]>(
  [
    ["its last day is over", ["A", "Lancer", 2, 2, null, null, null], "2026-11-23", [["depassee", "2026-11-20"]]],
    ["its last day comes next week: not yet", ["A", "Lancer", 1, 1, null, null, null], "2026-11-24", []],
    ["advised since Friday", ["A", "Lancer", 1, 3, null, null, null], "2026-11-24", [["conseillee", "2026-11-20"]]],
    ["far away", ["A", "Lancer", 1, 3, null, null, null], "2027-06-30", []],
    ["started", ["A", "Lancer", 2, 2, 46_000, null, null], "2026-11-23", []],
    ["done in part", ["A", "Lancer", 2, 2, null, 0.5, null], "2026-11-23", []],
    ["said to be going on", ["A", "Lancer", 2, 2, null, null, "En cours"], "2026-11-23", []],
  ],
)("to start this week: %s", (_title, ligne, signature, expected) => {
  expect(tachesADemarrer(studyOf(ligne, signature)).map((one) => [one.urgence, one.jour])).toEqual(expected);
});

test("what presses most comes first", () => {
  const classeur = classeurOf({
    feuilles: {
      "retro-planning": [
        TITRES,
        ["A", "Conseillée", 1, 4, null, null, null],
        ["B", "Dépassée", 3, 3, null, null, null],
        ["C", "Plus dépassée", 4, 4, null, null, null],
      ],
    },
  });
  const etude = studyPlanning(classeur, { signature: jour("2026-11-24") });
  if (typeof etude === "string") throw new Error(etude);
  expect(tachesADemarrer(etude).map(({ etudiee }) => etudiee.tache.id)).toEqual(["C", "B", "A"]);
});

test.each([
  ["2026-11-22", "conseillee"],
  ["2026-11-23", "derniere-semaine"],
  ["2026-11-27", "derniere-semaine"],
  ["2026-11-28", "depassee"],
])("on %s, a task whose last day is Friday 27 November: %s", (today, urgence) => {
  const etude = studyOf(["A", "Lancer", 1, 6, null, null, null], "2026-11-27");
  const demande = { ...etude.demande, aujourdhui: jour(today) };
  expect(tachesADemarrer({ ...etude, demande }).map((one) => one.urgence)).toEqual([urgence]);
});
