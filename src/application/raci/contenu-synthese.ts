import { formatJour, type Jour } from "../../domain/calendrier/jour";
import type { Classeur } from "../../domain/classeur";
import { chargesOf, type ChargeActeur, type Chevauchement } from "../../domain/raci/charge";
import type { ConventionLue } from "../../domain/raci/convention";
import { crossMatrice, nameFiche } from "../../domain/raci/croisement";
import { readMatrice } from "../../domain/raci/matrice";
import { PHASES_RACI } from "../../domain/raci/phases";
import { listActeurs, nameActeur } from "../../domain/raci/phrases";
import { type ConventionRaci, LETTRES, MOTS_DE_ROLE, type Role } from "../../domain/raci/role";
import type { EtudePlanning, Scenario } from "../../domain/retro-planning/etude";
import type { DemandeRefusee } from "../../domain/retro-planning/read-demande";
import { checkClasseur } from "../../domain/rules/check";
import chargeRepartie from "../../domain/rules/raci/charge-repartie";
import signatureParLesSignataires from "../../domain/rules/raci/signature-par-les-signataires";
import { constatsOf } from "../../domain/rules/report";
import type { Rule } from "../../domain/rules/rule";
import { cutTexte } from "../../domain/sheets/texte";

/** Columns of counts that stand together: one a phase, then all of them. */
interface GroupeSynthese {
  readonly titre: string;
  readonly roles: readonly Role[];
}

/** What is said of one acteur. */
export interface LigneSynthese {
  readonly titre: string;
  /** By group, then by role of it, in their order. */
  readonly comptes: readonly (readonly number[])[];
  /** Share of the activities that he carries, from 0 to 1; `null` for all of them together. */
  readonly part: number | null;
  /** Signs with their words; `null`: nothing to look at. */
  readonly regarder: string | null;
  readonly chevauchements: string | null;
}

/** The synthesis of a matrix, before it takes a place in a sheet. */
export interface ContenuSynthese {
  readonly convention: ConventionRaci;
  readonly groupes: readonly GroupeSynthese[];
  readonly total: LigneSynthese;
  readonly lignes: readonly LigneSynthese[];
  /** The lines above, each begins with a word that is always the same. */
  readonly entete: readonly string[];
}

interface SyntheseContext {
  /** File name of the workbook. */
  readonly nom: string;
  readonly today: Jour;
  readonly etude: EtudePlanning | DemandeRefusee;
  readonly scenario: Scenario;
}

/** What an acteur that left the matrix bears. */
export const PARTI = "† n’est plus dans la matrice";

/** The first words of the lines above, in their order. */
export const DEBUTS = ["Synthèse RACI", "Lecture :", "Signes :", "Dates :", "Signataires sans colonne :", "À vous :"];

/** Counts and marks of every acteur of the matrix; `null` without a matrix, or while nothing tells its convention. */
export function readSynthese(classeur: Classeur, context: SyntheseContext): ContenuSynthese | null {
  const matrice = readMatrice(classeur);
  const convention = matrice?.convention.value ?? null;
  if (matrice === null || convention === null) return null;
  const { etude, scenario } = context;
  const charges = chargesOf(classeur, typeof etude === "string" ? [] : etude.taches, scenario);
  const phases = phasesOf(charges);
  const marques = marquesOf(classeur);
  // Two columns of one title are one acteur.
  const byTitre = new Map(charges.map((charge) => [charge.acteur.titre.trim(), charge]));
  const lignes = [...byTitre].map(([titre, charge]): LigneSynthese => ({
    titre,
    comptes: [
      ...phases.map((phase) => DE_PHASE.map((role) => countIn(charge, phase, role))),
      ENSEMBLE.map((role) => charge.roles[role]),
    ],
    part: charge.partPortee,
    regarder: marques(charge),
    chevauchements: sayChevauchements(charge.chevauchements),
  }));
  return {
    ...{ convention, lignes },
    groupes: [
      ...phases.map((phase) => ({ titre: phase ?? SANS_PHASE, roles: DE_PHASE })),
      { titre: "Ensemble", roles: ENSEMBLE },
    ],
    total: totalOf(lignes),
    entete: sayEntete(classeur, matrice.convention, convention, context),
  };
}

const DE_PHASE: readonly Role[] = ["porteur", "executant"];
const ENSEMBLE: readonly Role[] = ["porteur", "executant", "consulte", "informe"];
const SANS_PHASE = "Sans phase";

