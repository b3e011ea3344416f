/** The four times of a CPOM, in order. */
export const PHASES = ["Préalables", "Diagnostic", "Négociation", "Suivi"] as const;

/** A time of the CPOM, the same in all the tools. Signing is a part of the negotiation. Source: dossier métier, § 0.4. */
export type PhaseCpom = (typeof PHASES)[number];

/** What each tool calls them. */
const MOTS: Readonly<Record<string, PhaseCpom>> = {
  Préalables: "Préalables",
  "0 Préalables": "Préalables",
  Diagnostic: "Diagnostic",
  "1 Diagnostic": "Diagnostic",
  Négociation: "Négociation",
  "2 Négociation": "Négociation",
  "3 Formalisation et signature": "Négociation",
  Formalisation: "Négociation",
  Signature: "Négociation",
  Suivi: "Suivi",
  "4 Suivi": "Suivi",
  "Suivi et renouvellement": "Suivi",
  Renouvellement: "Suivi",
};

/** The phase a line of any tool belongs to; `null` for what is of no phase, or of all. */
export function toPhaseCpom(phase: string | null): PhaseCpom | null {
  return phase === null ? null : (MOTS[phase] ?? null);
}
