import { useState } from "react";
import { Button, Field, Textarea } from "@fluentui/react-components";
import { ArrowDownload16Regular } from "@fluentui/react-icons/svg/arrow-download";
import { useBug } from "../../components/BugBoundary";
import { exportFile, type FileGiven } from "../../files/export-file";
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

/** The milestones and deadlines for Outlook: a file where the host lets one out, its text everywhere. */
export function AgendaExport({ onExport }: AgendaExportProps) {
  const styles = useStyles();
  const throwBug = useBug();
  const [isMaking, setMaking] = useState(false);
  const [given, setGiven] = useState<Given | null>(null);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const make = () => {
    if (isMaking) return;
    setMaking(true);
    setCopied(null);
    onExport()
      .then(giveAgenda)
      .then((made) => {
        setMaking(false);
        setGiven(made);
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
        {given !== null && <p className={styles.said}>{mots.echeances.exporte(given.fichier, given.evenements)}</p>}
        {isCopied !== null && (
          <p className={styles.said}>{isCopied ? mots.echeances.copie : mots.echeances.copieImpossible}</p>
        )}
      </div>
      {given !== null && given.way !== "choisi" && (
        <div className={styles.after}>
          <p className={styles.quiet}>{mots.echeances.rienDApparu}</p>
          <Button
            size="small"
            onClick={() => {
              copy(given.texte);
            }}
          >
            {mots.echeances.copier}
          </Button>
          {isCopied === false && (
            <Field label={mots.echeances.texte}>
              <Textarea
                className={styles.raw}
                readOnly
                value={given.texte}
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

/** An agenda, and how it left the page: but for a place she chose, what to do if nothing appears is said. */
interface Given extends Agenda {
  readonly way: FileGiven;
}

/** `null` when there is no file: it could not be made, or she closed the window that asks where. */
async function giveAgenda(agenda: Agenda | null): Promise<Given | null> {
  if (agenda === null) return null;
  const octets = new TextEncoder().encode(agenda.texte);
  const way = await exportFile({ nom: agenda.fichier, type: "text/calendar;charset=utf-8", octets });
  return way === "renonce" ? null : { ...agenda, way };
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
