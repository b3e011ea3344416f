import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { mergeClasses } from "@fluentui/react-components";
import type { EtudePlanning, Scenario } from "../../../domain/retro-planning/etude";
import type { Place } from "../../../domain/sheets/grid";
import { Section } from "../../components/Section";
import { GanttLegend, GanttRow } from "./GanttRow";
import { type Deplie, groupTaches, PAGE, type RangeeGantt, rowsOf, scaleOf } from "./gantt-rows";
import { useGanttStyles } from "./gantt.styles";
import type { Lieux } from "./lieux";
import { mots } from "./textes-planning";

interface GanttProps {
  readonly etude: EtudePlanning;
  readonly scenario: Scenario;
  readonly lieux: Lieux;
  readonly onShow: (at: Place) => void;
}

/** The tasks on their time, phases folded. A tree that ↓ ↑ walk, → ← unfold, and whose text says all that is drawn. */
export const Gantt = memo(function Gantt({ etude, scenario, lieux, onShow }: GanttProps) {
  const styles = useGanttStyles();
  const { aujourdhui, cible } = etude.demande;
  const groupes = useMemo(() => groupTaches(etude, scenario), [etude, scenario]);
  const echelle = useMemo(() => scaleOf(groupes, aujourdhui, cible.jour), [groupes, aujourdhui, cible.jour]);
  const [deplie, setDeplie] = useState<Deplie>({});
  const rows = useMemo(() => rowsOf(groupes, deplie), [groupes, deplie]);
  const { grid, tabStop, moveTo, visit } = useRovingRows(rows);
  if (rows.length === 0) return null;

  const fold = (key: string, limit: number) => {
    setDeplie((known) => ({ ...known, [key]: limit }));
  };
  const act = (row: RangeeGantt) => {
    visit(row.key);
    if (row.kind === "phase") fold(row.key, row.isOpen ? 0 : PAGE);
    else if (row.kind === "suite") {
      const first = groupes.find(({ phase }) => `p${phase ?? ""}` === row.parent)?.taches[limitOf(row, rows)];
      fold(row.parent, limitOf(row, rows) + 2 * PAGE);
      if (first !== undefined) moveTo(first.key);
    } else {
      const at = lieux.placeOf(row.ligne.etudiee.tache.id);
      if (at !== null) onShow(at);
    }
  };
  const press = (event: KeyboardEvent, row: RangeeGantt, index: number) => {
    const target = targetOf(event.key, row, index, rows);
    if (target === null) return;
    event.preventDefault();
    if (target === "act") act(row);
    else if (target === "open" || target === "close") fold(row.key, target === "open" ? PAGE : 0);
    else moveTo(target);
  };
  return (
    <Section titre={mots.gantt.titre}>
      <div className={styles.axis} aria-hidden>
        {echelle.reperes.map(({ at, mois }) => (
          <span key={at} className={styles.month} style={{ left: `${String(at)}%` }}>
            {mois}
          </span>
        ))}
      </div>
      <div ref={grid} role="treegrid" aria-label={mots.gantt.titre} aria-readonly>
        <div role="row" className={styles.hidden}>
          {Object.values(mots.gantt.colonnes).map((title) => (
            <span key={title} role="columnheader">
              {title}
            </span>
          ))}
        </div>
        {rows.map((row, index) => (
          <div
            key={row.key}
            role="row"
            tabIndex={row.key === tabStop ? 0 : -1}
            data-rangee={row.key}
            aria-level={row.kind === "phase" || (row.kind === "tache" && row.parent === null) ? 1 : 2}
            {...(row.kind === "phase" && { "aria-expanded": row.isOpen })}
            className={mergeClasses(styles.row)}
            onClick={() => {
              act(row);
            }}
            onFocus={() => {
              visit(row.key);
            }}
            onKeyDown={(event) => {
              press(event, row, index);
            }}
          >
            <GanttRow row={row} echelle={echelle} aujourdhui={aujourdhui} cible={cible.jour} lieux={lieux} />
          </div>
        ))}
      </div>
      <GanttLegend />
      <p className={styles.keys}>{mots.gantt.touches}</p>
    </Section>
  );
});

/** Tab reaches one row; the arrows go from there. */
function useRovingRows(rows: readonly RangeeGantt[]) {
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [current, visit] = useState<string | null>(null);
  const tabStop = rows.some(({ key }) => key === current) ? current : (rows[0]?.key ?? null);
  useEffect(() => {
    if (wanted.current === null) return;
    const row = grid.current?.querySelector<HTMLElement>(`[data-rangee="${CSS.escape(wanted.current)}"]`);
    wanted.current = null;
    row?.scrollIntoView({ block: "nearest" });
    row?.focus({ preventScroll: true });
  });
  const moveTo = (key: string) => {
    wanted.current = key;
    visit(key);
  };
  return { grid, tabStop, moveTo, visit };
}

type Target = string | null;

/** What a key asks for: the key of another row, something done to this one, or nothing of ours. */
function targetOf(key: string, row: RangeeGantt, index: number, rows: readonly RangeeGantt[]): Target {
  const at = (place: number): Target => rows[Math.min(Math.max(place, 0), rows.length - 1)]?.key ?? null;
  switch (key) {
    case "ArrowDown":
      return at(index + 1);
    case "ArrowUp":
      return at(index - 1);
    case "Home":
      return at(0);
    case "End":
      return at(rows.length - 1);
    case "PageDown":
      return at(index + 10);
    case "PageUp":
      return at(index - 10);
    case "Enter":
    case " ":
      return "act";
    case "ArrowRight":
      if (row.kind !== "phase") return null;
      return row.isOpen ? at(index + 1) : "open";
    case "ArrowLeft":
      if (row.kind === "phase") return row.isOpen ? "close" : null;
      return row.parent;
    default:
      return null;
  }
}

/** How many tasks of its phase are drawn. */
function limitOf({ parent }: Extract<RangeeGantt, { readonly kind: "suite" }>, rows: readonly RangeeGantt[]): number {
  return rows.filter((row) => row.kind === "tache" && (row.parent === parent || row.parent === null)).length;
}
