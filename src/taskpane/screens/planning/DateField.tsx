import { Field, Input } from "@fluentui/react-components";
import { CalendarLtr20Regular } from "@fluentui/react-icons/svg/calendar-ltr";
import { formatJour, type Jour, parseJour } from "../../../domain/calendrier/jour";
import { readSignature } from "./choix";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";

interface DateFieldProps {
  readonly label: string;
  readonly texte: string;
  /** Said under the field; the field itself says when a date cannot be read. */
  readonly refus?: string | null;
  readonly onType: (texte: string) => void;
  readonly onEnter?: () => void;
}

/** A day, typed as `jj/mm/aaaa`; with the mouse, also from the browser’s own calendar. */
export function DateField({ label, texte, refus = null, onType, onEnter }: DateFieldProps) {
  const styles = useStyles();
  const jour = readSignature(texte);
  const problem = refus ?? problemOf(texte, jour);
  return (
    <Field
      className={styles.field}
      label={label}
      {...(problem !== null && { validationMessage: problem })}
      {...(jour === null && { hint: mots.date.aide })}
    >
      {(field) => (
        <div className={styles.dateRow} data-date>
          <Input
            {...field}
            className={styles.dateInput}
            value={texte}
            autoComplete="off"
            onChange={(_, { value }) => {
              onType(value);
            }}
            onKeyDown={({ key }) => {
              if (key === "Enter") onEnter?.();
            }}
          />
          {/* Not on the way of Tab: the keyboard types the date. */}
          <span className={styles.picker}>
            <CalendarLtr20Regular aria-hidden />
            <input
              type="date"
              tabIndex={-1}
              aria-label={mots.date.calendrier}
              min="2000-01-01"
              max="2099-12-31"
              value={jour ?? ""}
              onChange={({ target }) => {
                const picked = parseJour(target.value);
                if (picked === null) return;
                onType(formatJour(picked));
                target.closest("[data-date]")?.querySelector("input")?.focus();
              }}
            />
          </span>
        </div>
      )}
    </Field>
  );
}

/** Nothing is said while she types: only of a date that is whole, or left so. */
function problemOf(texte: string, jour: Jour | null): string | null {
  if (jour !== null || texte.trim().length < 8) return null;
  return /\d{4}$|^\d{4}-/.test(texte.trim()) ? mots.date.illisible : null;
}
