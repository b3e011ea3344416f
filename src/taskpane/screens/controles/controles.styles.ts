import { makeStyles, tokens } from "@fluentui/react-components";

const body = { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 } as const;
const small = { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } as const;

export const useStyles = makeStyles({
  header: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
  /* Excel’s own menu covers the top right corner. */
  name: { ...small, display: "flex", margin: "0 40px 0 0", color: tokens.colorNeutralForeground3, whiteSpace: "pre" },
  file: { overflow: "hidden", textOverflow: "ellipsis" },
  time: { flexShrink: 0 },
  title: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: "balance",
    "& svg": { flexShrink: 0, marginTop: tokens.spacingVerticalXXS },
  },
  bloque: { color: tokens.colorStatusDangerForeground3 },
  libre: { color: tokens.colorStatusSuccessForeground1 },
  inconnu: { color: tokens.colorNeutralForeground3 },
  detail: { ...body, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  section: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0` },
  sectionTitle: { ...body, margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { ...body, margin: `0 0 ${tokens.spacingVerticalM}` },
  steps: {
    ...body,
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`,
    paddingLeft: tokens.spacingHorizontalXL,
    "& li": { marginBottom: tokens.spacingVerticalXS },
  },
  block: { paddingTop: tokens.spacingVerticalL },
  blockTitle: { ...body, margin: `0 ${tokens.spacingHorizontalL}`, fontWeight: tokens.fontWeightSemibold },
  print: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} 0` },
  constats: { marginTop: tokens.spacingVerticalXL },
  listHead: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalL}`,
  },
  filters: { display: "flex", flexGrow: 1, gap: tokens.spacingHorizontalS, minWidth: 0, maxWidth: "320px" },
  filter: { flexGrow: 1, flexBasis: 0, minWidth: 0, "& select": { minWidth: 0, textOverflow: "ellipsis" } },
  empty: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
  titles: {
    ...body,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    "& li": { marginBottom: tokens.spacingVerticalXS },
  },
  recognised: { ...body, margin: 0 },
  tab: { marginBottom: tokens.spacingVerticalS },
  tabName: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  tabIs: { margin: 0, color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3 },
  keys: {
    ...small,
    margin: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
  },
});
