import { makeStyles, tokens } from "@fluentui/react-components";
import { body, screenTitle } from "../../texte.styles";

export const useStyles = makeStyles({
  screen: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
  title: {
    margin: "0 24px 0 0",
    ...screenTitle,
  },
  list: { margin: `${tokens.spacingVerticalL} 0`, padding: 0 },
  item: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    listStyleType: "none",
    marginBottom: tokens.spacingVerticalM,
    ...body,
  },
  icon: { flexShrink: 0, marginTop: tokens.spacingVerticalXXS, color: tokens.colorBrandForeground1 },
  promise: {
    margin: 0,
    ...body,
    color: tokens.colorNeutralForeground2,
  },
});
