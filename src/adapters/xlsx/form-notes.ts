import type { TabForm } from "../../application/ports/tab-form";
import { toAddress } from "../../domain/sheets/grid";
import { escapeCellText } from "./cell-text";
import { DECLARATION } from "./dialect";
import { encodeXml } from "./xml";

type Note = TabForm["notes"][number];

/** The texts of the notes of a new tab. */
export function notesXml(notes: readonly Note[], main: string): string {
  const comments = inOrder(notes).map((note) => {
    const text = `<t xml:space="preserve">${encodeXml(escapeCellText(note.text))}</t>`;
    const run = `<r><rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>${text}</r>`;
    return `<comment ref="${toAddress(note)}" authorId="0"><text>${run}</text></comment>`;
  });
  const list = `<authors><author></author></authors><commentList>${comments.join("")}</commentList>`;
  return `${DECLARATION}<comments xmlns="${main}">${list}</comments>`;
}

/** Their boxes, in the old drawing language that Excel still asks for: hidden until the mouse comes, large enough for their text. */
export function noteBoxesXml(notes: readonly Note[], widths: readonly number[]): string {
  return [
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">`,
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>`,
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`,
    ...inOrder(notes).map((note, index) => boxXml(note, index, widths)),
    "</xml>",
  ].join("");
}

const BOX_WIDTH = 260;
const LETTERS_A_LINE = 44;
const LINE_HEIGHT = 15;
const ROW_HEIGHT = 20;
const GAP = 15;

function boxXml({ row, column, text }: Note, index: number, widths: readonly number[]): string {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0);
  const height = lines * LINE_HEIGHT + 10;
  const top = Math.max(0, row - 2);
  const end = columnAt(column, GAP + BOX_WIDTH, widths);
  const bottom = top + Math.floor(height / ROW_HEIGHT);
  const anchor = [column, GAP, top, 4, end.column, end.rest, bottom, 4 + (height % ROW_HEIGHT)].join(", ");
  return [
    `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:${BOX_WIDTH}px;height:${height}px;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    `<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`,
    `<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`,
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
  ].join("");
}

/** The column, counted from 0, that stands so many pixels after the beginning of another, and what is left in it. */
function columnAt(from: number, pixels: number, widths: readonly number[]): { column: number; rest: number } {
  let column = from;
  let rest = pixels;
  for (;;) {
    const width = Math.max(1, Math.round((widths[column] ?? 8.43) * 7 + 5));
    if (rest < width) return { column, rest };
    rest -= width;
    column += 1;
  }
}

/** The list of notes goes line after line. */
function inOrder(notes: readonly Note[]): readonly Note[] {
  return [...notes].sort((one, other) => one.row - other.row || one.column - other.column);
}
