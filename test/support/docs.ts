import { type ChampModele, listFields } from "../../src/application/word/champs-modele";
import { formatJour, fromSerial } from "../../src/domain/calendrier/jour";
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
    ["src/application/word/README.md", wordPage()],
  ]);
}

const NOTICE = "<!-- Page écrite par npm run docs : modifiez le code, pas cette page. -->";

/** The places that a model of the house may hold, for whoever types one. */
function wordPage(): string {
  const { champs, listes } = listFields();
  const row = ({ nom, aide }: ChampModele): readonly string[] => [`\`{${nom}}\``, aide];
  return page(
    "# Modèle Word de fiche action",
    NOTICE,
    "Tapez ces champs entre accolades dans un document Word (.docx), où vous voulez : texte, tableau, en-tête, pied de page, zone de texte. Les majuscules, les accents, les tirets et les espaces ne comptent pas. Un champ dont rien n’est connu est laissé vide.",
    table(["Champ", "Ce qui le remplit"], champs.map(row)),
    ...listes.map((liste) =>
      page(
        `## Liste \`{#${liste.nom}}\` … \`{/${liste.nom}}\``,
        `${liste.aide} : ce qui est entre les deux est répété. Dans un tableau, mettez le premier dans la première cellule de la ligne et le second dans la dernière.`,
        table(["Champ", "Ce qui le remplit"], liste.champs.map(row)),
      ),
    ),
  );
}

function sheetsPage(): string {
  const sections = Object.values(sheets).map((sheet) => sheetSection(sheet));
  const words = glossaire.map(({ label, definition, source }) => [label, definition, source]);
  return page(
    "# Dictionnaire des données",
    NOTICE,
    ...sections,
    listsSection(),
    "## Glossaire",
    table(["Mot", "Sens", "Source"], words),
  );
}

function sheetSection(sheet: Sheet): string {
  const columns = Object.entries(sheet.columns).map(([name, column]) => [
    `\`${name}\``,
    column.label,
    describeObligation(column),
    describeContent(column),
    column.help,
    describeExample(column),
    (column.aliases ?? []).join(", "),
  ]);
  const titles = ["Nom", "Titre", "Obligatoire", "Contenu", "Aide", "Exemple", "Autres titres reconnus"];
  const key = sheet.key.map((name) => `\`${name}\``).join(", ");
  return page(
    `## ${sheet.tab}`,
    `${sheet.help} Tableau \`${sheet.table}\`, clé ${key}.`,
    table(titles, columns),
    ...(sheet.family === undefined ? [] : [describeFamily(sheet.family)]),
  );
}

/** « oui », or when, or that nobody types it. */
function describeObligation({ required, requiredWhen, computed }: Column<unknown>): string {
  if (computed !== undefined) return `calculé : ${computed}`;
  return required ? "oui" : (requiredWhen ?? "");
}

function describeFamily({ label, help }: NonNullable<Sheet["family"]>): string {
  return `Puis une colonne par ${label.toLowerCase()}, dont le titre le nomme. ${help}`;
}

/** Longer lists stand at the end of the page. */
const SHORT_LIST = 15;

function describeContent({ kind, choices, target }: Column<unknown>): string {
  if (choices !== undefined) {
    const short = choices.length <= SHORT_LIST ? choices.join(" ; ") : `${choices.length} valeurs, voir Listes`;
    return `${kind} : ${short}`;
  }
  return target === undefined ? kind : `${kind} à \`${target}\``;
}

/** As the cell would show it: a day and not its serial number, a rate and not its fraction. */
function describeExample({ kind, example = null }: Column<unknown>): string {
  if (typeof example !== "number") return toTexte(example);
  const day = kind === "date" ? fromSerial(example, 1900) : null;
  if (day !== null) return formatJour(day);
  return kind === "taux" ? `${example * 100}\u00A0%` : String(example);
}

/** The lists too long for a cell of the tables above, each once. */
function listsSection(): string {
  const all: readonly Sheet[] = Object.values(sheets);
  const columns = all.flatMap((sheet) => Object.values(sheet.columns));
  const long = columns.flatMap(({ label, choices = [] }) =>
    choices.length > SHORT_LIST ? [{ label, texte: choices.join(" ; ") }] : [],
  );
  const lists = [...new Set(long.map(({ texte }) => texte))].map((texte) => {
    const labels = [...new Set(long.filter((one) => one.texte === texte).map(({ label }) => label))];
    return page(`### ${labels.join(", ")}`, `${texte}.`);
  });
  return page("## Listes", ...lists);
}

const sheetIds = Object.values(sheets).map(({ id }) => id);

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

function exampleSection({ titre, feuilles, fiches = {}, attendu = [] }: RuleExample): string {
  const found = attendu.map(([message, place]) => `\`${message}\` en \`${place}\``).join(", ");
  const entries = sheetIds.flatMap((id) => {
    const typed = feuilles[id];
    return typed === undefined ? [] : [[id, typed] as const];
  });
  const tables = entries.flatMap(([id, [titles = [], ...lines]]) => [
    ...(entries.length > 1 ? [`${sheets[id].tab} :`] : []),
    table(
      titles.map(toTexte),
      lines.map((line) => line.map(toTexte)),
    ),
  ]);
  const standing = Object.entries(fiches).map(([identite, textes]) => [identite, Object.values(textes).join(" ; ")]);
  const fichesTable = standing.length === 0 ? [] : [table(["Fiche générée", "Ce qu’elle dit"], standing)];
  return page(`_${titre} :_ ${found === "" ? "rien à signaler" : found}.`, ...fichesTable, ...tables);
}

function table(titles: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, "\\|").replace(/\n/g, " ")).join(" | ")} |`;
  return [row(titles), row(titles.map(() => "---")), ...lines.map(row)].join("\n");
}

function page(...parts: readonly string[]): string {
  return parts.join("\n\n");
}
