import { useEffect, useRef } from "react";
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { REACHABLE } from "../reachable";
import { body, heardOnly } from "../texte.styles";

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
    ...body,
    overflowWrap: "anywhere",
  },
  /* Kept for screen readers: they tell what comes into a region that was there before. */
  silent: heardOnly,
});
