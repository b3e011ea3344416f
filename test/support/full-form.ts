import type { Block, TabForm, Validation } from "../../src/application/ports/tab-form";
import type { Change } from "../../src/application/ports/workbook";
import { parseAddress } from "../../src/domain/sheets/grid";

/** Titles with what Excel escapes: a line break, an accent, signs that references to a column must hide. */
export const TITLES = ["N°", "Échéance\nprévue", "Retard [j]", "Statut", "L’avis d'Éva #1"] as const;

/** Everything a form may ask for, at once. */
export const FULL_FORM: TabForm = {
  visibility: "visible",
  cells: [
    ["Suivi « A&B » <1>", null, { formula: "=COUNTA(tblSuivi[N°])" }],
    [],
    [...TITLES],
    ["A1", 46112, null, "Fait", "=1+1"],
    ["A2", 46143, null, "À faire", true],
    ["A3", null, { formula: '=[@[N°]]&"!"' }, null, 0.5],
  ],
  widths: [6, 14, 12, 16, 40],
  styles: [
    { block: block("A1:E1"), style: { bold: true, size: 16, color: "1F3864" } },
    {
      block: block("A3:E3"),
      style: { bold: true, fill: "D9E2F3", wrap: true, vertical: "center", horizontal: "center" },
    },
    { block: block("A4:E6"), style: { border: true, vertical: "top" } },
    { block: block("B4:B1048576"), style: { numberFormat: "dd/mm/yyyy" } },
    { block: block("A4:A6"), style: { numberFormat: "@" } },
    { block: block("E6"), style: { numberFormat: "0 %", italic: true } },
  ],
  tables: [
    {
      name: "tblSuivi",
      block: block("A3:E6"),
      computed: { 3: '=IF([@[Échéance\nprévue]]="",0,46150-[@[Échéance\nprévue]])' },
    },
  ],
  validations: [
    { block: block("D4:D200"), validation: validation({ kind: "list", source: "=liste_statut" }) },
    { block: block("B4:B200"), validation: validation({ kind: "date", minimum: 43831, maximum: null }) },
    { block: block("A4:A200"), validation: validation({ kind: "length", minimum: null, maximum: 6 }, "warning") },
    { block: block("E4:E200"), validation: validation({ kind: "any" }) },
    { block: block("C4:C200"), validation: validation({ kind: "formula", formula: "=ISNUMBER(C4)" }) },
    { block: block("G1"), validation: validation({ kind: "integer", minimum: 1, maximum: 5 }) },
    { block: block("G2"), validation: validation({ kind: "decimal", minimum: null, maximum: null }) },
  ],
  highlights: [
    { block: block("A4:E6"), formula: '=$D4="Fait"', style: { color: "006100", fill: "C6EFCE", bold: true } },
    { block: block("B4:B6"), formula: '=AND($B4<>"",$B4<TODAY(),$D4<>"Fait")', style: { fill: "FFC7CE" } },
  ],
  notes: [
    { row: 3, column: 4, text: "Statut.\nFait, À faire ou « Sans objet » <&>." },
    { row: 3, column: 1, text: "Numéro" },
  ],
  charts: [
    {
      ...{ title: "R&D de l’année", maximum: 1, format: "0%" },
      names: { top: 4, left: 1, bottom: 5, right: 1 },
      series: [
        { title: "Prévu <a>", values: { top: 4, left: 3, bottom: 5, right: 3 }, color: "B4C7E7" },
        { title: "Réalisé", values: { top: 4, left: 4, bottom: 5, right: 4 }, color: "1F3864" },
      ],
      over: { top: 12, left: 2, bottom: 20, right: 5 },
    },
  ],
  frozenRows: 3,
  frozenColumns: 0,
  print: {
    paper: "A4",
    orientation: "landscape",
    pagesWide: 2,
    pagesTall: 3,
    repeatedColumns: 2,
    repeatedRows: { top: 1, bottom: 3 },
    footer: "CPOM R&D",
  },
};

/** The tab of the lists that {@link FULL_FORM} chooses from. */
export const LIST_FORM: TabForm = {
  visibility: "hidden",
  cells: [["Statut"], ["Fait"], ["À faire"]],
  widths: [20],
  styles: [],
  tables: [{ name: "tblStatuts", block: block("A1:A3"), computed: {} }],
  validations: [],
  highlights: [],
  notes: [],
  frozenRows: 0,
  frozenColumns: 0,
  print: null,
};

/** A workbook prepared with every kind of change. */
export const FULL_CHANGES: readonly Change[] = [
  { kind: "add-tab", tab: "L'été", form: FULL_FORM },
  { kind: "add-tab", tab: "Listes kit", form: LIST_FORM },
  { kind: "name", name: "liste_statut", formula: "=tblStatuts[Statut]" },
  { kind: "remember", text: "préparé" },
];

export function block(address: string): Block {
  const area = parseAddress("", address);
  if (area === null) throw new Error(`Not an address: ${address}`);
  const { top, left, bottom, right } = area;
  return { top, left, bottom, right };
}

function validation(rule: Validation["rule"], alert: Validation["alert"] = "stop"): Validation {
  return {
    rule,
    alert,
    prompt: { title: "À savoir", message: "Première ligne\nseconde « ligne »." },
    error: { title: "Valeur non admise", message: "Choisissez & recommencez." },
  };
}
