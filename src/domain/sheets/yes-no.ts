import { choice, type Column, type ColumnText } from "./column";

type YesNo = "Oui" | "Non";

interface YesNoOptions extends ColumnText {
  /** Other words people write there. */
  readonly synonyms?: Readonly<Partial<Record<YesNo, readonly string[]>>>;
}

/** A box: « Oui », « Non », a tick, 1 or 0. */
export function yesNo(options: YesNoOptions): Column<YesNo> {
  const { Oui = [], Non = [] } = options.synonyms ?? {};
  return choice({
    ...options,
    choices: ["Oui", "Non"],
    synonyms: { Oui: ["x", "o", "vrai", "true", ...Oui], Non: ["n", "faux", "false", ...Non] },
    readNumber: (value) => (value === 1 ? "Oui" : value === 0 ? "Non" : null),
  });
}
