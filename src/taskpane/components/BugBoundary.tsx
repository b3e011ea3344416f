import { Component, useCallback, useState, type ReactNode } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { textes } from "../textes";
import { body } from "../texte.styles";

interface BoundaryState {
  readonly bug: string | null;
}

/** A bug stops the pane, never the workbook: it says so, with the words that will help to mend it. */
export class BugBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { bug: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { bug: error instanceof Error ? `${error.name} · ${error.message}` : String(error) };
  }

  override render(): ReactNode {
    return this.state.bug === null ? this.props.children : <Stopped bug={this.state.bug} />;
  }
}

/** Hands a bug met outside rendering (a promise) to the boundary above. */
export function useBug(): (error: unknown) => void {
  const [, setState] = useState(null);
  return useCallback((error: unknown) => {
    setState(() => {
      throw error;
    });
  }, []);
}

function Stopped({ bug }: { readonly bug: string }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.stopped}>
      <h1 className={styles.title}>{textes.panne.titre}</h1>
      <p>{textes.panne.rassurer}</p>
      <p>{textes.panne.suite}</p>
      <p className={styles.bug}>{bug}</p>
    </div>
  );
}

const useStyles = makeStyles({
  stopped: {
    padding: tokens.spacingHorizontalL,
    ...body,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  bug: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});
