import { sheets } from "../../../src/domain/sheets/catalogue";
import { indexTitles } from "../../../src/domain/sheets/known-titles";
import type { Sheet } from "../../../src/domain/sheets/sheet";
import { normalizeTexte } from "../../../src/domain/sheets/texte";

const context = { dateSystem: 1900 } as const;
const allSheets: readonly Sheet[] = Object.values(sheets);
const ids = allSheets.map(({ id }) => id);
const columns = allSheets.flatMap((sheet) =>
  [...Object.entries(sheet.columns), ...(sheet.family === undefined ? [] : [["family", sheet.family] as const])].map(
    ([name, column]) => [`${sheet.id}.${name}`, column] as const,
  ),
);

test("the kit holds its fifteen tables, each under its own id", () => {
  expect(Object.keys(sheets)).toEqual(ids);
  expect(ids).toHaveLength(15);
});

test.each(["id", "tab", "table"] as const)("no two tables have the same %s", (field) => {
  expect(new Set(allSheets.map((sheet) => sheet[field].toLowerCase())).size).toBe(allSheets.length);
});

test.each(allSheets.map((sheet) => [sheet.tab, sheet.table] as const))("« %s » fits Excel", (tab, table) => {
  expect(tab).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  expect(table).toMatch(/^tbl[A-Z][A-Za-z]+$/);
});

describe.each(columns)("%s", (_, column) => {
  test("says what goes into it, in a sentence", () => {
    expect(column.help).toMatch(/^\p{Lu}.*[^.]\.$/su);
    expect(column.width).toBeGreaterThan(5);
  });

  test("says when it is required in words that follow « obligatoire »", () => {
    if (column.requiredWhen !== undefined) expect(column.requiredWhen).toMatch(/^(?:si|sauf|pour) .*[^.]$/u);
    expect(column.required && column.requiredWhen !== undefined).toBe(false);
  });

  test("has an example that reads, when it is required", () => {
    if (column.required) expect(column.example).toBeDefined();
    const { example = null } = column;
    if (example === null) return;
    const decoded = column.decode(example, context);
    expect(decoded).toEqual({ ok: true, value: expect.anything() });
    if (!decoded.ok) return;
    // Nested, as a list is one value: what was read is what is written.
    const again = column.encode(decoded.value, context);
    expect(again === null ? null : column.decode(again, context)).toEqual(decoded);
  });

  test("cites a table of the kit, if it cites one", () => {
    if (column.target !== undefined) expect(ids).toContain(column.target);
  });

  test("reads each of its choices as itself", () => {
    for (const value of column.choices ?? []) {
      const decoded = column.decode(value, context);
      const written = decoded.ok ? column.encode(decoded.value, context) : null;
      expect(written).toBe(value);
    }
  });
});

test.each(allSheets.map((sheet) => [sheet.id, sheet] as const))("no title of %s is taken for another", (_, sheet) => {
  const known = indexTitles([sheet]);
  const mistaken = Object.entries(sheet.columns).filter(([name, { label }]) => {
    const [best] = [...(known.find(label).get(sheet.id) ?? [])].sort(([, left], [, right]) => right - left);
    return best?.[0] !== name;
  });
  expect(mistaken.map(([name]) => name)).toEqual([]);
  const labels = Object.values(sheet.columns).map(({ label }) => normalizeTexte(label));
  expect(new Set(labels).size).toBe(labels.length);
});
