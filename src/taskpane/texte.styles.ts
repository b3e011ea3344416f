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

/**
 * Coloured words inside a button: under forced colours they take those of the button, which sets its own ground when it is pointed at, and
 * lets nothing inside be forced.
 */
export function colorInButton(color: string) {
  return { color, "@media (forced-colors: active)": { color: "inherit" } } as const;
}

/** What a screen leaves at each side of what it says. */
export const edge = tokens.spacingHorizontalL;

/** The parts of a screen that says what was read: spread them in its styles. */
export const screenParts = {
  screen: { flexGrow: 1, paddingBottom: tokens.spacingVerticalL },
  inner: { padding: `${tokens.spacingVerticalM} ${edge} 0` },
  /* Excel’s own menu covers the top right corner. */
  title: {
    ...small,
    margin: "0 24px 0 0",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  /* What is not there. */
  empty: { ...screenTitle, margin: `${tokens.spacingVerticalM} 0 0` },
  text: { ...body, margin: `${tokens.spacingVerticalXS} 0 0`, overflowWrap: "anywhere" },
  /* Small buttons under it. */
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  quiet: { ...small, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground3 },
  sectionText: { ...body, margin: `0 ${edge} ${tokens.spacingVerticalXS}`, overflowWrap: "anywhere" },
  sectionQuiet: { ...small, margin: `0 ${edge} ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground3 },
  padded: { padding: `0 ${edge}` },
  /* As wide as the pane, from inside what is set back. */
  bleed: { margin: `0 calc(-1 * ${edge})` },
} as const;

/** Buttons under what they are about. */
export const buttonRow = {
  display: "flex",
  flexWrap: "wrap",
  gap: tokens.spacingHorizontalS,
  padding: `${tokens.spacingVerticalXS} ${edge} 0`,
} as const;

/** Lines as wide as the pane, a rule between two of them: spread in styles. */
export const ruledList = {
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: "none",
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    "&:first-child": { borderTopStyle: "none" },
  },
} as const;

/** How many there are in a group, beside its title. */
export const groupCount = {
  marginLeft: tokens.spacingHorizontalXS,
  fontWeight: tokens.fontWeightRegular,
  color: tokens.colorNeutralForeground3,
  fontVariantNumeric: "tabular-nums",
} as const;

/** Heard by a screen reader, and not seen. */
export const heardOnly = {
  position: "absolute",
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
} as const;
