import { useCallback, useEffect, useRef, type ReactNode } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Entry, SeverityGroup } from "../screens/controles/classement";
import { PAGE, type Controles } from "../screens/controles/use-controles";
import { GRAVITES, ISSUES, nombre, textes } from "../textes";
import { ConstatItem } from "./ConstatItem";
import { small } from "../texte.styles";

interface ConstatListProps {
  readonly controles: Controles;
  readonly onGo: (entry: Entry) => void;
}

/** The constats, by outcome then severity. ↓ ↑ go through them; Tab reaches one constat at a time. */
export function ConstatList({ controles, onGo }: ConstatListProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const { current, tabStop } = controles;

  const latest = useRef({ controles, onGo });
  useEffect(() => {
    latest.current = { controles, onGo };
  });
  const go = useCallback((entry: Entry) => {
    latest.current.onGo(entry);
  }, []);
  const toggle = useCallback((entry: Entry, isOpen: boolean) => {
    latest.current.controles.toggle(entry, isOpen);
  }, []);

  useEffect(() => {
    if (current === null) return;
    const item = list.current?.querySelector(`[data-rank="${String(current.rank)}"]`);
    item?.scrollIntoView({ block: "nearest" });
    if (wantsFocus.current) item?.querySelector("button")?.focus({ preventScroll: true });
    wantsFocus.current = false;
  }, [current]);

  useEffect(() => {
    const element = list.current;
    const move = (event: KeyboardEvent) => {
      const rank = rankOf(event.target);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (rank === null || step === undefined) return;
      event.preventDefault();
      const entry = latest.current.controles.entries[rank + step];
      if (!entry) return;
      wantsFocus.current = true;
      latest.current.controles.visit(entry);
    };
    element?.addEventListener("keydown", move);
    return () => {
      element?.removeEventListener("keydown", move);
    };
  }, []);

  return (
    <div ref={list}>
      {controles.groups.map((outcome) => (
        <section key={outcome.outcome} aria-labelledby={`issue-${outcome.outcome}`}>
          <h3 id={`issue-${outcome.outcome}`} className={styles.outcome}>
            {ISSUES[outcome.outcome]}
            <span className={styles.count}>{nombre(outcome.count)}</span>
          </h3>
          {outcome.groups.map((group) => (
            <Group
              key={group.severity}
              group={group}
              limit={controles.limitOf(outcome.outcome, group.severity)}
              onMore={() => {
                controles.showMore(outcome.outcome, group.severity);
              }}
            >
              {(entry) => (
                <ConstatItem
                  key={entry.rank}
                  entry={entry}
                  isCurrent={entry.rank === current?.rank}
                  isTabStop={entry.rank === tabStop}
                  isOpen={controles.isOpen(entry)}
                  onGo={go}
                  onToggle={toggle}
                />
              )}
            </Group>
          ))}
        </section>
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: SeverityGroup;
  readonly limit: number;
  readonly onMore: () => void;
  readonly children: (entry: Entry) => ReactNode;
}

function Group({ group, limit, onMore, children }: GroupProps) {
  const styles = useStyles();
  const rest = group.entries.length - limit;
  return (
    <>
      <h4 className={styles.severity}>
        {GRAVITES[group.severity]}
        <span className={styles.count}>{nombre(group.entries.length)}</span>
      </h4>
      <ul className={styles.list}>{group.entries.slice(0, limit).map(children)}</ul>
      {rest > 0 && (
        <div className={styles.more}>
          <Button size="small" onClick={onMore}>
            {textes.afficherSuite(Math.min(rest, 2 * PAGE))}
          </Button>
        </div>
      )}
    </>
  );
}

/** Rank of the constat that holds an element. */
function rankOf(target: EventTarget | null): number | null {
  if (!(target instanceof Element)) return null;
  const rank = target.closest("[data-rank]")?.getAttribute("data-rank");
  return rank === null || rank === undefined ? null : Number(rank);
}

const useStyles = makeStyles({
  outcome: {
    display: "flex",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  severity: {
    display: "flex",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    ...small,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  count: {
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  list: { margin: 0, padding: 0 },
  more: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
});
