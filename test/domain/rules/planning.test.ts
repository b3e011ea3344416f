import { decodeClasseur, SANS_PRECISION } from "../../../src/domain/classeur";
import type { Classeur } from "../../../src/domain/classeur";
import type { Jour } from "../../../src/domain/calendrier/jour";
import { modeleRetroPlanning } from "../../../src/domain/modeles/retro-planning";
import { readCalcul } from "../../../src/domain/retro-planning/calcul";
import { studyPlanning } from "../../../src/domain/retro-planning/etude";
import { checkClasseur } from "../../../src/domain/rules/check";
import { rules } from "../../../src/domain/rules/catalogue";
import { type Constat, constatsOf } from "../../../src/domain/rules/report";
import { encodeTable } from "../../../src/domain/sheets/encode";
import type { Cell } from "../../../src/domain/sheets/grid";
import { retroPlanning } from "../../../src/domain/sheets/retro-planning";
import type { RowOf } from "../../../src/domain/sheets/sheet";
import { jour, tabOf, TODAY } from "../../support/exemples";

type Tache = RowOf<typeof retroPlanning>;

interface Situation {
  readonly fiche?: Readonly<Record<string, Cell>>;
  /** What is changed in a task of the kit. */
  readonly tache?: (tache: Tache) => Partial<Tache>;
  readonly calcul?: unknown;
  readonly today?: Jour;
}

const OURS = rules.filter(({ id }) => /^planning\/|^cpom\/(?:renouvellement|signature)/.test(id));

/** The tasks of the kit as nobody touched them, changed as asked, and a fiche signalétique. */
function contrat({ fiche = {}, tache = () => ({}), calcul, today = TODAY }: Situation): Classeur {
  const values = modeleRetroPlanning.lignes.map(({ value }) => ({ ...value, ...tache(value) }));
  const titles = ["Intitulé du CPOM", "Organisme gestionnaire", ...Object.keys(fiche)];
  const line = ["CPOM 2028-2032", "Association Les Tilleuls", ...Object.values(fiche)];
  const tabs = [
    tabOf("Fiche signalétique", [titles, line]),
    tabOf("Rétro-planning", encodeTable(retroPlanning, values, { dateSystem: 1900 })),
  ];
  return decodeClasseur({ dateSystem: 1900, tabs }, today, { ...SANS_PRECISION, calcul: readCalcul(calcul) });
}

function constatsDe(classeur: Classeur): readonly Constat[] {
  return constatsOf(checkClasseur(classeur, OURS));
}

const PREALABLES = new Set(["P1", "P2", "P3", "P4", "P5"]);
const doneUntil = (done: ReadonlySet<string>, statut: Tache["statut"]) => (tache: Tache) =>
  done.has(tache.id ?? "") ? { statut } : {};

