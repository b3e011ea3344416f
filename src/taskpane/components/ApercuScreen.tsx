import { useEffect, useRef } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { textes } from "../textes";
import type { Apercu } from "../use-ecriture";
import { Disclosure } from "./Disclosure";
import { REACHABLE } from "../reachable";
import { body, screenTitle, small } from "../texte.styles";

/** Lines shown at once in a group. */
const SHOWN = 20;

/** What will be written, before it is: read from its title, which takes the focus. Its buttons are in the action bar. */
export function ApercuScreen({ apercu, hasMoved }: { readonly apercu: Apercu; readonly hasMoved: boolean }) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div className={styles.screen}>
      <h1 ref={title} {...REACHABLE} className={styles.title}>
        {apercu.titre}
      </h1>
      {hasMoved && (
        <p role="alert" className={styles.text}>
          {textes.ecriture.aBouge}
        </p>
      )}
      <p className={styles.text}>{apercu.resume}</p>
      {apercu.groupes.map(({ titre, lignes }) => (
        <section key={titre} className={styles.group}>
          <h2 className={styles.groupTitle}>{titre}</h2>
          <Lines lignes={lignes.slice(0, SHOWN)} />
          {lignes.length > SHOWN && (
            <Disclosure label={textes.ecriture.suite(lignes.length - SHOWN)}>
              {() => <Lines lignes={lignes.slice(SHOWN)} />}
            </Disclosure>
          )}
        </section>
      ))}
      <p className={styles.quiet}>{textes.ecriture.reversible}</p>
    </div>
  );
}

function Lines({ lignes }: { readonly lignes: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.lines}>
      {lignes.map((ligne) => (
        <li key={ligne}>{ligne}</li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  screen: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
  title: {
    margin: 0,
    ...screenTitle,
    scrollMarginTop: "100px",
    outlineStyle: "none",
  },
  text: { ...body, margin: `${tokens.spacingVerticalS} 0 0` },
  group: { marginTop: tokens.spacingVerticalL },
  groupTitle: { ...body, margin: 0, fontWeight: tokens.fontWeightSemibold },
  lines: {
    ...body,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    overflowWrap: "anywhere",
  },
  quiet: {
    margin: `${tokens.spacingVerticalL} 0 0`,
    ...small,
    color: tokens.colorNeutralForeground3,
  },
});
