import type { Highlight } from "../../application/ports/tab-form";
import { blockAddress } from "../../domain/sheets/blocks";
import { toFileFormula } from "./structured-reference";
import type { StyleSheet } from "./styles";
import { encodeXml } from "./xml";

/** A conditional format as the file writes it. The smaller the priority, the sooner it is looked at. */
export function highlightXml(
  prefix: string,
  { block, formula, style }: Highlight,
  priority: number,
  styles: StyleSheet,
): string {
  const p = prefix;
  const dxf = styles.differential(style);
  const rule = `<${p}cfRule type="expression" dxfId="${dxf}" priority="${priority}" stopIfTrue="1">`;
  const condition = `<${p}formula>${encodeXml(toFileFormula(formula, null))}</${p}formula></${p}cfRule>`;
  const element = `${p}conditionalFormatting`;
  return `<${element} sqref="${blockAddress(block)}">${rule}${condition}</${element}>`;
}
