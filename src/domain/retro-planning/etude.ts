import type { Classeur } from "../classeur";
import { echeanceEnCours } from "../cpom/echeance-en-cours";
import { DUREES_RESSERREES } from "../modeles/durees-resserrees";
import type { Regime } from "../modeles/demarche";
import { readDemarche } from "../modeles/read-demarche";
import { readParametres } from "../parametres";
import { type EcheanceLegale, echeancesOf } from "./echeances";
import { type ExplicationPlanning, explainPlanning } from "./explain";
import { applyLeviers, type Compression, findCompression, type Levier, leviersDeChaine, leviersDuKit } from "./leviers";
import {
  type ChoixPlanning,
  type DemandeRefusee,
  idOfTache,
  isDuKit,
  type LignePlanning,
  readDemande,
} from "./read-demande";
import { type DatesTache, type DemandePlanning, type Planning, scheduleRetroPlanning } from "./schedule-retro-planning";
import { type EvenementSuivi, suiviDuContrat } from "./suivi-du-contrat";
import type { Tache } from "./tache";

/** Shortest durations, the last chance; or longest, what is advised. */
export type Scenario = "court" | "long";

/** What the person chooses for one study; `leviers` are changes tried on the schedule, never written in her tasks. */
export interface ChoixEtude extends ChoixPlanning {
  readonly leviers?: readonly Levier[] | undefined;
}

/** A task, the line it comes from, its dates with the shortest and with the longest durations. */
export interface TacheEtudiee {
  readonly tache: Tache;
  readonly ligne: LignePlanning;
  readonly court: DatesTache;
  readonly long: DatesTache;
}

/** All that is said of a schedule: what the pane, the sheet, the command line and the rules show of it. */
export interface EtudePlanning {
  readonly demande: DemandePlanning;
  readonly planning: Planning;
  /** `null` when a ring leaves it without dates. */
  readonly explication: ExplicationPlanning | null;
  /** In the order of the sheet; empty when a ring leaves no date. */
  readonly taches: readonly TacheEtudiee[];
  readonly echeances: readonly EcheanceLegale[];
  /** What comes after the signature. */
  readonly suivi: readonly EvenementSuivi[];
}

/** Schedules the workbook as the person asks, and says why it holds or not. */
export function studyPlanning(classeur: Classeur, choix: ChoixEtude): EtudePlanning | DemandeRefusee {
  const read = readDemande(classeur, choix);
  if (typeof read === "string") return read;
  const demande = applyLeviers(read, choix.leviers ?? []);
  const planning = scheduleRetroPlanning(demande);
  const explication = explainPlanning(planning);
  return {
    ...{ demande, planning, explication },
    taches: joinLignes(classeur, demande.taches, planning),
    echeances: echeancesDuClasseur(classeur, demande),
    suivi: suiviDuClasseur(classeur, demande),
  };
}

/** What would make a schedule hold: hundreds of trials, for where it is shown. `null` when a ring leaves it without dates. */
export function compressPlanning({ demande, explication }: EtudePlanning): Compression | null {
  return explication === null ? null : findCompression(demande, leviersOf(demande, explication));
}

/** The levers of the kit where its tasks stand, else those of the deciding chain of her own. */
function leviersOf({ taches }: DemandePlanning, { chaine }: ExplicationPlanning): readonly Levier[] {
  const duKit = leviersDuKit(taches.filter(isDuKit), DUREES_RESSERREES);
  return duKit.length > 0 ? duKit : leviersDeChaine(taches, chaine);
}

function echeancesDuClasseur(classeur: Classeur, { calendrier, cible }: DemandePlanning): readonly EcheanceLegale[] {
  const cpom = classeur.tables.cpom?.lignes[0]?.value;
  const { profil, regime } = readDemarche(classeur);
  return echeancesOf(
    {
      ...{
        echeance: cpom === undefined ? null : echeanceEnCours(cpom),
        signature: cible.jour,
        dateEffet: cpom?.dateEffet ?? null,
      },
      isResserre: profil === "Resserré 6 mois",
      isEhpad: hasEhpad(regime),
      isExperimentateur: cpom?.experimentateur === "Oui",
      isHandicapEnfants: cpom?.secteur === "PH enfants",
    },
    calendrier,
    readParametres(classeur),
  );
}

function suiviDuClasseur(classeur: Classeur, { calendrier, cible }: DemandePlanning): readonly EvenementSuivi[] {
  const cpom = classeur.tables.cpom?.lignes[0]?.value;
  return suiviDuContrat(
    {
      ...{ signature: cible.jour, dateEffet: cpom?.dateEffet ?? null, duree: cpom?.duree ?? null },
      dateEcheance: cpom?.dateEcheance ?? null,
      isEhpad: hasEhpad(readDemarche(classeur).regime),
    },
    calendrier,
    readParametres(classeur),
  );
}

function hasEhpad(regime: Regime): boolean {
  return regime === "EHPAD-PUV" || regime === "Mixte";
}

function joinLignes({ tables }: Classeur, taches: readonly Tache[], { scenarios }: Planning): readonly TacheEtudiee[] {
  const lignes = new Map((tables["retro-planning"]?.lignes ?? []).map((ligne) => [idOfTache(ligne), ligne]));
  return taches.flatMap((tache, place) => {
    const [ligne, court, long] = [lignes.get(tache.id), scenarios?.court.taches[place], scenarios?.long.taches[place]];
    return ligne === undefined || court === undefined || long === undefined ? [] : [{ tache, ligne, court, long }];
  });
}
