import { Button } from "@fluentui/react-components";
import type { FeuilleComprise } from "../../../application/commands/describe-classeur";
import type { Correspondance } from "../../../domain/sheets/correspondance";
import { sheets } from "../../../domain/sheets/catalogue";
import { Disclosure } from "../../components/Disclosure";
import { textes } from "../../textes";
import { useStyles } from "./classeur.styles";
import { CorrespondanceForm } from "./CorrespondanceForm";

interface FeuilleItemProps {
  readonly feuille: FeuilleComprise;
  readonly onKeep: (said: Correspondance | null) => void;
}

const mots = textes.classeur;

/** One tab: what it is read as, how surely, and the way to say otherwise. */
export function FeuilleItem({ feuille, onKeep }: FeuilleItemProps) {
  const styles = useStyles();
  const { tab, visibility, attachment, candidate, said, unfollowed } = feuille;
  const understood = attachment ?? candidate;
  const isDoubtful = understood !== null && said === null && (candidate !== null || !understood.isSure);
  return (
    <li className={styles.sheet}>
      <h3 className={styles.name}>
        {tab}
        {visibility !== "visible" && <span className={styles.quiet}>{` (${mots.cachee})`}</span>}
      </h3>
      <p className={styles.is}>{sayWhat(feuille)}</p>
      {unfollowed !== null && <p className={styles.quiet}>{unfollowed}</p>}
      {isDoubtful && (
        <div className={styles.buttons}>
          <Button
            size="small"
            onClick={() => {
              onKeep({ tab, sheet: understood.sheet, headerRows: understood.headerRows });
            }}
          >
            {mots.confirmer}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              onKeep({ tab, sheet: null });
            }}
          >
            {mots.aucunTableau}
          </Button>
        </div>
      )}
      <Disclosure label={mots.corriger}>
        {() => (
          <>
            {understood !== null && (
              <ul className={styles.reasons}>
                {understood.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
            <CorrespondanceForm feuille={feuille} onKeep={onKeep} />
          </>
        )}
      </Disclosure>
    </li>
  );
}

/** « Plan d’actions, titres en ligne 4 · sûr ». */
function sayWhat({ attachment, candidate, said }: FeuilleComprise): string {
  if (attachment !== null) {
    const what = textes.reconnuLigne(sheets[attachment.sheet].tab, attachment.headerRows);
    const certainty = said !== null ? mots.ditParVous : attachment.isSure ? textes.sur : textes.aConfirmer;
    return `${what} · ${certainty}`;
  }
  if (candidate !== null && said === null) return mots.ressemble(sheets[candidate.sheet].tab);
  return said === null ? mots.pasUnTableau : `${mots.pasUnTableau} · ${mots.ditParVous}`;
}
