import { type ConventionLue, readConvention } from "../../domain/raci/convention";
import { swapLettres } from "../../domain/raci/ecriture-lettres";
import type { LegendeRaci } from "../../domain/raci/legende";
import type { ConventionRaci } from "../../domain/raci/role";
import type { Place } from "../../domain/sheets/grid";
import { type Command, defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { type CellToWrite, writeCells } from "../ecriture/write-cells";
import { decodeSnapshot } from "../examination";
import { findTab } from "../ports/snapshot";
import { captureLettres, type CelluleLettres } from "../raci/cellules-lettres";
import { findReglage } from "../raci/reglage-convention";

/**
 * Why a matrix is not converted: none; people in the cells, and the titles to swap by hand; a protected sheet; a convention that the
 * workbook says already; not one letter R or A to swap.
 */
type ConversionRefusee =
  "sans-matrice" | "inversee" | "feuille-protegee" | "deja-dans-cette-convention" | "rien-a-echanger";

/** A matrix in the other convention, and what is left to the person; nothing is written. */
export type ConvertResult =
  | { readonly status: "refused"; readonly raison: ConversionRefusee }
  | {
      readonly status: "proposed";
      readonly vers: ConventionRaci;
      /** How the letters were read until now: a guess is to be confirmed before they are swapped. */
      readonly depuis: ConventionLue;
      /** Cells whose letters are swapped. */
      readonly cellules: number;
      /** Cells left alone: what stands among their letters is none, or a formula gives them. */
      readonly laissees: readonly Place[];
      /** Where the fiche signalétique will say the convention; `null`: it has no such cell to write. */
      readonly reglage: Place | null;
      /** The legend that says the other convention: hers to rewrite. */
      readonly legende: LegendeRaci | null;
      readonly proposition: Proposition;
    };

/** Swaps R and A in every cell of her matrix, in her way of writing them, and says the convention in the fiche signalétique. */
export function convertRaci(vers: ConventionRaci): Command<ConvertResult> {
  return defineCommand<ConvertResult>({
    id: "convertirRaci",
    label: LABEL,
    help: "Échange R et A dans chaque cellule de votre matrice. Montre d’abord un aperçu ; vos formules restent.",
    async run({ workbook, today }) {
      const snapshot = await workbook.read();
      const classeur = decodeSnapshot(snapshot, today);
      const table = classeur.tables.raci;
      if (table === null) return { status: "refused", raison: "sans-matrice" };
      if (table.attachment.orientation === "inversée") return { status: "refused", raison: "inversee" };
      if (findTab(snapshot, table.attachment.tab)?.isProtected !== false) {
        return { status: "refused", raison: "feuille-protegee" };
      }
      const depuis = readConvention(classeur);
      if (depuis.value === vers && depuis.source !== "statistique") {
        return { status: "refused", raison: "deja-dans-cette-convention" };
      }
      const { swapped, laissees } = swapCells(await captureLettres(workbook, table));
      if (swapped.length === 0) return { status: "refused", raison: "rien-a-echanger" };
      const reglage = await findReglage(workbook, snapshot, classeur);
      const cells = reglage === null ? swapped : [...swapped, { at: reglage, content: vers }];
      return {
        ...{ status: "proposed", vers, depuis, laissees, reglage, cellules: swapped.length },
        legende: classeur.legende?.convention === vers ? null : classeur.legende,
        proposition: await propose(workbook, LABEL, writeCells(cells)),
      };
    },
  });
}

const LABEL = "Convertir la matrice RACI";

interface Swapping {
  readonly swapped: readonly CellToWrite[];
  readonly laissees: readonly Place[];
}

function swapCells(cells: readonly CelluleLettres[]): Swapping {
  const swapped: CellToWrite[] = [];
  const laissees: Place[] = [];
  for (const { at, content } of cells) {
    if (content === null || content === "") continue;
    const other = typeof content === "string" ? swapLettres(content) : null;
    if (other === null) laissees.push(at);
    else if (other !== content) swapped.push({ at, content: other });
  }
  return { swapped, laissees };
}
