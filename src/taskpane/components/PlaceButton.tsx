import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type Place, toAddress } from "../../domain/sheets/grid";
import { textes } from "../textes";
import { body, colorInButton, small } from "../texte.styles";

interface PlaceButtonProps {
  /** `null`: there is no cell to go to, and nothing to press. */
  readonly at: Place | null;
  readonly onShow: (at: Place) => void;
  readonly children: string;
}

/** A sentence as wide as the pane that leads to its cell, named under it. */
export function PlaceButton({ at, onShow, children }: PlaceButtonProps) {
  const styles = useStyles();
  if (at === null) return <p className={styles.text}>{children}</p>;
  return (
    <Button
      className={styles.button}
      appearance="subtle"
      onClick={() => {
        onShow(at);
      }}
    >
      <span>{children}</span> <span className={styles.place}>{textes.lieu(at.tab, toAddress(at))}</span>
    </Button>
  );
}

const sentence = {
  ...body,
  margin: 0,
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  fontWeight: tokens.fontWeightRegular,
  overflowWrap: "anywhere",
} as const;

const useStyles = makeStyles({
  text: sentence,
  button: {
    ...sentence,
    flexDirection: "column",
    alignItems: "flex-start",
    width: "100%",
    maxWidth: "none",
    border: "none",
    borderRadius: 0,
    textAlign: "left",
  },
  place: {
    ...small,
    ...colorInButton(tokens.colorBrandForegroundLink),
    fontVariantNumeric: "tabular-nums",
  },
});
