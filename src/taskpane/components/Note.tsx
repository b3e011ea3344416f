import { useEffect, useRef } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

/** Not -1: office.js moves Tab itself, and would not find its way from what it cannot reach. */
const REACHABLE = { tabIndex: 0 } as const;

/** What a screen has to say of what was just done; takes the focus when the button that was pressed is gone. */
export function Note({ text }: { readonly text: string }) {
  const styles = useStyles();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (text !== "" && document.activeElement === document.body) line.current?.focus({ preventScroll: true });
  }, [text]);
  return (
    <p
      ref={line}
      role="status"
      {...(text === "" ? {} : REACHABLE)}
      className={mergeClasses(styles.note, text === "" && styles.silent)}
    >
      {text}
    </p>
  );
}

const useStyles = makeStyles({
  note: {
    margin: 0,
    outlineStyle: "none",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  /* Kept for screen readers: they tell what comes into a region that was there before. */
  silent: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
