import { useEffect, useRef, type KeyboardEvent } from "react";
import { useStyles } from "./grille.styles";

interface CellInputProps {
  readonly label: string;
  readonly initial: string;
  /** `key` says where to go next; `null` when the focus left by itself. */
  readonly onCommit: (typed: string, key: string | null) => void;
  readonly onCancel: () => void;
}

/** Where a person types in a cell. Entrée and Tab keep what was typed, Échap leaves the cell as it was. */
export function CellInput({ label, initial, onCommit, onCancel }: CellInputProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.setSelectionRange(initial.length, initial.length);
  }, [initial]);

  const end = (key: string | null) => {
    if (isOver.current) return;
    isOver.current = true;
    onCommit(input.current?.value ?? initial, key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      isOver.current = true;
      onCancel();
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      end(event.shiftKey ? `Shift+${event.key}` : event.key);
    }
  };
  return (
    <input
      ref={input}
      className={styles.input}
      aria-label={label}
      defaultValue={initial}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={() => {
        end(null);
      }}
    />
  );
}
