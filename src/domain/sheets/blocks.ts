import { type Area, parseAddress, toAddress } from "./grid";

/** A rectangle, of whatever tab. */
type Block = Omit<Area, "tab">;

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

/** Whether a cell is in the rectangle. */
export function holds({ top, left, bottom, right }: Block, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

/** Whether two rectangles share a cell. */
export function overlaps(one: Block, other: Block): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** Whether the first rectangle holds all the cells of the other. */
export function covers(one: Block, other: Block): boolean {
  return one.top <= other.top && other.bottom <= one.bottom && one.left <= other.left && other.right <= one.right;
}

/** What is left of a rectangle without another: above, left, right and below, in reading order of their first cells. */
export function subtract<B extends Block>(from: B, taken: Block): readonly B[] {
  if (!overlaps(from, taken)) return [from];
  const top = Math.max(from.top, taken.top);
  const bottom = Math.min(from.bottom, taken.bottom);
  const left: readonly B[] = [
    { ...from, bottom: top - 1 },
    { ...from, top, bottom, right: taken.left - 1 },
    { ...from, top, bottom, left: taken.right + 1 },
    { ...from, top: bottom + 1 },
  ];
  return left.filter((block) => block.top <= block.bottom && block.left <= block.right);
}
