import { strToU8, zipSync } from "fflate";
import type { FicheAction } from "../../../src/domain/fiche-action/fiche-action";
import { listFields } from "../../../src/application/word/champs-modele";
import { fillModel, openModel } from "../../../src/application/word/fill-model";
import { writeFichesWord } from "../../../src/application/word/write-fiches";
import { docxPart, docxParts, paragraphs, tables } from "../../support/docx-parts";
import { FICHE_COMPLETE, FICHE_HOSTILE, FICHE_VIDE } from "../../support/fiches";
import { buildModele, type ModeleTape, partText, withParts } from "../../support/modele-word";

const MODELE: ModeleTape = {
  enTete: "{contrat}",
  pied: "Version {version} du {date}",
  corps: [
    "{titre}",
    "Pilote\u00a0: {pi|lo|te}",
    "{ Coût } / {NON RECONDUCTIBLE}",
    "{etapes}",
    [
      ["Indicateur", "Départ", "A2", "Finale", "Action"],
      ["{#indicateurs}{libelle}", "{depart}", "{cible-2}", "{cibleFinale}", "{action}{/indicateurs}"],
    ],
    "{#annees}{annee} {prevue} ; {/annees}",
    "{#visas}",
    "Visa de {visa}",
    "{/visas}",
  ],
};

async function filled(modele: Uint8Array, fiche: FicheAction): Promise<Uint8Array> {
  const outcome = await fillModel(modele, fiche);
  if (outcome.status === "refused") throw new Error([outcome.reason, ...outcome.fautes].join("\n"));
  return outcome.bytes;
}

async function fautesOf(modele: ModeleTape): Promise<readonly string[]> {
  const outcome = await openModel(await buildModele(modele));
  return outcome.status === "refused" ? outcome.fautes : [];
}

async function reasonOf(file: Uint8Array): Promise<string> {
  const outcome = await openModel(file);
  return outcome.status === "refused" ? outcome.reason : "accepted";
}

describe("a model of the house", () => {
  test("is filled in its text, table, header and footer", async () => {
    const bytes = await filled(await buildModele(MODELE), FICHE_COMPLETE);
    const body = docxPart(bytes, "word/document.xml");
    const said = paragraphs(body);
    expect(said[0]).toBe(FICHE_COMPLETE.titre);
    expect(said[1]).toBe("Pilote\u00a0: Directrice de l’EHPAD, Mme Lefèvre");
    expect(said[2]).toBe(" / 38 500 €");
    expect(said[3]?.split("\n")).toHaveLength(3);
    expect(tables(body)[0]).toEqual([
      ["Indicateur", "Départ", "A2", "Finale", "Action"],
      ["Taux d’occupation des places de répit", "0", "40", "85", "ACN-02.01"],
      ["Délai moyen avant une première admission", "270", "180", "≤ 60", "ACN-02.01"],
    ]);
    expect(said).toContain("2028 Prévue ; 2029 Prévue ; 2030 Prévue ; 2031  ; 2032  ; ");
    expect(said.filter((text) => text.startsWith("Visa de"))).toEqual([
      "Visa de ARS",
      "Visa de Département",
      "Visa de Organisme gestionnaire",
    ]);
    expect(paragraphs(docxPart(bytes, "word/header1.xml"))).toEqual([FICHE_COMPLETE.contrat]);
    expect(paragraphs(docxPart(bytes, "word/footer1.xml"))).toEqual(["Version 2 du 14/02/2028"]);
  });

  test.each([
    ["an empty fiche", FICHE_VIDE],
    ["a hostile fiche", FICHE_HOSTILE],
  ])("leaves no place behind and stays well-formed with %s", async (_, fiche) => {
    const bytes = await filled(await buildModele(MODELE), fiche);
    const body = paragraphs(docxPart(bytes, "word/document.xml")).join("\n");
    expect(docxParts(bytes).size).toBeGreaterThan(10);
    expect(body).not.toMatch(/[{}]/);
  });

  test("does not fill what a cell says", async () => {
    const bytes = await filled(
      await buildModele({ corps: ["{contributeurs}", "{pilote}", "{moyens}"] }),
      FICHE_HOSTILE,
    );
    const said = paragraphs(docxPart(bytes, "word/document.xml"));
    expect(said[0]).toBe("<w:t>&lt;script&gt;alert(1)</w:t> ]]> {pilote} {#indicateurs}");
    expect(said[1]).toBe("avant\naprès");
  });

  test("may hold every documented place and list", async () => {
    const { champs, listes } = listFields();
    const corps = [
      ...champs.map(({ nom }) => `${nom} = {${nom}}`),
      ...listes.map(({ nom, champs: own }) => `{#${nom}}${own.map((one) => `{${one.nom}}`).join(" ")}{/${nom}}`),
    ];
    const said = paragraphs(docxPart(await filled(await buildModele({ corps }), FICHE_COMPLETE), "word/document.xml"));
    expect(said).toHaveLength(corps.length);
    expect(said).toContain("axe = Axe 2\u00a0: soutenir les aidants");
    expect(said).toContain("bonnes-pratiques = Recommandation HAS «\u00a0Le soutien des aidants\u00a0»");
  });

  test("makes a document even when it was a template", async () => {
    const model = await buildModele(MODELE);
    const types = partText(model, "[Content_Types].xml").replace("document.main+xml", "template.main+xml");
    const bytes = await filled(withParts(model, { "[Content_Types].xml": types }), FICHE_COMPLETE);
    expect(partText(bytes, "[Content_Types].xml")).toContain("wordprocessingml.document.main+xml");
  });

  test("serves many fiches", async () => {
    const opened = await openModel(await buildModele(MODELE));
    if (opened.status === "refused") throw new Error(opened.reason);
    const made = await writeFichesWord([FICHE_COMPLETE, FICHE_VIDE], { kind: "zip", model: opened.modele });
    expect(made.status).toBe("written");
  });
});

