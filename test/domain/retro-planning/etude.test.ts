import { modeleRetroPlanning } from "../../../src/domain/modeles/retro-planning";
import {
  type ChoixEtude,
  compressPlanning,
  type EtudePlanning,
  studyPlanning,
} from "../../../src/domain/retro-planning/etude";
import type { Cell } from "../../../src/domain/sheets/grid";
import { classeurOf, jour } from "../../support/exemples";

const TITLES = ["ID", "Phase", "Tâche", "Type", "Durée min", "Durée max", "Unité", "Prédécesseurs"];

/** The tasks of the kit as its lines hold them, their titles changed as asked. */
function kitLines(rename: Readonly<Record<string, string>> = {}): readonly (readonly Cell[])[] {
  return modeleRetroPlanning.lignes.map(({ value }) => [
    ...[value.id ?? null, value.phase ?? null, rename[value.id ?? ""] ?? value.tache ?? null, value.type ?? null],
    ...[value.dureeMin ?? null, value.dureeMax ?? null, value.unite ?? null],
    (value.predecesseurs ?? []).join(" ; ") || null,
  ]);
}

interface Feuilles {
  readonly rename?: Readonly<Record<string, string>>;
  readonly parametres?: readonly (readonly [string, Cell])[];
  readonly instances?: readonly (readonly Cell[])[];
  readonly seances?: readonly (readonly Cell[])[];
}

function study(choix: ChoixEtude, { rename, parametres = [], instances, seances }: Feuilles = {}): EtudePlanning {
  const classeur = classeurOf({
    feuilles: {
      "retro-planning": [TITLES, ...kitLines(rename)],
      parametres: [["Clé", "Paramètre", "Valeur"], ...parametres.map(([cle, valeur]) => [cle, "Réglage", valeur])],
      ...(instances && { instances: [["ID", "Instance"], ...instances] }),
      ...(seances && { seances: [["ID", "Instance", "Date", "Ordre du jour"], ...seances] }),
    },
  });
  const etude = studyPlanning(classeur, { signature: jour("2027-12-17"), sansNeutralisation: true, ...choix });
  if (typeof etude === "string") throw new Error(etude);
  return etude;
}

function datesOf({ taches }: EtudePlanning, id: string) {
  const found = taches.find(({ tache }) => tache.id === id);
  return [found?.court.debutAuPlusTard, found?.court.finAuPlusTard, found?.long.debutAuPlusTard];
}

test("each task comes with its line and its dates in both scenarios", () => {
  const etude = study({});
  expect(etude.taches.map(({ tache, ligne }) => [tache.id, ligne.value.id])).toEqual(
    modeleRetroPlanning.lignes.map(({ value }) => [value.id, value.id]),
  );
  expect(datesOf(etude, "D1")).toEqual(["2027-03-19", "2027-03-19", "2027-02-18"]);
});

test.each<[string, ChoixEtude, Feuilles, string, readonly (string | null | undefined)[]]>([
  ["durations of six months", { profil: "Resserré 6 mois" }, {}, "P1", ["2027-06-22", "2027-06-23", "2027-06-22"]],
  [
    "durations of the kit, but for a task that took the identifier of one",
    { profil: "ANAP 2017" },
    { rename: { D1: "Poser les bases" } },
    "D1",
    ["2027-03-19", "2027-03-19", "2027-02-18"],
  ],
  [
    "a closing day is not worked",
    {},
    { parametres: [["planning.jours-fermes", "16/12/2027 ; 06/12/2027 au 07/12/2027"]] },
    "F6",
    ["2027-12-01", "2027-12-15", "2027-12-01"],
  ],
  [
    "a task ends on a sitting of the assembly it names",
    {},
    { seances: [["S1", "Commission permanente", "24/11/2027", "Avis"]] },
    "F4",
    ["2027-11-03", "2027-11-24", "2027-11-03"],
  ],
  [
    "the sitting is that of a body named by its identifier",
    {},
    {
      instances: [["INS-09", "Commission permanente du département"]],
      seances: [
        ["S1", "INS-09", "24/11/2027", "Avis"],
        ["S2", "INS-09", "15/12/2027", "Avis"],
      ],
    },
    "F4",
    ["2027-11-03", "2027-11-24", "2027-11-03"],
  ],
  [
    "sittings of another body command nothing",
    {},
    { seances: [["S1", "Comité de pilotage", "24/11/2027", "Avis"]] },
    "F4",
    ["2027-11-15", "2027-12-03", "2027-11-15"],
  ],
])("%s", (_, choix, feuilles, id, expected) => {
  expect(datesOf(study(choix, feuilles), id)).toEqual(expected);
});

test("the levers of the kit are offered on its own tasks, never on tasks that only share an identifier", () => {
  const late = { signature: jour("2027-06-30") };
  const named = (etude: EtudePlanning) => compressPlanning(etude)?.gains.map(({ levier }) => levier) ?? [];
  expect(named(study(late))).toContainEqual({ kind: "supprimer", tache: "D7" });
  const renamed = named(study(late, { rename: { D7: "Consulter les familles" } }));
  expect(renamed).not.toContainEqual({ kind: "supprimer", tache: "D7" });
  expect(renamed).toContainEqual({ kind: "paralleliser", premiere: "D3", seconde: "D4" });
});

test("a lever on trial moves the dates", () => {
  const trial = study({ leviers: [{ kind: "supprimer", tache: "D7" }] });
  expect(trial.taches.map(({ tache }) => tache.id)).not.toContain("D7");
});
