import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { glossaire } from "../../src/domain/glossaire";

const domain = join(__dirname, "../../src/domain");

/** Words of the machine: types that a referent would not recognise, and that carry English names. */
const MECHANISMS =
  /^(?:Area|Attachment|Candidate|Cell|CellContext|CellError|CellProblem|CellState|ChoiceOptions|ChoixEtude|ChoixFusion|ChoixPlanning|Citables|Citee|Column|ColumnKind|ColumnName|Columns|ColumnText|ConstatPlanning|ContexteEcheances|ContexteFiche|Correspondance|DataActivite|DataActivite|DataOf|Decoded|DemandePlanning|DemandeRefusee|Depart|Duree|EcheanceId|Ecrit|Examination|Family|FamilyCells|FamilyColumn|FamilyMember|FichesRetenues|Fusion|Grid|Header|IgnoredCorrespondance|JourDeMois|KnownTitles|Layout|LetterColumn|LigneAction|LigneModele|LigneNommee|LignePlanning|LigneSansFiche|LireCellule|Lu|NamedTable|NatureMesure|OptionsCalendrier|OptionsFeries|Orientation|Outcome|OutilId|Place|Placement|PlacementAvant|Precisions|ProblemAt|Reading|Recognition|Reformulation|Regle|Report|Reseau|RowOf|Rule|RuleDocs|RuleExample|RuleResult|Samples|Severity|Sheet|SheetId|Sheets|Steps|Tab|Table|Tables|TextStats|Title)$/;

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
