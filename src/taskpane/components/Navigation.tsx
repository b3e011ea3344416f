import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { textes } from "../textes";

/** The screens of the pane. */
export type Ecran = keyof typeof textes.ecrans;

const ECRANS: readonly Ecran[] = ["controles", "planning", "raci", "actions", "classeur"];

interface NavigationProps {
  readonly ecran: Ecran;
  readonly onGo: (ecran: Ecran) => void;
}

/** From one screen to another. */
export function Navigation({ ecran, onGo }: NavigationProps) {
  const styles = useStyles();
  return (
    <nav aria-label={textes.navigation} className={styles.nav}>
      {ECRANS.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === ecran ? "page" : undefined}
          className={mergeClasses(styles.item, one === ecran && styles.current)}
          onClick={() => {
            onGo(one);
          }}
        >
          {textes.ecrans[one]}
        </button>
      ))}
    </nav>
  );
}

const useStyles = makeStyles({
  /* Excel’s own menu covers the top right corner. */
  nav: {
    display: "flex",
    flexWrap: "wrap",
    padding: `${tokens.spacingVerticalXS} 40px 0 ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  item: {
    minHeight: "32px",
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: "none",
    borderBottom: `${tokens.strokeWidthThick} solid transparent`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    whiteSpace: "nowrap",
    cursor: "pointer",
    /* All on one line as far as can be: on two in the narrowest pane. */
    "@container (max-width: 399px)": { padding: "0 4px", fontSize: tokens.fontSizeBase200 },
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});
