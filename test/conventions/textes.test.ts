import { rules } from "../../src/domain/rules/catalogue";
import { checkTextes, isFrench, textesOfMarkup, textesOfSource } from "./check-textes";
import { isModule, listFiles, readText } from "./read-sources";

const FEWEST_TEXTS = 100;

describe("the French of the product", () => {
  test("follows French typography", () => {
    const files = [...listFiles("src"), "assets/aide.html", "manifest.xml"];
    const textes = files.flatMap((path) => {
      if (isModule(path)) return textesOfSource(path, readText(path));
      return /\.(html|xml)$/.test(path) ? textesOfMarkup(path, readText(path)) : [];
    });
    expect(textes.filter(({ text }) => isFrench(text)).length).toBeGreaterThanOrEqual(FEWEST_TEXTS);
    expect(checkTextes(textes)).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    "ends the sentences of %s with a full stop",
    (_, { docs }) => {
      const { quoi, pourquoi, corriger } = docs;
      expect([quoi, pourquoi, corriger].filter((sentence) => !/[^.]\.$/.test(sentence))).toEqual([]);
    },
  );

  test.each<[string, string, readonly string[]]>([
    ["a plain space before a colon", 'f("Le titre est : CPOM");', ["no-break space before : ; ! ?"]],
    ["no space before a question mark", 'f("Que manque-t-il dans la feuille?");', ["no-break space before : ; ! ?"]],
    [
      "a plain space before a semicolon",
      'f("Gardez la feuille ; passez les autres.");',
      ["no-break space before : ; ! ?"],
    ],
    ["a plain space after a value", "f(`${n} : le nombre`);", ["no-break space before : ; ! ?"]],
    [
      "plain spaces inside quotation marks",
      'f("La feuille « Actions » manque.");',
      ["no-break space after «", "no-break space before »"],
    ],
    ["a typewriter apostrophe", 'f("Il n\'y a pas de feuille.");', ["typographic apostrophe"]],
    ["three points", 'f("Lecture de la feuille...");', ["ellipsis"]],
    ["two spaces", 'f("La  feuille.");', ["double space"]],
    ["an exclamation", 'f("La feuille est prête\u00a0!");', ["exclamation mark"]],
    ["a fault shown by JSX", "const a = <p>Votre feuille : prête</p>;", ["no-break space before : ; ! ?"]],
    [
      "a fault in an attribute",
      'const a = <p title="Que voit-on dans la feuille ?" />;',
      ["no-break space before : ; ! ?"],
    ],
    [
      "a fault in a template",
      "f(`La feuille «${nom}» manque.`);",
      ["no-break space after «", "no-break space before »"],
    ],
  ])("refuses %s", (_, source, expected) => {
    expect(checkTextes(textesOfSource("a.tsx", source)).map(({ rule }) => rule)).toEqual(expected);
  });

  test("refuses a fault in a page", () => {
    const page = "<p>\n  Votre feuille :\n  prête</p><style>p { a: b; }</style><p>Sans faute\u00a0: rien.</p>";
    expect(checkTextes(textesOfMarkup("a.html", page)).map(({ text }) => text)).toEqual(["Votre feuille : prête"]);
  });

  test.each<[string, string]>([
    ["true no-break spaces", 'f("La feuille «\u00a0Actions\u00a0»\u00a0: elle manque.");'],
    ["no-break spaces by their number", 'f("La feuille «\\u00a0Actions\\u00a0»\\u00a0: elle manque.");'],
    ["a time and an address", 'f("Le 12/05 à 12:30, sur https://exemple.fr/a?b.");'],
    ["what is not French", 'f("width: 3px; color: red"); g("a ? b : c"); h("Not found: " + i);'],
    ["what is code", "import a from './le la'; if (!a) f(a ? b : c);"],
  ])("lets through %s", (_, source) => {
    expect(checkTextes(textesOfSource("a.tsx", source))).toEqual([]);
  });
});
