import { columnLetters } from "../../domain/sheets/grid";
import type { Block, Highlight } from "../ports/tab-form";
import type { Echelle } from "./horizon";
import { SIGNES } from "./lignes-gantt";

/** Fills of the columns below the bars: light enough for the signs to show on them, and to print. */
export const FILLS = { ferme: "E7E6E6", cible: "F8CBAD", aujourdhui: "FFE699" } as const;

/** From the darkest to the lightest: printed in grey they still differ, and the sign says the same. */
const BARRES: readonly (readonly [signe: string, style: Highlight["style"]])[] = [
  [SIGNES.critique, { fill: "262626", color: "FFFFFF", bold: true }],
  [SIGNES.tache, { fill: "8EA9DB", color: "1F3864" }],
  [SIGNES.fait, { fill: "C6E0B4", color: "1E4620" }],
  [SIGNES.jalon, { color: "C00000", bold: true }],
  [SIGNES.phase, { color: "1F3864", bold: true }],
];

/** Colours of the bars, one condition a sign over the whole block; then today, where no bar stands. */
export function highlightBarres(block: Block, header: number, echelle: Echelle): readonly Highlight[] {
  const letters = columnLetters(block.left);
  const [cell, day] = [`${letters}${block.top}`, `${letters}$${header}`];
  const next = echelle === "mois" ? `EDATE(${day},1)` : `${day}+7`;
  // The header and its marks take the colour of today as well.
  const whole: Block = { ...block, top: header };
  return [
    ...BARRES.map(([signe, style]): Highlight => ({ block, formula: `=${cell}="${signe}"`, style })),
    {
      block: whole,
      formula: `=AND(TODAY()>=${day},TODAY()<${next})`,
      style: { fill: FILLS.aujourdhui, color: "000000" },
    },
  ];
}
