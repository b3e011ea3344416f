import { LETTRES, type ConventionRaci, type Lettre, type Role } from "../../domain/raci/role";
import { columnLetters } from "../../domain/sheets/grid";
import { TONES } from "../kit/apparence";
import { markFormula } from "../ports/snapshot";
import type { Block, Highlight } from "../ports/tab-form";

/** What the formulas of these colours hold, so that they are taken away without any of hers. */
export const MARQUE = "cpom-raci";

/** Colours of the letters, with bold and italic that say the same in black and white; under no convention, R and A are both bold. */
export function colorLettres(block: Block, convention: ConventionRaci | null): readonly Highlight[] {
  const letters = LETTRES[convention ?? "ANAP"];
  return ROLES.map((role) => {
    const bold = role === "porteur" || (role === "executant" && convention === null);
    const style = bold ? { ...STYLES[role], bold } : STYLES[role];
    return { block, formula: formulaOf(block, letters[role]), style };
  });
}

/** The first that a cell holds gives its colour. */
const ROLES: readonly Role[] = ["porteur", "executant", "consulte", "informe"];

const STYLES: Readonly<Record<Role, Highlight["style"]>> = {
  porteur: TONES["en-cours"],
  executant: TONES.fait,
  consulte: TONES.attention,
  informe: TONES.ecarte,
};

/** Written for the first cell of the block; Excel takes no list of values between braces there. */
function formulaOf({ top, left }: Block, lettre: Lettre): string {
  const cell = `${columnLetters(left)}${top}`;
  const typed = `SUBSTITUTE(SUBSTITUTE(UPPER(${cell})," ",""),"/","")`;
  const ways = waysOf(lettre).join("|");
  return `=AND(ISNUMBER(FIND("|"&${typed}&"|","|${ways}|")),${markFormula(MARQUE)}=0)`;
}

/** `R`, `(R)`, `R/A` and `A/R` without their bar, `R,A`, `R et A` without its spaces. */
function waysOf(lettre: Lettre): readonly string[] {
  const others = Object.values(LETTRES.ANAP).filter((other) => other !== lettre);
  const pairs = others.flatMap((other) => [`${lettre}${other}`, `${other}${lettre}`, `${lettre},${other}`]);
  return [lettre, `(${lettre})`, ...pairs, "RETA", "AETR"].filter((way) => way.includes(lettre));
}