describe("a model with faults names them all, and where they stand", () => {
  test.each<[string, ModeleTape, readonly string[]]>([
    [
      "unknown places in the text, a table, the header and the footer",
      { corps: ["Par {pilotte} et {chef}", [["{nimporte}"]]], enTete: "{contract}", pied: "p. {page}" },
      [
        "Le champ {pilotte} n’existe pas (dans le texte\u00a0: «\u00a0Par {pilotte} et {chef}\u00a0»). Peut-être {pilote}",
        "Le champ {chef} n’existe pas (dans le texte\u00a0: «\u00a0Par {pilotte} et {chef}\u00a0»)",
        "Le champ {nimporte} n’existe pas (dans un tableau\u00a0: «\u00a0{nimporte}\u00a0»)",
        "Le champ {contract} n’existe pas (dans l’en-tête\u00a0: «\u00a0{contract}\u00a0»). Peut-être {contrat}",
        "Le champ {page} n’existe pas (dans le pied de page\u00a0: «\u00a0p. {page}\u00a0»)",
      ],
    ],
    [
      "braces without their pair",
      { corps: ["{pilote", "}", "{a{axe}}"] },
      [
        "Une accolade n’a pas sa paire (dans le texte\u00a0: «\u00a0{pilote\u00a0»)",
        "Une accolade n’a pas sa paire (dans le texte\u00a0: «\u00a0}\u00a0»)",
        "Une accolade n’a pas sa paire (dans le texte\u00a0: «\u00a0{a{axe}}\u00a0»)",
      ],
    ],
    [
      "a place of a list outside it",
      { corps: ["{libelle}"] },
      ["{libelle} ne vaut qu’entre {#indicateurs} et {/indicateurs} (dans le texte\u00a0: «\u00a0{libelle}\u00a0»)"],
    ],
    [
      "a list named as a place",
      { corps: ["{Indicateurs}"] },
      [
        "{Indicateurs} est une liste\u00a0: écrivez {#indicateurs} … {/indicateurs} (dans le texte\u00a0: «\u00a0{Indicateurs}\u00a0»)",
      ],
    ],
    [
      "a list that is not closed",
      { corps: ["{#annees}"] },
      ["La liste {#annees} n’est pas fermée par {/annees} (dans le texte\u00a0: «\u00a0{#annees}\u00a0»)"],
    ],
    [
      "a list that was not opened",
      { corps: ["{/annees}"] },
      ["{/annees} ne ferme rien (dans le texte\u00a0: «\u00a0{/annees}\u00a0»)"],
    ],
    [
      "a list in a list",
      { corps: ["{#annees}", "{#visas}", "{/visas}"] },
      ["La liste {#visas} commence dans la liste {#annees} (dans le texte\u00a0: «\u00a0{#visas}\u00a0»)"],
    ],
    [
      "an unknown list",
      { corps: ["{#indicateur}{/indicateur}"] },
      [
        "La liste {#indicateur} n’existe pas (dans le texte\u00a0: «\u00a0{#indicateur}{/indicateur}\u00a0»). Peut-être {#indicateurs}",
      ],
    ],
    [
      "a place in a footnote",
      { corps: ["x"], note: "voir {axe} et {libre}" },
      ["{axe} ne peut pas être rempli (dans une note de bas de page\u00a0: «\u00a0voir {axe} et {libre}\u00a0»)"],
    ],
    [
      "the options of the library, and no name at all",
      { corps: ['{pilote [a: "b"]}', "{}"] },
      [
        'Le champ {pilote [a: "b"]} n’existe pas (dans le texte\u00a0: «\u00a0{pilote [a: "b"]}\u00a0»)',
        "Le champ {} n’existe pas (dans le texte\u00a0: «\u00a0{}\u00a0»)",
      ],
    ],
  ])("%s", async (_, modele, expected) => {
    expect(await fautesOf(modele)).toEqual(expected);
  });

  test("a list across two cells of different rows is refused as a whole", async () => {
    const file = await buildModele({ corps: ["{#annees}", [["{annee}{/annees}"]]] });
    expect(await reasonOf(file)).toMatch(/^Une liste répétée est mal placée/);
  });
});

