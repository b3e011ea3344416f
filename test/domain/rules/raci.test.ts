import fc from "fast-check";
import { type Classeur, decodeClasseur, SANS_PRECISION } from "../../../src/domain/classeur";
import { readMatrice } from "../../../src/domain/raci/matrice";
import type { ConventionRaci } from "../../../src/domain/raci/role";
import { scoreMatrice } from "../../../src/domain/raci/score";
import { checkClasseur } from "../../../src/domain/rules/check";
import activiteRepartie from "../../../src/domain/rules/raci/activite-repartie";
import autoritesParPhase from "../../../src/domain/rules/raci/autorites-par-phase";
import avisPrevus from "../../../src/domain/rules/raci/avis-prevus";
import chargeRepartie from "../../../src/domain/rules/raci/charge-repartie";
import colonneAvecRole from "../../../src/domain/rules/raci/colonne-avec-role";
import conventionConnue from "../../../src/domain/rules/raci/convention-connue";
import niveauxDistincts from "../../../src/domain/rules/raci/niveaux-distincts";
import nombreMesure from "../../../src/domain/rules/raci/nombre-mesure";
import phasesCouvertes from "../../../src/domain/rules/raci/phases-couvertes";
import presenceUtile from "../../../src/domain/rules/raci/presence-utile";
import unExecutant from "../../../src/domain/rules/raci/un-executant";
import unSeulPorteur from "../../../src/domain/rules/raci/un-seul-porteur";
import { constatsOf } from "../../../src/domain/rules/report";
import identifiantUnique from "../../../src/domain/rules/classeur/identifiant-unique";
import valeurAdmise from "../../../src/domain/rules/classeur/valeur-admise";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { findIn, tabOf, TODAY } from "../../support/exemples";
import { kitClasseur } from "../../support/kit";

const internes = [
  ...[activiteRepartie, unSeulPorteur, unExecutant, niveauxDistincts, nombreMesure, avisPrevus, colonneAvecRole],
  ...[chargeRepartie, presenceUtile, phasesCouvertes, autoritesParPhase],
];
const rules = [conventionConnue, ...internes];

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  test.each(rule.examples.map((example) => [example.titre, example] as const))("%s", (_titre, example) => {
    expect(findIn(rule, example)).toEqual(example.attendu ?? []);
  });
});

const anap: Classeur = { ...kitClasseur(), convention: "ANAP" };

test("the matrix of the kit: no error, no warning, two pieces of advice", () => {
  expect(say(anap)).toEqual([
    ["nombre-mesure executants", "advice", "Activité A18 : 6 Acteurs (A). L’activité est peut-être trop large."],
    ["nombre-mesure informes", "advice", "Activité A27 : 12 informés. Une diffusion générale suffit-elle ?"],
  ]);
});

test("the counts of the matrix of the kit", () => {
  const { activites, acteurs } = matriceOf(anap);
  const consultes = activites.map(({ roles }) => roles.consulte.length);
  const portages = acteurs.map((_, place) => activites.filter(({ roles }) => roles.porteur.includes(place)).length);
  const charges = acteurs.map(
    (_, place) =>
      activites.filter(({ roles }) => roles.porteur.includes(place) || roles.executant.includes(place)).length,
  );
  expect(activites.length).toBe(32);
  expect(acteurs.length).toBe(15);
  expect(Math.max(...consultes)).toBe(6);
  expect(portages[acteurs.findIndex(({ titre }) => titre === "ARS-REF")]).toBe(14);
  expect(Math.max(...portages)).toBe(14);
  expect(Math.max(...charges)).toBe(22);
});

test("the kit on which nothing is said: the question is asked once, and what depends on it is a doubt", () => {
  const constats = constatsOf(checkClasseur(kitClasseur(), rules));
  expect(constats.map(({ rule, messageId, outcome }) => [rule, messageId, outcome])).toEqual([
    ["raci/convention-connue", "supposee", "a-verifier"],
    ["raci/nombre-mesure", "executants", "a-verifier"],
    ["raci/nombre-mesure", "informes", "non-conforme"],
  ]);
  expect(sayPlain(constats[0]?.message)).toBe(
    "La convention ANAP est supposée (R = Responsable, A = Acteur) : un seul R sur 100 % des activités, un seul A sur 9 %. Confirmez-la dans « Convention RACI » de la fiche signalétique.",
  );
});

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF", "OG-DAF"];

