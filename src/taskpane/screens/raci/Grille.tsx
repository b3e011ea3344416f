import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from "react";
import { mergeClasses } from "@fluentui/react-components";
import type { Place } from "../../../domain/sheets/grid";
import { useGrilleStyles } from "./grille.styles";

/** A cell of a map: short to the eye, in words to the ear. */
export interface CaseGrille {
  readonly signes: ReactNode;
  readonly mots: string;
  /** From 0 to 3: how much there is in it. */
  readonly poids: number;
  /** `null`: there is no cell to go to. */
  readonly at: Place | null;
}

/** A line of a map. */
export interface RangeeGrille {
  readonly key: number;
  readonly titre: string;
  /** Beside the title: a sign to the eye, its words to the ear. */
  readonly marque: { readonly signe: string; readonly mots: string } | null;
  readonly at: Place | null;
  readonly cases: readonly CaseGrille[];
}

interface GrilleProps {
  readonly nom: string;
  /** Title of the column of titles, then of the others: in full, and short to the eye. */
  readonly coin: string;
  readonly colonnes: readonly { readonly titre: string; readonly court: string }[];
  readonly rangees: readonly RangeeGrille[];
  /** How many lines there are in all, drawn or not. */
  readonly total: number;
  /** The title stands above its cells, and takes the whole width. */
  readonly isAbove: boolean;
  readonly onShow: (at: Place) => void;
}

/** A map of cells that the arrows walk: Tab reaches one of them, Entrée goes to its cell in the sheet. */
export function Grille({ nom, coin, colonnes, rangees, total, isAbove, onShow }: GrilleProps) {
  const styles = useGrilleStyles();
  const { grid, isTabStop, visit, press } = useRovingCells(rangees, colonnes.length, onShow);
  const count = String(Math.max(1, colonnes.length));
  // The fewer columns, the more room for the names.
  const nameShare = String(Math.max(2, 8 - colonnes.length));
  const columns: CSSProperties = isAbove
    ? {}
    : { gridTemplateColumns: `minmax(72px, ${nameShare}fr) repeat(${count}, minmax(26px, 1fr))` };
  const line = isAbove ? styles.lines : styles.row;
  const propsOf = (row: number, column: number, at: Place | null) => ({
    tabIndex: isTabStop(row, column) ? 0 : -1,
    "data-place": `${String(row)} ${String(column)}`,
    onFocus: () => {
      visit(row, column);
    },
    onKeyDown: (event: KeyboardEvent) => {
      press(event, row, column);
    },
    ...(at !== null && {
      onClick: () => {
        onShow(at);
      },
    }),
  });
  return (
    <div ref={grid} role="grid" aria-label={nom} aria-readonly aria-rowcount={total + 1} className={styles.grid}>
      <div
        role="row"
        aria-rowindex={1}
        className={isAbove ? styles.hidden : mergeClasses(line, styles.head)}
        style={columns}
      >
        <span role="columnheader" className={styles.corner}>
          {coin}
        </span>
        {colonnes.map(({ titre, court }) => (
          <span key={titre} role="columnheader" className={styles.column} title={titre}>
            <span aria-hidden>{court}</span>
            <span className={styles.hidden}>{titre}</span>
          </span>
        ))}
      </div>
      {rangees.map(({ key, titre, marque, at, cases }, row) => (
        <div key={key} role="row" aria-rowindex={row + 2} className={line} style={columns}>
          <span
            role="rowheader"
            title={titre}
            className={mergeClasses(styles.cell, styles.name, isAbove && styles.above, at !== null && styles.goes)}
            {...propsOf(row, 0, at)}
          >
            <span className={isAbove ? styles.whole : styles.clamp}>{titre}</span>
            {marque !== null && (
              <>
                <span aria-hidden className={styles.mark}>
                  {marque.signe}
                </span>
                <span className={styles.hidden}>{`, ${marque.mots}`}</span>
              </>
            )}
          </span>
          {cases.map((one, index) => (
            <span
              key={colonnes[index]?.titre ?? index}
              role="gridcell"
              className={mergeClasses(
                styles.cell,
                isAbove ? styles.words : styles.figures,
                !isAbove && POIDS[one.poids] !== undefined && styles[POIDS[one.poids] ?? "leger"],
                one.at !== null && styles.goes,
              )}
              {...propsOf(row, index + 1, one.at)}
            >
              <span aria-hidden className={styles.signs}>
                {one.signes}
              </span>
              <span className={styles.hidden}>{one.mots}</span>
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

const POIDS = [undefined, "leger", "moyen", "fort"] as const;

/** Tab reaches one cell; the arrows go from there. */
function useRovingCells(rangees: readonly RangeeGrille[], columns: number, onShow: (at: Place) => void) {
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [current, setCurrent] = useState({ row: 0, column: 0 });
  const stop = { row: Math.min(current.row, rangees.length - 1), column: Math.min(current.column, columns) };
  useEffect(() => {
    if (wanted.current === null) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`);
    wanted.current = null;
    cell?.scrollIntoView({ block: "nearest" });
    cell?.focus({ preventScroll: true });
  });
  const visit = (row: number, column: number) => {
    setCurrent((known) => (known.row === row && known.column === column ? known : { row, column }));
  };
  return {
    grid,
    isTabStop: (row: number, column: number) => stop.row === row && stop.column === column,
    visit,
    press: (event: KeyboardEvent, row: number, column: number) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        const line = rangees[row];
        const at = (column === 0 ? line?.at : line?.cases[column - 1]?.at) ?? null;
        if (at !== null) onShow(at);
        return;
      }
      const target = targetOf(event, row, column, { row: rangees.length - 1, column: columns });
      if (target === null) return;
      event.preventDefault();
      wanted.current = `${String(target.row)} ${String(target.column)}`;
      setCurrent(target);
    },
  };
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const JUMP = 10;

function targetOf({ key, ctrlKey }: KeyboardEvent, row: number, column: number, last: CellPlace): CellPlace | null {
  const at = (toRow: number, toColumn: number): CellPlace => ({
    row: Math.min(Math.max(toRow, 0), last.row),
    column: Math.min(Math.max(toColumn, 0), last.column),
  });
  switch (key) {
    case "ArrowDown":
      return at(row + 1, column);
    case "ArrowUp":
      return at(row - 1, column);
    case "ArrowRight":
      return at(row, column + 1);
    case "ArrowLeft":
      return at(row, column - 1);
    case "Home":
      return at(ctrlKey ? 0 : row, 0);
    case "End":
      return at(ctrlKey ? last.row : row, last.column);
    case "PageDown":
      return at(row + JUMP, column);
    case "PageUp":
      return at(row - JUMP, column);
    default:
      return null;
  }
}
