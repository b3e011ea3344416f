import { useEffect, useRef } from "react";
import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Change } from "../../application/ports/workbook";
import { textes } from "../textes";
import type { Apercu } from "../use-ecriture";
import { Disclosure } from "./Disclosure";
import { REACHABLE } from "../reachable";
import { body, screenTitle, small } from "../texte.styles";

interface ApercuScreenProps {
  readonly apercu: Apercu;
  readonly hasMoved: boolean;
  /** Changes that she leaves out. */
  readonly refuses: ReadonlySet<Change>;
  readonly onToggle: (change: Change) => void;
}

/** Lines shown at once in a group. */
const SHOWN = 20;

/** What will be written, before it is: read from its title, which takes the focus. Its buttons are in the action bar. */
export function ApercuScreen({ apercu, hasMoved, refuses, onToggle }: ApercuScreenProps) {
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
          <Lines lignes={lignes.slice(0, SHOWN)} refuses={refuses} onToggle={onToggle} />
          {lignes.length > SHOWN && (
            <Disclosure label={textes.ecriture.suite(lignes.length - SHOWN)}>
              {() => <Lines lignes={lignes.slice(SHOWN)} refuses={refuses} onToggle={onToggle} />}
            </Disclosure>
          )}
        </section>
      ))}
      <p className={styles.quiet}>{textes.ecriture.reversible}</p>
    </div>
  );
}

interface LinesProps extends Pick<ApercuScreenProps, "refuses" | "onToggle"> {
  readonly lignes: Apercu["groupes"][number]["lignes"];
}

function Lines({ lignes, refuses, onToggle }: LinesProps) {
  const styles = useStyles();
  return (
    <ul className={mergeClasses(styles.lines, lignes.some((ligne) => typeof ligne !== "string") && styles.choices)}>
      {lignes.map((ligne) =>
        typeof ligne === "string" ? (
          <li key={ligne}>{ligne}</li>
        ) : (
          <li key={ligne.texte}>
            <Checkbox
              label={ligne.texte}
              checked={!refuses.has(ligne.change)}
              onChange={() => {
                onToggle(ligne.change);
              }}
            />
          </li>
        ),
      )}
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
  choices: { listStyleType: "none", paddingLeft: 0, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  quiet: {
    margin: `${tokens.spacingVerticalL} 0 0`,
    ...small,
    color: tokens.colorNeutralForeground3,
  },
});
