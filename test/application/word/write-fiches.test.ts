import { unzipSync } from "fflate";
import { fileNames } from "../../../src/application/word/noms-fichiers";
import { writeFicheWord } from "../../../src/application/word/write-fiche";
import { writeFichesWord } from "../../../src/application/word/write-fiches";
import { all } from "../../conventions/read-xml";
import { docxPart, docxParts, paragraphs } from "../../support/docx-parts";
import { FICHE_COMPLETE, FICHE_HOSTILE, FICHE_VIDE } from "../../support/fiches";

const TROIS = [FICHE_COMPLETE, FICHE_VIDE, FICHE_HOSTILE];

describe("several fiches", () => {
  test("as one document each in an archive", async () => {
    const made = await writeFichesWord([...TROIS, FICHE_VIDE], { kind: "zip" });
    if (made.status !== "written") throw new Error(made.status);
    const files = unzipSync(made.bytes);
    expect(made.extension).toBe("zip");
    expect(Object.keys(files)).toEqual([
      "ACN-02.01 Créer six places de répit à l'EHPAD Les Œillets.docx",
      "ACN-09.03.docx",
      "ACN 02 01 Très long titre Très long titre Très long titre Très long titre Très l.docx",
      "ACN-09.03 (2).docx",
    ]);
    for (const file of Object.values(files)) expect(docxParts(file).size).toBeGreaterThan(10);
  });

  test("as one document, each on its page under its own foot", async () => {
    const made = await writeFichesWord(TROIS, { kind: "un-document" });
    if (made.status !== "written") throw new Error(made.status);
    const body = docxPart(made.bytes, "word/document.xml");
    const titles = paragraphs(body).filter((text) => text.startsWith("Fiche action "));
    expect(titles).toEqual(TROIS.map(({ action }) => `Fiche action ${action}`));
    expect(all(body, "sectPr")).toHaveLength(3);
    expect(all(body, "sectPr").flatMap((section) => all(section, "type"))).toEqual([]);
    const feet = [1, 2, 3].map((rank) => paragraphs(docxPart(made.bytes, `word/footer${rank}.xml`)).join(""));
    expect(feet.map((foot, rank) => foot.startsWith(TROIS[rank]?.action ?? "?"))).toEqual([true, true, true]);
    expect(docxPart(made.bytes, "docProps/core.xml").children[0]?.text).toBe(
      "Fiches action – CPOM 2028-2032 — Association Les Tilleuls",
    );
  });

  test.each(["zip", "un-document"] as const)("says how far it is and stops when asked (%s)", async (kind) => {
    const signal = { aborted: false };
    const seen: string[] = [];
    let pauses = 0;
    const made = await writeFichesWord(
      TROIS,
      { kind },
      {
        signal,
        pause: async () => {
          pauses += 1;
          await Promise.resolve();
        },
        onProgress: (done, total) => {
          seen.push(`${done}/${total}`);
          if (done === 2) signal.aborted = true;
        },
      },
    );
    expect([made, seen, pauses]).toEqual([{ status: "cancelled" }, ["1/3", "2/3"], 3]);
  });

  test.each([
    ["zip", 4],
    ["un-document", 5],
  ] as const)(
    "lets the page answer before each fiche and before they are put together (%s)",
    async (kind, expected) => {
      let pauses = 0;
      const pause = (): Promise<void> => {
        pauses += 1;
        return Promise.resolve();
      };
      await writeFichesWord(TROIS, { kind }, { pause });
      expect(pauses).toBe(expected);
    },
  );

  test("each in the archive is what it is alone", async () => {
    const made = await writeFichesWord(TROIS, { kind: "zip" });
    if (made.status !== "written") throw new Error(made.status);
    const alone = await Promise.all(TROIS.map((fiche) => writeFicheWord(fiche)));
    const files = Object.values(unzipSync(made.bytes));
    expect(files.map((file) => unzipSync(file))).toEqual(alone.map((file) => unzipSync(file)));
  });

  test("of no action is refused", async () => {
    const made = await writeFichesWord([], { kind: "zip" });
    expect(made).toEqual({ status: "refused", reason: expect.stringContaining("au moins une action") });
  });
});

describe("the name of a file", () => {
  test.each([
    ["ACN-01 Œuvre & « cœur »", "ACN-01 Œuvre cœur.docx"],
    ["../../etc/passwd", "etc passwd.docx"],
    ["CON", "Fiche CON.docx"],
    ["aux.txt", "Fiche aux.txt.docx"],
    ["\u202Efdp.exe", "fdp.exe.docx"],
    ["مخاطر", "مخاطر.docx"],
    ["e\u0301te\u0301 🌿", "été.docx"],
    ["fin de phrase...  ", "fin de phrase.docx"],
    ["", "Fiche action.docx"],
  ])("of %p is %p", (titre, expected) => {
    expect(fileNames([titre])).toEqual([expected]);
  });

  test("is never that of another, even where capitals do not count", () => {
    expect(fileNames(["Été", "été", "ÉTÉ", "été (2)"])).toEqual([
      "Été.docx",
      "été (2).docx",
      "ÉTÉ (3).docx",
      "été (2) (2).docx",
    ]);
  });
});
