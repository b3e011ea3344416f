import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { type Element, all, child, readXml } from "./read-xml";

export interface Problem {
  readonly id: ProblemId;
  /** What is wrong and where, for the developer who reads a failing test. */
  readonly detail: string;
}

export type ProblemId =
  | "not-xml"
  | "structure"
  | "resid-dangling"
  | "resource-unused"
  | "id-duplicate"
  | "override-duplicate"
  | "override-of-default"
  | "override-missing"
  | "not-https"
  | "address-foreign"
  | "page-missing"
  | "icon-size-missing"
  | "icon-file-missing"
  | "icon-file-size"
  | "function-unknown"
  | "command-text"
  | "runtime-mismatch"
  | "requirement-floor"
  | "template-left"
  | "development-address-left";

/** What the manifest is held against. */
export interface Surroundings {
  /** The commands of the application: the ribbon names them and says their words. */
  readonly commands: readonly { readonly id: string; readonly label: string; readonly help: string }[];
  /** Content of a page or image that the add-in serves, by its path from the root of the address; `null` if there is none. */
  readonly served: (path: string) => Uint8Array | null;
  /** Address everything is served from. */
  readonly base: string;
  /** The lowest sets of Excel features the add-in runs on. */
  readonly floor: Readonly<Record<string, string>>;
}

const OTHER_LOCALES = ["en-US"];
const REQUIRED_ICONS = ["16", "32", "80"];
const BASE_ICONS = { IconUrl: 32, HighResolutionIconUrl: 64 };
/** GUIDs and names that Microsoft’s templates and samples carry. */
const TEMPLATE = /contoso|fabrikam|05c2e1c9-3e1d-406e-9a91-e9ac64854143|00000000-0000/i;

/**
 * Everything that can be known of a manifest without the network: structure, order and lengths by the schema beside
 * this file, then what a schema cannot say.
 *
 * @returns every problem found; none for a sound manifest.
 */
export async function checkManifest(xml: string, around: Surroundings): Promise<readonly Problem[]> {
  return [...(await checkStructure(xml)), ...checkMeaning(xml, around)];
}

/** What the schema beside this file says: well formed, only known elements, in their order, texts within their limits. */
export async function checkStructure(xml: string): Promise<readonly Problem[]> {
  const schema = (fileName: string) => ({ fileName, contents: readFileSync(join(__dirname, fileName), "utf8") });
  const result = await validateXML({
    xml: [{ fileName: "manifest.xml", contents: xml }],
    schema: [schema("manifest.xsd")],
    preload: [schema("manifest-ruban.xsd"), schema("manifest-textes.xsd")],
  });
  return result.errors.map(({ rawMessage }) => problem("structure", rawMessage));
}

/** What a schema cannot say, of a manifest that is well-formed XML. */
export function checkMeaning(xml: string, around: Surroundings): readonly Problem[] {
  const root = rootOf(xml);
  if (!root) return [problem("not-xml", "This is not well-formed XML.")];
  return [
    ...identities(root),
    ...references(root),
    ...overrides(root),
    ...addresses(root, around),
    ...icons(root, around),
    ...commandTexts(root, around),
    ...sharedRuntime(root),
    ...requirements(root, around),
    ...leftovers(xml, around),
  ];
}

function rootOf(xml: string): Element | null {
  try {
    return readXml(xml);
  } catch {
    // The schema check names the line.
    return null;
  }
}

/** `id` of resources and of ribbon elements: each once. */
function identities(root: Element): readonly Problem[] {
  const ids = everyElement(root).flatMap(({ attributes }) => attributes.id ?? []);
  return repeated(ids).map((id) => ({ id: "id-duplicate", detail: `The id ${id} is used more than once.` }));
}

