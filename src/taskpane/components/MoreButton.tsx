import { flushSync } from "react-dom";
import { Button, makeStyles } from "@fluentui/react-components";
import { buttonRow } from "../texte.styles";

interface MoreButtonProps {
  /** How many more it shows. */
  readonly label: string;
  readonly onMore: () => void;
}

/** Under the first lines of a list: shows the next ones, and goes to the first of them. */
export function MoreButton({ label, onMore }: MoreButtonProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Button
        size="small"
        onClick={({ currentTarget }) => {
          const list = currentTarget.closest("section");
          const known = new Set(list?.querySelectorAll("li, fieldset"));
          flushSync(onMore);
          const first = [...(list?.querySelectorAll("li, fieldset") ?? [])].find((line) => !known.has(line));
          first?.querySelector<HTMLElement>("input, button")?.focus();
        }}
      >
        {label}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({ row: buttonRow });
