import { openModel } from "../../../src/application/word/fill-model";
import { lineOf } from "../../../src/application/word/texte-brut";
import { writeFichesWord } from "../../../src/application/word/write-fiches";
import type { FicheAction } from "../../../src/domain/fiche-action/fiche-action";
import { all, child } from "../../conventions/read-xml";
import { docxPart, docxParts, paragraphs, tables } from "../../support/docx-parts";
import { FICHE_COMPLETE, FICHE_HOSTILE, FICHE_VIDE } from "../../support/fiches";
import { hasWriter, toPages } from "../../support/libre-office";
import { buildModele, withParts } from "../../support/modele-word";
import { fautesOf } from "./fautes-document";
import { bande, buildBrut, type ModeleBrut, NAMESPACES, p, section } from "./modele-brut";

const DEUX = [FICHE_COMPLETE, FICHE_VIDE];
const TROIS = [...DEUX, FICHE_HOSTILE];
const MAIN = "word/document.xml";

async function joined(model: Uint8Array, fiches: readonly FicheAction[] = TROIS): Promise<Uint8Array> {
  const opened = await openModel(model);
  if (opened.status === "refused") throw new Error([opened.reason, ...opened.fautes].join("\n"));
  const made = await writeFichesWord(fiches, { kind: "un-document", model: opened.modele });
  if (made.status !== "written") throw new Error(JSON.stringify(made));
  expect(made.extension).toBe("docx");
  return made.bytes;
}

/** What each section says at its head and at its foot, kind by kind. */
function bandesOf(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] {
  const relations = all(docxPart(bytes, "word/_rels/document.xml.rels"), "Relationship");
  const target = new Map(relations.map(({ attributes: { Id = "", Target = "" } }) => [Id, Target]));
  const said = (id = ""): string => {
    const path = target.get(id) ?? "";
    return paragraphs(docxPart(bytes, path.startsWith("/") ? path.slice(1) : `word/${path}`)).join("/");
  };
  return all(docxPart(bytes, MAIN), "sectPr").map((one) =>
    Object.fromEntries(
      one.children
        .filter(({ name }) => name.endsWith("Reference"))
        .map(({ name, attributes }) => [`${name.slice(0, 6)} ${attributes["w:type"] ?? ""}`, said(attributes["r:id"])]),
    ),
  );
}

type Parties = NonNullable<ModeleBrut["parties"]>;

const NUMEROTEE: Parties = {
  "word/numbering.xml": {
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
    xml: `<w:numbering ${NAMESPACES}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Rubrique"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>`,
  },
  "word/styles.xml": {
    xml: `<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrique"><w:name w:val="Rubrique"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sous"><w:name w:val="Sous"/><w:basedOn w:val="Rubrique"/></w:style></w:styles>`,
  },
};
const inList = (id: string) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;

