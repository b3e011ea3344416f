import { xlsxParts, zipParts } from "./xlsx-builder";

/** Where the rich tab is, the other tab whose formulas look at it, and the cell that holds the number 10. */
export const RICH = { tab: "Données", part: "xl/worksheets/sheet1.xml", row: 3, column: 2 } as const;

const NS = "http://schemas.openxmlformats.org";
const MAIN = `xmlns="${NS}/spreadsheetml/2006/main"`;
const OFFICE = `${NS}/officeDocument/2006/relationships`;
const MICROSOFT = "http://schemas.microsoft.com/office";
const X14 = `xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"`;

/** What each feature of the workbook looks like in the file: `[feature, part, what stands there]`. */
export const FEATURES: readonly (readonly [feature: string, part: string, mark: string | RegExp])[] = [
  ["fill, bold and font of the header", "xl/styles.xml", `<patternFill patternType="solid">`],
  ["number formats", "xl/styles.xml", "&quot;€&quot;"],
  ["differential styles", "xl/styles.xml", "<dxf>"],
  ["unlocked cells", "xl/styles.xml", `<protection locked="0"/>`],
  ["style of a cell", RICH.part, `<c r="B3" s="3"`],
  ["merged cells", RICH.part, `<mergeCell ref="A1:D1"/>`],
  ["data validations", RICH.part, /<dataValidations count="2">/],
  [
    "texts of a validation",
    RICH.part,
    /errorTitle="Valeur" error="Choisissez\." promptTitle="Aide" prompt="Oui ou non\."/,
  ],
  ["validations of 2010", RICH.part, "<x14:dataValidation "],
  ["conditional format by value and formula", RICH.part, /<cfRule type="expression" dxfId="0"/],
  ["colour scale and icons", RICH.part, /<colorScale>.*<iconSet /],
  ["data bar of 2010", RICH.part, `<x14:cfRule type="dataBar"`],
  ["notes", "xl/comments1.xml", "Note de la référente"],
  ["shape of the notes", "xl/drawings/vmlDrawing1.vml", "<v:shape"],
  ["threaded comments", "xl/threadedComments/threadedComment1.xml", "Et pour 2027"],
  ["people who comment", "xl/persons/person.xml", "Élodie"],
  ["table", "xl/tables/table1.xml", `displayName="tblStock"`],
  ["formula of a column of the table", "xl/tables/table1.xml", "<calculatedColumnFormula>"],
  ["names", "xl/workbook.xml", `<definedName name="Taux">0.2</definedName>`],
  ["name of one tab", "xl/workbook.xml", `<definedName name="Local" localSheetId="0">`],
  ["print area and titles", "xl/workbook.xml", /_xlnm\.Print_Area.*_xlnm\.Print_Titles/],
  ["chart", "xl/charts/chart1.xml", "<c:barChart>"],
  ["image", "xl/media/image1.png", /PNG/],
  ["text box", "xl/drawings/drawing1.xml", `<xdr:sp macro="" textlink=""/>`],
  ["hidden tab", "xl/workbook.xml", `state="hidden"`],
  ["very hidden tab", "xl/workbook.xml", `state="veryHidden"`],
  ["frozen panes", RICH.part, `state="frozen"`],
  ["widths and hidden columns", RICH.part, `<col min="5" max="6" width="9.5" hidden="1" outlineLevel="1"`],
  ["hidden and grouped rows", RICH.part, `<row r="6" hidden="1" outlineLevel="1"`],
  ["attributes of other dialects", RICH.part, `x14ac:dyDescent="0.25"`],
  ["text with several fonts", "xl/sharedStrings.xml", "<b/>"],
  ["phonetic text", "xl/sharedStrings.xml", "<rPh "],
  ["hyperlinks", RICH.part, `<hyperlink ref="A4" r:id="rId6"`],
  ["sparklines", RICH.part, "<x14:sparkline>"],
  ["slicer", RICH.part, "<x14:slicer "],
  ["sheet protection", "xl/worksheets/sheet2.xml", /<sheetProtection algorithmName="SHA-512" hashValue="[^"]+"/],
  ["filter and its sort", RICH.part, /<autoFilter ref="A2:D5">.*<sortState/],
  ["custom views", RICH.part, "<customSheetView "],
  ["headers and footers, landscape", RICH.part, /orientation="landscape".*<oddFooter>/],
  ["page breaks", RICH.part, "<rowBreaks "],
  ["settings of the printer", "xl/printerSettings/printerSettings1.bin", /imprimante/],
  ["colour of the tab", RICH.part, "<tabColor "],
  ["ignored errors", RICH.part, "<ignoredErrors>"],
  ["form control", RICH.part, /<mc:AlternateContent.*<controls>/],
  ["properties of the control", "xl/ctrlProps/ctrlProp1.xml", `objectType="CheckBox"`],
  ["pivot table", "xl/pivotTables/pivotTable1.xml", "<pivotTableDefinition"],
  ["cache of the pivot table", "xl/workbook.xml", "<pivotCaches>"],
  ["custom XML", "customXml/item1.xml", "<cpom "],
  ["web extension", "xl/webextensions/webextension1.xml", "<we:webextension"],
  ["properties of the document", "docProps/custom.xml", "Contrat"],
  ["macros", "xl/vbaProject.bin", /macro/],
  ["order of calculation", "xl/calcChain.xml", `<c r="C3" i="1"/>`],
  ["theme", "xl/theme/theme1.xml", "<a:theme"],
  ["formulas", RICH.part, "<f>B3*(1+Taux)</f>"],
  ["formulas on a table", RICH.part, "<f>SUM(tblStock[Qté])</f>"],
  ["shared formulas", RICH.part, `<f t="shared" ref="D3:D5" si="0">B3*2</f>`],
  ["array formulas", RICH.part, `<f t="array" ref="H3:H4">`],
  ["formulas of other tabs", "xl/worksheets/sheet3.xml", "<f>Données!B3</f>"],
  ["extensions of the workbook", "xl/workbook.xml", "<x15ac:absPath"],
];