/** Those of the matrix, in the order of the démarche; none where no line has a phase. */
function phasesOf([charge]: readonly ChargeActeur[]): readonly (string | null)[] {
  const present = (charge?.phases ?? []).map(({ phase }) => phase);
  if (present.every((phase) => phase === null)) return [];
  return present.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function rankOf(phase: string | null): number {
  const rank = phase === null ? -1 : PHASES_RACI.indexOf(phase);
  return rank === -1 ? PHASES_RACI.length : rank;
}

function countIn({ phases }: ChargeActeur, phase: string | null, role: Role): number {
  return phases.find((one) => one.phase === phase)?.roles[role] ?? 0;
}

function totalOf(lignes: readonly LigneSynthese[]): LigneSynthese {
  const comptes = (lignes[0]?.comptes ?? []).map((roles, group) =>
    roles.map((_, role) => lignes.reduce((sum, ligne) => sum + (ligne.comptes[group]?.[role] ?? 0), 0)),
  );
  return { titre: "Tous les acteurs", comptes, part: null, regarder: null, chevauchements: null };
}

/** The signs of an acteur say what the rules find, no more and no less. */
function marquesOf(classeur: Classeur): (charge: ChargeActeur) => string | null {
  const portage = namesIn(classeur, chargeRepartie, "portage");
  const surcharge = namesIn(classeur, chargeRepartie, "surcharge");
  const muets = namesIn(classeur, signatureParLesSignataires, "sans-part");
  const croisement = crossMatrice(classeur);
  const fiches = new Map(
    croisement?.matrice.acteurs.map(({ titre }, place) => [titre, croisement.fiches[place] ?? []]),
  );
  return ({ acteur }) => {
    const nom = nameActeur(acteur);
    const isMuet = (fiches.get(acteur.titre) ?? []).some((fiche) => muets.has(nameFiche(fiche)));
    const found = [
      ...(portage.has(nom) ? ["▲ porte trop d’activités"] : []),
      ...(surcharge.has(nom) ? ["■ porte ou fait trop d’activités"] : []),
      ...(isMuet ? ["○ signataire sans part dans la signature"] : []),
    ];
    return found.length === 0 ? null : found.join(" ; ");
  };
}

function namesIn(classeur: Classeur, rule: Rule, message: string): ReadonlySet<unknown> {
  const constats = constatsOf(checkClasseur(classeur, [rule])).filter(({ messageId }) => messageId === message);
  return new Set(constats.map(({ data }) => data.acteur));
}

const MOST_PERIODES = 3;
const LONGEST_TACHE = 32;

function sayChevauchements(chevauchements: readonly Chevauchement[]): string | null {
  if (chevauchements.length === 0) return null;
  const shown = chevauchements.slice(0, MOST_PERIODES).map(({ debut, fin, taches }) => {
    const noms = taches.map((tache) => cutTexte(tache, LONGEST_TACHE)).join(", ");
    return `du ${formatJour(debut)} au ${formatJour(fin)} : ${noms}`;
  });
  const others = chevauchements.length - shown.length;
  if (others > 0) shown.push(others === 1 ? "et 1 autre période" : `et ${others} autres périodes`);
  return shown.join("\n");
}

function sayEntete(
  classeur: Classeur,
  lue: ConventionLue,
  convention: ConventionRaci,
  { nom, today, etude, scenario }: SyntheseContext,
): readonly string[] {
  return [
    `Synthèse RACI du ${formatJour(today)} · ${cutTexte(nom, LONGEST_NAME)}`,
    `Lecture : convention ${convention}, ${SOURCES[lue.source]}. ${sayLettres(convention)}.`,
    "Signes : ▲ et ■ au-delà des seuils de vos paramètres · ○ ni R ni A pour signer · † n’est plus dans la matrice.",
    `Dates : ${sayDates(etude, scenario)}`,
    `Signataires sans colonne : ${listSansColonne(classeur)}.`,
    "À vous : la colonne « Commentaire » et ce que vous écrivez à côté ou dessous restent quand la synthèse est refaite.",
  ];
}

const LONGEST_NAME = 80;

const SOURCES: Readonly<Record<ConventionLue["source"], string>> = {
  option: "celle que vous avez demandée",
  reglage: "dite par la fiche signalétique",
  legende: "dite par la légende",
  statistique: "devinée d’après les lettres, à confirmer",
};

function sayLettres(convention: ConventionRaci): string {
  return ENSEMBLE.map((role) => `${LETTRES[convention][role]} = ${MOTS_DE_ROLE[convention][role]}`).join(", ");
}

const SCENARIOS: Readonly<Record<Scenario, string>> = {
  court: "durées les plus courtes",
  long: "durées les plus longues",
};

function sayDates(etude: EtudePlanning | DemandeRefusee, scenario: Scenario): string {
  if (etude === "sans-planning") return "sans rétro-planning, les tâches critiques ne sont pas regardées.";
  if (etude === "sans-signature") return "sans date de signature, les tâches critiques ne sont pas regardées.";
  if (etude.taches.length === 0) return "le rétro-planning tourne en rond, les tâches critiques ne sont pas regardées.";
  return `au plus tard, pour une signature le ${formatJour(etude.demande.cible.jour)}, ${SCENARIOS[scenario]}.`;
}

function listSansColonne(classeur: Classeur): string {
  const croisement = crossMatrice(classeur);
  if (croisement === null) return "sans cartographie des acteurs, ils ne sont pas connus";
  const { acteurs, placesOf } = croisement;
  const missing = acteurs.lignes.filter(
    (ligne) =>
      ligne.value.actif !== "Non" && ligne.value.role?.includes("Signataire") === true && placesOf(ligne).length === 0,
  );
  return missing.length === 0 ? "aucun" : listActeurs(missing.map(nameFiche));
}
