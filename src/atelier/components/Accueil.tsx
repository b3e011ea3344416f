import { useRef } from "react";
import { Button, Spinner } from "@fluentui/react-components";
import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { describeFailure } from "../../application/failure";
import { FailureMessage } from "../../taskpane/components/FailureMessage";
import type { AtelierState } from "../state";
import { textes } from "../textes";
import { useStyles } from "../atelier.styles";
import { FileInput } from "./FileInput";

interface AccueilProps {
  readonly state: Exclude<AtelierState, { readonly status: "open" }>;
  readonly onFile: (file: File) => void;
  readonly onExemple: () => void;
  readonly onCreate: () => void;
}

/** Before a file is open: what the page does, and the three ways to begin. */
export function Accueil({ state, onFile, onExemple, onCreate }: AccueilProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const isOpening = state.status === "opening";
  return (
    <main className={styles.start}>
      <div className={styles.startBox}>
        <h1 className={styles.startTitle}>{textes.accueil.titre}</h1>
        <p className={styles.startText}>{textes.accueil.explication}</p>
        {state.status === "empty" && state.failure && <FailureMessage text={describeFailure(state.failure)} />}
        <div className={styles.startButtons}>
          <Button
            appearance="primary"
            size="large"
            icon={<FolderOpen20Regular />}
            disabledFocusable={isOpening}
            onClick={() => input.current?.click()}
          >
            {textes.accueil.choisir}
          </Button>
          <Button size="large" disabledFocusable={isOpening} onClick={onExemple}>
            {textes.accueil.exemple}
          </Button>
          <Button size="large" disabledFocusable={isOpening} onClick={onCreate}>
            {textes.accueil.preparer}
          </Button>
          {isOpening && <Spinner size="tiny" label={textes.ouverture(state.name)} />}
        </div>
        <p className={styles.startPromise}>{textes.accueil.promesse}</p>
        <FileInput ref={input} onFile={onFile} />
      </div>
    </main>
  );
}
