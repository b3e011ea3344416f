import type { Jour } from "../calendrier/jour";
import type { ZoneFeries } from "../calendrier/jours-feries";
import { buildCalendrier, countJoursOuvres } from "../calendrier/jours-ouvres";
import { periodesNeutralisees } from "../calendrier/periodes-neutralisees";
import type { Classeur } from "../classeur";
import type { Profil } from "../modeles/demarche";
import { DUREES_RESSERREES } from "../modeles/durees-resserrees";
import { modeleRetroPlanning } from "../modeles/retro-planning";
import { readParametres } from "../parametres";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne } from "../sheets/decode";
import { normalizeTexte } from "../sheets/texte";
import { readAssemblees, withSeances } from "./assemblees";
import { cibleParDefaut } from "./echeances";
import type { DemandePlanning } from "./schedule-retro-planning";
import { type Contrainte, findTacheCible, removeTaches, type Tache, type TypeLien, type UniteDuree } from "./tache";

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
  const jour = choix.signature ?? cpom?.dateSignature ?? cibleParDefaut(cpom?.echeancePrecedente ?? null, reglages);
  if (jour === null) return "sans-signature";
  const calendrier = buildCalendrier({
    zones: choix.zones ?? cpom?.zoneFeries ?? ["Métropole"],
    feries: {
      pentecoteTravaillee: reglages["feries.pentecote-travaillee"],
      saintMartin: reglages["feries.saint-martin"],
    },
    periodes: [
      ...(choix.sansNeutralisation === true ? [] : periodesNeutralisees(reglages, PREMIERE_ANNEE, DERNIERE_ANNEE)),
      ...reglages["planning.jours-fermes"],
    ],
  });
  const count = (from: Jour, to: Jour): number => countJoursOuvres(calendrier, from, to);
  const annulees = lignes.filter(({ value }) => value.statut === "Annulée").map(idOfTache);
  const assemblees = readAssemblees(classeur, reglages["planning.instances-a-dates"]);
  const taches = removeTaches(
    lignes
      .map((ligne) => readTache(ligne, count))
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
const PHASES_DE_LA_DEMARCHE = ["0 Préalables", "1 Diagnostic", "2 Négociation", "3 Formalisation et signature"];

function readTache(ligne: LignePlanning, count: (from: Jour, to: Jour) => number): Tache {
  const { value } = ligne;
  const dureeMin = value.dureeMin ?? dureeOfDates(ligne, count);
  return {
    ...{ id: idOfTache(ligne), nom: value.tache ?? "", phase: value.phase },
    type: value.type === "Jalon" ? "jalon" : value.type === "Échéance légale" ? "echeance-legale" : "tache",
    ...{ dureeMin, dureeMax: Math.max(dureeMin, value.dureeMax ?? dureeMin) },
    unite: value.dureeMin === null ? "jours-ouvres" : UNITES[value.unite ?? "Jours ouvrés"],
    liens: (value.predecesseurs ?? []).map((predecesseur) => ({
      ...{ predecesseur, type: value.lien ?? ("FD" satisfies TypeLien), decalage: value.decalage ?? 0 },
      uniteDecalage: "jours-ouvres",
    })),
    contraintes: contraintesOf(ligne),
    ...{ debutReel: value.debutReel, finReelle: value.finReelle, avancement: value.avancement },
  };
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
