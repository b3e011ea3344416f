import { useState } from "react";
import { Button, Field, Select } from "@fluentui/react-components";
import type { FeuilleComprise } from "../../../application/commands/describe-classeur";
import type { Correspondance } from "../../../domain/sheets/correspondance";
import { type SheetId, sheets } from "../../../domain/sheets/catalogue";
import { columnLetters } from "../../../domain/sheets/grid";
import type { Sheet } from "../../../domain/sheets/sheet";
import { textes } from "../../textes";
import { useStyles } from "./classeur.styles";

interface CorrespondanceFormProps {
  readonly feuille: FeuilleComprise;
  readonly onKeep: (said: Correspondance | null) => void;
}

const mots = textes.classeur;
const ALL: readonly Sheet<SheetId>[] = Object.values(sheets);

/** What the person chose: let the product find, none of ours, or one table. */
type Choice = "auto" | "none" | SheetId;

/** Says which table a tab is, where its titles stand, and which of its columns is which. */
export function CorrespondanceForm({ feuille, onKeep }: CorrespondanceFormProps) {
  const styles = useStyles();
  const { tab, attachment, said, rows } = feuille;
  const [choice, choose] = useState<Choice>(said === null ? "auto" : (said.sheet ?? "none"));
  const [row, setRow] = useState<number | null>(said?.headerRows?.at(-1) ?? null);
  const [columns, setColumns] = useState<Readonly<Record<string, number | null>>>(said?.columns ?? {});
  const shown = choice === "auto" ? (attachment?.sheet ?? null) : choice === "none" ? null : choice;
  const isSameSheet = attachment !== null && attachment.sheet === shown;

  const save = () => {
    const isCorrected = Object.keys(columns).length > 0;
    if (choice === "none") onKeep({ tab, sheet: null });
    else if (shown === null || (choice === "auto" && !isCorrected)) onKeep(null);
    else onKeep(correspondanceOf(feuille, shown, row, columns));
  };

  return (
    <div className={styles.form}>
      <Field label={mots.estUn}>
        <Select
          className={styles.select}
          value={choice}
          onChange={(_, { value }) => {
            choose(readChoice(value));
            setRow(null);
            setColumns({});
          }}
        >
          <option value="auto">{mots.automatique}</option>
          <option value="none">{mots.aucunTableau}</option>
          {ALL.map((sheet) => (
            <option key={sheet.id} value={sheet.id}>
              {sheet.tab}
            </option>
          ))}
        </Select>
      </Field>
      {choice !== "auto" && choice !== "none" && (
        <Field label={mots.ligneTitres}>
          <Select
            className={styles.select}
            value={row === null ? "" : String(row)}
            onChange={(_, { value }) => {
              setRow(value === "" ? null : Number(value));
            }}
          >
            <option value="">{mots.ligneAuto}</option>
            {rows.map((one) => (
              <option key={one.row} value={String(one.row)}>
                {mots.ligne(one.row, one.sample)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {isSameSheet && (
        <ColumnChoices feuille={feuille} sheet={sheets[attachment.sheet]} columns={columns} onChange={setColumns} />
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={save}>
          {mots.enregistrer}
        </Button>
      </div>
    </div>
  );
}

interface ColumnChoicesProps {
  readonly feuille: FeuilleComprise;
  readonly sheet: Sheet;
  /** What the person changed. */
  readonly columns: Readonly<Record<string, number | null>>;
  readonly onChange: (columns: Readonly<Record<string, number | null>>) => void;
}

/** For each column of the kit, one of the titles of her own sheet. */
function ColumnChoices({ feuille, sheet, columns, onChange }: ColumnChoicesProps) {
  const styles = useStyles();
  const { attachment, titles } = feuille;
  return (
    <fieldset className={styles.columns}>
      <legend className={styles.legend}>{mots.colonnes}</legend>
      {Object.entries(sheet.columns).map(([name, { label }]) => {
        const chosen = columns[name] === undefined ? (attachment?.columns[name] ?? null) : columns[name];
        return (
          <Field key={name} label={label} size="small">
            <Select
              size="small"
              className={styles.select}
              value={chosen === null ? "" : String(chosen)}
              onChange={(_, { value }) => {
                onChange({ ...columns, [name]: value === "" ? null : Number(value) });
              }}
            >
              <option value="">{mots.nonSuivie}</option>
              {titles.map(({ column, title }) => (
                <option key={column} value={String(column)}>
                  {mots.colonne(columnLetters(column), title)}
                </option>
              ))}
            </Select>
          </Field>
        );
      })}
    </fieldset>
  );
}

/** With the titles that stand there now: a column that moves is found again by its title. */
function correspondanceOf(
  { tab, titles, attachment }: FeuilleComprise,
  sheet: SheetId,
  row: number | null,
  columns: Readonly<Record<string, number | null>>,
): Correspondance {
  const headerRows = row === null ? (attachment?.sheet === sheet ? attachment.headerRows : undefined) : [row];
  const seen = Object.entries(columns).flatMap(([name, column]): readonly (readonly [string, string])[] => {
    const title = titles.find((one) => one.column === column)?.title ?? "";
    return title === "" ? [] : [[name, title]];
  });
  return { tab, sheet, headerRows, columns, titles: Object.fromEntries(seen) };
}

function readChoice(value: string): Choice {
  if (value === "none") return "none";
  return ALL.find(({ id }) => id === value)?.id ?? "auto";
}
