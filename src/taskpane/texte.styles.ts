import { tokens } from "@fluentui/react-components";

/** What is read. */
export const body = { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 } as const;

/** What is said beside it. */
export const small = { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } as const;

/** Title of a screen. */
export const screenTitle = {
  fontSize: tokens.fontSizeBase500,
  lineHeight: tokens.lineHeightBase500,
  fontWeight: tokens.fontWeightSemibold,
  textWrap: "balance",
} as const;

/** Title of a block whose lines are as wide as the pane. */
export const blockTitle = {
  ...body,
  margin: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXS}`,
  fontWeight: tokens.fontWeightSemibold,
} as const;

/** Title of a group of such lines. */
export const groupTitle = {
  ...small,
  margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXS}`,
  fontWeight: tokens.fontWeightSemibold,
  color: tokens.colorNeutralForeground2,
} as const;
