/** Formats that Excel knows by number alone (ECMA-376, 18.8.30). Those that follow the language of the machine are in their French form. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0;-#,##0",
  38: "#,##0;[Red]-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;[Red]-#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? "General";
}

/** Number of a format that Excel knows and that reads the same in every language; `null` for the others, written in full. */
export function builtInFormatId(code: string): number | null {
  return IDS.get(code) ?? null;
}

/** Formats that follow the language of the machine. */
const LOCAL: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

const IDS: ReadonlyMap<string, number> = new Map([
  ["General", 0],
  ...Object.entries(BUILT_IN)
    .filter(([id]) => !LOCAL.has(Number(id)))
    .map(([id, code]): [string, number] => [code, Number(id)]),
]);
