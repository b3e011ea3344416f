import { makeStyles, tokens } from "@fluentui/react-components";
import { body, groupTitle, screenTitle, small } from "../../texte.styles";

const edge = tokens.spacingHorizontalL;

export const useStyles = makeStyles({
  screen: { flexGrow: 1, paddingBottom: tokens.spacingVerticalL },
  inner: { padding: `${tokens.spacingVerticalM} ${edge} 0` },
  /* Excel’s own menu covers the top right corner. */
  title: {
    ...small,
    margin: "0 24px 0 0",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  text: { ...body, margin: `${tokens.spacingVerticalXS} 0 0`, overflowWrap: "anywhere" },
  quiet: { ...small, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground3 },
  empty: { ...screenTitle, margin: `${tokens.spacingVerticalM} 0 0` },
  trial: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: `${tokens.spacingVerticalS} ${edge}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  score: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalM} 0 0`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: "pretty",
    "& svg": { flexShrink: 0, marginTop: "1px" },
  },
  conforme: { color: tokens.colorStatusSuccessForeground1 },
  reserve: { color: tokens.colorNeutralForeground2 },
  erreurs: { color: tokens.colorStatusDangerForeground3 },
  sectionText: { ...body, margin: `0 ${edge} ${tokens.spacingVerticalXS}`, overflowWrap: "anywhere" },
  sectionQuiet: { ...small, margin: `0 ${edge} ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground3 },
  after: { ...small, margin: `${tokens.spacingVerticalS} ${edge} 0`, color: tokens.colorNeutralForeground3 },
  group: groupTitle,
  count: {
    marginLeft: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  padded: { padding: `0 ${edge}` },
  buttons: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${edge} 0`,
  },
  list: { margin: 0, padding: 0 },
  /* As wide as the pane, from inside what is set back. */
  bleed: { margin: `0 calc(-1 * ${edge})` },
  item: {
    listStyleType: "none",
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    "&:first-child": { borderTopStyle: "none" },
  },
  severity: { padding: `${tokens.spacingVerticalS} ${edge} 0`, marginBottom: "-6px" },
  marks: { ...small, margin: 0, padding: `0 ${edge} ${tokens.spacingVerticalXS} calc(${edge} + 16px)` },
  mark: { listStyleType: "none", overflowWrap: "anywhere" },
  facts: { ...body, margin: 0, padding: `0 ${edge} 0 calc(${edge} + 16px)`, overflowWrap: "anywhere" },
  factsTitle: {
    ...small,
    margin: `${tokens.spacingVerticalS} ${edge} 0 calc(${edge} + 16px)`,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  fact: { listStyleType: "none", fontVariantNumeric: "tabular-nums" },
  go: { marginTop: tokens.spacingVerticalS, marginLeft: `calc(${edge} + 16px)` },
});
