import { useEffect, useState, type DragEvent } from "react";
import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Snapshot } from "../application/ports/workbook";
import type { Jour } from "../domain/calendrier/jour";
import { App } from "../taskpane/App";
import { BugBoundary, useBug } from "../taskpane/components/BugBoundary";
import { useIsDark } from "../taskpane/theme";
import { useStyles } from "./atelier.styles";
import { Accueil } from "./components/Accueil";
import { Feuille } from "./components/Feuille";
import { Messages } from "./components/Messages";
import { Outils } from "./components/Outils";
import type { CreateFile, OpenFile } from "./opened-file";
import { textes } from "./textes";
import { useAtelier } from "./use-atelier";

export interface AtelierProps {
  readonly open: OpenFile;
  readonly create: CreateFile;
  readonly today: () => Jour;
  /** Brings the example workbook. */
  readonly fetchExemple: () => Promise<File>;
}

/** A workbook without Excel: its sheets, and beside them the very pane that Excel shows. */
export function Atelier(props: AtelierProps) {
  const isDark = useIsDark(null);
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: "100%" }}>
      <BugBoundary>
        <Page {...props} />
      </BugBoundary>
    </FluentProvider>
  );
}

function Page({ open, create, today, fetchExemple }: AtelierProps) {
  const styles = useStyles();
  const onBug = useBug();
  const { state, actions, announcement, workbook } = useAtelier(open, create, onBug);
  const [isDraggedOver, setDraggedOver] = useState(false);
  useSwitchKey();

  const openExemple = () => {
    fetchExemple().then(actions.bring).catch(onBug);
  };
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setDraggedOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (event.currentTarget === event.target || event.relatedTarget === null) setDraggedOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDraggedOver(false);
      const [file] = event.dataTransfer.files;
      if (file) actions.bring(file);
    },
  };

  return (
    <div className={styles.page} {...dropping}>
      {state.status === "open" ? (
        <>
          <Outils session={state.session} actions={actions} />
          <Messages notice={state.notice} actions={actions} />
          <div className={styles.work}>
            <Feuille session={state.session} actions={actions} />
            <aside id="volet" aria-label={textes.volet} className={styles.pane}>
              {workbook && (
                <App
                  key={keyOf(workbook)}
                  workbook={workbook}
                  today={today}
                  firstEcran={isBlank(state.session.snapshot) ? "classeur" : "controles"}
                  exemple={{ label: textes.accueil.exemple, open: openExemple }}
                />
              )}
            </aside>
          </div>
        </>
      ) : (
        <Accueil state={state} onFile={actions.bring} onExemple={openExemple} onCreate={actions.create} />
      )}
      {isDraggedOver && <div className={styles.drop}>{textes.deposer}</div>}
      <div role="status" className={styles.announcement}>
        {announcement}
      </div>
    </div>
  );
}

/** F6 goes from the sheet to the pane and back, as in Excel. */
function useSwitchKey(): void {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.key !== "F6") return;
      const pane = document.getElementById("volet");
      const isInPane = pane?.contains(document.activeElement) === true;
      const target = isInPane
        ? document.querySelector('[role="grid"]')
        : ["[aria-current] button", 'button[tabindex="0"]', "button"]
            .map((selector) => pane?.querySelector(selector))
            .find((found) => found instanceof HTMLElement);
      if (!(target instanceof HTMLElement)) return;
      event.preventDefault();
      target.focus();
    };
    document.addEventListener("keydown", move);
    return () => {
      document.removeEventListener("keydown", move);
    };
  }, []);
}

/** A workbook just begun: the pane offers to fill it. */
function isBlank({ tabs }: Snapshot): boolean {
  return tabs.every(({ cells }) => cells.length === 0);
}

const keys = new WeakMap<object, number>();

/** Another workbook is another pane, that knows nothing of the one before. */
function keyOf(workbook: object): number {
  const key = keys.get(workbook) ?? performance.now();
  keys.set(workbook, key);
  return key;
}
