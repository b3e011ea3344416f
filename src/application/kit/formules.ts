import type { Sheet } from "../../domain/sheets/sheet";

/** Gives the reference of a column of the same line, by its name in code: `[@[Date d’effet visée]]`. */
type InLine = (name: string) => string;

/** What the rest of the workbook offers to a formula. */
export interface FormulaContext {
  /** Reads a parameter as a formula, with what to take when the workbook has no such table. */
  readonly parametre: (cle: string, otherwise: number) => string;
  /** Name of the table that the formula stands in. */
  readonly table: string;
}

/**
 * Formula of each column that the kit’s own workbook calculates by itself, so that it lives without the product. English
 * names, commas; every function is as old as Excel 2010, and none needs an array entry. Source: dossier métier, § 1.
 */
export function formulaOf(sheet: Sheet, name: string, context: FormulaContext): string | null {
  const write = FORMULAS[`${sheet.id}.${name}`];
  return write === undefined ? null : `=${write((one) => inLine(sheet, one), context)}`;
}

const FORMULAS: Readonly<Record<string, (at: InLine, context: FormulaContext) => string>> = {
  "checklist.retard": (at) =>
    `IF(OR(${at("echeance")}="",${at("statut")}="Fait",${at("statut")}="Sans objet"),"",MAX(0,TODAY()-${at("echeance")}))`,
  "cpom.dateEcheance": (at) =>
    `IF(OR(${at("dateEffet")}="",${at("duree")}=""),"",EDATE(${at("dateEffet")},12*${at("duree")})-1)`,
  "indicateurs.tauxAtteinte": (at) =>
    `IF(OR(${at("valeurDepart")}="",${at("cibleFinale")}="",COUNT(${REALISES.map(at).join(",")})=0),"",` +
    `IF(${at("cibleFinale")}=${at("valeurDepart")},"Maintien",(${lastOf(REALISES.map(at))}-${at("valeurDepart")})/(${at("cibleFinale")}-${at("valeurDepart")})))`,
  "outils.aJour": (at) => `IF(${at("finValidite")}="","",IF(${at("finValidite")}>=TODAY(),"Oui","Non"))`,
  "seances.prochaine": (at, { table }) => {
    const later = `${table}[Instance],${at("instance")},${table}[Date],">"&${at("date")}`;
    // The earliest of the later days, without a function newer than 2010: the greatest complement to a far day.
    const next = `100000-SUMPRODUCT(MAX((${table}[Instance]=${at("instance")})*(${table}[Date]>${at("date")})*(100000-${table}[Date])))`;
    return `IF(OR(${at("instance")}="",${at("date")}=""),"",IF(COUNTIFS(${later})=0,"",${next}))`;
  },
  "actions.meteo": (at, { parametre }) => {
    const isOver = ["Terminée", "Abandonnée", "Reportée"].map((mot) => `${at("statut")}="${mot}"`).join(",");
    const elapsed = `(TODAY()-${at("debutPrevu")})/MAX(1,${at("finPrevue")}-${at("debutPrevu")})`;
    const isBehind = `${elapsed}-${at("avancement")}>${parametre("meteo.retard-orange", 20)}/100`;
    const isNear = `AND(${at("finPrevue")}-TODAY()<${parametre("meteo.fin-proche", 30)},${at("avancement")}<${parametre("meteo.avancement-fin-proche", 80)}/100)`;
    return (
      `IF(OR(${at("debutPrevu")}="",${at("finPrevue")}="",${at("statut")}=""),"",IF(OR(${isOver}),"Vert",` +
      `IF(${at("finPrevue")}<TODAY(),"Rouge",IF(OR(${isBehind},${isNear}),"Orange","Vert"))))`
    );
  },
};

const REALISES = ["realiseA1", "realiseA2", "realiseA3", "realiseA4", "realiseA5"];

/** The last value of those that are filled. */
function lastOf(references: readonly string[]): string {
  return references.reduce((before, one) => (before === "" ? one : `IF(${one}<>"",${one},${before})`), "");
}

function inLine(sheet: Sheet, name: string): string {
  const label = sheet.columns[name]?.label;
  if (label === undefined) throw new Error(`The table ${sheet.id} has no column ${name}.`);
  // Brackets, sharps and apostrophes of a title are escaped in a structured reference.
  return `[@[${label.replace(/[[\]#']/g, "'$&")}]]`;
}
