import { makeStyles, tokens } from "@fluentui/react-components";
import { body, buttonRow, edge, groupCount, groupTitle, ruledList, screenParts, small } from "../../texte.styles";

export const useStyles = makeStyles({
  ...screenParts,
  ...ruledList,
  trial: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: `${tokens.spacingVerticalS} ${edge}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
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
  after: { ...small, margin: `${tokens.spacingVerticalS} ${edge} 0`, color: tokens.colorNeutralForeground3 },
  group: groupTitle,
  count: groupCount,
  buttons: buttonRow,
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
