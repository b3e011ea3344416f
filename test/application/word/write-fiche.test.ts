import { RUBRIQUES } from "../../../src/domain/fiche-action/fiche-action";
import { writeFicheWord } from "../../../src/application/word/write-fiche";
import { all, child, type Element } from "../../conventions/read-xml";
import { docxPart, docxParts, paragraphs, tables } from "../../support/docx-parts";
import { FICHE_COMPLETE, FICHE_HOSTILE, FICHE_VIDE } from "../../support/fiches";
import { hasWriter, toPages } from "../../support/libre-office";

const FICHES = [
  ["a full fiche", FICHE_COMPLETE],
  ["an empty fiche", FICHE_VIDE],
  ["a hostile fiche", FICHE_HOSTILE],
] as const;

const RUBRIQUES_NUMEROTEES = RUBRIQUES.map(({ numero, titre }) => `${numero}. ${titre}`);

describe.each(FICHES)("%s in Word", (_, fiche) => {
  let bytes: Uint8Array;
  let body: Element;

  beforeAll(async () => {
    bytes = await writeFicheWord(fiche);
    body = docxPart(bytes, "word/document.xml");
  });

  test("is well-formed in every part", () => {
    expect(docxParts(bytes).size).toBeGreaterThan(10);
  });

  test("has the ten sections as headings, in order, under one title", () => {
    const headings = all(body, "p").flatMap((paragraph) => {
      const style = child(child(paragraph, "pPr"), "pStyle")?.attributes["w:val"] ?? "";
      return /^Heading\d$/.test(style) ? [[style, paragraphs(paragraph)[0]]] : [];
    });
    expect(headings[0]).toEqual(["Heading1", `Fiche action ${fiche.action}`]);
    expect(headings.slice(1, 11)).toEqual(RUBRIQUES_NUMEROTEES.map((titre) => ["Heading2", titre]));
    expect(headings.slice(11).map(([, texte]) => texte)).toEqual(["Version et visas", "Suivi annuel"]);
  });

  test("repeats the header row of each table and gives every width twice", () => {
    const found = all(body, "tbl");
    expect(found.length).toBeGreaterThan(2);
    for (const table of found) {
      const [first, ...others] = all(table, "tr");
      expect(all(first ?? table, "tblHeader")).toHaveLength(1);
      expect(others.flatMap((row) => all(row, "tblHeader"))).toEqual([]);
      const grid = all(table, "gridCol").map(({ attributes }) => attributes["w:w"]);
      const cells = all(first ?? table, "tcW").map(({ attributes }) => attributes["w:w"]);
      expect(cells).toEqual(grid);
      expect(grid.reduce((sum, width) => sum + Number(width), 0)).toBe(9638);
    }
  });

  test("is French, A4, and counts its pages", () => {
    const [size] = all(body, "pgSz");
    expect([size?.attributes["w:w"], size?.attributes["w:h"]]).toEqual(["11906", "16838"]);
    expect(all(docxPart(bytes, "word/styles.xml"), "lang")[0]?.attributes["w:val"]).toBe("fr-FR");
    const foot = docxPart(bytes, "word/footer1.xml");
    expect(all(foot, "instrText").map(({ text }) => text)).toEqual(["PAGE", "NUMPAGES"]);
    expect(paragraphs(foot).join("")).toContain(`version ${fiche.pied.version}`);
    const core = docxPart(bytes, "docProps/core.xml");
    expect(child(core, "title")?.text).toBe(`Fiche action ${fiche.action}`);
    expect(child(core, "created")?.text).toBe("2028-02-14T00:00:00Z");
  });

  test("holds no control character", () => {
    const texts = [...docxParts(bytes).values()].flatMap((part) => all(part, "t").map(({ text }) => text));
    expect(texts.filter((text) => /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text))).toEqual([]);
  });
});

