import { makeStyles, tokens } from "@fluentui/react-components";
import { body, screenTitle, small } from "../../texte.styles";

export const useStyles = makeStyles({
  screen: { flexGrow: 1, padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
  title: {
    margin: "0 24px 0 0",
    ...screenTitle,
  },
  text: { ...body, margin: `${tokens.spacingVerticalS} 0 0` },
  section: { marginTop: tokens.spacingVerticalXL },
  sectionTitle: { ...body, margin: 0, fontWeight: tokens.fontWeightSemibold },
  /* As wide as the pane: its lines are buttons. */
  list: { listStyleType: "none", margin: `0 calc(-1 * ${tokens.spacingHorizontalL})`, padding: 0 },
  sheet: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    "&:first-child": { borderTopStyle: "none" },
  },
  /* Under the words of the line, past its chevron. */
  under: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS} calc(${tokens.spacingHorizontalL} + 16px)`,
  },
  detail: {
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS} calc(${tokens.spacingHorizontalL} + 16px)`,
  },
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
  /* Its box in line with the fields. */
  checkbox: { marginLeft: "-8px" },
  select: { minWidth: 0, width: "100%", "& select": { minWidth: 0, textOverflow: "ellipsis" } },
});
