import { makeStyles, tokens } from "@fluentui/react-components";

const body = { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 } as const;
const small = { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } as const;

export const useStyles = makeStyles({
  screen: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
  title: {
    margin: "0 24px 0 0",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: "balance",
  },
  text: { ...body, margin: `${tokens.spacingVerticalS} 0 0` },
  section: { marginTop: tokens.spacingVerticalXL },
  sectionTitle: { ...body, margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  sheet: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: { ...body, margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  is: { ...body, margin: 0, color: tokens.colorNeutralForeground2 },
  quiet: { ...small, margin: 0, color: tokens.colorNeutralForeground3 },
  reasons: { ...small, margin: `0 0 ${tokens.spacingVerticalS}`, paddingLeft: tokens.spacingHorizontalL },
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  columns: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    border: "none",
  },
  legend: { ...body, padding: 0, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  select: { minWidth: 0, width: "100%", "& select": { minWidth: 0, textOverflow: "ellipsis" } },
});