describe("a file that is no model is refused in a sentence", () => {
  const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const wide = (text: string) => strToU8(Array.from(text).join("\u0000"));

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ["nothing", () => new Uint8Array(0), /^Ce fichier est vide/],
    ["a text", () => strToU8("Bonjour"), /^Ce fichier n’est pas un document Word/],
    ["an old document", () => new Uint8Array([...COMPOUND, 0]), /^Ce fichier est un ancien document/],
    ["one with a password", () => new Uint8Array([...COMPOUND, ...wide("EncryptedPackage")]), /mot de passe/],
    ["another archive", () => zipSync({ "a.txt": strToU8("a") }), /^Ce fichier n’est pas un document Word/],
    ["half a document", async () => (await buildModele(MODELE)).subarray(0, 3000), /endommagé/],
    ["eleven megabytes", () => new Uint8Array(11_000_000).fill(0x50), /^Ce modèle est trop volumineux/],
    ["a bomb", () => zipSync({ "word/media/a.png": new Uint8Array(80_000_000) }), /démesuré/],
    [
      "a huge part",
      async () => withParts(await buildModele(MODELE), { "word/document.xml": `<a>${" ".repeat(5_000_000)}</a>` }),
      /démesuré/,
    ],
    [
      "a thousand parts",
      () => zipSync(Object.fromEntries(Array.from({ length: 1001 }, (_, rank) => [`${rank}`, new Uint8Array(0)]))),
      /démesuré/,
    ],
    [
      "macros",
      async () => {
        const model = await buildModele(MODELE);
        const types = partText(model, "[Content_Types].xml").replace(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
          "application/vnd.ms-word.document.macroEnabled.main+xml",
        );
        return withParts(model, { "[Content_Types].xml": types });
      },
      /contient des macros/,
    ],
    [
      "macros under another name",
      async () => withParts(await buildModele(MODELE), { "word/vbaProject.bin": "x" }),
      /contient des macros/,
    ],
    [
      "a restricted document",
      async () => {
        const model = await buildModele(MODELE);
        const settings = partText(model, "word/settings.xml").replace(
          "</w:settings>",
          '<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>',
        );
        return withParts(model, { "word/settings.xml": settings });
      },
      /modification de ce modèle est restreinte/,
    ],
    [
      "entities",
      async () =>
        withParts(await buildModele(MODELE), { "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      /endommagé/,
    ],
    [
      "the strict form",
      async () => {
        const model = await buildModele(MODELE);
        const rels = partText(model, "_rels/.rels").replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        );
        return withParts(model, { "_rels/.rels": rels });
      },
      /Open XML strict/,
    ],
    ["no body", async () => withParts(await buildModele(MODELE), { "word/document.xml": null }), /n’a pas pu être lu/],
    [
      "elements without end",
      async () => {
        const deep = `${"<w:r>".repeat(20_000)}${"</w:r>".repeat(20_000)}`;
        const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${deep}</w:document>`;
        return withParts(await buildModele(MODELE), { "word/document.xml": xml });
      },
      /n’a pas pu être lu/,
    ],
  ])("%s", async (_, file, expected) => {
    expect(await reasonOf(await file())).toMatch(expected);
  });
});
