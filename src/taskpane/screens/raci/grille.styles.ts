import { makeStyles, tokens } from "@fluentui/react-components";
import { body, edge, heardOnly, small } from "../../texte.styles";

const forced = "@media (forced-colors: active)";
/** Over the surface of the pane, light or dark; what it says is also a number. */
const tint = (share: number): string =>
  `color-mix(in srgb, ${tokens.colorBrandBackground} ${String(share)}%, ${tokens.colorNeutralBackground1})`;

export const useGrilleStyles = makeStyles({
  grid: { margin: `${tokens.spacingVerticalXS} ${edge} 0` },
  row: { display: "grid", columnGap: "2px", marginTop: "2px" },
  lines: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    "&:nth-child(2)": { borderTopStyle: "none" },
  },
  head: { alignItems: "end" },
  corner: { ...small, color: tokens.colorNeutralForeground3 },
  column: {
    position: "relative",
    minWidth: 0,
    overflow: "hidden",
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "center",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
  },
  cell: {
    ...small,
    position: "relative",
    minWidth: 0,
    borderRadius: tokens.borderRadiusSmall,
    outlineStyle: "none",
    scrollMarginTop: tokens.spacingVerticalXXXL,
    scrollMarginBottom: "112px",
    ":focus-visible": {
      zIndex: 1,
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      [forced]: { outlineColor: "Highlight" },
    },
  },
  goes: { cursor: "pointer", ":hover": { textDecorationLine: "underline" } },
  name: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: "2px 0",
    color: tokens.colorNeutralForeground1,
  },
  above: { ...body, flexBasis: "100%" },
  /* Three lines; the rest is in its title. */
  clamp: {
    maxHeight: `calc(3 * ${tokens.lineHeightBase200})`,
    overflow: "hidden",
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  whole: { overflowWrap: "anywhere", minWidth: 0 },
  mark: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold },
  figures: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    minHeight: "36px",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: "tabular-nums",
    [forced]: { border: "1px solid GrayText" },
  },
  leger: { backgroundColor: tint(14) },
  moyen: { backgroundColor: tint(26) },
  fort: { backgroundColor: tint(40) },
  signs: { display: "flex", flexDirection: "column", alignItems: "center", minWidth: 0, whiteSpace: "nowrap" },
  words: {
    minHeight: "20px",
    overflowWrap: "anywhere",
    "& > span": { alignItems: "flex-start", whiteSpace: "normal" },
  },
  hidden: heardOnly,
});
