import type { Classeur } from "../../domain/classeur";
import { type SuiviAction, suiviDuPlan } from "../../domain/suivi/suivi-du-plan";
import { cleanLigne } from "../../domain/fiche-action/texte-fiche";
import { placeOf, type Table } from "../../domain/sheets/decode";
import type { Place } from "../../domain/sheets/grid";
import type { Sheet } from "../../domain/sheets/sheet";
import { defineCommand } from "../command";
import { decodeSnapshotInSteps } from "../examination";
import { type EtatFiche, etatFiche } from "../fiches/etat-fiche";
import { type FicheGardee, type FichesDuClasseur, readFichesDuClasseur } from "../fiches/fiches-du-classeur";
import { listVoulues } from "../fiches/fiches-voulues";
import { readMemoire } from "../memoire";

/** A line that a fiche is made of. */
export interface LigneAFicher {
  /** Tells it from every other line of the workbook, as long as no row moves. */
  readonly cle: string;
  readonly origine: "actions" | "points";
  /** What the commands call it: its identifier, else its title; `null` when it can have no fiche. */
  readonly nom: string | null;
  /** `null`: it has none. */
  readonly id: string | null;
  readonly intitule: string;
  readonly at: Place;
  readonly etat: EtatFiche;
}

/** An action and its follow-up. */
export interface ActionLue extends LigneAFicher {
  readonly suivi: SuiviAction;
}

/** The plan of actions, its follow-up and its fiches, read once. */
export interface ActionsLues {
  /** File name of the workbook. */
  readonly nom: string;
  readonly classeur: Classeur;
  readonly actions: readonly ActionLue[];
  /** The point of the check-list on a row, from 1; `null` where there is none. Its fiche is only looked at when asked for. */
  readonly pointAt: (row: number) => LigneAFicher | null;
  /** The line that a tab is the fiche of, `sans-ligne` when no line has its name any more; `null` for any other tab. */
  readonly ligneOfTab: (tab: string) => LigneAFicher | "sans-ligne" | null;
  /** Label of what « Annuler » would take back; `null` when there is nothing. */
  readonly annulable: string | null;
}

/** Reads the plan of actions and compares each fiche with its line. Writes nothing. */
export const studyActions = defineCommand<ActionsLues>({
  id: "lireActions",
  label: "Lire le plan d’actions",
  help: "Lit le plan d’actions, ses indicateurs et ses fiches. Ne modifie aucune cellule.",
  async run({ workbook, today, pause }) {
    const snapshot = await workbook.read();
    const classeur = await decodeSnapshotInSteps(snapshot, today, pause);
    const { derniere } = readMemoire(snapshot.memory);
    const fiches = readFichesDuClasseur(snapshot, classeur);
    const ofActions = readerOf(classeur, "actions", fiches);
    const ofPoints = readerOf(classeur, "points", fiches);
    const actions: ActionLue[] = [];
    for (const [index, suivi] of suiviDuPlan(classeur).entries()) {
      if (index % ACTIONS_A_STEP === ACTIONS_A_STEP - 1 && pause !== undefined) await pause();
      const ligne = ofActions.at(suivi.ligne.row);
      if (ligne !== null) actions.push({ ...ligne, suivi });
    }
    const ligneOfTab: ActionsLues["ligneOfTab"] = (tab) => {
      const found = fiches.toutes.find(({ lue }) => lue.tab.name === tab);
      if (found === undefined) return null;
      return ofActions.ofFiche(found) ?? ofPoints.ofFiche(found) ?? "sans-ligne";
    };
    return {
      ...{ nom: snapshot.name, classeur, actions, pointAt: ofPoints.at, ligneOfTab },
      annulable: derniere?.label ?? null,
    };
  },
});

const ACTIONS_A_STEP = 5;

/** The lines of a table by their row or by their fiche. */
interface LignesLues {
  readonly at: (row: number) => LigneAFicher | null;
  readonly ofFiche: (fiche: FicheGardee) => LigneAFicher | null;
}

/** Each line is compared with its fiche the first time it is asked for. */
function readerOf(classeur: Classeur, origine: LigneAFicher["origine"], fiches: FichesDuClasseur): LignesLues {
  const { actions, checklist } = classeur.tables;
  const table: Table<Sheet> | null = origine === "actions" ? actions : checklist;
  const voulues = listVoulues(classeur, { [origine]: "toutes" });
  if (table === null || voulues.refus !== null) return { at: () => null, ofFiche: () => null };
  const refusees = voulues.refusees.flatMap(({ rows, phrase }) => rows.map((row) => [row, phrase] as const));
  const phrases = new Map(refusees);
  const byRow = new Map(voulues.voulues.map((one) => [one.at.row, one]));
  const lignes = new Map(table.lignes.map((ligne) => [ligne.row, ligne]));
  const known = new Map<number, LigneAFicher>();
  const read = (row: number): LigneAFicher | null => {
    const ligne = lignes.get(row);
    if (ligne === undefined) return null;
    const voulue = byRow.get(row);
    const { id, [INTITULE[origine]]: intitule } = ligne.value;
    return {
      ...{ cle: `${origine} ${voulue?.identite ?? `ligne ${row}`}`, origine, nom: voulue?.id ?? null },
      id: typeof id === "string" ? cleanLigne(id) : null,
      intitule: typeof intitule === "string" ? cleanLigne(intitule) : "",
      at: placeOf(table, row, INTITULE[origine]),
      etat: voulue === undefined ? { status: "impossible", phrase: phrases.get(row) ?? "" } : etatFiche(voulue, fiches),
    };
  };
  const at = (row: number): LigneAFicher | null => {
    const ligne = known.get(row) ?? read(row);
    if (ligne !== null) known.set(row, ligne);
    return ligne;
  };
  const ofFiche = (fiche: FicheGardee): LigneAFicher | null => {
    const voulue = voulues.voulues.find((one) => fiches.ofLigne(one.identite) === fiche);
    return voulue === undefined ? null : at(voulue.at.row);
  };
  return { at, ofFiche };
}

/** The column that says what a line is. */
const INTITULE = { actions: "intitule", points: "point" } as const;