/** A `resid` names a resource of the kind its place needs; a resource that nothing names is a forgotten one. */
function references(root: Element): readonly Problem[] {
  const kindOf = new Map(resources(root).map((resource) => [resource.attributes.id, resource.name]));
  const users = everyElement(root).filter(({ attributes }) => attributes.resid !== undefined);
  const named = new Set(users.map(({ attributes }) => attributes.resid));
  return [
    ...users
      .filter((user) => kindOf.get(user.attributes.resid) !== resourceKind(user))
      .map((user) =>
        problem("resid-dangling", `<${user.name}> names no ${resourceKind(user)}: ${user.attributes.resid}`),
      ),
    ...[...kindOf.keys()]
      .filter((id) => !named.has(id))
      .map((id) => problem("resource-unused", `Nothing names the resource ${id}.`)),
  ];
}

function resourceKind({ name }: Element): string {
  if (name === "Image") return "Image";
  return ["Runtime", "FunctionFile", "SourceLocation", "LearnMoreUrl"].includes(name) ? "Url" : "String";
}

function overrides(root: Element): readonly Problem[] {
  const defaultLocale = child(root, "DefaultLocale")?.text;
  const texts = [
    ...all(root, "String"),
    ...root.children.filter(({ name }) => /^(DisplayName|Description)$/.test(name)),
  ];
  return texts.flatMap((text) => {
    const name = text.attributes.id ?? text.name;
    const locales = text.children.map(({ attributes }) => attributes.Locale ?? "");
    return [
      ...repeated(locales).map((locale) => problem("override-duplicate", `${name} says ${locale} twice.`)),
      ...locales
        .filter((locale) => locale === defaultLocale)
        .map((locale) => problem("override-of-default", `${name} overrides ${locale}, which is the default.`)),
      ...OTHER_LOCALES.filter((locale) => !locales.includes(locale)).map((locale) =>
        problem("override-missing", `${name} has no ${locale}.`),
      ),
    ];
  });
}

