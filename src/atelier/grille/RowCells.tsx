import { memo, type ReactNode } from "react";
import { mergeClasses } from "@fluentui/react-components";
import { type Cell, cellAt, isCellError, type Tab } from "../../domain/sheets/grid";
import type { TabLook } from "../opened-file";
import { formatCell } from "../saisie/format-cell";
import { cellId } from "./cell-id";
import { areaAt, type Geometry, reachOf, ROW_HEADER_WIDTH, ROW_HEIGHT } from "./geometry";
import { useStyles } from "./grille.styles";

interface RowCellsProps {
  readonly row: number;
  readonly tab: Tab;
  readonly look: TabLook;
  readonly dateSystem: 1900 | 1904;
  readonly geometry: Geometry;
  readonly first: number;
  readonly last: number;
  /** Column of the selected cell, when it is in this row. */
  readonly selected: number | null;
  /** Where the person is typing, when it is in this row. */
  readonly input: ReactNode;
}

/** The cells of a row that hold something, and the selected one. */
export const RowCells = memo(function RowCells(props: RowCellsProps) {
  const { row, tab, look, dateSystem, geometry, selected, input } = props;
  const styles = useStyles();
  const line = tab.cells[row - 1] ?? [];
  return columnsToShow(line, tab, row, props).map((column) => {
    const cell = cellAt(tab.cells, row, column);
    const area = areaAt(tab, { row, column });
    if (area.top !== row || area.left !== column) return null;
    const isMerged = area.bottom > area.top || area.right > area.left;
    const isSelected = column === selected;
    const isFree = typeof cell === "string" && !isMerged && !(isSelected && input);
    const right = isFree ? reachOf(cell, line, column, geometry) : area.right;
    const bottom = geometry.indexOf(area.bottom + 1);
    return (
      <div
        key={column}
        id={isSelected ? cellId(row, column) : undefined}
        role="gridcell"
        aria-colindex={column + 1}
        aria-selected={isSelected}
        className={mergeClasses(
          styles.cell,
          alignment(cell, styles),
          isMerged && styles.merged,
          look.isBold(row, column) && styles.bold,
        )}
        style={{
          left: ROW_HEADER_WIDTH + geometry.leftOf(column),
          width: geometry.leftOf(right + 1) - geometry.leftOf(column) - 1,
          height: ROW_HEIGHT * Math.max(1, bottom - geometry.indexOf(row)) - 1,
        }}
      >
        {isSelected && input ? input : formatCell(cell, look.format(row, column), dateSystem)}
      </div>
    );
  });
});

function columnsToShow(line: readonly Cell[], tab: Tab, row: number, props: RowCellsProps): readonly number[] {
  const { first, last, selected, geometry } = props;
  const columns = new Set<number>();
  for (let column = first; column <= last; column += 1) if ((line[column - 1] ?? null) !== null) columns.add(column);
  const before = lastFilledBefore(line, first);
  if (before !== null) columns.add(before);
  for (const merge of tab.merges)
    if (merge.top === row && merge.left <= last && merge.right >= first) columns.add(merge.left);
  if (selected !== null) columns.add(selected);
  return [...columns].filter((column) => geometry.widthOf(column) > 0).sort((one, other) => one - other);
}

/** A text that begins out of sight may run into it. */
function lastFilledBefore(line: readonly Cell[], first: number): number | null {
  for (let column = Math.min(first - 1, line.length); column > 0; column -= 1) {
    if ((line[column - 1] ?? null) !== null) return typeof line[column - 1] === "string" ? column : null;
  }
  return null;
}

function alignment(cell: Cell, styles: ReturnType<typeof useStyles>): string {
  if (typeof cell === "number") return styles.number;
  if (typeof cell === "boolean" || isCellError(cell)) return styles.centered;
  return styles.text;
}