/** A workbook that uses about everything a workbook may hold. */
export function richParts(): Record<string, string | Uint8Array> {
  const parts = xlsxParts({
    tabs: [
      { name: RICH.tab },
      { name: "Barème", visibility: "hidden", cells: { A1: 1 } },
      { name: "Secret", visibility: "very-hidden", cells: { A1: { formula: "=Données!B3", value: 10 } } },
    ],
  });
  return {
    ...parts,
    "[Content_Types].xml": changed(
      parts["[Content_Types].xml"],
      "</Types>",
      `<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>`,
    ),
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": changed(
      parts["xl/_rels/workbook.xml.rels"],
      "</Relationships>",
      `${link("rId20", "calcChain", "calcChain.xml")}${link("rId21", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")}${link("rId22", "theme", "theme/theme1.xml")}</Relationships>`,
    ),
    "xl/sharedStrings.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst ${MAIN} count="4" uniqueCount="4"><si><r><rPr><b/><sz val="11"/></rPr><t>Suivi </t></r><r><t xml:space="preserve">du CPOM</t></r></si><si><t>Qté</t><rPh sb="0" eb="3"><t>kute</t></rPh><phoneticPr fontId="0"/></si><si><t>Nom</t></si><si><t>Vis_x000D_</t></si></sst>`,
    "xl/styles.xml": STYLES,
    [RICH.part]: SHEET,
    "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${NS}/package/2006/relationships">${link("rId1", "drawing", "../drawings/drawing1.xml")}${link("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml")}${link("rId3", "table", "../tables/table1.xml")}${link("rId4", "comments", "../comments1.xml")}${link("rId5", "printerSettings", "../printerSettings/printerSettings1.bin")}<Relationship Id="rId6" Type="${OFFICE}/hyperlink" Target="https://example.org/" TargetMode="External"/>${link("rId7", "ctrlProp", "../ctrlProps/ctrlProp1.xml")}${link("rId8", "pivotTable", "../pivotTables/pivotTable1.xml")}</Relationships>`,
    "xl/worksheets/sheet2.xml": changed(
      parts["xl/worksheets/sheet2.xml"],
      "</worksheet>",
      `<sheetProtection algorithmName="SHA-512" hashValue="q83v" saltValue="AAEC" spinCount="100000" sheet="1" objects="1"/></worksheet>`,
    ),
    "xl/tables/table1.xml": `<table ${MAIN} id="1" name="tblStock" displayName="tblStock" ref="A2:B5" totalsRowShown="0"><autoFilter ref="A2:B5"/><tableColumns count="2"><tableColumn id="1" name="Nom"/><tableColumn id="2" name="Qté"><calculatedColumnFormula>tblStock[[#This Row],[Nom]]</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`,
    "xl/comments1.xml": `<comments ${MAIN}><authors><author>tc={1}</author></authors><commentList><comment ref="B3" authorId="0"><text><t>Note de la référente</t></text></comment></commentList></comments>`,
    "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025" type="#_x0000_t202"/></xml>`,
    "xl/threadedComments/threadedComment1.xml": `<ThreadedComments xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B3" id="{1}"><text>Et pour 2027 ?</text></threadedComment></ThreadedComments>`,
    "xl/persons/person.xml": `<personList xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><person displayName="Élodie" id="{2}"/></personList>`,
    "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="urn:x"><xdr:sp macro="" textlink=""/><xdr:pic/><xdr:graphicFrame/></xdr:wsDr>`,
    "xl/charts/chart1.xml": `<c:chartSpace xmlns:c="urn:c"><c:barChart><c:f>Données!$B$3:$B$5</c:f></c:barChart></c:chartSpace>`,
    "xl/media/image1.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 254]),
    "xl/printerSettings/printerSettings1.bin": new Uint8Array([0, 1, 255, ...new TextEncoder().encode("imprimante")]),
    "xl/ctrlProps/ctrlProp1.xml": `<formControlPr xmlns="${MICROSOFT}/spreadsheetml/2009/9/main" objectType="CheckBox" fmlaLink="$C$1"/>`,
    "xl/pivotTables/pivotTable1.xml": `<pivotTableDefinition ${MAIN} name="Tcd" cacheId="1"/>`,
    "xl/pivotCache/pivotCacheDefinition1.xml": `<pivotCacheDefinition ${MAIN}/>`,
    "xl/calcChain.xml": `<calcChain ${MAIN}><c r="C3" i="1"/><c r="D3" i="1"/><c r="A1" i="3"/></calcChain>`,
    "xl/theme/theme1.xml": `<a:theme xmlns:a="${NS}/drawingml/2006/main" name="Office"/>`,
    "xl/vbaProject.bin": new TextEncoder().encode("macro"),
    "xl/webextensions/webextension1.xml": `<we:webextension xmlns:we="${MICROSOFT}/webextensions/webextension/2010/11" id="{3}"><we:properties><we:property name="cpom" value="1"/></we:properties></we:webextension>`,
    "customXml/item1.xml": `<cpom xmlns="urn:cpom"><n>1</n></cpom>`,
    "docProps/custom.xml": `<Properties xmlns="${NS}/officeDocument/2006/custom-properties"><property name="Contrat"/></Properties>`,
    "docProps/app.xml": `<Properties><TitlesOfParts/></Properties>`,
  };
}

export function buildRichXlsx(): Uint8Array {
  return zipParts(richParts());
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function changed(xml: string | undefined, from: string, to: string): string {
  if (xml?.includes(from) !== true) throw new Error(`No ${from} to change.`);
  return xml.replace(from, () => to);
}

const WORKBOOK = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook ${MAIN} xmlns:r="${OFFICE}" xmlns:mc="${NS}/markup-compatibility/2006" mc:Ignorable="x15"><fileVersion appName="xl" lastEdited="7"/><fileSharing readOnlyRecommended="1"/><workbookPr codeName="Classeur" defaultThemeVersion="166925"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\" xmlns:x15ac="${MICROSOFT}/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Données" sheetId="4" r:id="rId1"/><sheet name="Barème" sheetId="7" state="hidden" r:id="rId2"/><sheet name="Secret" sheetId="2" state="veryHidden" r:id="rId3"/></sheets><definedNames><definedName name="Local" localSheetId="0">Données!$A$1</definedName><definedName name="Taux">0.2</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Données!$A$1:$D$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Données!$1:$2</definedName></definedNames><calcPr calcId="191029" iterate="1"/><pivotCaches><pivotCache cacheId="1" r:id="rId21"/></pivotCaches><extLst><ext uri="{140A7094}"/></extLst></workbook>`;

const STYLES = `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="14"/><xf fontId="1" fillId="2"/><xf numFmtId="164" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="9"/></cellXfs><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs><extLst><ext uri="{EB79DEF2}"/></extLst></styleSheet>`;

const SHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
<worksheet ${MAIN} xmlns:r="${OFFICE}" xmlns:mc="${NS}/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="${MICROSOFT}/spreadsheetml/2009/9/ac" xmlns:xr="${MICROSOFT}/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr codeName="Feuil1" filterMode="1"><tabColor rgb="FF00B050"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H6"/><sheetViews><sheetView tabSelected="1" workbookViewId="0" showGridLines="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B3" sqref="B3"/></sheetView></sheetViews><sheetFormatPr baseColWidth="10" defaultRowHeight="15" outlineLevelRow="1" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="24.7109375" customWidth="1"/><col min="5" max="6" width="9.5" hidden="1" outlineLevel="1" customWidth="1"/><col min="7" max="7" width="12" style="1"/></cols><sheetData><row r="1" spans="1:8" ht="24" customHeight="1" x14ac:dyDescent="0.25"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1" s="2"/></row><row r="2" spans="1:8" s="2" customFormat="1" x14ac:dyDescent="0.25"><c r="A2" s="2" t="s"><v>2</v></c><c r="B2" s="2" t="s"><v>1</v></c></row><row r="3" spans="1:8" x14ac:dyDescent="0.25"><c r="A3" t="s"><v>3</v></c><c r="B3" s="3"><v>10</v></c><c r="C3"><f>B3*(1+Taux)</f><v>12</v></c><c r="D3"><f t="shared" ref="D3:D5" si="0">B3*2</f><v>20</v></c><c r="H3"><f t="array" ref="H3:H4">B3:B4*2</f><v>20</v></c></row>
<row r="4" spans="1:8" x14ac:dyDescent="0.25"><c r="A4" t="inlineStr"><is><r><t>en </t></r><r><rPr><i/></rPr><t>ligne</t></r></is></c><c r="B4" s="3"><v>5</v></c><c r="D4"><f t="shared" si="0"/><v>10</v></c><c r="H4"><v>10</v></c></row><row r="5" x14ac:dyDescent="0.25"><c r="B5" s="3"><v>7</v></c><c r="C5"><f>SUM(tblStock[Qté])</f><v>22</v></c><c r="D5"><f t="shared" si="0"/><v>14</v></c></row><row r="6" hidden="1" outlineLevel="1" x14ac:dyDescent="0.25"><c r="A6" t="e"><v>#N/A</v></c></row></sheetData><sheetCalcPr fullCalcOnLoad="1"/><protectedRanges><protectedRange sqref="A1" name="Plage1"/></protectedRanges><autoFilter ref="A2:D5"><filterColumn colId="0"><filters><filter val="Vis"/></filters></filterColumn><sortState ref="A3:D5"><sortCondition ref="A3"/></sortState></autoFilter><customSheetViews><customSheetView guid="{4}" scale="80"/></customSheetViews><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><phoneticPr fontId="0"/><conditionalFormatting sqref="B3:B5"><cfRule type="expression" dxfId="0" priority="1"><formula>B3&gt;6</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="C3:C5"><cfRule type="colorScale" priority="2"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale></cfRule><cfRule type="iconSet" priority="3"><iconSet iconSet="3Arrows"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Valeur" error="Choisissez." promptTitle="Aide" prompt="Oui ou non." sqref="G3:G9"><formula1>"Oui,Non"</formula1></dataValidation><dataValidation type="whole" sqref="B3"><formula1>0</formula1><formula2>99</formula2></dataValidation></dataValidations><hyperlinks><hyperlink ref="A4" r:id="rId6" tooltip="Voir"/></hyperlinks><printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId5"/><headerFooter><oddFooter>&amp;CPage &amp;P</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks><cellWatches><cellWatch r="B3"/></cellWatches><ignoredErrors><ignoredError sqref="A3" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><mc:AlternateContent xmlns:mc="${NS}/markup-compatibility/2006"><mc:Choice Requires="x14"><controls><control shapeId="1026" r:id="rId7" name="Case"/></controls></mc:Choice></mc:AlternateContent><tableParts count="1"><tablePart r:id="rId3"/></tableParts><extLst><ext ${X14} uri="{78C0D931}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{5}"><x14:dataBar minLength="0"/></x14:cfRule><xm:sqref>B3:B5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext ${X14} uri="{CCE6A557}"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>Barème!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>F3</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext ${X14} uri="{05C60535}"><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Données!B3:D3</xm:f><xm:sqref>E3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext><ext ${X14} uri="{A8765BA9}"><x14:slicerList><x14:slicer r:id="rId9"/></x14:slicerList></ext></extLst></worksheet>`;
