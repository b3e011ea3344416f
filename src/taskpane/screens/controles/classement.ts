import {
  constatsOf,
  type Constat,
  type Report,
  type RuleDocs,
  type RuleResult,
  type Severity,
} from "../../../domain/rules/report";

/** A constat as the list shows it: its rank in reading order, and the explanations of its rule. */
export interface Entry {
  readonly rank: number;
  readonly constat: Constat;
  readonly docs: RuleDocs;
}

export interface SeverityGroup {
  readonly severity: Severity;
  readonly entries: readonly Entry[];
}

export interface OutcomeGroup {
  readonly outcome: Constat["outcome"];
  readonly count: number;
  readonly groups: readonly SeverityGroup[];
}

/** `null` lets everything through. */
export interface Filtres {
  readonly feuille: string | null;
  readonly gravite: Severity | null;
}

export const SANS_FILTRE: Filtres = { feuille: null, gravite: null };

const ISSUES_ORDER = ["non-conforme", "a-verifier"] as const;
export const GRAVITES_ORDER = ["error", "warning", "advice"] as const;

/** The constats in the order they are read: what is not conforming first, the most severe first, then the order of the rules. */
export function classify(report: Report, filtres: Filtres): readonly OutcomeGroup[] {
  const found = report.results.flatMap((result) =>
    result.constats
      .filter((constat) => passes(constat, filtres))
      .map((constat) => ({ constat, docs: result.rule.docs })),
  );
  let rank = 0;
  return ISSUES_ORDER.map((outcome) => {
    const groups = GRAVITES_ORDER.map((severity) => ({
      severity,
      entries: found
        .filter(({ constat }) => constat.outcome === outcome && constat.severity === severity)
        .map((entry) => ({ ...entry, rank: rank++ })),
    })).filter((group) => group.entries.length > 0);
    return { outcome, groups, count: groups.reduce((sum, group) => sum + group.entries.length, 0) };
  }).filter((group) => group.count > 0);
}

/** How many constats each tab and each severity would show, in order of first appearance. */
export function choicesOf(report: Report): {
  readonly feuilles: readonly (readonly [tab: string, count: number])[];
  readonly gravites: readonly (readonly [severity: Severity, count: number])[];
} {
  const feuilles = new Map<string, number>();
  const gravites = new Map<Severity, number>(GRAVITES_ORDER.map((severity) => [severity, 0]));
  for (const constat of constatsOf(report)) {
    if (constat.at) feuilles.set(constat.at.tab, (feuilles.get(constat.at.tab) ?? 0) + 1);
    gravites.set(constat.severity, (gravites.get(constat.severity) ?? 0) + 1);
  }
  return { feuilles: [...feuilles], gravites: [...gravites].filter(([, count]) => count > 0) };
}

export function resultsWith(report: Report, outcome: RuleResult["outcome"]): readonly RuleResult[] {
  return report.results.filter((result) => result.outcome === outcome);
}

function passes({ at, severity }: Constat, { feuille, gravite }: Filtres): boolean {
  return (feuille === null || at?.tab === feuille) && (gravite === null || severity === gravite);
}
