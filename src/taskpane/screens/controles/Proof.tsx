import type { CheckResult } from "../../../application/commands/check-classeur";
import { constatsOf } from "../../../domain/rules/report";
import { Disclosure } from "../../components/Disclosure";
import { textes } from "../../textes";
import { resultsWith } from "./classement";
import { useStyles } from "./controles.styles";
import { labelOf } from "./tables";

/** What is conforming, what had nothing to look at, and what was recognised: proof, folded. */
export function Proof({ result }: { readonly result: CheckResult }) {
  const styles = useStyles();
  const conformes = resultsWith(result.report, "conforme");
  const sansObjet = resultsWith(result.report, "sans-objet");
  const { attachments } = result;
  return (
    <div className={styles.section}>
      {constatsOf(result.report).length === 0 && <p className={styles.text}>{textes.rienAutre}</p>}
      {conformes.length > 0 && (
        <Disclosure label={textes.conformes(conformes.length)}>
          {() => <RuleTitles titles={conformes.map(({ rule }) => rule.title)} />}
        </Disclosure>
      )}
      {sansObjet.length > 0 && (
        <Disclosure label={textes.sansObjet(sansObjet.length)}>
          {() => <RuleTitles titles={sansObjet.map(({ rule }) => rule.title)} />}
        </Disclosure>
      )}
      <Disclosure label={textes.reconnu(attachments.length)}>
        {() => (
          <dl className={styles.recognised}>
            {attachments.map((attachment) => (
              <div key={`${attachment.tab}/${attachment.sheet}/${String(attachment.firstRow)}`} className={styles.tab}>
                <dt className={styles.tabName}>{attachment.tab}</dt>
                <dd className={styles.tabIs}>
                  {textes.reconnuLigne(labelOf(attachment.sheet), attachment.headerRows)}
                  <span className={styles.quiet}>{` · ${attachment.isSure ? textes.sur : textes.aConfirmer}`}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Disclosure>
    </div>
  );
}

function RuleTitles({ titles }: { readonly titles: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.titles}>
      {titles.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}
