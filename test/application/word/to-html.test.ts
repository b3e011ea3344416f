import { RUBRIQUES } from "../../../src/domain/fiche-action/fiche-action";
import { toHtml, toPlainText } from "../../../src/application/word/to-html";
import { all, readXml } from "../../conventions/read-xml";
import { FICHE_COMPLETE, FICHE_HOSTILE, FICHE_VIDE } from "../../support/fiches";

/** The page as XML: what its writer leaves open is closed. */
function parse(html: string) {
  return readXml(
    html
      .replace("<!DOCTYPE html>", "")
      .replace(/<(meta|br)([^>]*)>/g, "<$1$2/>")
      .replaceAll("&nbsp;", "\u00a0"),
  );
}

describe("fiches for the clipboard", () => {
  test.each([
    ["a full fiche", FICHE_COMPLETE],
    ["an empty fiche", FICHE_VIDE],
    ["a hostile fiche", FICHE_HOSTILE],
  ])("%s has the sections, tables with headers, and nothing that runs", (_, fiche) => {
    const page = parse(toHtml([fiche]));
    expect(all(page, "h1").map(({ text }) => text)).toEqual([`Fiche action ${fiche.action}`]);
    expect(all(page, "h2").map(({ text }) => text)).toEqual([
      ...RUBRIQUES.map(({ numero, titre }) => `${numero}. ${titre}`),
      ...["Version et visas", "Suivi annuel"],
    ]);
    for (const table of all(page, "table")) expect(all(table, "thead")).toHaveLength(1);
    expect(["script", "img", "a", "iframe", "t"].flatMap((name) => all(page, name))).toEqual([]);
  });

  test("keep no-break spaces and each fiche on its page", () => {
    const html = toHtml([FICHE_COMPLETE, FICHE_VIDE]);
    expect(html).toContain("<strong>Axe\u00a0:</strong> Axe 2\u00a0: soutenir les aidants");
    expect(html.match(/page-break-before/g)).toHaveLength(1);
  });

  test("as plain text, with one line a row", () => {
    const text = toPlainText([FICHE_COMPLETE]);
    expect(text).toContain("2. Constat\n\n42");
    expect(text).toContain("Jalons\tDépôt du dossier\u00a0: 30/06/2028 ; Ouverture\u00a0: 01/09/2029");
  });
});
