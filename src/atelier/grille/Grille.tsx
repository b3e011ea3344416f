import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import { mergeClasses } from "@fluentui/react-components";
import { type Area, cellAt, columnLetters, range, type Tab, toAddress } from "../../domain/sheets/grid";
import { formatCell, toSaisie } from "../saisie/format-cell";
import { parseClipboard } from "../saisie/parse-saisie";
import type { TabLook } from "../opened-file";
import type { Position } from "../state";
import { textes } from "../textes";
import { cellId } from "./cell-id";
import { CellInput } from "./CellInput";
import {
  areaAt,
  geometryOf,
  ROW_HEADER_WIDTH,
  ROW_HEIGHT,
  visibleColumns,
  visibleRows,
  type Geometry,
} from "./geometry";
import { useStyles } from "./grille.styles";
import { moveFrom } from "./moves";
import { RowCells } from "./RowCells";

export interface GrilleProps {
  readonly tab: Tab;
  readonly look: TabLook;
  readonly dateSystem: 1900 | 1904;
  readonly selected: Position;
  /** The grid takes the focus each time this grows. */
  readonly focusAsked: number;
  readonly onSelect: (at: Position) => void;
  /** What was typed or pasted, from a cell to the right and down. */
  readonly onType: (at: Position, typed: readonly (readonly string[])[]) => void;
  readonly onUndo: () => void;
}

/** The cells of one tab: only those in sight are on the page. */
export function Grille({ tab, look, dateSystem, selected, focusAsked, onSelect, onType, onUndo }: GrilleProps) {
  const styles = useStyles();
  const grid = useRef<HTMLDivElement>(null);
  const geometry = useMemo(() => geometryOf(tab, look), [tab, look]);
  const [view, setView] = useState({ top: 0, left: 0, width: 0, height: 0 });
  const [typing, setTyping] = useState<string | null>(null);
  const area = areaAt(tab, selected);

  useView(grid, setView);
  const latest = useRef({ geometry, area });
  useLayoutEffect(() => {
    latest.current = { geometry, area };
  });
  useLayoutEffect(() => {
    if (grid.current) bringIntoView(grid.current, latest.current.geometry, latest.current.area);
  }, [selected, tab.name, focusAsked]);
  useEffect(() => {
    if (focusAsked > 0) grid.current?.focus({ preventScroll: true });
  }, [focusAsked]);

  const [firstRow, lastRow] = visibleRows(geometry, view.top, view.height);
  const [firstColumn, lastColumn] = visibleColumns(geometry, view.left, view.width);
  const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 2);

  const content = () => {
    const { row, column } = selected;
    return toSaisie(cellAt(tab.cells, row, column), look.formula(row, column), look.format(row, column), dateSystem);
  };
  const edit = () => {
    setTyping(content());
  };
  const move = (key: string, hasControl: boolean) => {
    const target = moveFrom(key, hasControl, selected, { tab, geometry, page });
    if (target) onSelect(target);
    return target !== null;
  };
  const commit = (typed: string, key: string | null) => {
    setTyping(null);
    if (typed !== content()) onType(selected, [[typed]]);
    if (key === null) return;
    grid.current?.focus({ preventScroll: true });
    move(key, false);
  };
  const cancel = () => {
    setTyping(null);
    grid.current?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (typing !== null || event.altKey) return;
    const hasControl = event.ctrlKey || event.metaKey;
    if (event.key === "F2") edit();
    else if (event.key === "Delete" || event.key === "Backspace") onType(selected, [[""]]);
    else if (hasControl && event.key.toLowerCase() === "z") onUndo();
    else if (event.key.length === 1 && !hasControl) setTyping(event.key);
    else if (
      event.key === "Tab" ||
      !move(event.key === "Enter" && event.shiftKey ? "Shift+Enter" : event.key, hasControl)
    )
      return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typing !== null) return;
    const { row, column } = selected;
    event.clipboardData.setData(
      "text/plain",
      formatCell(cellAt(tab.cells, row, column), look.format(row, column), dateSystem),
    );
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (typing !== null || text === "") return;
    onType(selected, parseClipboard(text));
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    if (event.target instanceof HTMLInputElement || grid.current === null) return;
    const at = positionAt(grid.current, geometry, event);
    if (at) onSelect({ row: areaAt(tab, at).top, column: areaAt(tab, at).left });
  };

  const rows = rowsToShow(tab, geometry, firstRow, lastRow, area.top);
  const input =
    typing === null ? null : (
      <CellInput label={textes.saisieDans(toAddress(selected))} initial={typing} onCommit={commit} onCancel={cancel} />
    );
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label={textes.feuille(tab.name)}
      aria-rowcount={geometry.rows.length + 1}
      aria-colcount={geometry.columns + 1}
      aria-activedescendant={typing === null ? cellId(area.top, area.left) : undefined}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onDoubleClick={edit}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <div
        role="presentation"
        className={styles.canvas}
        style={{ width: ROW_HEADER_WIDTH + geometry.width, height: ROW_HEIGHT + geometry.height }}
      >
        <ColumnHeaders geometry={geometry} first={firstColumn} last={lastColumn} current={selected.column} />
        <Lines geometry={geometry} first={firstColumn} last={lastColumn} />
        {rows.map((row) => (
          <div
            key={row}
            role="row"
            aria-rowindex={row + 1}
            className={styles.row}
            style={{ top: ROW_HEIGHT * (geometry.indexOf(row) + 1), width: ROW_HEADER_WIDTH + geometry.width }}
          >
            <div
              role="rowheader"
              aria-colindex={1}
              className={mergeClasses(styles.rowHeader, row === selected.row && styles.currentHeader)}
            >
              {row}
            </div>
            <RowCells
              row={row}
              tab={tab}
              look={look}
              dateSystem={dateSystem}
              geometry={geometry}
              first={firstColumn}
              last={lastColumn}
              selected={row === area.top ? area.left : null}
              input={row === area.top ? input : null}
            />
          </div>
        ))}
        <Selection geometry={geometry} area={area} />
      </div>
    </div>
  );
}

