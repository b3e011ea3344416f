import ts from "typescript";
import { parse } from "./read-sources";

export interface Texte {
  /** File and line. */
  readonly where: string;
  readonly text: string;
}

export interface Faute {
  readonly rule: string;
  readonly where: string;
  readonly text: string;
}

/** Said of a text once what stands for a value in it is written 0. No-break: U+00A0, or U+202F the narrow one. */
const FAUTES: readonly (readonly [rule: string, found: RegExp])[] = [
  ["no-break space before : ; ! ?", /[^\u00a0\u202f:;!?][:;!?]+(?=[\s\u00a0»)]|$)/u],
  ["no-break space after «", /«(?![\u00a0\u202f])/u],
  ["no-break space before »", /(?<![\u00a0\u202f])»/u],
  ["typographic apostrophe", /\p{L}'\p{L}/u],
  ["ellipsis", /\.\.\./u],
  // A text of several lines is laid out in columns.
  ["double space", /^[^\n]*[ \u00a0\u202f]{2}[^\n]*$/u],
  ["exclamation mark", /!/u],
];

/** What is wrong in the typography of French texts; nothing when all is right. */
export function checkTextes(textes: readonly Texte[]): readonly Faute[] {
  return textes
    .filter(({ text }) => isFrench(text))
    .flatMap(({ where, text }) =>
      FAUTES.filter(([, found]) => found.test(text)).map(([rule]) => ({ rule, where, text })),
    );
}

/** Prose, in French: more than a word, and an accent, a quotation mark or a word that English and code do not have. */
export function isFrench(text: string): boolean {
  if (!/\p{L}[\s\u00a0]|[\s\u00a0]\p{L}/u.test(text)) return false;
  if (/[àâçéèêëîïôûùœÉÀÇ«»’]/u.test(text)) return true;
  return /(^|[\s\u00a0'])(le|la|les|du|des|une|est|et|ou|pas|vous|votre|vos|cette|dans|pour|avec|sans|aucun|aucune)([\s\u00a0]|$)/iu.test(
    text,
  );
}

/** Every text of a TypeScript or JavaScript file: strings, templates with 0 for each value, and what JSX shows. */
export function textesOfSource(path: string, source: string): readonly Texte[] {
  const file = parse(path, source);
  const found: Texte[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ where: `${path}:${line + 1}`, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The texts of an HTML page or of the manifest: what stands between tags or in quotation marks, on one line each. */
export function textesOfMarkup(path: string, source: string): readonly Texte[] {
  const shown = source.replace(/<(style|script)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "");
  return [...shown.matchAll(/>([^<>]+)<|="([^"]*)"/g)].map(([, between, quoted]) => ({
    where: path,
    text: collapse(between ?? quoted ?? "").replaceAll("&nbsp;", "\u00a0"),
  }));
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isJsxText(node)) return collapse(node.text);
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `0${literal.text}`).join("");
}

/** As a page shows it: line ends and indentation are one space. */
function collapse(text: string): string {
  return text.replace(/[ \t\r\n]+/g, " ").trim();
}
