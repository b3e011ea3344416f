import { addMois, type Jour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import { echeanceEnCours } from "../cpom/echeance-en-cours";
import { toPhaseCpom } from "../cpom/phase";
import { readParametres } from "../parametres";
import { normalizeTexte } from "../sheets/texte";
import { type SituationEcheance, situationOf } from "./echeances";
import { isCommencee, isTerminee } from "./etat-tache";
import { findTacheCible } from "./tache";
import { etudeDuClasseur } from "./etude-du-classeur";

/** What is left of the contract in force, and what has been done to follow it. */
interface Renouvellement {
  readonly situation: SituationEcheance;
  /** Last day of the contract in force, its extension included. */
  readonly echeance: Jour;
  /** Last day to ask for an extension or to open the negotiation. */
  readonly limite: Jour;
  /** Months before the end when the renewal is prepared: twelve, or eight in the tighter profile. */
  readonly moisDePreparation: number;
  /** Months from the first task of the diagnosis to the signature, at the shortest. */
  readonly moisDeDemarche: number;
  /** The column where the end of the contract stands. */
  readonly colonne: "echeancePrecedente" | "finProrogation";
  /** `inconnue`: nothing in the workbook could tell. */
  readonly negociation: "ouverte" | "preparee" | "non-ouverte" | "inconnue";
}

/** Where the renewal stands; `null` without a contract in force whose end is known, and once the new one is signed. */
export function readRenouvellement(classeur: Classeur): Renouvellement | null {
  const cpom = classeur.tables.cpom?.lignes[0]?.value;
  const echeance = cpom === undefined ? null : echeanceEnCours(cpom);
  if (cpom === undefined || echeance === null || isSigne(classeur)) return null;
  const reglages = readParametres(classeur);
  const isResserre = cpom.profil === "Resserré 6 mois";
  return {
    situation: situationOf({ echeance, isResserre }, classeur.today, reglages),
    echeance,
    limite: addMois(echeance, -Math.round(reglages["contrat.limite-ouverture"])),
    moisDePreparation: Math.round(reglages[isResserre ? "contrat.depart-resserre" : "contrat.depart-conseille"]),
    moisDeDemarche: isResserre
      ? Math.round(3 * reglages["planning.phase-resserree"])
      : Math.round(
          reglages["planning.diagnostic-min"] + reglages["planning.negociation"] + reglages["planning.formalisation"],
        ),
    colonne: echeance === cpom.echeancePrecedente ? "echeancePrecedente" : "finProrogation",
    negociation: negociationOf(classeur),
  };
}

/** The day of signature or of effect has come, or the schedule says that it is signed. */
function isSigne(classeur: Classeur): boolean {
  const { today, tables } = classeur;
  const cpom = tables.cpom?.lignes[0]?.value;
  const isPast = (day: Jour | null | undefined): boolean => day !== null && day !== undefined && day <= today;
  if (isPast(cpom?.dateSignature) || isPast(cpom?.dateEffet)) return true;
  const etude = etudeDuClasseur(classeur);
  const cible = etude === null ? null : findTacheCible(etude.demande.taches, [FORMALISATION]);
  return cible !== null && cible.finReelle !== null;
}

const FORMALISATION = "3 Formalisation et signature";

/** The diagnosis already belongs to the new contract; the préalables only prepare it. */
function negociationOf({ tables }: Classeur): Renouvellement["negociation"] {
  const taches = (tables["retro-planning"]?.lignes ?? []).map(({ value }) => value);
  const points = (tables.checklist?.lignes ?? []).map(({ value }) => value);
  const begun = taches.filter((tache) => tache.statut !== "Annulée" && tache.phase !== "4 Suivi" && isCommencee(tache));
  const handled = points.filter(({ statut }) => statut === "Fait" || statut === "En cours");
  const opens = (words: string | null): boolean => words !== null && OUVRE.test(normalizeTexte(words));
  const isOpen =
    begun.some((tache) => tache.phase !== "0 Préalables" || (isTerminee(tache) && opens(tache.tache))) ||
    handled.some(({ phase }) => DEMARCHE.has(toPhaseCpom(phase) ?? "")) ||
    handled.some(({ point, statut }) => statut === "Fait" && opens(point));
  if (isOpen) return "ouverte";
  if (begun.length > 0 || handled.some(({ phase }) => toPhaseCpom(phase) === "Préalables")) return "preparee";
  return taches.length === 0 && points.length === 0 ? "inconnue" : "non-ouverte";
}

const DEMARCHE: ReadonlySet<string> = new Set(["Diagnostic", "Négociation"]);

/** « Envoyer le courrier d’ouverture », « Le courrier d’engagement est adressé », « notification d’une demande de prorogation ». */
const OUVRE = /courrier d (?:ouverture|engagement)|ouverture de la negociation|demande de prorogation/;