function addresses(root: Element, { base, served }: Surroundings): readonly Problem[] {
  const inAttributes = everyElement(root).flatMap(({ attributes }) => attributes.DefaultValue ?? []);
  const inText = everyElement(root).map(({ text }) => text.trim());
  return [...inAttributes, ...inText]
    .filter((value) => /^[a-z]+:\/\//i.test(value))
    .flatMap((address) => {
      if (!address.startsWith("https://")) return [problem("not-https", address)];
      if (`${address}/` === base) return [];
      if (!address.startsWith(base)) return [problem("address-foreign", `${address} is not under ${base}`)];
      const path = address.slice(base.length);
      return path.endsWith(".png") || served(path) ? [] : [problem("page-missing", path)];
    });
}

function icons(root: Element, around: Surroundings): readonly Problem[] {
  const ribbon = all(root, "Icon");
  return [
    ...ribbon.flatMap((icon, i) => {
      const sizes = icon.children.map(({ attributes }) => attributes.size);
      return REQUIRED_ICONS.filter((size) => !sizes.includes(size)).map((size) =>
        problem("icon-size-missing", `Icon ${i + 1} of the ribbon has no ${size} pixels.`),
      );
    }),
    ...iconPlaces(root, ribbon).flatMap(([address, size]) => iconFile(address, size, around)),
  ];
}

/** Address of each image, each place once, and the size in pixels of the place it is shown in. */
function iconPlaces(root: Element, ribbon: readonly Element[]): readonly (readonly [string, number])[] {
  const addressOf = new Map(resources(root).map(({ attributes }) => [attributes.id, attributes.DefaultValue]));
  const images = ribbon.flatMap(({ children }) => children);
  const places = [
    ...images.map(({ attributes }) => [addressOf.get(attributes.resid) ?? "", Number(attributes.size)] as const),
    ...Object.entries(BASE_ICONS).map(
      ([name, size]) => [child(root, name)?.attributes.DefaultValue ?? "", size] as const,
    ),
  ];
  return [...new Map(places.map((place) => [place.join(), place])).values()];
}

function iconFile(address: string, size: number, { base, served }: Surroundings): readonly Problem[] {
  if (!address.startsWith(base)) return [];
  const path = address.slice(base.length);
  const png = served(path);
  if (png === null) return [problem("icon-file-missing", path)];
  const [width, height] = pngSize(png);
  if (width === size && height === size) return [];
  return [problem("icon-file-size", `${path} is ${width} × ${height}, its place is ${size} × ${size}.`)];
}

/** Width and height in pixels, from the header of a PNG; 0 for what is not a PNG. */
function pngSize(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return [0, 0];
  return [view.getUint32(16), view.getUint32(20)];
}

/** A button that runs a command says the command’s words, and the command exists. */
function commandTexts(root: Element, { commands }: Surroundings): readonly Problem[] {
  const textOf = new Map(all(root, "String").map(({ attributes }) => [attributes.id, attributes.DefaultValue]));
  const said = (element: Element | undefined) => textOf.get(element?.attributes.resid);
  return all(root, "Control").flatMap((control) => {
    const name = child(child(control, "Action"), "FunctionName")?.text;
    if (name === undefined) return [];
    const command = commands.find(({ id }) => id === name);
    if (!command) return [problem("function-unknown", `No command is called ${name}.`)];
    const tip = child(control, "Supertip");
    return [
      [said(child(control, "Label")), command.label],
      [said(child(tip, "Title")), command.label],
      [said(child(tip, "Description")), command.help],
    ]
      .filter(([shown, own]) => shown !== own)
      .map(([shown, own]) =>
        problem("command-text", `${name}: the ribbon says “${shown ?? ""}”, the command “${own ?? ""}”.`),
      );
  });
}

/** One page for the pane and for the functions: the shared runtime is only shared if all name the same one. */
function sharedRuntime(root: Element): readonly Problem[] {
  const ribbon = child(root, "VersionOverrides");
  if (!ribbon) return [];
  const places = ["Runtime", "FunctionFile", "SourceLocation"].flatMap((name) => all(ribbon, name));
  const resids = new Set(places.map(({ attributes }) => attributes.resid));
  const page = resources(root).find(({ attributes }) => resids.has(attributes.id))?.attributes.DefaultValue;
  const own = child(child(root, "DefaultSettings"), "SourceLocation")?.attributes.DefaultValue;
  return [
    ...(resids.size === 1 ? [] : [problem("runtime-mismatch", `The runtime is named ${[...resids].join(", ")}.`)]),
    ...(page === own ? [] : [problem("runtime-mismatch", `The runtime opens ${page ?? ""}, the pane ${own ?? ""}.`)]),
  ];
}

function requirements(root: Element, { floor }: Surroundings): readonly Problem[] {
  const sets: Readonly<Record<string, string>> = Object.fromEntries(
    all(root, "Set").map(({ attributes }) => [attributes.Name ?? "", attributes.MinVersion ?? ""]),
  );
  const names = [...new Set([...Object.keys(sets), ...Object.keys(floor)])];
  return names
    .filter((name) => sets[name] !== floor[name])
    .map((name) =>
      problem("requirement-floor", `${name}: ${sets[name] ?? "absent"}, expected ${floor[name] ?? "absent"}`),
    );
}

function leftovers(xml: string, { base }: Surroundings): readonly Problem[] {
  const template = TEMPLATE.exec(xml);
  const local = base.includes("//localhost") ? null : /localhost|127\.0\.0\.1/.exec(xml);
  return [
    ...(template ? [problem("template-left", `The manifest still says ${template[0]}.`)] : []),
    ...(local ? [problem("development-address-left", `The manifest still says ${local[0]}.`)] : []),
  ];
}

function problem(id: ProblemId, detail: string): Problem {
  return { id, detail };
}

function everyElement(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(everyElement)];
}

function resources(root: Element): readonly Element[] {
  return all(root, "Resources").flatMap(({ children }) => children.flatMap((group) => group.children));
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
