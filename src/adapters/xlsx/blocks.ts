import type { Block } from "../../application/ports/tab-form";
import { parseAddress, toAddress } from "../../domain/sheets/grid";

/** `A2:C9`, or `A2` for one cell. */
export function blockAddress({ top, left, bottom, right }: Block): string {
  const corner = toAddress({ row: top, column: left });
  const end = toAddress({ row: bottom, column: right });
  return corner === end ? corner : `${corner}:${end}`;
}

/** The rectangles of `A2:A9 C2`; whole columns or rows are written with all their ends by Excel. */
export function readBlocks(cells: string): readonly Block[] {
  return cells.split(/\s+/).flatMap((address) => parseAddress("", address) ?? []);
}

export function overlaps(one: Block, other: Block): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

export function covers(one: Block, other: Block): boolean {
  return one.top <= other.top && other.bottom <= one.bottom && one.left <= other.left && other.right <= one.right;
}

/** What is left of a rectangle without another: above, left, right and below, in reading order of their first cells. */
export function subtract(from: Block, taken: Block): readonly Block[] {
  if (!overlaps(from, taken)) return [from];
  const top = Math.max(from.top, taken.top);
  const bottom = Math.min(from.bottom, taken.bottom);
  const left: readonly Block[] = [
    { ...from, bottom: top - 1 },
    { top, bottom, left: from.left, right: taken.left - 1 },
    { top, bottom, left: taken.right + 1, right: from.right },
    { ...from, top: bottom + 1 },
  ];
  return left.filter((block) => block.top <= block.bottom && block.left <= block.right);
}
