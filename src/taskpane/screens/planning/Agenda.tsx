import { useState } from "react";
import { Button, Field, Textarea } from "@fluentui/react-components";
import { ArrowDownload16Regular } from "@fluentui/react-icons/svg/arrow-download";
import { useBug } from "../../components/BugBoundary";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";

/** A file of events, ready to be given. */
export interface Agenda {
  readonly fichier: string;
  readonly texte: string;
  readonly evenements: number;
}

interface AgendaExportProps {
  /** `null`: it could not be made, and why is said elsewhere. */
  readonly onExport: () => Promise<Agenda | null>;
}

/** A page lets go of a file once the browser had time to take it. */
const TAKEN = 10_000;

/** The milestones and deadlines for Outlook: a file where the host lets one out, its text everywhere. */
export function AgendaExport({ onExport }: AgendaExportProps) {
  const styles = useStyles();
  const throwBug = useBug();
  const [isMaking, setMaking] = useState(false);
  const [agenda, setAgenda] = useState<Agenda | null>(null);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const make = () => {
    if (isMaking) return;
    setMaking(true);
    setCopied(null);
    onExport()
      .then((made) => {
        setMaking(false);
        setAgenda(made);
        if (made !== null) download(made);
      })
      .catch(throwBug);
  };
  const copy = (texte: string) => {
    copyText(texte).then(setCopied).catch(throwBug);
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button size="small" icon={<ArrowDownload16Regular />} disabledFocusable={isMaking} onClick={make}>
          {isMaking ? mots.echeances.exportEnCours : mots.echeances.exporter}
        </Button>
      </div>
      <div role="status">
        {agenda !== null && <p className={styles.said}>{mots.echeances.exporte(agenda.fichier, agenda.evenements)}</p>}
        {isCopied !== null && (
          <p className={styles.said}>{isCopied ? mots.echeances.copie : mots.echeances.copieImpossible}</p>
        )}
      </div>
      {agenda !== null && (
        <div className={styles.after}>
          <p className={styles.quiet}>{mots.echeances.rienDApparu}</p>
          <Button
            size="small"
            onClick={() => {
              copy(agenda.texte);
            }}
          >
            {mots.echeances.copier}
          </Button>
          {isCopied === false && (
            <Field label={mots.echeances.texte}>
              <Textarea
                className={styles.raw}
                readOnly
                value={agenda.texte}
                onFocus={({ target }) => {
                  target.select();
                }}
              />
            </Field>
          )}
        </div>
      )}
    </>
  );
}

/** No event tells whether the host took it: what to do otherwise is always said. */
function download({ fichier, texte }: Agenda): void {
  const url = URL.createObjectURL(new Blob([texte], { type: "text/calendar;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fichier;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, TAKEN);
}

/** Whether the text is on the clipboard: a frame of another site may not reach it. */
async function copyText(texte: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(texte);
    return true;
  } catch {
    // Refused by the host or the browser: the text is then shown, to be copied by hand.
    return false;
  }
}
