import type { Jour } from "../calendrier/jour";
import type { ZoneFeries } from "../calendrier/jours-feries";
import { buildCalendrier, type Calendrier, countJoursOuvres } from "../calendrier/jours-ouvres";
import { periodesNeutralisees } from "../calendrier/periodes-neutralisees";
import type { Classeur } from "../classeur";
import { echeanceEnCours } from "../cpom/echeance-en-cours";
import type { Profil } from "../modeles/demarche";
import { DUREES_RESSERREES } from "../modeles/durees-resserrees";
import { modeleRetroPlanning } from "../modeles/retro-planning";
import { readParametres } from "../parametres";
import { type Citables, citablesOf } from "../rules/citations";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne, Table } from "../sheets/decode";
import type { Sheet } from "../sheets/sheet";
import { normalizeTexte } from "../sheets/texte";
import { readAssemblees, withSeances } from "./assemblees";
import { cibleParDefaut } from "./echeances";
import { isCommencee, isTerminee } from "./etat-tache";
import type { DemandePlanning } from "./schedule-retro-planning";
import {
  type Contrainte,
  defineTache,
  findTacheCible,
  removeTaches,
  type Tache,
  type TypeLien,
  type UniteDuree,
} from "./tache";

/** What the person chooses for one calculation; what she leaves out is what the workbook says, then what is usual. */
export interface ChoixPlanning {
  readonly signature?: Jour | undefined;
  readonly zones?: readonly ZoneFeries[] | undefined;
  /** The summer and the turn of the year are worked. */
  readonly sansNeutralisation?: boolean | undefined;
  /** Durations of the kit in place of those of the sheet, for its tasks only: those of 2017, or those of six months. */
  readonly profil?: Profil | undefined;
}

/** Why no schedule can be asked for: no table of tasks, or no day to hold. */
export type DemandeRefusee = "sans-planning" | "sans-signature";

export type LignePlanning = Ligne<Sheets["retro-planning"]>;

/**
 * The schedule that the workbook asks for: its tasks, its calendar, the day to sign. The target is the day chosen, else that
 * of the fiche signalétique, else some months before the contract in force ends. Source: dossier métier, § 5.3 to 5.5.
 */
export function readDemande(classeur: Classeur, choix: ChoixPlanning): DemandePlanning | DemandeRefusee {
  const { tables, today } = classeur;
  const lignes = tables["retro-planning"]?.lignes ?? [];
  if (lignes.length === 0) return "sans-planning";
  const reglages = readParametres(classeur);
  const cpom = tables.cpom?.lignes[0]?.value;
  const echeance = cpom === undefined ? null : echeanceEnCours(cpom);
  const jours = [choix.signature, cpom?.dateSignature, cibleParDefaut(echeance, reglages)];
  const jour = jours.find(isInCalendrier) ?? null;
  if (jour === null) return "sans-signature";
  const calendrier = calendrierOf(classeur, choix.zones ?? cpom?.zoneFeries ?? ["Métropole"], choix.sansNeutralisation);
  const count = (from: Jour, to: Jour): number => countJoursOuvres(calendrier, from, to);
  const find = predecesseurFinder(classeur);
  const annulees = lignes.filter(({ value }) => value.statut === "Annulée").map(idOfTache);
  const assemblees = readAssemblees(classeur, reglages["planning.instances-a-dates"]);
  const taches = removeTaches(
    lignes
      .map((ligne) => withSuivi(readTache(ligne, count, find), ligne, today))
      .map((tache) => withProfil(withSeances(tache, assemblees), choix.profil)),
    new Set(annulees),
  );
  const cible = findTacheCible(taches, PHASES_DE_LA_DEMARCHE);
  return {
    ...{ taches, calendrier, aujourdhui: today, cible: { jour, tache: cible?.id ?? null } },
    margeCritique: reglages["planning.marge-critique"],
    joursOuvresParMois: reglages["planning.jours-ouvres-par-mois"],
  };
}

