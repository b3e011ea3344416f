import { type Partie, partieOfActeur } from "../cpom/partie";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne } from "../sheets/decode";
import { normalizeTexte } from "../sheets/texte";

type LigneActeur = Ligne<Sheets["acteurs"]>;

/** The lines of the cartographie that decide for a party: its assembly, or who presides over it; else who signs in his own name. */
export function organesOf(partie: Partie, lignes: readonly LigneActeur[]): readonly LigneActeur[] {
  const own = lignes.filter((ligne) => ligne.value.actif !== "Non" && partieOfActeur(ligne) === partie);
  const organes = own.filter((ligne) => ORGANE.test(wordsOf(ligne)));
  if (organes.length > 0) return organes;
  return own.filter(({ value, state }) => value.role?.includes("Signataire") === true && state.delegation !== "filled");
}

/** The two bodies that are heard: users, and staff. */
export const INSTANCES_ENTENDUES = ["CVS", "CSE"] as const;

type InstanceEntendue = (typeof INSTANCES_ENTENDUES)[number];

/** The active lines of the cartographie that are one of them. */
export function instancesEntendues(instance: InstanceEntendue, lignes: readonly LigneActeur[]): readonly LigneActeur[] {
  return lignes.filter((ligne) => ligne.value.actif !== "Non" && ENTENDUES[instance].test(wordsOf(ligne)));
}

const ORGANE =
  /\b(?:presiden(?:t|te|ce)|organe deliberant|conseil d administration|assemblee (?:generale|departementale)|commission permanente|ca)\b/;
const ENTENDUES: Readonly<Record<InstanceEntendue, RegExp>> = {
  CVS: /\b(?:cvs|conseils? de (?:la )?vie sociale)\b/,
  CSE: /\b(?:cse|csa|comites? sociaux?|comite social)\b/,
};

function wordsOf({ value: { code, sousFamille, organisme, nom, fonction } }: LigneActeur): string {
  return normalizeTexte([code, sousFamille, organisme, nom, fonction].filter((word) => word !== null).join(" ; "));
}
