import { glossaire } from "../../src/domain/glossaire";
import { rules } from "../../src/domain/rules/catalogue";
import type { Severity } from "../../src/domain/rules/report";
import type { RuleExample } from "../../src/domain/rules/rule";
import { sheets } from "../../src/domain/sheets/catalogue";
import { type Column, toTexte } from "../../src/domain/sheets/column";
import type { Sheet } from "../../src/domain/sheets/sheet";

/** The pages written from the code: path from the root of the repository, then the page. `npm run docs` writes them. */
export function generatedPages(): ReadonlyMap<string, string> {
  return new Map([
    ["src/domain/sheets/README.md", sheetsPage()],
    ["src/domain/rules/README.md", rulesPage()],
  ]);
}

const NOTICE = "<!-- Page écrite par npm run docs : modifiez le code, pas cette page. -->";

function sheetsPage(): string {
  const sections = Object.values(sheets).map((sheet) => sheetSection(sheet));
  const words = glossaire.map(({ label, definition, source }) => [label, definition, source]);
  return page(
    "# Dictionnaire des données",
    NOTICE,
    ...sections,
    "## Glossaire",
    table(["Mot", "Sens", "Source"], words),
  );
}

function sheetSection(sheet: Sheet): string {
  const columns = Object.entries(sheet.columns).map(([name, column]) => [
    `\`${name}\``,
    column.label,
    column.required ? "oui" : "",
    describeContent(column),
    column.help,
    toTexte(column.example ?? null),
    (column.aliases ?? []).join(", "),
  ]);
  const titles = ["Nom", "Titre", "Obligatoire", "Contenu", "Aide", "Exemple", "Autres titres reconnus"];
  const key = sheet.key.map((name) => `\`${name}\``).join(", ");
  return page(`## ${sheet.tab}`, `${sheet.help} Tableau \`${sheet.table}\`, clé ${key}.`, table(titles, columns));
}

function describeContent({ kind, choices, target }: Column<unknown>): string {
  if (choices !== undefined) return `${kind} : ${choices.join(" ; ")}`;
  return target === undefined ? kind : `${kind} à \`${target}\``;
}

const GRAVITES: Readonly<Record<Severity, string>> = {
  error: "bloquant",
  warning: "à vérifier",
  advice: "conseil",
};

function rulesPage(): string {
  const list = rules.map(({ id, title, severity }) => [`\`${id}\``, title, GRAVITES[severity]]);
  const sections = rules.map(({ id, title, docs, examples }) =>
    page(
      `## ${title}`,
      `\`${id}\`. ${docs.quoi}`,
      `**Pourquoi.** ${docs.pourquoi}`,
      `**Comment corriger.** ${docs.corriger}`,
      `**Source.** ${docs.source}.`,
      ...examples.map((example) => exampleSection(example)),
    ),
  );
  return page("# Contrôles", NOTICE, table(["Identifiant", "Contrôle", "Gravité"], list), ...sections);
}

function exampleSection({ titre, feuilles, attendu = [] }: RuleExample): string {
  const found = attendu.map(([message, place]) => `\`${message}\` en \`${place}\``).join(", ");
  const tables = Object.values(feuilles).map(([titles = [], ...lines]) =>
    table(
      titles.map(toTexte),
      lines.map((line) => line.map(toTexte)),
    ),
  );
  return page(`_${titre} :_ ${found === "" ? "rien à signaler" : found}.`, ...tables);
}

function table(titles: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, "\\|").replace(/\n/g, " ")).join(" | ")} |`;
  return [row(titles), row(titles.map(() => "---")), ...lines.map(row)].join("\n");
}

function page(...parts: readonly string[]): string {
  return parts.join("\n\n");
}