/** A century of days, made once a workbook for each choice: dates are tried on the same ones. */
function calendrierOf(classeur: Classeur, zones: readonly ZoneFeries[], sansNeutralisation = false): Calendrier {
  const made = CALENDRIERS.get(classeur) ?? new Map<string, Calendrier>();
  CALENDRIERS.set(classeur, made);
  const key = JSON.stringify([sansNeutralisation, ...zones]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const reglages = readParametres(classeur);
  const calendrier = buildCalendrier({
    zones,
    feries: {
      pentecoteTravaillee: reglages["feries.pentecote-travaillee"],
      saintMartin: reglages["feries.saint-martin"],
    },
    periodes: [
      ...(sansNeutralisation ? [] : periodesNeutralisees(reglages, PREMIERE_ANNEE, DERNIERE_ANNEE)),
      ...reglages["planning.jours-fermes"],
    ],
  });
  made.set(key, calendrier);
  return calendrier;
}

const CALENDRIERS = new WeakMap<Classeur, Map<string, Calendrier>>();

/** Whether a task is one of the kit: its identifier and its title, both unchanged. */
export function isDuKit({ id, nom }: Pick<Tache, "id" | "nom">): boolean {
  const own = DU_KIT.get(id)?.tache;
  return own !== undefined && own !== null && normalizeTexte(own) === normalizeTexte(nom);
}

/** Name by which a line is known in a schedule: its own, else its row. */
export function idOfTache({ value, row }: LignePlanning): string {
  return value.id ?? `ligne ${row}`;
}

const PREMIERE_ANNEE = 2000;
const DERNIERE_ANNEE = 2099;
/** 31/12/9999 is how some people write « no end ». */
function isInCalendrier(day: Jour | null | undefined): day is Jour {
  const annee = Number(day?.slice(0, 4) ?? 0);
  return annee >= PREMIERE_ANNEE && annee <= DERNIERE_ANNEE;
}

const PHASES_DE_LA_DEMARCHE = ["0 Préalables", "1 Diagnostic", "2 Négociation", "3 Formalisation et signature"];

function readTache(
  ligne: LignePlanning,
  count: (from: Jour, to: Jour) => number,
  find: (typed: string) => string,
): Tache {
  const { value } = ligne;
  const dureeMin = value.dureeMin ?? dureeOfDates(ligne, count);
  return defineTache(idOfTache(ligne), {
    ...{ nom: value.tache ?? "", phase: value.phase },
    type: value.type === "Jalon" ? "jalon" : value.type === "Échéance légale" ? "echeance-legale" : "tache",
    ...{ dureeMin, dureeMax: Math.max(dureeMin, value.dureeMax ?? dureeMin) },
    unite: value.dureeMin === null ? "jours-ouvres" : UNITES[value.unite ?? "Jours ouvrés"],
    liens: (value.predecesseurs ?? []).map((typed) => ({
      ...{ predecesseur: find(typed), type: value.lien ?? ("FD" satisfies TypeLien), decalage: value.decalage ?? 0 },
      uniteDecalage: "jours-ouvres",
    })),
    contraintes: contraintesOf(ligne),
    ...{ debutReel: value.debutReel, finReelle: value.finReelle, avancement: value.avancement },
  });
}

/** A predecessor as its line is known, however people call it; as it was typed when nothing or several lines answer. */
function predecesseurFinder({ tables }: Classeur): (typed: string) => string {
  const table: Table<Sheet> | null = tables["retro-planning"];
  const known = new Set((tables["retro-planning"]?.lignes ?? []).map(idOfTache));
  const byRow = new Map((tables["retro-planning"]?.lignes ?? []).map((ligne) => [ligne.row, idOfTache(ligne)]));
  let citables: Citables | null = null;
  return (typed) => {
    if (known.has(typed) || table === null) return typed;
    citables ??= citablesOf(table);
    const [own, ...others] = citables.find(typed);
    return own === undefined || others.length > 0 ? typed : (byRow.get(own.row) ?? typed);
  };
}

/** A status says what the columns of real dates leave out: begun or finished, at the latest today. */
function withSuivi(tache: Tache, { value }: LignePlanning, today: Jour): Tache {
  const passed = (planned: Jour | null): Jour => (planned !== null && planned < today ? planned : today);
  if (isTerminee(value)) return { ...tache, finReelle: value.finReelle ?? passed(value.finAuPlusTard) };
  if (isCommencee(value)) return { ...tache, debutReel: value.debutReel ?? passed(value.debutAuPlusTard) };
  return tache;
}

function withProfil(tache: Tache, profil: Profil | undefined): Tache {
  if (profil === undefined || !isDuKit(tache)) return tache;
  const kit = DU_KIT.get(tache.id);
  const min = profil === "Resserré 6 mois" ? DUREES_RESSERREES[tache.id] : kit?.dureeMin;
  const max = profil === "Resserré 6 mois" ? min : kit?.dureeMax;
  if (min === undefined || min === null) return tache;
  return { ...tache, unite: "jours-ouvres", dureeMin: min, dureeMax: Math.max(min, max ?? min) };
}

/** A plan with dates and no durations has them all the same; with neither, a task takes a day. */
function dureeOfDates({ value }: LignePlanning, count: (from: Jour, to: Jour) => number): number {
  const { debutAuPlusTard: debut, finAuPlusTard: fin } = value;
  return debut === null || fin === null || fin < debut ? 1 : Math.max(1, count(debut, fin));
}

const DU_KIT: ReadonlyMap<string, (typeof modeleRetroPlanning.lignes)[number]["value"]> = new Map(
  modeleRetroPlanning.lignes.map(({ value }) => [value.id ?? "", value]),
);

const UNITES: Readonly<Record<NonNullable<LignePlanning["value"]["unite"]>, UniteDuree>> = {
  "Jours ouvrés": "jours-ouvres",
  "Jours calendaires": "jours-calendaires",
  Semaines: "semaines",
  Mois: "mois",
};

function contraintesOf({ value: { contrainte, dateContrainte } }: LignePlanning): readonly Contrainte[] {
  if (contrainte === null || dateContrainte === null) return [];
  const kind = { "Au plus tard le": "au-plus-tard", "Au plus tôt le": "au-plus-tot", Le: "le" } as const;
  return [{ kind: kind[contrainte], jour: dateContrainte }];
}
