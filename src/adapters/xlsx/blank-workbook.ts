import { CONTENT_TYPES, DECLARATION, TRANSITIONAL } from "./dialect";
import { EntryWriter, writeZip } from "./zip";

/** The bytes of a workbook without any tab: a beginning, which no program opens until a tab is added. */
export function blankXlsx(): Uint8Array {
  const entries = Object.entries(PARTS).map(([name, xml]) => {
    const writer = new EntryWriter();
    writer.write(new TextEncoder().encode(`${DECLARATION}${xml}`));
    return writer.finish(name);
  });
  return writeZip(entries);
}

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const { main, office } = TRANSITIONAL;
const NONE = `numFmtId="0" fontId="0" fillId="0" borderId="0"`;

const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${CONTENT_TYPES.relationships}"/><Default Extension="xml" ContentType="${CONTENT_TYPES.xml}"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT_TYPES.workbook}"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT_TYPES.styles}"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr/><bookViews><workbookView/></bookViews><sheets/><calcPr fullCalcOnLoad="1"/></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="/xl/styles.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf ${NONE}/></cellStyleXfs><cellXfs count="1"><xf ${NONE} xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`,
};
