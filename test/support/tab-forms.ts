import type { TabForm, Validation } from "../../src/application/ports/tab-form";
import { area } from "./workbook-probe";

const NO_TEXT = { title: "", message: "" } as const;

export const LIST: Validation = {
  rule: { kind: "list", source: "=$F$1:$F$3" },
  alert: "stop",
  prompt: { title: "Statut", message: "Choisissez dans la liste." },
  error: { title: "Statut", message: "Choisissez un statut de la liste, s’il vous plaît." },
};

export const NAMED_LIST: Validation = { ...LIST, rule: { kind: "list", source: "=liste_statut" } };

export const EMPTY: TabForm = {
  visibility: "visible",
  cells: [],
  widths: [],
  styles: [],
  tables: [],
  validations: [],
  highlights: [],
  notes: [],
  frozenRows: 0,
  frozenColumns: 0,
  print: null,
};

export const SUIVI = formWith({
  cells: [
    ["Suivi des commandes", null, null, null, { formula: '=COUNTIF(tblSuivi[Article],"Vis")' }],
    [],
    [null, "Article", "Qté", "Double"],
    [null, "=Vis", 4],
    [null, "0123", 46112, { formula: "=[@Qté]*3" }],
    [null, null, true],
  ],
  tables: [{ name: "tblSuivi", block: block("B3:D6"), computed: { 4: "=[@Qté]*2" } }],
  validations: [
    {
      block: block("C4:C6"),
      validation: { ...LIST, alert: "warning", rule: { kind: "integer", minimum: 0, maximum: 99 } },
    },
  ],
});

export const LISTE = { name: "tblListe", block: block("A1:A3"), computed: {} } as const;

export const EVERYTHING = formWith({
  cells: [
    ["Titre", "Date"],
    ["ligne", 46112],
  ],
  widths: [48, 12.5],
  styles: [
    { block: block("A1:B1"), style: { bold: true, fill: "1F4E79", color: "FFFFFF", wrap: true, vertical: "center" } },
    {
      block: block("B2:B9"),
      style: { numberFormat: "dd/mm/yyyy", horizontal: "right", border: true, vertical: "top" },
    },
    { block: block("B2:B9"), style: { italic: true, size: 9, horizontal: "left" } },
  ],
  tables: [{ name: "tblTout", block: block("A1:B2"), computed: {} }],
  validations: [
    { block: block("A2:A9"), validation: { ...LIST, rule: { kind: "any" }, error: NO_TEXT } },
    { block: block("B2:B9"), validation: { ...LIST, rule: { kind: "date", minimum: 45658, maximum: null } } },
  ],
  highlights: [
    { block: block("A2:B9"), formula: '=$A2="Fait"', style: { color: "375623", fill: "E2EFDA" } },
    { block: block("A2:B9"), formula: "=$B2<TODAY()", style: { bold: true, italic: true } },
  ],
  notes: [{ row: 1, column: 2, text: "Jour où la tâche est finie.\nFacultatif." }],
  frozenRows: 1,
  frozenColumns: 2,
  print: {
    paper: "A3",
    orientation: "landscape",
    pagesWide: 1,
    repeatedRows: { top: 1, bottom: 1 },
    repeatedColumns: 1,
    footer: "CPOM & compagnie",
  },
});

export function formWith(some: Partial<TabForm>): TabForm {
  return { ...EMPTY, ...some };
}

export function block(address: string) {
  const { top, left, bottom, right } = area("", address);
  return { top, left, bottom, right };
}
