import type { Block, ChartForm } from "../../application/ports/tab-form";
import { columnLetters, quoteTab } from "../../domain/sheets/grid";
import type { Dialect } from "./dialect";
import { DECLARATION } from "./dialect";
import { encodeXml } from "./xml";

/** Where the charts of a new tab stand; `links` are the ids of their parts, in the same order. */
export function chartPlacesXml(charts: readonly ChartForm[], links: readonly string[], dialect: Dialect): string {
  const frames = charts.map((chart, index) => frameXml(chart, index, links[index] ?? "", dialect));
  const { drawing, main } = drawingNamespaces(dialect);
  return `${DECLARATION}<xdr:wsDr xmlns:xdr="${drawing}" xmlns:a="${main}">${frames.join("")}</xdr:wsDr>`;
}

/** A chart, on the cells of its tab: whoever opens the file draws it from what they hold. */
export function chartXml(tab: string, { title, names, series, maximum, format }: ChartForm, dialect: Dialect): string {
  const { chart, main } = drawingNamespaces(dialect);
  const bars = series.map(({ title: legend, values, color }, index) =>
    [
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${encodeXml(legend)}</c:v></c:tx>`,
      `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`,
      `<c:cat><c:strRef><c:f>${encodeXml(placeOf(tab, names))}</c:f></c:strRef></c:cat>`,
      `<c:val><c:numRef><c:f>${encodeXml(placeOf(tab, values))}</c:f></c:numRef></c:val></c:ser>`,
    ].join(""),
  );
  const ticks = `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`;
  return [
    `${DECLARATION}<c:chartSpace xmlns:c="${chart}" xmlns:a="${main}"><c:roundedCorners val="0"/><c:chart>`,
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>`,
    `<a:r><a:rPr lang="fr-FR" sz="1200" b="1"/><a:t>${encodeXml(title)}</a:t></a:r></a:p></c:rich></c:tx>`,
    `<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`,
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${bars.join("")}`,
    `<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`,
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="b"/>${ticks}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>`,
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="${maximum}"/><c:min val="0"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines/><c:numFmt formatCode="${encodeXml(format)}" sourceLinked="0"/>`,
    `${ticks}<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx></c:plotArea>`,
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>`,
    "</c:chart></c:chartSpace>",
  ].join("");
}

/** Rows and columns of an anchor are counted from 0; it ends where the next cell begins. */
function frameXml({ title, over }: ChartForm, index: number, link: string, dialect: Dialect): string {
  const { chart, main } = drawingNamespaces(dialect);
  const corner = (name: string, column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const text = encodeXml(title);
  return [
    `<xdr:twoCellAnchor>${corner("from", over.left - 1, over.top - 1)}${corner("to", over.right, over.bottom)}`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${text}" descr="${text}"/>`,
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`,
    `<a:graphic xmlns:a="${main}"><a:graphicData uri="${chart}"><c:chart xmlns:c="${chart}" xmlns:r="${dialect.office}" r:id="${link}"/>`,
    `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  ].join("");
}

function placeOf(tab: string, { top, left, bottom, right }: Block): string {
  return `${quoteTab(tab)}!$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`;
}

/** Drawings have namespaces of their own in each dialect. */
function drawingNamespaces({ main }: Dialect): {
  readonly main: string;
  readonly chart: string;
  readonly drawing: string;
} {
  const base = main.startsWith("http://purl.oclc.org/")
    ? "http://purl.oclc.org/ooxml/drawingml"
    : "http://schemas.openxmlformats.org/drawingml/2006";
  return { main: `${base}/main`, chart: `${base}/chart`, drawing: `${base}/spreadsheetDrawing` };
}
