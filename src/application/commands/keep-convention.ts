import type { ConventionRaci } from "../../domain/raci/role";
import type { Place } from "../../domain/sheets/grid";
import { type Command, defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { decodeSnapshot } from "../examination";
import { findReglage } from "../raci/reglage-convention";

/** Where the convention would be said; nothing is written. `null`: the fiche signalétique has no such cell to write. */
export type KeepConventionResult = { readonly at: Place; readonly proposition: Proposition } | null;

/** Says in the fiche signalétique under which convention the letters are read. The letters stay as they are. */
export function keepConvention(convention: ConventionRaci): Command<KeepConventionResult> {
  return defineCommand<KeepConventionResult>({
    id: "retenirConvention",
    label: LABEL,
    help: "Inscrit la convention RACI dans la fiche signalétique. Les lettres de la matrice ne changent pas.",
    async run({ workbook, today }) {
      const snapshot = await workbook.read();
      const at = await findReglage(workbook, snapshot, decodeSnapshot(snapshot, today));
      if (at === null) return null;
      return { at, proposition: await propose(workbook, LABEL, [{ kind: "write", at, cells: [[convention]] }]) };
    },
  });
}

const LABEL = "Retenir la convention RACI";
