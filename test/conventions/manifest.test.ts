import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue, ouvertures } from "../../src/application/catalogue";
import {
  type Problem,
  type ProblemId,
  type Surroundings,
  checkManifest,
  checkMeaning,
  checkStructure,
} from "./check-manifest";

const ROOT = join(__dirname, "..", "..");
const DEVELOPMENT = "https://localhost:3000/";
const PRODUCTION = "https://cpom.exemple.fr/complement/";
const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");

const around: Surroundings = {
  commands: [...catalogue, ...ouvertures],
  served,
  base: DEVELOPMENT,
  floor: { ExcelApi: "1.14", SharedRuntime: "1.1" },
};

/** The build copies `assets/` as it is and makes each page from the source of its name. */
function served(path: string): Uint8Array | null {
  const source = path.startsWith("assets/") ? path : `src/${path.replace(".html", "")}/${path}`;
  return existsSync(join(ROOT, source)) ? readFileSync(join(ROOT, source)) : null;
}

function ids(problems: readonly Problem[]): readonly ProblemId[] {
  return [...new Set(problems.map(({ id }) => id))];
}

const LONG = "x".repeat(251);
const SUPERTIP = /<Supertip>[\s\S]*?<\/Supertip>/;
const TAB_LABEL = '<Label resid="Onglet.Label" />';

