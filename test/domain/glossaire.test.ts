import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { glossaire } from "../../src/domain/glossaire";

const domain = join(__dirname, "../../src/domain");

/** Words of the machine: types that a referent would not recognise, and that carry English names. */
const MECHANISMS =
  /^(?:Area|Attachment|Cell|CellContext|CellError|CellProblem|CellState|ChoiceOptions|Column|ColumnKind|ColumnName|ColumnText|Columns|Decoded|Examination|Grid|KnownTitles|Layout|NamedTable|Outcome|Place|ProblemAt|Report|RowOf|Rule|RuleDocs|RuleExample|RuleResult|Severity|Sheet|SheetId|Sheets|Tab|Table|Tables|Title)$/;

test("every exported type of the domain is a word of the glossary or a mechanism", () => {
  const files = readdirSync(domain, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const types = files.flatMap((file) =>
    [...readFileSync(join(domain, file), "utf8").matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(
      ([, name]) => name,
    ),
  );
  const known = new Set(glossaire.map(({ identifier }) => identifier));
  expect(types.length).toBeGreaterThan(30);
  expect(types.filter((name) => name !== undefined && !known.has(name) && !MECHANISMS.test(name))).toEqual([]);
});

test("no word stands twice", () => {
  const identifiers = glossaire.map(({ identifier }) => identifier);
  expect(new Set(identifiers).size).toBe(identifiers.length);
});
