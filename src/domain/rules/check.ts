import type { Classeur } from "../classeur";
import { finish, type Steps } from "../steps";
import { rules } from "./catalogue";
import type { Constat, Outcome, Report, RuleResult } from "./report";
import type { Rule } from "./rule";

/** Passes every rule on a workbook. A rule that crashes becomes « à vérifier » and hides no other. */
export function checkClasseur(classeur: Classeur, catalogue: readonly Rule[] = rules): Report {
  return finish(checkInSteps(classeur, catalogue));
}

/** The same, one rule a step. */
export function* checkInSteps(classeur: Classeur, catalogue: readonly Rule[] = rules): Steps<Report> {
  const results: RuleResult[] = [];
  for (const rule of catalogue) {
    yield;
    results.push(checkRule(rule, classeur));
  }
  return { results };
}

function checkRule(rule: Rule, classeur: Classeur): RuleResult {
  const { id, title, severity, docs } = rule;
  const close = (outcome: Outcome, constats: readonly Constat[]): RuleResult => ({
    rule: { id, title, severity, docs },
    outcome,
    constats,
  });
  try {
    if (!rule.applies(classeur)) return close("sans-objet", []);
    const constats = rule.find(classeur);
    if (constats.length === 0) return close("conforme", []);
    const isCertain = constats.some((constat) => constat.outcome === "non-conforme");
    return close(isCertain ? "non-conforme" : "a-verifier", constats);
  } catch (error) {
    return close("a-verifier", [crashConstat(rule, error)]);
  }
}

function crashConstat(rule: Rule, error: unknown): Constat {
  return {
    rule: rule.id,
    messageId: "controle-interrompu",
    outcome: "a-verifier",
    severity: "warning",
    at: null,
    message: `Le contrôle « ${rule.title} » n’a pas pu aller au bout. Vérifiez ce point vous-même et signalez-le à l’éditeur.`,
    data: { erreur: error instanceof Error ? error.message : String(error) },
  };
}