describe("what a fiche says in Word", () => {
  test("every text, table and no-break space of a full fiche", async () => {
    const body = docxPart(await writeFicheWord(FICHE_COMPLETE), "word/document.xml");
    const said = paragraphs(body);
    const found = tables(body);
    expect(said).toContain("Axe\u00a0: Axe 2\u00a0: soutenir les aidants");
    expect(said).toContain("Recommandation HAS «\u00a0Le soutien des aidants\u00a0»");
    expect(found).toContainEqual([
      ["Année", "2028", "2029", "2030", "2031", "2032"],
      ["Action", "Prévue", "Prévue", "Prévue", "–", "–"],
    ]);
    expect(found.find(([head]) => head?.[1] === "Départ")).toEqual([
      ["Indicateur", "Départ", "A1 2028", "A2 2029", "A3 2030", "A4 2031", "A5 2032", "Cible finale"],
      ["IND-01", "0", "", "40", "65", "80", "85", "85"],
      ["IND-02", "270", "240", "180", "120", "90", "60", "≤ 60"],
    ]);
    expect(found.find(([head]) => head?.[0] === "Visa")?.map(([visa]) => visa)).toEqual([
      "Visa",
      ...FICHE_COMPLETE.pied.visas,
    ]);
    expect(found.find(([head]) => head?.[0] === "Année" && head[1] === "Réalisé")).toHaveLength(6);
    const inTables = found.flat(2);
    for (const { valeur, cle } of FICHE_COMPLETE.champs) {
      const isThere = valeur.split("\n").every((line) => [...said, ...inTables].some((text) => text.includes(line)));
      expect([cle, isThere]).toEqual([cle, true]);
    }
  });

  test("a line to write on in each empty section, and what is missing", async () => {
    const body = docxPart(await writeFicheWord(FICHE_VIDE), "word/document.xml");
    expect(paragraphs(body).filter((text) => text.startsWith("À compléter"))).toHaveLength(9);
    expect(paragraphs(body).join("\n")).toContain("Manque\u00a0: Titre, Constat, Objectif");
  });

  test.each([
    ["a formula", '=HYPERLINK("http://exemple.invalid";"clic")'],
    ["a telephone number", "Origine\u00a0: +33 1 23 45 67 89"],
    ["a sign", "Axe\u00a0: -2+3"],
    ["an at sign", "Objectif opérationnel\u00a0: @SOMME(A1)"],
    ["tags and braces", "<w:t>&lt;script&gt;alert(1)</w:t> ]]> {pilote} {#indicateurs}"],
    ["emoji", "👩‍⚕️ deux 🧑🏽‍🦽 et demi 🇫🇷"],
    ["halves of a character", " seul "],
    ["a tabulation", "ou plus tard tabulation"],
  ])("%s as it was typed", async (_, expected) => {
    expect(paragraphs(docxPart(await writeFicheWord(FICHE_HOSTILE), "word/document.xml"))).toContain(expected);
  });

  test("30,000 characters whole, and Arabic from right to left", async () => {
    const body = docxPart(await writeFicheWord(FICHE_HOSTILE), "word/document.xml");
    expect(paragraphs(body).filter((text) => text.length > 30_000 && text.endsWith("FIN-DU-LONG-TEXTE"))).toHaveLength(
      1,
    );
    const arabe = all(body, "r").find((run) => all(run, "t").some(({ text }) => text.includes("مخاطر")));
    expect(all(arabe ?? body, "rtl")).toHaveLength(1);
  });

  test("the same each time it is written", async () => {
    const texts = async () => {
      const parts = docxParts(await writeFicheWord(FICHE_COMPLETE));
      return JSON.stringify([...parts]);
    };
    expect(await texts()).toBe(await texts());
  });
});

const writer = hasWriter() ? test : test.skip;

describe("LibreOffice", () => {
  writer.each(FICHES)(
    "opens %s with every section in place",
    async (_, fiche) => {
      const text = toPages(await writeFicheWord(fiche), "docx").replace(/\s+/g, " ");
      let from = 0;
      for (const titre of [...RUBRIQUES_NUMEROTEES, "Version et visas", "Suivi annuel"]) {
        const at = text.indexOf(titre, from);
        expect([titre, at >= from]).toEqual([titre, true]);
        from = at;
      }
    },
    180_000,
  );

  writer(
    "shows the accents, tables and typography of a full fiche",
    async () => {
      const text = toPages(await writeFicheWord(FICHE_COMPLETE), "docx").replace(/\s+/g, " ");
      expect(text).toContain("Créer six places de répit à l’EHPAD « Les Œillets »");
      expect(text).toContain("Prévue");
      expect(text).toContain("≤ 60");
      expect(text).toContain("145 000 €");
    },
    180_000,
  );
});
