import { Button, mergeClasses } from "@fluentui/react-components";
import type { FeuilleComprise } from "../../../application/commands/describe-classeur";
import type { Correspondance } from "../../../domain/sheets/correspondance";
import { sheets } from "../../../domain/sheets/catalogue";
import { FoldLine } from "../../components/FoldLine";
import { textes } from "../../textes";
import { useStyles } from "./classeur.styles";
import { CorrespondanceForm } from "./CorrespondanceForm";

interface FeuilleItemProps {
  readonly feuille: FeuilleComprise;
  readonly onKeep: (said: Correspondance | null) => void;
}

const mots = textes.classeur;

/** One tab on one line: what it is read as, and how surely. Why, and the way to say otherwise, unfold. */
export function FeuilleItem({ feuille, onKeep }: FeuilleItemProps) {
  const styles = useStyles();
  const { tab, visibility, attachment, candidate, unfollowed } = feuille;
  const understood = attachment ?? candidate;
  return (
    <li className={styles.sheet}>
      <FoldLine
        label={visibility === "visible" ? tab : `${tab} (${mots.cachee})`}
        detail={sayWhat(feuille)}
        below={
          <>
            {unfollowed !== null && <p className={mergeClasses(styles.quiet, styles.under)}>{unfollowed}</p>}
            <Doubt feuille={feuille} onKeep={onKeep} />
          </>
        }
      >
        {() => (
          <div className={styles.detail}>
            {understood !== null && (
              <ul className={styles.reasons}>
                <li>{textes.reconnuLigne(sheets[understood.sheet].tab, understood.headerRows)}</li>
                {understood.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
            <CorrespondanceForm feuille={feuille} onKeep={onKeep} />
          </div>
        )}
      </FoldLine>
    </li>
  );
}

/** What she alone can say, where we are not sure. */
function Doubt({ feuille: { tab, attachment, candidate, said }, onKeep }: FeuilleItemProps) {
  const styles = useStyles();
  const understood = candidate ?? (attachment?.isSure === false ? attachment : null);
  if (understood === null || said !== null) return null;
  return (
    <div role="group" aria-label={tab} className={styles.under}>
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
  );
}

/** « Plan d’actions · sûr »; the table is not named again where the tab bears its name. */
function sayWhat({ tab, attachment, candidate, said }: FeuilleComprise): string {
  if (attachment !== null) {
    const table = sheets[attachment.sheet].tab;
    const certainty = said !== null ? mots.ditParVous : attachment.isSure ? textes.sur : textes.aConfirmer;
    return table === tab ? certainty : `${table} · ${certainty}`;
  }
  if (candidate !== null && said === null) return mots.ressemble(sheets[candidate.sheet].tab);
  return said === null ? "" : `${mots.pasUnTableau} · ${mots.ditParVous}`;
}
