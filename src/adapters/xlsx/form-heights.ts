import type { CellContent, CellStyle } from "../../application/ports/tab-form";

/** Height of a line of text of the default font, in points, and the tallest row Excel allows. */
const LINE = 15;
const TALLEST = 409;
/** Width of a column of which nothing is said, in characters. */
const USUAL_WIDTH = 9;

/**
 * Height in points of a row whose texts wrap, near enough for it to be read before anybody touches it; `null` where the
 * usual height is right. Excel measures again as soon as a cell of the row changes.
 */
export function rowHeight(
  cells: readonly CellContent[],
  widths: readonly number[],
  lookOf: (index: number) => CellStyle,
): number | null {
  const heights = cells.map((content, index) => {
    const { wrap = false, size = 11, bold = false } = lookOf(index);
    const lines = typeof content === "string" && wrap ? countLines(content, widths[index] ?? USUAL_WIDTH, bold) : 1;
    return lines * LINE * Math.max(1, size / 11);
  });
  const height = Math.max(LINE, ...heights);
  return height === LINE ? null : Math.min(TALLEST, Math.ceil(height));
}

/** Lines that a text fills when it is cut between words. */
function countLines(text: string, width: number, isBold: boolean): number {
  const room = Math.max(1, Math.floor(isBold ? width * 0.9 : width * 1.05));
  return text.split("\n").reduce((lines, paragraph) => lines + countWrapped(paragraph, room), 0);
}

function countWrapped(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of paragraph.split(" ")) {
    const wanted = used === 0 ? length : used + 1 + length;
    if (wanted <= room) {
      used = wanted;
      continue;
    }
    // A word longer than the line is cut by Excel itself.
    lines += (used === 0 ? 0 : 1) + Math.floor((length - 1) / room);
    used = ((length - 1) % room) + 1;
  }
  return lines;
}
