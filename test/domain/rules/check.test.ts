import { checkClasseur } from "../../../src/domain/rules/check";
import { rules } from "../../../src/domain/rules/catalogue";
import { defineRule } from "../../../src/domain/rules/rule";
import { constatsOf } from "../../../src/domain/rules/report";
import { classeurOf } from "../../support/exemples";

const docs = { quoi: "Rien.", pourquoi: "Pour voir.", corriger: "Rien.", source: "Test" };
const at = { tab: "Check-list globale", row: 2, column: 1 };

const broken = defineRule({
  id: "test/en-panne",
  severity: "error",
  title: "Un contrôle en panne",
  docs,
  messages: { jamais: ({ mot }: { mot: string }) => `Jamais ${mot}.` },
  applies: () => true,
  *check() {
    if (docs.quoi !== "") throw new TypeError("lost");
    yield { message: "jamais", data: { mot: "" }, at };
  },
  examples: [],
});

const doubtful = defineRule({
  id: "test/doute",
  severity: "warning",
  title: "Un contrôle qui doute",
  docs,
  messages: { doute: ({ nombre }: { nombre: number }) => `Doute ${nombre}.` },
  applies: () => true,
  *check() {
    yield { message: "doute", data: { nombre: 1 }, at, needsReview: true, severity: "advice" };
  },
  examples: [],
});

const classeur = classeurOf({
  feuilles: {
    checklist: [
      ["N°", "Statut"],
      ["P01", "Zut"],
    ],
  },
});

test("a rule that crashes is « à vérifier » and hides no other", () => {
  const report = checkClasseur(classeur, [broken, ...rules, doubtful]);
  const outcomes = Object.fromEntries(report.results.map(({ rule, outcome }) => [rule.id, outcome]));
  expect(outcomes).toMatchObject({
    "test/en-panne": "a-verifier",
    "classeur/valeur-admise": "non-conforme",
    "classeur/cellule-remplie": "conforme",
    "test/doute": "a-verifier",
  });
  expect(report.results[0]?.constats).toMatchObject([
    { messageId: "controle-interrompu", outcome: "a-verifier", at: null, data: { erreur: "lost" } },
  ]);
});

test("a doubt is « à vérifier », and may weigh less than its rule", () => {
  expect(constatsOf(checkClasseur(classeur, [doubtful]))).toEqual([
    {
      rule: "test/doute",
      messageId: "doute",
      outcome: "a-verifier",
      severity: "advice",
      at,
      message: "Doute 1.",
      data: { nombre: 1 },
    },
  ]);
});

test("a workbook without a table of the kit is « sans objet » throughout", () => {
  const report = checkClasseur(classeurOf({ feuilles: {} }));
  expect(new Set(report.results.map(({ outcome }) => outcome))).toEqual(new Set(["sans-objet"]));
});
