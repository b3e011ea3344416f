import { Button, Spinner } from "@fluentui/react-components";
import { describeFailure } from "../../application/failure";
import { FailureMessage } from "../../taskpane/components/FailureMessage";
import { useStyles } from "../atelier.styles";
import type { Notice } from "../state";
import { textes } from "../textes";
import type { AtelierActions } from "../use-atelier";

interface MessagesProps {
  readonly notice: Notice | null;
  readonly actions: AtelierActions;
}

/** Between the tools and the sheet: a refusal, or a question before anything is lost. */
export function Messages({ notice, actions }: MessagesProps) {
  const styles = useStyles();
  if (notice === null) return null;
  if (notice.kind === "opening") {
    return (
      <div className={styles.message}>
        <Spinner size="tiny" label={textes.ouverture(notice.name)} />
      </div>
    );
  }
  if (notice.kind === "refused") {
    return (
      <div className={styles.message}>
        <FailureMessage text={describeFailure(notice.failure)} />
        <Button onClick={actions.dismiss}>{textes.fermer}</Button>
      </div>
    );
  }
  const { file } = notice;
  return (
    <div role="alert" className={styles.message}>
      <p className={styles.question}>{textes.remplacer(file.name)}</p>
      <Button appearance="primary" onClick={actions.dismiss}>
        {textes.garder}
      </Button>
      <Button
        onClick={() => {
          actions.replace(file);
        }}
      >
        {textes.remplacerQuandMeme}
      </Button>
    </div>
  );
}
