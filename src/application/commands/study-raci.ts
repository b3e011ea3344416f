import type { Classeur } from "../../domain/classeur";
import { defineCommand } from "../command";
import { decodeSnapshotInSteps } from "../examination";
import { readMemoire } from "../memoire";
import { findTab } from "../ports/snapshot";
import { correctMatrice } from "../raci/corrections-raci";
import { findReglage } from "../raci/reglage-convention";

/** The workbook, read once: the matrix under either convention is then a pure calculation on it. */
export interface RaciLu {
  /** File name of the workbook. */
  readonly nom: string;
  readonly classeur: Classeur;
  /** The fiche signalétique has a cell where the convention can be said. */
  readonly hasReglage: boolean;
  /** Cells of the matrix that would be better said; some may turn out to be formulas. */
  readonly corrections: number;
  /** Label of what « Annuler » would take back; `null` when there is nothing. */
  readonly annulable: string | null;
}

/** Reads the matrix and what it is crossed with. Writes nothing. */
export const studyRaci = defineCommand<RaciLu>({
  id: "lireRaci",
  label: "Lire la matrice RACI",
  help: "Lit la matrice RACI, la cartographie des acteurs et le rétro-planning. Ne modifie aucune cellule.",
  async run({ workbook, today, pause }) {
    const snapshot = await workbook.read();
    const classeur = await decodeSnapshotInSteps(snapshot, today, pause);
    const matrice = classeur.tables.raci?.attachment.tab;
    const tab = matrice === undefined ? null : findTab(snapshot, matrice);
    const { lettres, titres } =
      tab?.isProtected === false ? correctMatrice(classeur, tab) : { lettres: [], titres: [] };
    return {
      ...{ nom: snapshot.name, classeur },
      hasReglage: (await findReglage(workbook, snapshot, classeur)) !== null,
      corrections: lettres.length + titres.length,
      annulable: readMemoire(snapshot.memory).derniere?.label ?? null,
    };
  },
});
