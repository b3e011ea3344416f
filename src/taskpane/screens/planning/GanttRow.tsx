import { memo, type CSSProperties } from "react";
import { mergeClasses } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import type { Jour } from "../../../domain/calendrier/jour";
import type { EchelleGantt, GroupePhase, LigneGantt, RangeeGantt } from "./gantt-rows";
import { useGanttStyles } from "./gantt.styles";
import type { Lieux } from "./lieux";
import { mots } from "./textes-planning";

interface GanttRowProps {
  readonly row: RangeeGantt;
  readonly echelle: EchelleGantt;
  readonly aujourdhui: Jour;
  readonly cible: Jour;
  readonly lieux: Lieux;
}

/** One row: its words, and under them its place in time, that only shows what the words say. */
export const GanttRow = memo(function GanttRow({ row, echelle, aujourdhui, cible, lieux }: GanttRowProps) {
  const styles = useGanttStyles();
  if (row.kind === "suite") {
    return (
      <span role="gridcell" className={mergeClasses(styles.name, styles.more)}>
        {mots.gantt.suite(row.reste)}
      </span>
    );
  }
  return (
    <>
      {row.kind === "phase" ? (
        <PhaseWords groupe={row.groupe} isOpen={row.isOpen} />
      ) : (
        <TacheWords ligne={row.ligne} name={lieux.nameOf(row.ligne.etudiee.tache.id)} />
      )}
      <div className={styles.strip} aria-hidden>
        {row.kind === "phase" ? (
          <PhaseBar groupe={row.groupe} echelle={echelle} />
        ) : (
          <TacheBar ligne={row.ligne} echelle={echelle} />
        )}
        <span className={styles.today} style={{ left: `${String(echelle.percent(aujourdhui))}%` }} />
        <span className={styles.target} style={{ left: `${String(echelle.percentEnd(cible))}%` }} />
      </div>
    </>
  );
});

function PhaseWords({ groupe, isOpen }: { readonly groupe: GroupePhase; readonly isOpen: boolean }) {
  const styles = useGanttStyles();
  const { phase, taches, critiques } = groupe;
  return (
    <div className={styles.words} role="presentation">
      <span role="gridcell" className={mergeClasses(styles.name, styles.phase)}>
        {isOpen ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}
        {phase ?? mots.gantt.sansPhase}
      </span>
      <span className={styles.detail} role="presentation">
        <Dates debut={groupe.debut} fin={groupe.fin} />
        <span role="gridcell">
          {mots.gantt.taches(taches.length)}
          {critiques > 0 && <span className={styles.critical}> · {mots.gantt.critiques(critiques)}</span>}
        </span>
      </span>
    </div>
  );
}

function TacheWords({ ligne, name }: { readonly ligne: LigneGantt; readonly name: string }) {
  const styles = useGanttStyles();
  const { dates, etudiee } = ligne;
  const isDone = etudiee.tache.finReelle !== null;
  return (
    <div className={styles.words} role="presentation">
      <span role="gridcell" className={styles.name}>
        {name}
      </span>
      <span className={styles.detail} role="presentation">
        <Dates debut={ligne.debut} fin={ligne.fin} />
        <span role="gridcell">
          {isDone || dates.marge === null ? (
            mots.gantt.terminee
          ) : (
            <>
              <span aria-hidden>{mots.gantt.marge(dates.marge)}</span>
              <span className={styles.hidden}>{mots.gantt.margeEnMots(dates.marge)}</span>
            </>
          )}
          {etudiee.tache.type !== "tache" && ` · ${mots.gantt.jalon}`}
          {dates.critique && <span className={styles.critical}> · {mots.gantt.critique}</span>}
        </span>
      </span>
    </div>
  );
}

/** Short to the eye; in words, with the weekday, to the ear. */
function Dates({ debut, fin }: { readonly debut: Jour | null; readonly fin: Jour | null }) {
  const styles = useGanttStyles();
  if (debut === null || fin === null) return <span role="gridcell">{mots.gantt.sansDate}</span>;
  return (
    <span role="gridcell">
      <span aria-hidden>{mots.gantt.court(debut, fin)}</span>
      <span className={styles.hidden}>{mots.gantt.duAu(debut, fin)}</span>
    </span>
  );
}

function PhaseBar({
  groupe: { debut, fin },
  echelle,
}: {
  readonly groupe: GroupePhase;
  readonly echelle: EchelleGantt;
}) {
  const styles = useGanttStyles();
  if (debut === null || fin === null) return null;
  return <span className={mergeClasses(styles.bar, styles.barPhase)} style={spanOf(debut, fin, echelle)} />;
}

function TacheBar({ ligne, echelle }: { readonly ligne: LigneGantt; readonly echelle: EchelleGantt }) {
  const styles = useGanttStyles();
  const { debut, fin, dates, etudiee } = ligne;
  if (debut === null || fin === null) return null;
  const isDone = etudiee.tache.finReelle !== null;
  if (etudiee.tache.type !== "tache") {
    return (
      <span
        className={mergeClasses(styles.milestone, (dates.critique || isDone) && styles.milestoneCritical)}
        style={{ left: `${String(echelle.percent(fin))}%` }}
      />
    );
  }
  const early = dates.debutAuPlusTot;
  return (
    <>
      {!isDone && early !== null && early < debut && (
        <span className={styles.slack} style={spanOf(early, debut, echelle)} />
      )}
      <span
        className={mergeClasses(styles.bar, isDone && styles.barDone, dates.critique && styles.barCritical)}
        style={spanOf(debut, fin, echelle)}
      />
    </>
  );
}

/** What each mark means. */
export function GanttLegend() {
  const styles = useGanttStyles();
  const full = { left: 0, right: 0 } as const;
  const signs = [
    [styles.today, { left: "8px" }, mots.gantt.legende.aujourdhui],
    [styles.target, { left: "8px" }, mots.gantt.legende.cible],
    [mergeClasses(styles.bar, styles.barCritical), full, mots.gantt.legende.critique],
    [styles.bar, full, mots.gantt.legende.tache],
    [styles.slack, full, mots.gantt.legende.marge],
  ] as const;
  return (
    <ul className={styles.legend}>
      {signs.map(([sign, style, label]) => (
        <li key={label} className={styles.sign}>
          <span className={styles.sample} aria-hidden>
            <span className={sign} style={style} />
          </span>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** From the morning of a day to the evening of another. */
function spanOf(debut: Jour, fin: Jour, { percent, percentEnd }: EchelleGantt): CSSProperties {
  const [left, right] = [percent(debut), percentEnd(fin)];
  return { left: `${String(left)}%`, width: `${String(Math.max(0, right - left))}%` };
}