const note = (id: string, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`;
const comment = (id: string, text: string) =>
  `<w:comment w:id="${id}" w:author="A"><w:p w14:paraId="0000AAAA"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
const ANNOTEE: Parties = {
  "word/footnotes.xml": {
    xml: `<w:footnotes ${NAMESPACES}>${note("-1", "")}${note("1", "Source").replace("</w:p>", '<w:hyperlink w:anchor="Vu"/></w:p>')}</w:footnotes>`,
  },
  "word/comments.xml": {
    ...{ id: "rCom", kind: "comments" },
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    xml: `<w:comments ${NAMESPACES}>${comment("0", "À relire")}</w:comments>`,
  },
};

const drawing = (id: string, inside: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="${id}" name="Logo" descr="Logo de {action}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${inside}</a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const picture = '<a:graphicData uri="x"><a:blip r:embed="rImg"/></a:graphicData>';
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const chart = `<a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="rChart"/></a:graphicData>`;
const IMAGEE: Parties = {
  "word/media/logo.png": { xml: "png", id: "rImg", kind: "image" },
  "word/charts/chart1.xml": {
    ...{
      id: "rChart",
      kind: "chart",
      contentType: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    },
    xml: `<c:chartSpace xmlns:c="${CHART}" ${NAMESPACES}><a:p><a:r><a:t>Suivi de {action}</a:t></a:r></a:p><c:externalData r:id="rId1"/></c:chartSpace>`,
  },
  "word/charts/_rels/chart1.xml.rels": {
    xml: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/donnees.bin"/></Relationships>`,
  },
  "word/embeddings/donnees.bin": { xml: "x", contentType: "application/octet-stream" },
};

const REPEREE = [
  `<w:p w14:paraId="1A2B3C4D"><w:bookmarkStart w:id="0" w:name="Titre"/><w:r><w:t>{titre}</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>`,
  `<w:p><w:hyperlink w:anchor="Titre"><w:r><w:t>plus haut</w:t></w:r></w:hyperlink><w:r><w:instrText xml:space="preserve"> REF Titre \\h </w:instrText></w:r><w:fldSimple w:instr=" PAGEREF Titre "/></w:p>`,
  `<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>${p("{pilote}")}</w:sdtContent></w:sdt>`,
].join("");

const TABLE = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>${p("{action}")}</w:tc></w:tr></w:tbl>`;

const MODELES: readonly (readonly [string, ModeleBrut])[] = [
  ["bookmarks, links to them and a control", { corps: REPEREE + section() }],
  ["notes and comments", { corps: commented() + section(), parties: ANNOTEE }],
  ["pictures and a chart", { corps: drawing("1", picture) + drawing("2", chart) + section(), parties: IMAGEE }],
  [
    "numbered lists",
    { corps: p("{titre}", inList("1")) + p("{pilote}", styled("Sous")) + section(), parties: NUMEROTEE },
  ],
  ["a table as its last element", { corps: p("{titre}") + TABLE + section() }],
  [
    "a bookmark closed at its end",
    { corps: `<w:p><w:bookmarkStart w:id="4" w:name="_GoBack"/></w:p><w:bookmarkEnd w:id="4"/>${section()}` },
  ],
  ["two sections", { corps: p("{titre}", section()) + p("{pilote}") + section('<w:type w:val="continuous"/>') }],
  ["a section closed by its last paragraph", { corps: p("{titre}", section()) + section() }],
  ["no section", { corps: p("{titre}") }],
  ["nothing at all", { corps: "" }],
  ["nothing but its section", { corps: section() }],
];

function commented(): string {
  return `<w:p><w:bookmarkStart w:id="5" w:name="Vu"/><w:bookmarkEnd w:id="5"/><w:commentRangeStart w:id="0"/><w:r><w:t>{titre}</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`;
}

test.each(MODELES)("a model with %s stays sound when it is repeated", async (_, modele) => {
  const bytes = await joined(await buildBrut(modele));
  expect(fautesOf(bytes)).toEqual([]);
  const sections = all(docxPart(bytes, MAIN), "sectPr");
  const own = Math.max(1, modele.corps.split("<w:sectPr>").length - 1);
  expect(sections).toHaveLength(3 * own);
  expect(docxPart(bytes, MAIN).children.at(-1)?.children.at(-1)?.name).toBe("sectPr");
});

describe("fiches in one document after a model", () => {
  test("each says what it says alone, in order, its rows repeated", async () => {
    const model = await buildModele({
      corps: [
        "{titre}",
        [["{#indicateurs}{libelle}", "{depart}{/indicateurs}"]],
        "{#visas}",
        "Visa de {visa}",
        "{/visas}",
      ],
    });
    const opened = await openModel(model);
    if (opened.status === "refused") throw new Error(opened.reason);
    const alone = await Promise.all(TROIS.map((fiche) => opened.modele.fill(fiche)));
    const body = docxPart(await joined(model), MAIN);
    expect(paragraphs(body)).toEqual(alone.flatMap((one) => paragraphs(docxPart(one, MAIN))));
    expect(tables(body)).toEqual(alone.flatMap((one) => tables(docxPart(one, MAIN))));
  });

  test("one of them is what it is alone", async () => {
    const model = await buildModele({ corps: ["{titre}"], enTete: "{action}" });
    const bytes = await joined(model, [FICHE_COMPLETE]);
    expect(fautesOf(bytes)).toEqual([]);
    expect(bandesOf(bytes)).toEqual([{ "header default": FICHE_COMPLETE.action, "footer default": "" }]);
    expect(all(docxPart(bytes, MAIN), "p")).toHaveLength(1);
  });

  test("each has its own header and foot; those that say the same are one part", async () => {
    const bytes = await joined(await buildModele({ corps: ["x"], enTete: "{contrat}", pied: "{action} v{version}" }), [
      FICHE_COMPLETE,
      { ...FICHE_COMPLETE, action: "ACN-02.02" },
      { ...FICHE_COMPLETE, action: "ACN-02.03" },
    ]);
    const { contrat } = FICHE_COMPLETE;
    expect(bandesOf(bytes)).toEqual(
      ["ACN-02.01 v2", "ACN-02.02 v2", "ACN-02.03 v2"].map((foot) => ({
        "header default": contrat,
        "footer default": foot,
      })),
    );
    const names = [...docxParts(bytes).keys()].filter((name) => /word\/(header|footer)/u.test(name));
    expect([names.filter((name) => name.includes("header")), names.length]).toEqual([["word/header1.xml"], 4]);
    expect(fautesOf(bytes)).toEqual([]);
  });

  test("a section without header takes none from the fiche before", async () => {
    const model = await buildBrut({
      corps:
        p("{titre}", section('<w:footerReference w:type="default" r:id="rPied"/>')) +
        p("Annexe") +
        section('<w:headerReference w:type="default" r:id="rTete"/><w:headerReference w:type="first" r:id="rTete"/>'),
      parties: {
        "word/headerA.xml": bande("header", "rTete", p("Annexe de {action}")),
        "word/footerA.xml": bande("footer", "rPied", p("Pied")),
      },
    });
    const bytes = await joined(model, DEUX);
    expect(fautesOf(bytes)).toEqual([]);
    const annexe = (action: string) => `Annexe de ${action}`;
    expect(bandesOf(bytes)).toEqual([
      { "footer default": "Pied" },
      { "header default": annexe(FICHE_COMPLETE.action), "header first": annexe(FICHE_COMPLETE.action) },
      { "footer default": "Pied", "header default": "", "header first": "" },
      { "header default": annexe(FICHE_VIDE.action), "header first": annexe(FICHE_VIDE.action) },
    ]);
  });

  test.each<[string, readonly (string | null)[], readonly (string | null)[]]>([
    ["one that goes on", ["continuous", "continuous"], ["continuous", "continuous", "nextPage", "continuous"]],
    ["an odd page", ["oddPage", "nextColumn"], ["oddPage", "nextColumn", "oddPage", "nextColumn"]],
    ["no type", [null, "continuous"], [null, "continuous", null, "continuous"]],
  ])("each opens a page where its first section is of %s", async (_, [first = null, second = null], expected) => {
    const type = (value: string | null) => section(value === null ? "" : `<w:type w:val="${value}"/>`);
    const bytes = await joined(await buildBrut({ corps: p("a", type(first)) + p("{titre}") + type(second) }), DEUX);
    const types = all(docxPart(bytes, MAIN), "sectPr").map((one) => child(one, "type")?.attributes["w:val"] ?? null);
    expect(types).toEqual(expected);
  });

  test("links and fields go to the bookmark of their own fiche", async () => {
    const main = docxPart(await joined(await buildBrut({ corps: REPEREE + section() })), MAIN);
    const names = all(main, "bookmarkStart").map((one) => one.attributes["w:name"]);
    expect(names).toEqual(["Titre", "Titre_2", "Titre_3"]);
    expect(all(main, "hyperlink").map((one) => one.attributes["w:anchor"])).toEqual(names);
    expect(all(main, "instrText").map(({ text }) => text)).toEqual(names.map((name) => ` REF ${name ?? ""} \\h `));
    expect(all(main, "fldSimple").map((one) => one.attributes["w:instr"])).toEqual(
      names.map((name) => ` PAGEREF ${name ?? ""} `),
    );
  });

  test("a field follows its bookmark however Word cut its code", async () => {
    const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (...pieces: readonly string[]) => mark("begin") + pieces.map(code).join("") + mark("end");
    const corps = `<w:p><w:bookmarkStart w:id="0" w:name="Vu"/><w:bookmarkEnd w:id="0"/>${field(" RE", "F V", "u \\h ")}${field(' REF "Vu" ')}${field(" PAGE ")}</w:p>`;
    const main = docxPart(await joined(await buildBrut({ corps: corps + section() }), DEUX), MAIN);
    const said = all(main, "p").map((one) => all(one, "instrText").map(({ text }) => text));
    expect(said.map((texts) => texts.join("").replace(/\s+/gu, " "))).toEqual([
      ' REF Vu \\h REF "Vu" PAGE ',
      ' REF Vu_2 \\h REF "Vu_2" PAGE ',
    ]);
  });

  test("a bookmark and a tracked change that have one number are closed each by its own", async () => {
    const corps =
      '<w:p><w:bookmarkStart w:id="0" w:name="Vu"/><w:ins w:id="0" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins><w:bookmarkEnd w:id="0"/></w:p>';
    expect(fautesOf(await joined(await buildBrut({ corps: corps + section() })))).toEqual([]);
  });

  test("links go to the first of the bookmarks that rows repeat", async () => {
    const mark = '<w:bookmarkStart w:id="1" w:name="V"/><w:bookmarkEnd w:id="1"/>';
    const rows = `${p("{#visas}")}${p("{visa}").replace("<w:r>", `${mark}<w:r>`)}${p("{/visas}")}`;
    const link = '<w:p><w:hyperlink w:anchor="V"/></w:p>';
    const bytes = await joined(await buildBrut({ corps: rows + link + section() }), [FICHE_COMPLETE, FICHE_COMPLETE]);
    const main = docxPart(bytes, MAIN);
    expect(fautesOf(bytes)).toEqual([]);
    const names = all(main, "bookmarkStart").map((one) => one.attributes["w:name"]);
    expect(names).toEqual(["V", "V_2", "V_3", "V_4", "V_5", "V_6"]);
    expect(all(main, "hyperlink").map((one) => one.attributes["w:anchor"])).toEqual(["V", "V_4"]);
  });

  test("a header that points to a bookmark points to that of its fiche", async () => {
    const model = await buildBrut({
      corps: REPEREE + section('<w:headerReference w:type="default" r:id="rTete"/>'),
      parties: { "word/headerA.xml": bande("header", "rTete", '<w:p><w:fldSimple w:instr=" REF Titre "/></w:p>') },
    });
    const bytes = await joined(model, DEUX);
    const fields = [...docxParts(bytes)]
      .filter(([name]) => name.startsWith("word/headerA"))
      .flatMap(([, part]) => all(part, "fldSimple").map((one) => one.attributes["w:instr"]));
    expect(fields).toEqual([" REF Titre ", " REF Titre_2 "]);
  });

  test("each has its own notes and comments", async () => {
    const bytes = await joined(await buildBrut({ corps: commented() + section(), parties: ANNOTEE }));
    const main = docxPart(bytes, MAIN);
    expect(paragraphs(docxPart(bytes, "word/footnotes.xml"))).toEqual(["", "Source", "Source", "Source"]);
    expect(paragraphs(docxPart(bytes, "word/comments.xml"))).toEqual(["À relire", "À relire", "À relire"]);
    const links = all(docxPart(bytes, "word/footnotes.xml"), "hyperlink").map((one) => one.attributes["w:anchor"]);
    expect(links).toEqual(["Vu", "Vu_2", "Vu_3"]);
    const ids = (name: string) => all(main, name).map((one) => one.attributes["w:id"]);
    expect(ids("commentRangeStart")).toEqual(ids("commentReference"));
    expect(ids("commentRangeEnd")).toEqual(ids("commentReference"));
    const marks = all(docxPart(bytes, "word/comments.xml"), "p").map((one) => one.attributes["w14:paraId"]);
    expect(marks).toEqual(["0000AAAA", undefined, undefined]);
  });

  test("pictures are one part, charts are one a fiche with the figures behind them", async () => {
    const corps = drawing("1", picture) + drawing("2", chart) + section();
    const bytes = await joined(await buildBrut({ corps, parties: IMAGEE }), DEUX);
    const parts = docxParts(bytes);
    const said = [...parts]
      .filter(([name]) => name.startsWith("word/charts/chart"))
      .map(([, part]) => paragraphs(part));
    expect(said).toEqual([[`Suivi de ${FICHE_COMPLETE.action}`], [`Suivi de ${FICHE_VIDE.action}`]]);
    const main = docxPart(bytes, MAIN);
    expect(all(main, "blip").map((one) => one.attributes["r:embed"])).toEqual(["rImg", "rImg"]);
    expect(all(main, "docPr").map((one) => one.attributes.descr)).toContain(`Logo de ${FICHE_VIDE.action}`);
  });

  test("numbered lists start again with each as they started in the first, bullets stay as they are", async () => {
    const listed = [inList("1"), styled("Sous"), inList("2"), "", inList("5"), inList("6")];
    const corps = listed.map((properties) => p("{titre}", properties)).join("") + section();
    const bytes = await joined(await buildBrut({ corps, parties: NUMEROTEE }));
    const main = docxPart(bytes, MAIN);
    const lists = all(main, "p").map((one) => all(one, "numId")[0]?.attributes["w:val"]);
    // The fifth goes on with the count of the first: they are of one definition.
    expect([lists.slice(0, 6), lists.slice(6, 12), lists.slice(12)]).toEqual([
      ["1", undefined, "2", undefined, "5", "6"],
      ["7", "7", "2", undefined, "5", "8"],
      ["9", "9", "2", undefined, "5", "10"],
    ]);
    const added = all(docxPart(bytes, "word/numbering.xml"), "num").filter(
      ({ attributes }) => Number(attributes["w:numId"]) > 6,
    );
    expect(added.map((one) => all(one, "startOverride")[0]?.attributes["w:val"])).toEqual(["3", "7", "3", "7"]);
    // Its style stands it at the margin; the list said directly would stand it further.
    const [, second] = all(main, "p").filter((one) => all(one, "pStyle").length > 0);
    expect(second === undefined ? [] : all(second, "ind").map(({ attributes }) => attributes["w:left"])).toEqual(["0"]);
  });

  test("does not hold what cells say as marks", async () => {
    const bytes = await joined(await buildModele({ corps: ["{contributeurs}", "{moyens}"], enTete: "{titre}" }));
    expect(paragraphs(docxPart(bytes, MAIN)).join("\n")).toContain("<w:t>&lt;script&gt;alert(1)</w:t>");
    expect(fautesOf(bytes)).toEqual([]);
  });

  test("says how far it is, lets the page answer and stops when asked", async () => {
    const opened = await openModel(await buildModele({ corps: ["{titre}"] }));
    if (opened.status === "refused") throw new Error(opened.reason);
    const signal = { aborted: false };
    const seen: string[] = [];
    let pauses = 0;
    const followUp = {
      signal,
      pause: () => {
        pauses += 1;
        return Promise.resolve();
      },
      onProgress: (done: number, total: number) => {
        seen.push(`${done}/${total}`);
        if (done === 2) signal.aborted = true;
      },
    };
    const made = await writeFichesWord(TROIS, { kind: "un-document", model: opened.modele }, followUp);
    expect([made, seen, pauses]).toEqual([{ status: "cancelled" }, ["1/3", "2/3"], 3]);
  });

  test("a document too heavy to be opened is refused with what to do", async () => {
    const heavy = { ...IMAGEE, "word/embeddings/donnees.bin": { xml: "x".repeat(7_000_000), contentType: "x/x" } };
    const opened = await openModel(await buildBrut({ corps: drawing("2", chart) + section(), parties: heavy }));
    if (opened.status === "refused") throw new Error(opened.reason);
    const many = Array.from({ length: 30 }, () => FICHE_VIDE);
    const made = await writeFichesWord(many, { kind: "un-document", model: opened.modele });
    const reason = expect.stringMatching(/^Les 30 fiches feraient un document de plus de 60 Mo.*moins de 10 fiches/u);
    expect(made).toEqual({ status: "refused", reason });
  });

  test("a text that cannot be repeated is refused with what to do", async () => {
    const model = await buildBrut({ corps: "" });
    const opened = await openModel(withParts(model, { [MAIN]: `<w:document ${NAMESPACES}>${p("x")}</w:document>` }));
    if (opened.status === "refused") throw new Error(opened.reason);
    const made = await writeFichesWord(DEUX, { kind: "un-document", model: opened.modele });
    expect(made).toEqual({ status: "refused", reason: expect.stringMatching(/Demandez un document par fiche/u) });
  });
});

const writer = hasWriter() ? test : test.skip;

writer(
  "LibreOffice opens them with every fiche in place, its header and its numbers",
  async () => {
    const bande1 = bande("header", "rTete", p("{action}"));
    const corps = [
      p("{titre}", inList("1")),
      p("{pilote}", styled("Sous")),
      drawing("1", picture),
      TABLE,
      section('<w:headerReference w:type="default" r:id="rTete"/>'),
    ].join("");
    const parties = { ...NUMEROTEE, "word/headerA.xml": bande1, ...IMAGEE };
    const text = toPages(await joined(await buildBrut({ corps, parties })), "docx").replace(/\s+/g, " ");
    let from = 0;
    for (const { titre, action } of TROIS) {
      for (const said of [titre === "" ? "3." : `3. ${lineOf(titre)}`, "4.", action]) {
        const at = text.indexOf(said.replace(/\s+/g, " "), from);
        expect([said, at >= from]).toEqual([said, true]);
        from = at;
      }
    }
  },
  180_000,
);