test.each<[string, Situation, readonly string[]]>([
  ["no date at all", {}, []],
  ["a signature in thirteen months", { fiche: { "Date de signature visée": "17/12/2027" } }, []],
  [
    "a signature the shortest durations do not reach: one alarm, however many tasks are late",
    { fiche: { "Date de signature visée": "30/07/2027" } },
    ["planning/signature-tenable debut-depasse"],
  ],
  [
    "the same day, the préalables done according to their status alone",
    { fiche: { "Date de signature visée": "24/09/2027" }, tache: doneUntil(PREALABLES, "Terminée") },
    [],
  ],
  [
    "the end of the contract in force alone, one year ahead, nothing dated",
    { fiche: { "Échéance du contrat précédent": "15/11/2027" } },
    ["cpom/renouvellement-planifie sans-dates", "cpom/signature-avant-terme dernier-jour-legal"],
  ],
  [
    "the end of the contract in force in three months, nothing begun",
    { fiche: { "Échéance du contrat précédent": "28/02/2027" } },
    [
      "cpom/renouvellement-ouvert limite-depassee",
      "cpom/signature-avant-terme au-plus-tot-apres-terme",
      "planning/signature-tenable debut-depasse",
    ],
  ],
  [
    "a signature that has passed, all finished",
    { fiche: { "Date de signature visée": "30/06/2026" }, tache: () => ({ statut: "Terminée" }) },
    [],
  ],
  [
    "a signature that has passed, and a planning nobody kept",
    { fiche: { "Date de signature visée": "30/06/2026" } },
    ["planning/signature-tenable signature-passee"],
  ],
  [
    "a signature that has passed and is done, its notification left",
    {
      fiche: { "Date de signature visée": "30/06/2026" },
      tache: ({ id }) => (id === "F8" ? {} : { statut: "Terminée" }),
    },
    [],
  ],
  [
    "durations nobody typed",
    { fiche: { "Date de signature visée": "30/07/2027" }, tache: () => ({ dureeMin: null, dureeMax: null }) },
    [],
  ],
  [
    "links nobody typed",
    { fiche: { "Date de signature visée": "26/11/2026" }, tache: () => ({ predecesseurs: null }) },
    [],
  ],
  [
    "a ring: one alarm, no date is invented",
    {
      fiche: { "Date de signature visée": "30/07/2027" },
      tache: ({ id }) => (id === "D2" ? { predecesseurs: ["D4"] } : {}),
    },
    ["planning/predecesseurs-sans-boucle boucle"],
  ],
  [
    "a predecessor nobody knows is told by the rule of references alone",
    {
      fiche: { "Date de signature visée": "17/12/2027" },
      tache: ({ id }) => (id === "D2" ? { predecesseurs: ["D99"] } : {}),
    },
    [],
  ],
  [
    "an imposed date after the signature: one alarm",
    {
      fiche: { "Date de signature visée": "17/12/2027" },
      tache: ({ id }) => (id === "F4" ? { contrainte: "Au plus tôt le", dateContrainte: jour("2027-12-06") } : {}),
    },
    ["planning/dates-imposees-compatibles contradictoires"],
  ],
])("%s", (_, situation, expected) => {
  const found = constatsDe(contrat(situation));
  expect(found.map(({ rule, messageId }) => `${rule} ${messageId}`)).toEqual(expected);
});

/** The kit with the dates that a calculation writes. */
function calcule(choix: Pick<Situation, "fiche" | "calcul">): Situation {
  const calcul = readCalcul(choix.calcul);
  const etude =
    calcul === null ? "sans-signature" : studyPlanning(contrat({}), { ...calcul, zones: undefined, profil: undefined });
  if (calcul === null || typeof etude === "string") throw new Error("Nothing was calculated");
  const dates = new Map(etude.taches.map((one) => [one.tache.id, one[calcul.scenario]]));
  const written = ({ id }: Tache): Partial<Tache> => {
    const own = dates.get(id ?? "");
    return own === undefined ? {} : { debutAuPlusTard: own.debutAuPlusTard, finAuPlusTard: own.finAuPlusTard };
  };
  return { ...choix, tache: written };
}

const CALCUL = { signature: "2027-12-17", zones: null, sansNeutralisation: false, profil: null, scenario: "court" };
const FICHE = { "Date de signature visée": "17/12/2027" };
const datesAJour = (situation: Situation): readonly string[] =>
  constatsDe(contrat(situation)).flatMap(({ rule, message }) => (rule === "planning/dates-a-jour" ? [message] : []));

