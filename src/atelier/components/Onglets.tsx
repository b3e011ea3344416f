import { useEffect, useRef, type KeyboardEvent } from "react";
import { mergeClasses } from "@fluentui/react-components";
import { EyeOff16Regular } from "@fluentui/react-icons/svg/eye-off";
import { useStyles } from "../atelier.styles";
import type { Session } from "../state";
import { textes } from "../textes";
import type { AtelierActions } from "../use-atelier";

interface OngletsProps {
  readonly session: Session;
  readonly actions: AtelierActions;
}

/** The tabs of the workbook, in its order; the hidden ones are there too, and say so. ← → go from one to the next. */
export function Onglets({ session, actions }: OngletsProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const { tabs } = session.snapshot;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [session.tab, tabs]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === session.tab);
    const target = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = target === undefined ? undefined : tabs[target];
    if (target === undefined || tab === undefined) return;
    event.preventDefault();
    actions.goToTab(tab.name);
    list.current?.querySelectorAll("button")[target]?.focus();
  };

  return (
    <footer className={styles.tabBar}>
      <div
        ref={list}
        role="tablist"
        tabIndex={-1}
        aria-label={textes.feuilles}
        className={styles.tabs}
        onKeyDown={onKeyDown}
      >
        {tabs.map(({ name, visibility }) => {
          const isCurrent = name === session.tab;
          return (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={isCurrent}
              aria-controls={isCurrent ? "feuille" : undefined}
              tabIndex={isCurrent ? 0 : -1}
              className={mergeClasses(styles.tab, isCurrent && styles.currentTab)}
              onClick={() => {
                actions.goToTab(name);
              }}
            >
              {visibility !== "visible" && <EyeOff16Regular aria-hidden />}
              {visibility === "visible" ? name : `${name} (${textes.masquee})`}
            </button>
          );
        })}
      </div>
      {session.isModified && <span className={styles.hint}>{textes.formules}</span>}
    </footer>
  );
}
