import type { CellStyle, Highlight } from "../ports/tab-form";

/** Dark blue on white reads as well printed in grey. */
export const TITLE_STYLE: CellStyle = { bold: true, size: 16, color: "1F3864" };
export const HELP_STYLE: CellStyle = { italic: true, color: "595959" };
export const HEADER_STYLE: CellStyle = {
  ...{ bold: true, color: "FFFFFF", fill: "1F3864", border: true },
  ...{ wrap: true, vertical: "center" },
};
export const CELL_STYLE: CellStyle = { border: true, wrap: true, vertical: "top" };
/** What Excel calculates: nobody types there. */
export const COMPUTED_STYLE: CellStyle = { fill: "F2F2F2" };

type Tone = "fait" | "en-cours" | "attention" | "blocage" | "ecarte";

/** Each tone keeps a contrast of 4.5 to 1 at least; the word in the cell says the same. */
export const TONES: Readonly<Record<Tone, Highlight["style"]>> = {
  fait: { fill: "E2EFDA", color: "1E4620" },
  "en-cours": { fill: "DDEBF7", color: "1F3864" },
  attention: { fill: "FFF2CC", color: "5F4500" },
  blocage: { fill: "FCE4E4", color: "8B1A1A", bold: true },
  ecarte: { fill: "EDEDED", color: "595959", italic: true },
};

/** Tone of the words of statuses, in every table. */
export const TONE_OF_STATUT: ReadonlyMap<string, Tone> = new Map<string, Tone>([
  ...["Fait", "Terminée", "Oui", "Vert"].map((mot): [string, Tone] => [mot, "fait"]),
  ...["En cours", "Partiel", "Planifiée", "Retenue"].map((mot): [string, Tone] => [mot, "en-cours"]),
  ...["Reporté", "Reportée", "Suspendue", "Orange"].map((mot): [string, Tone] => [mot, "attention"]),
  ...["Bloqué", "En retard", "Rouge"].map((mot): [string, Tone] => [mot, "blocage"]),
  ...["Sans objet", "Annulée", "Abandonnée"].map((mot): [string, Tone] => [mot, "ecarte"]),
]);
