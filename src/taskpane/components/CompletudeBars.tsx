import { makeStyles, tokens } from "@fluentui/react-components";
import type { CompletudeOutil, Mesure } from "../../domain/completude/completude-outil";
import { describeMesure, ETATS } from "../../domain/completude/phrases";
import { textes } from "../textes";
import { FoldLine } from "./FoldLine";
import { blockTitle, small } from "../texte.styles";

interface CompletudeBarsProps {
  readonly outils: readonly CompletudeOutil[];
}

/** How far each tool is: always its words, and a thin bar. What else it counts, and its phases, unfold. */
export function CompletudeBars({ outils }: CompletudeBarsProps) {
  const styles = useStyles();
  const present = outils.filter(({ etat }) => etat !== "absent");
  const absents = outils.filter(({ etat }) => etat === "absent").map(({ label }) => label);
  if (present.length === 0) return null;
  return (
    <section aria-labelledby="completude" className={styles.section}>
      <h2 id="completude" className={styles.title}>
        {textes.completude}
      </h2>
      {present.map((outil) => (
        <Outil key={outil.outil} outil={outil} />
      ))}
      {absents.length > 0 && <p className={styles.absents}>{textes.outilsAbsents(absents)}</p>}
    </section>
  );
}

function Outil({ outil: { label, etat, mesures, phases } }: { readonly outil: CompletudeOutil }) {
  const styles = useStyles();
  const [first, ...others] = mesures;
  if (first === undefined) return <FoldLine label={label} detail={ETATS[etat]} children={null} />;
  const details = [
    ...others.map((mesure) => ({ ...mesure, titre: null })),
    ...(phases.length > 1 ? phases : []).map((mesure) => ({ ...mesure, titre: mesure.phase })),
  ];
  return (
    <FoldLine label={label} detail={describeMesure(first)} below={<Bar mesure={first} />}>
      {details.length === 0
        ? null
        : () => (
            <ul className={styles.details}>
              {details.map((mesure) => (
                <li key={mesure.titre ?? mesure.nature} className={styles.detail}>
                  <span className={styles.words}>
                    {mesure.titre !== null && <span>{mesure.titre}</span>} <span>{describeMesure(mesure)}</span>
                  </span>
                  <Bar mesure={mesure} />
                </li>
              ))}
            </ul>
          )}
    </FoldLine>
  );
}

/** The words beside it say the same: it is for the eye alone. */
function Bar({ mesure: { fait, total } }: { readonly mesure: Mesure }) {
  const styles = useStyles();
  const share = total === 0 ? 0 : (100 * fait) / total;
  return (
    <div aria-hidden className={styles.track}>
      <div className={styles.bar} style={{ width: `${share.toFixed(1)}%` }} />
    </div>
  );
}

const useStyles = makeStyles({
  section: { paddingTop: tokens.spacingVerticalL },
  title: blockTitle,
  absents: {
    ...small,
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    color: tokens.colorNeutralForeground3,
  },
  details: { margin: 0, padding: `${tokens.spacingVerticalXS} 0 0` },
  detail: {
    ...small,
    listStyleType: "none",
    padding: `${tokens.spacingVerticalXXS} 0`,
    color: tokens.colorNeutralForeground2,
  },
  words: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXS} calc(${tokens.spacingHorizontalL} + 16px)`,
    fontVariantNumeric: "tabular-nums",
  },
  track: {
    margin: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS} calc(${tokens.spacingHorizontalL} + 16px)`,
    height: "4px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: "hidden",
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      backgroundColor: "Canvas",
      outline: "1px solid CanvasText",
    },
  },
  bar: {
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});
