import { useRef } from "react";
import { Button } from "@fluentui/react-components";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { Save20Regular } from "@fluentui/react-icons/svg/save";
import { useStyles } from "../atelier.styles";
import type { Session } from "../state";
import { textes } from "../textes";
import type { AtelierActions } from "../use-atelier";
import { FileInput } from "./FileInput";

interface OutilsProps {
  readonly session: Session;
  readonly actions: AtelierActions;
}

/** Top of the page: the file, and what can be done with it. */
export function Outils({ session, actions }: OutilsProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <header className={styles.tools}>
      <h1 className={styles.file}>
        <span className={styles.fileName}>{session.classeur.name}</span>
        {session.isModified && <span className={styles.modified}>{textes.modifie}</span>}
      </h1>
      <Button
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        disabledFocusable={!session.classeur.canUndo}
        onClick={actions.undo}
      >
        {textes.annulerSaisie}
      </Button>
      <Button appearance="subtle" icon={<FolderOpen20Regular />} onClick={() => input.current?.click()}>
        {textes.ouvrir}
      </Button>
      <Button
        appearance={session.isModified ? "primary" : "secondary"}
        icon={<Save20Regular />}
        disabledFocusable={!session.isModified}
        onClick={actions.save}
      >
        {textes.enregistrer}
      </Button>
      <FileInput ref={input} onFile={actions.bring} />
    </header>
  );
}