interface HeadersProps {
  readonly geometry: Geometry;
  readonly first: number;
  readonly last: number;
}

function ColumnHeaders({ geometry, first, last, current }: HeadersProps & { readonly current: number }) {
  const styles = useStyles();
  return (
    <div role="row" aria-rowindex={1} className={styles.headerRow}>
      <div role="presentation" className={styles.corner} />
      {range(first, last).map((column) => (
        <div
          key={column}
          role="columnheader"
          aria-colindex={column + 1}
          className={mergeClasses(styles.columnHeader, column === current && styles.currentHeader)}
          style={{ left: ROW_HEADER_WIDTH + geometry.leftOf(column), width: geometry.widthOf(column) }}
        >
          {columnLetters(column)}
        </div>
      ))}
    </div>
  );
}

/** Vertical rules; a cell that holds something hides those it runs over. */
function Lines({ geometry, first, last }: HeadersProps) {
  const styles = useStyles();
  return range(first, last).map((column) => (
    <div
      key={column}
      role="presentation"
      className={styles.line}
      style={{ left: ROW_HEADER_WIDTH + geometry.leftOf(column + 1) - 1 }}
    />
  ));
}

function Selection({ geometry, area }: { readonly geometry: Geometry; readonly area: Area }) {
  const styles = useStyles();
  const top = geometry.indexOf(area.top);
  return (
    <div
      role="presentation"
      className={styles.selection}
      style={{
        top: ROW_HEIGHT * (top + 1) - 1,
        left: ROW_HEADER_WIDTH + geometry.leftOf(area.left) - 1,
        width: geometry.leftOf(area.right + 1) - geometry.leftOf(area.left) + 1,
        height: ROW_HEIGHT * Math.max(1, geometry.indexOf(area.bottom + 1) - top) + 1,
      }}
    />
  );
}

/** Keeps what is scrolled to and how much is in sight. */
function useView(
  grid: RefObject<HTMLDivElement | null>,
  setView: (view: { top: number; left: number; width: number; height: number }) => void,
): void {
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const look = () => {
      setView({
        top: element.scrollTop,
        left: element.scrollLeft,
        width: element.clientWidth - ROW_HEADER_WIDTH,
        height: element.clientHeight - ROW_HEIGHT,
      });
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [grid, setView]);
}

function bringIntoView(grid: HTMLDivElement, geometry: Geometry, area: Area): void {
  const top = geometry.indexOf(area.top) * ROW_HEIGHT;
  const left = geometry.leftOf(area.left);
  const width = Math.min(geometry.widthOf(area.left), grid.clientWidth - ROW_HEADER_WIDTH);
  const bottomRoom = grid.clientHeight - 2 * ROW_HEIGHT;
  const rightRoom = grid.clientWidth - ROW_HEADER_WIDTH - width;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top > grid.scrollTop + bottomRoom) grid.scrollTop = top - bottomRoom;
  if (left < grid.scrollLeft) grid.scrollLeft = left;
  else if (left > grid.scrollLeft + rightRoom) grid.scrollLeft = left - rightRoom;
}

/** Rows in sight, the selected one, and the first row of the merged cells that reach into sight. */
function rowsToShow(tab: Tab, geometry: Geometry, first: number, last: number, selected: number): readonly number[] {
  const rows = new Set(geometry.rows.slice(first, last + 1));
  const [top, bottom] = [geometry.rows[first] ?? 1, geometry.rows[last] ?? 1];
  for (const merge of tab.merges)
    if (merge.top < top && merge.bottom >= top && merge.top <= bottom) rows.add(merge.top);
  rows.add(selected);
  return [...rows].sort((one, other) => one - other);
}

function positionAt(grid: HTMLDivElement, geometry: Geometry, event: MouseEvent): Position | null {
  const box = grid.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left - ROW_HEADER_WIDTH, event.clientY - box.top - ROW_HEIGHT];
  if (x < 0 || y < 0 || x > grid.clientWidth - ROW_HEADER_WIDTH || y > grid.clientHeight - ROW_HEIGHT) return null;
  const row = geometry.rows[Math.floor((y + grid.scrollTop) / ROW_HEIGHT)];
  const [column] = visibleColumns(geometry, x + grid.scrollLeft + 1, 0);
  return row === undefined ? null : { row, column };
}
