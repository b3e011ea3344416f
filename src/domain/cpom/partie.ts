import type { Classeur } from "../classeur";
import type { Ligne, Table } from "../sheets/decode";
import type { Sheets } from "../sheets/catalogue";
import { normalizeTexte } from "../sheets/texte";

/** Those who sign a contract. */
export const PARTIES = ["ARS", "Département", "Organisme gestionnaire"] as const;

/** One of the three who sign: the two authorities, and the one they authorise. Source: dossier métier, § 3.1. */
export type Partie = (typeof PARTIES)[number];

type Acteurs = Table<Sheets["acteurs"]>;

const ARS = /\b(?:ars|agences? regionales? de sante)\b/;
/** « Délégation départementale » is a part of the ARS, « direction départementale » of the State: the adjective proves nothing. */
const DEPARTEMENT =
  /\b(?:cd|pcd|departements?|conseils? departementa(?:l|ux)|metropoles?|collectivite europeenne d alsace)\b/;
const GESTIONNAIRE = /\b(?:og|organismes? gestionnaires?|gestionnaires?)\b/;

/** The party an acteur belongs to; `null` when it signs nothing (users, partners, State) or when nothing tells. */
export function partieOfActeur({ value }: Ligne<Sheets["acteurs"]>): Partie | null {
  const { famille, code, organisme, sousFamille, fonction } = value;
  if (famille === "Organisme gestionnaire") return "Organisme gestionnaire";
  if (famille !== null && famille !== "Autorités de tarification et de contrôle") return null;
  const words = [code, organisme, sousFamille, fonction];
  return words.map((one) => (one === null ? null : partieOfTexte(one))).find((one) => one !== null) ?? null;
}

/** The party named by words such as « Référent ARS », « CD-REF », « conseil départemental »; `null` when none is. */
export function partieOfTexte(texte: string): Partie | null {
  const words = normalizeTexte(texte);
  if (ARS.test(words)) return "ARS";
  if (DEPARTEMENT.test(words)) return "Département";
  return GESTIONNAIRE.test(words) ? "Organisme gestionnaire" : null;
}

/**
 * Parties that must sign. With an identity card: the gestionnaire and, of the two authorities, those that finance; where
 * sections are merged the département signs only at its own request. Without one: those of whom the workbook has an acteur.
 * Source: dossier métier, § 3.1 and 3.4.
 */
export function findSignataires({ tables }: Classeur): readonly Partie[] {
  const card = tables.cpom?.lignes[0]?.value ?? null;
  const financeurs = card?.financeurs ?? null;
  if (financeurs === null) return partiesOf(tables.acteurs);
  const isFree = card?.experimentateur === "Oui";
  return PARTIES.filter(
    (partie) =>
      partie === "Organisme gestionnaire" ||
      (partie === "ARS" && financeurs.includes("ARS")) ||
      (partie === "Département" && financeurs.includes("Département") && !isFree),
  );
}

function partiesOf(acteurs: Acteurs | null): readonly Partie[] {
  const present = new Set(acteurs?.lignes.map((ligne) => partieOfActeur(ligne)));
  return PARTIES.filter((partie) => present.has(partie));
}