describe("dates that were calculated", () => {
  test.each<[string, Situation]>([
    ["as they were written", {}],
    ["read much later", { today: jour("2027-09-30") }],
    ["read after the signature", { today: jour("2028-02-01") }],
    ["a calculation with the longest durations", { calcul: { ...CALCUL, scenario: "long" } }],
    ["a calculation without the days off of summer", { calcul: { ...CALCUL, sansNeutralisation: true } }],
    ["a signature that the fiche does not tell", { fiche: {} }],
  ])("agree: %s", (_, more) => {
    const { today, ...choix } = more;
    const situation = calcule({ fiche: FICHE, calcul: CALCUL, ...choix });
    expect(datesAJour(today === undefined ? situation : { ...situation, today })).toEqual([]);
  });

  test("agree while the work goes on as planned", () => {
    const situation = calcule({ fiche: FICHE, calcul: CALCUL });
    const begun: Situation["tache"] = (tache) => ({
      ...situation.tache?.(tache),
      ...doneUntil(PREALABLES, "Terminée")(tache),
      ...(tache.id === "D1" ? { debutReel: jour("2027-03-01") } : {}),
    });
    expect(datesAJour({ ...situation, tache: begun, today: jour("2027-03-01") })).toEqual([]);
  });

  const edited = (change: (tache: Tache) => Partial<Tache>): Situation => {
    const situation = calcule({ fiche: FICHE, calcul: CALCUL });
    return { ...situation, tache: (tache) => ({ ...situation.tache?.(tache), ...change(tache) }) };
  };

  test.each<[string, Situation, string]>([
    [
      "a duration made longer moves all that comes before",
      edited(({ id }) => (id === "D8" ? { dureeMin: 14, dureeMax: 14 } : {})),
      "13 tâches n’ont plus les dates du calcul : P1, Début au plus tard, 22/01/2027 au lieu du 15/01/2027. Recalculez.",
    ],
    [
      "one date moved by hand",
      edited(({ id }) => (id === "F5" ? { finAuPlusTard: jour("2027-12-01") } : {})),
      "1 tâche n’a plus les dates du calcul : F5, Fin au plus tard, 01/12/2027 au lieu du 03/12/2027. Recalculez.",
    ],
    [
      "dates erased",
      edited(({ id }) => (id === "F5" ? { debutAuPlusTard: null, finAuPlusTard: null } : {})),
      "1 tâche n’a plus les dates du calcul : F5, Début au plus tard, sans date au lieu du 24/11/2027. Recalculez.",
    ],
    [
      "another day in the fiche",
      { ...edited(() => ({})), fiche: { "Date de signature visée": "30/06/2028" } },
      "Dates calculées pour une signature le 17/12/2027 ; la fiche signalétique vise le 30/06/2028. Recalculez.",
    ],
  ])("no longer agree: %s", (_, situation, expected) => {
    expect(datesAJour(situation).map((message) => message.replaceAll("\u00a0", " "))).toEqual([expected]);
  });

  test("are not looked for in dates typed by hand", () => {
    expect(datesAJour(edited(() => ({ finAuPlusTard: jour("2027-05-03") })))).toHaveLength(1);
    expect(datesAJour({ ...edited(() => ({ finAuPlusTard: jour("2027-05-03") })), calcul: undefined })).toEqual([]);
  });
});

test.each<[string, Readonly<Record<string, Cell>>, Situation["tache"], readonly string[]]>([
  ["nothing begun, five months left", {}, undefined, ["limite-depassee non-conforme"]],
  ["only the préalables begun", {}, doneUntil(new Set(["P1"]), "En cours"), ["limite-depassee a-verifier"]],
  ["the opening letter sent", {}, doneUntil(PREALABLES, "Terminée"), []],
  ["the diagnosis under way", {}, doneUntil(new Set(["D3"]), "En cours"), []],
  ["an extension without its end", { "Prorogation en cours": "Oui" }, undefined, []],
  [
    "an extension that ends in a year",
    { "Prorogation en cours": "Oui", "Fin de prorogation": "31/12/2027" },
    undefined,
    [],
  ],
  [
    "an extension that ends in four months",
    { "Prorogation en cours": "Oui", "Fin de prorogation": "31/03/2027" },
    undefined,
    ["limite-depassee non-conforme"],
  ],
  ["a contract already signed", { "Date de signature visée": "02/11/2026" }, undefined, []],
])("the limit of six months: %s", (_, fiche, tache, expected) => {
  const echeance = { "Échéance du contrat précédent": "31/12/2026", ...fiche };
  const found = constatsDe(contrat({ fiche: echeance, ...(tache && { tache }) }));
  const own = found.filter(({ rule }) => rule === "cpom/renouvellement-ouvert");
  expect(own.map(({ messageId, outcome }) => `${messageId} ${outcome}`)).toEqual(expected);
});

test("predecessors typed by their title, or in another case, are the same links", () => {
  const fiche = { "Date de signature visée": "17/12/2027" };
  const titles = new Map(modeleRetroPlanning.lignes.map(({ value }) => [value.id, value.tache]));
  const rename = ({ predecesseurs }: Tache): Partial<Tache> => ({
    predecesseurs: predecesseurs?.map((id, index) => (index === 0 ? id.toLowerCase() : (titles.get(id) ?? id))) ?? null,
  });
  const [typed, kit] = [contrat({ fiche, tache: rename }), contrat({ fiche })].map((one) => {
    const etude = studyPlanning(one, {});
    return typeof etude === "string" ? etude : etude.planning.scenarios;
  });
  expect(typed).toEqual(kit);
  expect(typeof kit).toBe("object");
});
