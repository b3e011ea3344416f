import { type Jour, parseJour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import type { Sheets } from "../sheets/catalogue";
import { type ColumnName, placeOf } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import type { ConstatPlanning } from "./constat-planning";
import { nameTache } from "./etat-tache";
import { type ChoixPlanning, idOfTache, type LignePlanning, readDemande } from "./read-demande";
import {
  type DemandePlanning,
  type Planning,
  type ScenarioPlanning,
  scheduleRetroPlanning,
} from "./schedule-retro-planning";

/** The schedule of a workbook as it stands, and how much of it can be trusted. */
interface EtudeDuClasseur {
  readonly demande: DemandePlanning;
  readonly planning: Planning;
  /** Every task at the line it comes from. */
  readonly lignes: ReadonlyMap<string, LignePlanning>;
  /** Somebody chose the day to hold: it is not only that of the end of the contract. */
  readonly isChoisie: boolean;
  /** How the referent names a task. */
  readonly nameOf: (id: string) => string;
  /** The cell of a task under the first of those columns that the sheet has. */
  readonly placeOf: (id: string, ...columns: readonly ColumnName<Sheets["retro-planning"]>[]) => Place | null;
  /** Most tasks have a duration that somebody typed. */
  readonly hasDurees: boolean;
  /** With the shortest durations; `null` unless a date is to be held by tasks with durations and links, without a ring. */
  readonly court: ScenarioPlanning | null;
}

/**
 * The schedule that all rules look at, calculated once a workbook: with the day of the fiche signalétique, else that of the
 * last calculation, else some months before the contract in force ends. Without any of them the tasks are placed far away: links and
 * imposed dates are known all the same. `null` without tasks.
 */
export function etudeDuClasseur(classeur: Classeur): EtudeDuClasseur | null {
  const known = etudes.get(classeur);
  if (known !== undefined) return known;
  const etude = studyClasseur(classeur);
  etudes.set(classeur, etude);
  return etude;
}

/** The constats of a kind, of the schedule of the workbook. */
export function constatsPlanning<Id extends ConstatPlanning["id"]>(
  classeur: Classeur,
  id: Id,
): readonly Extract<ConstatPlanning, { readonly id: Id }>[] {
  const isOfKind = (one: ConstatPlanning): one is Extract<ConstatPlanning, { readonly id: Id }> => one.id === id;
  return etudeDuClasseur(classeur)?.planning.constats.filter(isOfKind) ?? [];
}

/** A workbook is a value: what was calculated for it stays true. */
const etudes = new WeakMap<Classeur, EtudeDuClasseur | null>();

/** Shares of the tasks from which on what is calculated says something of her schedule, and not of invented days. */
const PART_DES_DUREES = 0.75;
const PART_DES_LIENS = 0.5;

function studyClasseur(classeur: Classeur): EtudeDuClasseur | null {
  const choix = choixDuClasseur(classeur);
  const asked = readDemande(classeur, choix);
  const read = asked === "sans-signature" ? withoutSignature(classeur, choix) : asked;
  if (read === null || typeof read === "string") return null;
  const { demande, planning } = scheduleWithKnownSeances(read);
  const table = classeur.tables["retro-planning"];
  const lignes = new Map((table?.lignes ?? []).map((ligne) => [idOfTache(ligne), ligne]));
  const typed = demande.taches.filter(({ id }) => lignes.get(id)?.state.dureeMin === "filled");
  const hasDurees = typed.length >= demande.taches.length * PART_DES_DUREES;
  const linked = demande.taches.filter(({ liens }) => liens.some(({ predecesseur }) => lignes.has(predecesseur)));
  const isReliable = hasDurees && linked.length >= demande.taches.length * PART_DES_LIENS;
  const isDated = asked === read;
  return {
    ...{ demande, planning, lignes, hasDurees },
    isChoisie: classeur.calcul !== null || classeur.tables.cpom?.lignes[0]?.value.dateSignature != null,
    court: isReliable && isDated ? (planning.scenarios?.court ?? null) : null,
    nameOf: (id) => {
      const ligne = lignes.get(id);
      return ligne === undefined ? id : nameTache(ligne);
    },
    placeOf: (id, ...columns) => {
      const row = lignes.get(id)?.row;
      const column = columns.find((name) => table?.attachment.columns[name] !== undefined) ?? columns[0];
      return table === null || row === undefined || column === undefined ? null : placeOf(table, row, column);
    },
  };
}

/** A list of sittings that stops too early says nothing of the rest: what it could not place is placed without it, and told. */
function scheduleWithKnownSeances(demande: DemandePlanning): Pick<EtudeDuClasseur, "demande" | "planning"> {
  const planning = scheduleRetroPlanning(demande);
  const missing = planning.constats.filter(({ id }) => id === "aucune-seance");
  if (missing.length === 0) return { demande, planning };
  const ids = new Set(missing.map((one) => ("tache" in one ? one.tache : "")));
  const taches = demande.taches.map((tache) =>
    ids.has(tache.id) ? { ...tache, contraintes: tache.contraintes.filter(({ kind }) => kind !== "seances") } : tache,
  );
  const without = { ...demande, taches };
  const again = scheduleRetroPlanning(without);
  return { demande: without, planning: { ...again, constats: [...missing, ...again.constats] } };
}

/** What the workbook says of its schedule: the day of the fiche signalétique, and with what its dates were calculated last. */
export function choixDuClasseur({ calcul, tables }: Classeur): ChoixPlanning {
  const fiche = tables.cpom?.lignes[0]?.value.dateSignature;
  if (calcul === null) return {};
  return {
    signature: fiche ?? calcul.signature,
    zones: calcul.zones ?? undefined,
    sansNeutralisation: calcul.sansNeutralisation,
    profil: calcul.profil ?? undefined,
  };
}

/** Far enough for no date of a contract to come after, within the calendar. */
const LOINTAINE: Jour | null = parseJour("2095-12-30");

function withoutSignature(classeur: Classeur, choix: ChoixPlanning): DemandePlanning | null {
  const demande = LOINTAINE === null ? null : readDemande(classeur, { ...choix, signature: LOINTAINE });
  return demande === null || typeof demande === "string" ? null : demande;
}