test.each<[string, ConventionRaci | null, readonly Cell[], readonly string[]]>([
  [
    "nobody carries",
    "ANAP",
    ["A", "C", null, "I"],
    ["error: Activité A01 : aucun Responsable (R). Désignez l’acteur qui porte cette activité et en rend compte."],
  ],
  [
    "nobody carries, in the words of the other convention",
    "Internationale",
    ["R", "C", null, "I"],
    ["error: Activité A01 : aucun Approbateur (A). Désignez l’acteur qui porte cette activité et en rend compte."],
  ],
  [
    "several carry",
    "ANAP",
    ["R", "R/A", "C", null],
    [
      "error: Activité A01 : 2 Responsables (R) : ARS-REF, CD-REF. Gardez-en un seul ; passez les autres en Acteur (A) ou scindez l’activité.",
    ],
  ],
  [
    "nobody does",
    "ANAP",
    ["R", "C", null, "I"],
    [
      "warning: Activité A01 : aucun Acteur (A). Confirmez que le Responsable réalise seul l’activité (saisissez R/A) ou ajoutez un Acteur.",
    ],
  ],
  [
    "nobody does, which is worse in the other convention",
    "Internationale",
    ["A", "C", null, "I"],
    [
      "error: Activité A01 : aucun Réalisateur (R). Confirmez que l’Approbateur réalise seul l’activité (saisissez A/R) ou ajoutez un Réalisateur.",
    ],
  ],
  [
    "neither",
    "ANAP",
    ["C", "C", null, "I"],
    [
      "error: Activité A01 : aucun Responsable (R). Désignez l’acteur qui porte cette activité et en rend compte.",
      "warning: Activité A01 : aucun Acteur (A) non plus. Ajoutez au moins un acteur qui la fait.",
    ],
  ],
  [
    "neither, whatever the convention",
    null,
    ["C", "C", null, "I"],
    ["error: Activité A01 : ni R ni A. Désignez l’acteur qui porte cette activité et en rend compte."],
  ],
  [
    "several of both, whatever the convention",
    null,
    ["R", "R/A", "A", "I"],
    ["error: Activité A01 : 2 R et 2 A. Un seul acteur devrait la porter et en rendre compte."],
  ],
  ["several R, which is wrong under one convention only", null, ["R", "R", "A", "C"], []],
  [
    "no letter at all: one constat",
    "ANAP",
    [null, "N", "-", null],
    ["warning: Activité A01 : non répartie, aucun acteur n’y a de lettre. Indiquez qui la porte, ou supprimez-la."],
  ],
  [
    "two levels in one cell",
    "ANAP",
    ["R", "A/C", "I", null],
    ["error: Activité A01, CD-REF : « A/C » mélange deux niveaux d’implication. Gardez le plus fort, « A »."],
  ],
  [
    "a letter nobody knows is the constat of another rule, and what seems missing may be there",
    "ANAP",
    ["A", "X", "I", null],
    [
      "error (doute): Activité A01 : aucun Responsable (R). Désignez l’acteur qui porte cette activité et en rend compte.",
    ],
  ],
])("%s", (_, convention, lettres, expected) => {
  const lines = [
    ["A01", "Rédiger", "Suivi", ...lettres],
    ["A02", "Relire", "Suivi", "R/A", "I", "I", "I"],
    ["A03", "Signer", "Suivi", "C", "I", "R/A", "C"],
  ];
  const constats = constatsOf(checkClasseur(classeurOf([TITRES, ...lines], convention), internes));
  expect(
    constats
      .filter(({ rule }) => !["raci/colonne-avec-role", "raci/charge-repartie"].includes(rule))
      .map(({ severity, outcome, message }) => `${severity}${outcome === "a-verifier" ? " (doute)" : ""}: ${message}`)
      .map(sayPlain),
  ).toEqual(expected);
});

test.each<[string, readonly (readonly Cell[])[], Readonly<Record<string, unknown>>]>([
  [
    "its row",
    [
      ["Activité", "Ana", "Bob", "Cléo"],
      ["Écrire", "A", "A", "C"],
      ["Relire", "A", "R", "I"],
    ],
    { row: 2 },
  ],
  [
    "its column, where the activities have the columns",
    [
      ["Acteurs", "Écrire", "Relire le projet", "Valider le projet", "Rendre le projet"],
      ["Directeur", "A", "R", "A", "R"],
      ["Chef de service", "A", "A", "R", "A"],
      ["Comptable", "C", "I", "A", "I"],
    ],
    { column: "B" },
  ],
])("an activity without porteur is said with %s", (_, cells, place) => {
  const [constat] = constatsOf(checkClasseur(classeurOf(cells, "ANAP"), [unSeulPorteur]));
  expect(constat).toMatchObject({ messageId: "aucun", data: place });
});

