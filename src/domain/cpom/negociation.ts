import { addMois, type Jour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import { readParametres } from "../parametres";

/** First and last day of the negotiation. */
export interface Negociation {
  readonly debut: Jour;
  readonly fin: Jour;
}

/**
 * When the contract is negotiated: as the schedule says it; without dates there, counted back from the signature with the
 * durations of the settings; `null` when neither tells. Source: dossier métier, § 1.2.
 */
export function findNegociation(classeur: Classeur): Negociation | null {
  return plannedNegociation(classeur) ?? estimatedNegociation(classeur);
}

function plannedNegociation({ tables }: Classeur): Negociation | null {
  const taches = (tables["retro-planning"]?.lignes ?? [])
    .map(({ value }) => value)
    .filter(({ phase, statut }) => phase === "2 Négociation" && statut !== "Annulée");
  const debuts = taches.map((one) => one.debutReel ?? one.debutAuPlusTard ?? one.debutAuPlusTot);
  const fins = taches.map((one) => one.finReelle ?? one.finAuPlusTard ?? one.finAuPlusTot);
  const debut = debuts.filter((one) => one !== null).sort()[0];
  const fin = fins
    .filter((one) => one !== null)
    .sort()
    .at(-1);
  return debut === undefined || fin === undefined || fin < debut ? null : { debut, fin };
}

function estimatedNegociation(classeur: Classeur): Negociation | null {
  const card = classeur.tables.cpom?.lignes[0]?.value;
  if (card === undefined || card.dateSignature === null) return null;
  const parametres = readParametres(classeur);
  const isShort = card.profil === "Resserré 6 mois";
  const short = parametres["planning.phase-resserree"];
  const formalisation = isShort ? short : parametres["planning.formalisation"];
  const negociation = isShort ? short : parametres["planning.negociation"];
  const fin = addMois(card.dateSignature, -Math.round(formalisation));
  return { debut: addMois(fin, -Math.round(negociation)), fin };
}
