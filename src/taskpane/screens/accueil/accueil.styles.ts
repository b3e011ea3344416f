import { makeStyles, tokens } from "@fluentui/react-components";

export const useStyles = makeStyles({
  screen: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
  title: {
    margin: "0 24px 0 0",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: "balance",
  },
  list: { margin: `${tokens.spacingVerticalL} 0`, padding: 0 },
  item: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    listStyleType: "none",
    marginBottom: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { flexShrink: 0, marginTop: tokens.spacingVerticalXXS, color: tokens.colorBrandForeground1 },
  promise: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});
