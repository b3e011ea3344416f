import type { Blocage } from "../../domain/completude/blocages";
import type { CompletudeOutil, EtatOutil, Mesure } from "../../domain/completude/completude-outil";
import { OUTILS, type OutilId, outilAt } from "../../domain/completude/outil";
import { describeBlocage, describeMesure, ETATS } from "../../domain/completude/phrases";
import type { Examination } from "../../domain/examine-classeur";
import { type Constat, constatsOf, type Severity } from "../../domain/rules/report";
import { type Place, type Tab, toAddress } from "../../domain/sheets/grid";
import { cutTexte } from "../../domain/sheets/texte";
import type { CellStyle } from "../ports/tab-form";
import type { CellContent } from "../ports/workbook";
import { groupByPhase, shareOut } from "./repartition";

/** One table of the sheet to print. */
export interface Section {
  readonly titre: string;
  /** From column A; those before `left` are empty. */
  readonly header: readonly (string | null)[];
  readonly left: number;
  readonly lines: readonly (readonly CellContent[])[];
  /** Name of the Excel table that it is; `null`: a plain one. */
  readonly table: string | null;
  /** Looks that a column adds to those of every cell. */
  readonly columns: readonly { readonly column: number; readonly style: CellStyle }[];
}

/** Begins the names of our tables. */
const PREFIX = "tblBilan";

/** Whether a tab is one of these sheets, by its tables. */
export function isBilan({ tables }: Pick<Tab, "tables">): boolean {
  return tables.some(({ name }) => name.startsWith(PREFIX));
}

/** What is said of the workbook, table by table; those without a line are left out. */
export function listSections(examination: Examination): readonly Section[] {
  const { bilan } = examination;
  const numbered = [{ column: 1, style: { horizontal: "center" } }] satisfies Section["columns"];
  const sections: readonly Section[] = [
    {
      titre: "Avancement",
      header: [null, "Outil", "État", "Avancement"],
      left: 2,
      lines: bilan.outils.map(outilLine),
      table: null,
      columns: [{ column: 4, style: { numberFormat: "0%", horizontal: "center" } }],
    },
    {
      titre: "Par signataire",
      header: [null, "Signataire", "Bloque", "Reste à faire"],
      left: 2,
      lines: shareOut(examination).map(({ partie, blocages, reste }) => [
        ...[null, partie ?? "Sans signataire désigné"],
        ...[blocages.length, reste],
      ]),
      table: null,
      columns: [3, 4].map((column) => ({ column, style: { horizontal: "center" } })),
    },
    {
      titre: "Ce qui bloque la signature",
      header: ["N°", "Ce qui bloque", "Qui", "Phase", "Outil", "Feuille et cellule"],
      left: 1,
      lines: groupByPhase(bilan.blocages)
        .flatMap(({ blocages }) => blocages)
        .map(blocageLine),
      table: `${PREFIX}Blocages`,
      columns: numbered,
    },
    {
      titre: "Autres constats",
      header: ["N°", "Constat", "Gravité", "Conclusion", "Outil", "Feuille et cellule"],
      left: 1,
      lines: otherConstats(examination).map((constat, index) => constatLine(examination, constat, index)),
      table: `${PREFIX}Constats`,
      columns: numbered,
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** A sentence longer than that fills the page: the cell it is about says the rest. */
const LONGEST_SENTENCE = 1000;

function outilLine({ label, etat, mesures, phases }: CompletudeOutil): readonly CellContent[] {
  const byPhase = phases.length < 2 ? [] : [phases.map((one) => `${one.phase} ${one.fait}/${one.total}`).join(" · ")];
  const words = [label, ...mesures.map(describeMesure), ...byPhase].join("\n");
  return [null, words, ETATS[etat], shareOf(etat, mesures)];
}

/** That of the most telling measure. */
function shareOf(etat: EtatOutil, [first]: readonly Mesure[]): number | null {
  if (etat === "absent" || first === undefined || first.total === 0) return null;
  return first.fait / first.total;
}

function blocageLine(blocage: Blocage, index: number): readonly CellContent[] {
  const { partie, phase, outil, at } = blocage;
  const sentence = describeBlocage(blocage, LONGEST_SENTENCE);
  return [index + 1, sentence, partie, phase, labelOf(outil), describePlace(at)];
}

/** All but those that are told as they are among what blocks. */
function otherConstats({ report, bilan }: Examination): readonly Constat[] {
  const told = new Set(
    bilan.blocages.flatMap(({ motif }): readonly Constat[] => {
      if (motif.kind === "signataire") return [motif.constat];
      return motif.kind === "controle" && motif.nombre === 1 ? [motif.constat] : [];
    }),
  );
  return constatsOf(report)
    .filter((constat) => !told.has(constat))
    .sort((left, right) => GRAVITES_ORDER.indexOf(left.severity) - GRAVITES_ORDER.indexOf(right.severity));
}

const GRAVITES_ORDER: readonly Severity[] = ["error", "warning", "advice"];
const GRAVITES: Readonly<Record<Severity, string>> = { error: "Bloquant", warning: "À vérifier", advice: "Conseil" };
const CONCLUSIONS: Readonly<Record<Constat["outcome"], string>> = {
  "non-conforme": "Non conforme",
  "a-verifier": "À vérifier",
};

function constatLine(examination: Examination, constat: Constat, index: number): readonly CellContent[] {
  const { message, severity, outcome, at } = constat;
  const outil = labelOf(outilAt(examination.attachments, at));
  const sentence = cutTexte(message, LONGEST_SENTENCE);
  return [index + 1, sentence, GRAVITES[severity], CONCLUSIONS[outcome], outil, describePlace(at)];
}

function labelOf(outil: OutilId | null): string | null {
  return OUTILS.find(({ id }) => id === outil)?.label ?? null;
}

function describePlace(at: Place | null): string | null {
  return at === null ? null : `${at.tab} · ${toAddress(at)}`;
}