describe("manifest.xml", () => {
  test("is sound", async () => {
    expect(await checkManifest(manifest, around)).toEqual([]);
  });

  test("is sound once built for an intranet", async () => {
    const built = buildFor(PRODUCTION);
    expect(built).not.toBe(manifest);
    expect(await checkManifest(built, { ...around, base: PRODUCTION })).toEqual([]);
  });

  test.each<[string, (xml: string) => string]>([
    ["a tag that is not closed", (xml) => xml.replace("</Hosts>", "")],
    [
      "an element out of order",
      (xml) => swap(xml, /<Permissions>.*<\/Permissions>/, /<DefaultLocale>.*<\/DefaultLocale>/),
    ],
    ["the label of the tab before its groups", (xml) => moveBefore(xml, TAB_LABEL, "<Group id=")],
    ["an element the schema does not know", (xml) => xml.replace("<Hosts>", "<Hote />\n<Hosts>")],
    ["a button without a tooltip", (xml) => xml.replace(SUPERTIP, "")],
    ["an action of another kind", (xml) => xml.replace('xsi:type="ExecuteFunction"', 'xsi:type="Execute"')],
    ["a version that is not numbers", (xml) => xml.replace("<Version>1.0.0.0", "<Version>1.0-beta")],
    ["a version of one number", (xml) => xml.replace("<Version>1.0.0.0", "<Version>1")],
    ["an Id that is no GUID", (xml) => xml.replace(/<Id>.*<\/Id>/, "<Id>referent-cpom</Id>")],
    ["a name over 125 characters", (xml) => xml.replace('"Référent CPOM"', `"${LONG.slice(125)}"`)],
    ["a description over 250", (xml) => xml.replace(/(<Description DefaultValue=")[^"]*/, `$1${LONG}`)],
    ["a label over 125", (xml) => xml.replace('"Ouvrir le volet"', `"${LONG.slice(125)}"`)],
    ["a tooltip over 250", (xml) => xml.replace(/(id="Volet.Aide" DefaultValue=")[^"]*/, `$1${LONG}`)],
    ["an English tooltip over 250", (xml) => xml.replace(/Shows the findings[^"]*/, LONG)],
    ["an empty label", (xml) => xml.replace('"Ouvrir le volet"', '""')],
    ["a resource id over 32 characters", (xml) => xml.replaceAll("Classeur.Label", "Classeur.".padEnd(33, "x"))],
    ["an element id over 125", (xml) => xml.replace("Cpom.Onglet", LONG.slice(125))],
    ["a locale without a country", (xml) => xml.replace('Locale="en-US"', 'Locale="en"')],
    ["an icon size that Excel does not have", (xml) => xml.replace('size="64"', 'size="63"')],
    ["a runtime that closes with the pane", (xml) => xml.replace('lifetime="long"', 'lifetime="short"')],
    ["a permission that is not enough", (xml) => xml.replace("ReadWriteDocument", "ReadDocument")],
  ])("has a structure that refuses %s", async (_, mutate) => {
    const broken = mutate(manifest);
    expect(broken).not.toBe(manifest);
    expect(ids(await checkStructure(broken))).toEqual(["structure"]);
  });

  test.each<[string, (xml: string) => string, ProblemId]>([
    ["a tag that is not closed", (xml) => xml.replace("</Hosts>", ""), "not-xml"],
    [
      "a resid that names nothing",
      (xml) => xml.replace('Label resid="Volet.Label"', 'Label resid="Volet.Nom"'),
      "resid-dangling",
    ],
    [
      "a label that names an image",
      (xml) => xml.replace('Label resid="Volet.Label"', 'Label resid="Icon.16"'),
      "resid-dangling",
    ],
    ["a text nobody shows", (xml) => xml.replaceAll('resid="Volet.Aide"', 'resid="Accueil.Texte"'), "resource-unused"],
    ["two resources of one id", (xml) => xml.replace(' id="Volet.Aide"', ' id="Volet.Label"'), "id-duplicate"],
    ["two buttons of one id", (xml) => xml.replace("Cpom.Bouton.Volet", "Cpom.Bouton.Completude"), "id-duplicate"],
    ["one locale twice", (xml) => xml.replace(/<bt:Override [^>]*>/, "$&$&"), "override-duplicate"],
    [
      "an override of the default locale",
      (xml) => xml.replace('Locale="en-US"', 'Locale="fr-FR"'),
      "override-of-default",
    ],
    ["a text without English", (xml) => xml.replace(/<bt:Override [^>]*>/, ""), "override-missing"],
    [
      "a description without English",
      (xml) => xml.replace(/<Override Locale="en-US" Value="Checks[^>]*>/, ""),
      "override-missing",
    ],
    [
      "an address without https",
      (xml) => xml.replace("https://localhost:3000/taskpane", "http://localhost:3000/taskpane"),
      "not-https",
    ],
    [
      "an address elsewhere",
      (xml) => xml.replace(/<SupportUrl DefaultValue="[^"]*/, '<SupportUrl DefaultValue="https://exemple.org/'),
      "address-foreign",
    ],
    ["a page that is not built", (xml) => xml.replaceAll("taskpane.html", "volet.html"), "page-missing"],
    ["a help page that does not exist", (xml) => xml.replaceAll("aide.html", "help.html"), "page-missing"],
    ...["16", "32", "80"].map((size): [string, (xml: string) => string, ProblemId] => [
      `a button without its icon of ${size}`,
      (xml) => xml.replace(`<bt:Image size="${size}" resid="Icon.${size}" />`, ""),
      "icon-size-missing",
    ]),
    ["an icon that does not exist", (xml) => xml.replace("icon-80.png", "icon-81.png"), "icon-file-missing"],
    ["an icon in the place of another size", (xml) => xml.replace("icon-80.png", "icon-64.png"), "icon-file-size"],
    ["a file that is no PNG", (xml) => xml.replace("icon-80.png", "icon.svg"), "icon-file-size"],
    ["a base icon of the wrong size", (xml) => xml.replace(/(<IconUrl [^>]*)icon-32/, "$1icon-128"), "icon-file-size"],
    ["a function that no command has", (xml) => xml.replace("verifierCompletude", "verifierTout"), "function-unknown"],
    [
      "a label that is not the command’s",
      (xml) => xml.replace('"Vérifier la complétude"', '"Vérifier"'),
      "command-text",
    ],
    ["a tooltip that is not the command’s", (xml) => xml.replace("Ne modifie aucune cellule.", ""), "command-text"],
    [
      "functions on another page than the runtime",
      (xml) => xml.replace('FunctionFile resid="Volet.Url"', 'FunctionFile resid="Aide.Url"'),
      "runtime-mismatch",
    ],
    [
      "a pane on another page than the runtime",
      (xml) => xml.replace('SourceLocation resid="Volet.Url"', 'SourceLocation resid="Aide.Url"'),
      "runtime-mismatch",
    ],
    [
      "a first page that is not the runtime’s",
      (xml) => xml.replace("taskpane.html", "atelier.html"),
      "runtime-mismatch",
    ],
    ["a floor above the one the code keeps to", (xml) => xml.replace('"1.14"', '"1.17"'), "requirement-floor"],
    ["a requirement forgotten", (xml) => xml.replace(/<Set Name="SharedRuntime"[^>]*>/, ""), "requirement-floor"],
    [
      "the GUID of a template",
      (xml) => xml.replace(/<Id>.*<\/Id>/, "<Id>05c2e1c9-3e1d-406e-9a91-e9ac64854143</Id>"),
      "template-left",
    ],
    [
      "a name of a sample",
      (xml) => xml.replace("<ProviderName>Référent CPOM", "<ProviderName>Contoso"),
      "template-left",
    ],
  ])("has a meaning that refuses %s", (_, mutate, expected) => {
    const broken = mutate(manifest);
    expect(broken).not.toBe(manifest);
    expect(ids(checkMeaning(broken, around))).toContain(expected);
  });

  test("refuses localhost in production", () => {
    const left = buildFor(PRODUCTION).replace(PRODUCTION, DEVELOPMENT);
    expect(ids(checkMeaning(left, { ...around, base: PRODUCTION }))).toContain("development-address-left");
  });
});

/** What `npm run build -- --env url=…` writes as manifest, from the build’s own configuration. */
function buildFor(url: string): string {
  const script = `
    import { readFileSync } from "node:fs";
    import config from "./webpack.config.js";
    const [pages] = await config({ url: process.argv[1] }, { mode: "production" });
    const patterns = pages.plugins.flatMap((plugin) => plugin.patterns ?? []);
    const { transform } = patterns.find(({ from }) => from === "manifest.xml");
    process.stdout.write(transform(readFileSync("manifest.xml")));`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script, url], { cwd: ROOT, encoding: "utf8" });
}

function swap(xml: string, first: RegExp, second: RegExp): string {
  const [a = "", b = ""] = [first.exec(xml)?.[0], second.exec(xml)?.[0]];
  return xml.replace(a, "@@").replace(b, a).replace("@@", b);
}

function moveBefore(xml: string, piece: string, place: string): string {
  return xml.replace(piece, "").replace(place, `${piece}${place}`);
}
