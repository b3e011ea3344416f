import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import ts from "typescript";

export const ROOT = join(__dirname, "..", "..");

/** One source file, and what it names. */
export interface Module {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  /** Paths like the above for our own files, names for packages. Imports of types count. */
  readonly imports: readonly string[];
  readonly lines: number;
  /** Nothing in it but what it passes on from other files. */
  readonly barrel: boolean;
}

/** Files under a folder of the repository, from its root, with `/`. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The modules among these files, their imports resolved among these files too. */
export function readModules(files: readonly string[], read: (path: string) => string = readText): readonly Module[] {
  return files.filter(isModule).map((path) => {
    const text = read(path);
    const source = parse(path, text);
    return {
      path,
      imports: namesIn(source).map((name) => resolve(path, name, files)),
      lines: text.split("\n").length - 1,
      barrel: isBarrel(source.statements),
    };
  });
}

export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

export function isModule(path: string): boolean {
  return /\.(ts|tsx|mjs|js)$/.test(path);
}

function resolve(from: string, name: string, files: readonly string[]): string {
  if (!name.startsWith(".")) return name;
  const target = posix.normalize(posix.join(dirname(from), name));
  return (
    [target, ...[".ts", ".tsx", ".mjs", "/index.ts", "/index.tsx"].map((end) => target + end)].find((path) =>
      files.includes(path),
    ) ?? target
  );
}

/** What is named after `from`, in `import(…)` and in the type `import(…)`. `ts.preProcessFile` misses `export * as a from`. */
function namesIn(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (current: ts.Node): void => {
    const name = nameIn(current);
    if (name && ts.isStringLiteralLike(name)) found.push(name.text);
    ts.forEachChild(current, visit);
  };
  visit(node);
  return found;
}

function nameIn(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const imports =
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require");
  return imports ? node.arguments[0] : undefined;
}

function isBarrel(statements: readonly ts.Statement[]): boolean {
  return (
    statements.some(ts.isExportDeclaration) &&
    statements.every((statement) => ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement))
  );
}
