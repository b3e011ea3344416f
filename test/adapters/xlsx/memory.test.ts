import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import { fromMemoryXml, MEMORY_NAMESPACE, toMemoryXml } from "../../../src/application/ports/memory-part";
import { buildRichXlsx, richParts } from "../../support/rich-workbook";
import { buildXlsx, zipParts } from "../../support/xlsx-builder";

const LINKS = "xl/_rels/workbook.xml.rels";

describe("what is remembered in a file", () => {
  test("whatever it is, is read back as it was", async () => {
    const bytes = buildXlsx({ tabs: [{ name: "A" }] });
    const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.json());
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const saved = await remembered(bytes, text);
        expect((await (await openXlsx(saved, "x.xlsx")).read()).memory).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  test.each(["", "<a>&\"']]>", "\u0000\u0007\r\n\t", "\uFFFE\uFFFF", "\uD800x\uDC00", "&amp;quot;", "🌞 é", "_x0041_"])(
    "even %j",
    (text) => {
      expect(fromMemoryXml(toMemoryXml(text))).toBe(text);
    },
  );

  test("is one part of its own, linked and declared; the parts of others stay, byte for byte", async () => {
    const before = unzipSync(buildRichXlsx());
    const after = unzipSync(await remembered(buildRichXlsx(), "un"));
    expect(Object.keys(after).filter((part) => !(part in before))).toEqual([
      "customXml/item2.xml",
      "customXml/itemProps1.xml",
      "customXml/_rels/item2.xml.rels",
    ]);
    const changed = Object.keys(before).filter((part) => textOf(after, part) !== textOf(before, part));
    expect(changed.sort()).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"].sort());
    expect(textOf(after, LINKS)).toContain(`/customXml" Target="../customXml/item2.xml"/>`);
    expect(textOf(after, "customXml/_rels/item2.xml.rels")).toContain(`/customXmlProps" Target="itemProps1.xml"`);
    expect(textOf(after, "[Content_Types].xml")).toContain(`PartName="/customXml/itemProps1.xml"`);
  });

  test("is replaced in its place, then forgotten without a trace", async () => {
    const first = await remembered(buildRichXlsx(), "un");
    const second = await remembered(first, "deux");
    expect(Object.keys(unzipSync(second))).toEqual(Object.keys(unzipSync(first)));
    expect((await (await openXlsx(second, "x.xlsx")).read()).memory).toBe("deux");
    const third = unzipSync(await remembered(second, null));
    const before = unzipSync(buildRichXlsx());
    expect(Object.keys(third)).toEqual(Object.keys(before));
    for (const part of [LINKS, "[Content_Types].xml"]) expect(textOf(third, part)).toBe(textOf(before, part));
  });

  test.each([
    ["of others", `<cpom xmlns="urn:cpom"><n>1</n></cpom>`],
    ["with a document type", `<!DOCTYPE a [<!ENTITY b "c">]><memoire xmlns="${MEMORY_NAMESPACE}">"x"</memoire>`],
    ["that is no XML", "<<<"],
    ["that is empty", ""],
    ["of ours, damaged", `<memoire xmlns="${MEMORY_NAMESPACE}">"x</memoire>`],
    ["of ours, with something else", `<memoire xmlns="${MEMORY_NAMESPACE}">12</memoire>`],
  ])("a custom part %s holds no memory and stops nothing", async (_case, xml) => {
    expect(await memoryOf(xml)).toBeNull();
  });

  test("a part of ours that another program wrote again is read", async () => {
    const xml = `<?xml version="1.0"?>\n<m:memoire xmlns:m="${MEMORY_NAMESPACE}">&quot;é\\u003c&quot;</m:memoire>\n`;
    expect(await memoryOf(xml)).toBe("é<");
  });
});

async function memoryOf(xml: string): Promise<string | null> {
  const parts = richParts();
  const link = `<Relationship Id="rId99" Type="http://x/relationships/customXml" Target="../customXml/item1.xml"/>`;
  const links = String(parts[LINKS]).replace("</Relationships>", `${link}</Relationships>`);
  const bytes = zipParts({ ...parts, [LINKS]: links, "customXml/item1.xml": xml });
  return (await (await openXlsx(bytes, "x.xlsx")).read()).memory;
}

async function remembered(bytes: Uint8Array, text: string | null): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, "x.xlsx");
  await workbook.apply([{ kind: "remember", text }]);
  return workbook.save();
}

function textOf(parts: Readonly<Record<string, Uint8Array>>, part: string): string {
  return strFromU8(parts[part] ?? new Uint8Array(0));
}