test("in an inversée matrix, the cell to look at is that of the weaker letter", () => {
  const cells = [
    ["Tâche", "Responsable", "Acteur", "Consulté", "Informé"],
    ["Écrire le cahier", "Ana", "Bob", "Ana", "Dan"],
    ["Relire le cahier", "Bob", "Ana", "Cléo", "Dan"],
    ["Rendre le cahier", "Ana", "Bob", "Cléo", "Dan"],
  ];
  const [constat] = constatsOf(checkClasseur(classeurOf(cells, "ANAP"), [niveauxDistincts]));
  expect(constat).toMatchObject({ at: { row: 2, column: 4 }, data: { acteur: "Ana", lettres: "R/C", garder: "R" } });
});

test.each<[string, Classeur, Readonly<Record<string, unknown>>]>([
  ["the kit", anap, { points: 98, erreurs: 0, avertissements: 0, conseils: 2, isConforme: true }],
  [
    "one error of each kind, the question not counted",
    classeurOf(
      [
        TITRES,
        ["A01", "Rédiger", "Suivi", "C", "C", "I", "A"],
        ["A01", "Relire", "Suivi", "R", "A", "C", "X"],
        ["A03", "Signer", "Suivi", "A", "C/I", "R", "I"],
      ],
      "ANAP",
    ),
    { points: 60, erreurs: 4, isConforme: false },
  ],
  [
    "never under nothing",
    classeurOf(
      [TITRES, ...Array.from({ length: 30 }, (_, n) => [`A${n + 10}`, "Rédiger", "Suivi", "C", "C", "I", "C"])],
      "ANAP",
    ),
    { points: 0, isConforme: false },
  ],
])("the score of %s", (_, classeur, expected) => {
  const report = checkClasseur(classeur, [valeurAdmise, identifiantUnique, ...rules]);
  expect(scoreMatrice(report, matriceOf(classeur))).toMatchObject(expected);
});

const CELLS = ["R", "A", "C", "I", "R/A", "A/C", "R/I", "C/I", null] as const;

test("the same matrix in the other convention, read under it, says the same", () => {
  const cell = fc.constantFrom(...CELLS);
  const matrix = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(matrix, fc.constantFrom<ConventionRaci>("ANAP", "Internationale"), (lines, convention) => {
      const other = convention === "ANAP" ? "Internationale" : "ANAP";
      const [mine, theirs] = [withLettres(lines, convention), withLettres(lines.map(swapLine), other)];
      expect(matriceOf(theirs).activites.map(({ roles }) => roles)).toEqual(
        matriceOf(mine).activites.map(({ roles }) => roles),
      );
      expect(essence(theirs)).toEqual(essence(mine));
    }),
    { numRuns: 50 },
  );
});

/** What does not depend on the words: RACI-03 weighs more in one convention than in the other. */
function essence(classeur: Classeur) {
  return constatsOf(checkClasseur(classeur, rules)).map(({ rule, messageId, outcome, at, severity }) => [
    ...[rule, messageId, outcome, at],
    rule === "raci/un-executant" ? null : severity,
  ]);
}

function withLettres(lines: readonly (readonly Cell[])[], convention: ConventionRaci): Classeur {
  const cells = lines.map((line, index) => [`A${index + 1}`, "Rédiger", PHASES[index % 3] ?? null, ...line]);
  // Two lines that make a matrix of it, whatever the others hold.
  const sure = [
    ["B1", "Ouvrir", "Suivi", "R/A", "C", "I", "C", "I"],
    ["B2", "Clore", "Suivi", "C", "R/A", "C", "I", "C"],
  ];
  return classeurOf([["ID", "Activité", "Phase", "ARS", "CD", "OG", "DAF", "CVS"], ...sure, ...cells], convention);
}

const PHASES = ["Préalables", "Diagnostic", "Négociation"];

function swapLine(line: readonly Cell[]): readonly Cell[] {
  return line.map((cell) =>
    typeof cell === "string" ? cell.replaceAll(/[RA]/g, (letter) => (letter === "R" ? "A" : "R")) : cell,
  );
}

function classeurOf(cells: readonly (readonly Cell[])[], convention: ConventionRaci | null): Classeur {
  const tabs: readonly Tab[] = [tabOf("Matrice RACI", cells)];
  return decodeClasseur({ dateSystem: 1900, tabs }, TODAY, { ...SANS_PRECISION, convention });
}

function matriceOf(classeur: Classeur) {
  const matrice = readMatrice(classeur);
  if (matrice === null) throw new Error("no matrix");
  return matrice;
}

function say(classeur: Classeur) {
  return constatsOf(checkClasseur(classeur, rules)).map(({ rule, messageId, severity, message }) => [
    `${rule.replace("raci/", "")} ${messageId}`,
    severity,
    sayPlain(message),
  ]);
}

/** With ordinary spaces. */
function sayPlain(message: string | undefined): string {
  return message?.replaceAll("\u00A0", " ") ?? "";
}
