import type { CellStyle, Highlight } from "../../application/ports/tab-form";
import { builtInFormatId } from "./built-in-formats";
import { rewrite, withAttribute } from "./rewrite";
import { encodeXml, XmlScanner } from "./xml";

/** Adds cell styles to those of the workbook: what exists keeps its number, and each new style is added once. */
export class StyleSheet {
  readonly #text: string;
  readonly #prefix: string;
  readonly #counts = new Map<string, number>();
  readonly #sections: ReadonlySet<string>;
  readonly #formats = new Map<string, number>();
  /** Elements of the font of a cell that has no style, by name. */
  readonly #font: ReadonlyMap<string, string>;
  readonly #added = new Map<Section, string[]>();
  readonly #known = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
    const read = readStyleSheet(text);
    this.#prefix = read.prefix;
    this.#font = read.font;
    this.#sections = read.sections;
    for (const [section, count] of read.counts) this.#counts.set(section, count);
    for (const [code, id] of read.formats) this.#formats.set(code, id);
    this.#neededBeginning();
  }

  /** Number of the style for a cell; 0 when nothing is asked. */
  cell(style: CellStyle): number {
    if (Object.keys(style).length === 0) return 0;
    const p = this.#prefix;
    const font = this.#fontId(style);
    const fill = style.fill === undefined ? 0 : this.#add("fills", solidFill(p, "fgColor", style.fill));
    const border = style.border === true ? this.#add("borders", thinBorder(p)) : 0;
    const format = style.numberFormat === undefined ? 0 : this.#formatId(style.numberFormat);
    const alignment = alignmentXml(p, style);
    const applied = [
      ["applyNumberFormat", format !== 0],
      ["applyFont", font !== 0],
      ["applyFill", fill !== 0],
      ["applyBorder", border !== 0],
      ["applyAlignment", alignment !== ""],
    ].flatMap(([name, isApplied]) => (isApplied === true ? [` ${String(name)}="1"`] : []));
    const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
    const end = alignment === "" ? "/>" : `>${alignment}</${p}xf>`;
    return this.#add("cellXfs", `<${p}xf ${ids}${applied.join("")}${end}`);
  }

  /** Number of the style a condition gives. */
  differential({ bold, italic, color, fill }: Highlight["style"]): number {
    const p = this.#prefix;
    const font = [
      bold === undefined ? "" : `<${p}b val="${bold ? 1 : 0}"/>`,
      italic === undefined ? "" : `<${p}i val="${italic ? 1 : 0}"/>`,
      color === undefined ? "" : `<${p}color rgb="FF${color}"/>`,
    ].join("");
    const fontXml = font === "" ? "" : `<${p}font>${font}</${p}font>`;
    return this.#add("dxfs", `<${p}dxf>${fontXml}${fill === undefined ? "" : solidFill(p, "bgColor", fill)}</${p}dxf>`);
  }

  /** The part with the new styles; the text that was given when there is none. */
  xml(): string {
    const left = new Map(this.#added);
    return rewrite(this.#text, (scanner) => {
      const { name, depth, token, start, end, buffer } = scanner;
      const section = depth === 2 ? SECTIONS.find((one) => one === name) : undefined;
      const own = section === undefined ? undefined : left.get(section);
      if (section !== undefined && own !== undefined && token === "close") {
        left.delete(section);
        return [start, start, own.join("")];
      }
      const isEnd = depth === 1 && token === "close";
      if (!isEnd && !(depth === 2 && scanner.isOpening)) return null;
      const before = this.#missingBefore(isEnd ? ORDER.length : ORDER.indexOf(name), left);
      if (section === undefined || own === undefined) return before === "" ? null : [start, start, before];
      if (token === "empty") {
        left.delete(section);
        return [start, end, before + sectionXml(this.#prefix, section, own)];
      }
      const [from, to, count] = withAttribute(scanner, "count", String(this.#count(section)));
      return [start, end, before + buffer.slice(start, from) + count + buffer.slice(to, end)];
    });
  }

  /** The sections the file lacks and that come before a place. */
  #missingBefore(place: number, left: Map<Section, string[]>): string {
    const due = SECTIONS.filter((one) => left.has(one) && ORDER.indexOf(one) < place && !this.#isInFile(one));
    return due
      .map((one) => {
        const items = left.get(one) ?? [];
        left.delete(one);
        return sectionXml(this.#prefix, one, items);
      })
      .join("");
  }

  /** A part may lack the styles that cells without style bear: they take the first numbers. */
  #neededBeginning(): void {
    const p = this.#prefix;
    const none = (type: string) => `<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`;
    if (this.#count("fonts") === 0)
      this.#push("fonts", `<${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font>`);
    if (this.#count("fills") === 0) this.#push("fills", none("none"));
    if (this.#count("fills") === 1) this.#push("fills", none("gray125"));
    if (this.#count("borders") === 0) this.#push("borders", `<${p}border/>`);
    const xf = `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"`;
    if (this.#count("cellStyleXfs") === 0) this.#push("cellStyleXfs", `${xf}/>`);
    if (this.#count("cellXfs") === 0) this.#push("cellXfs", `${xf} xfId="0"/>`);
  }

  #fontId(style: CellStyle): number {
    const { bold, italic, size, color } = style;
    if (bold === undefined && italic === undefined && size === undefined && color === undefined) return 0;
    const p = this.#prefix;
    const own = new Map(this.#font);
    const set = (name: string, xml: string | null) => (xml === null ? own.delete(name) : own.set(name, xml));
    if (bold !== undefined) set("b", bold ? `<${p}b/>` : null);
    if (italic !== undefined) set("i", italic ? `<${p}i/>` : null);
    if (size !== undefined) set("sz", `<${p}sz val="${size}"/>`);
    if (color !== undefined) set("color", `<${p}color rgb="FF${color}"/>`);
    const elements = FONT_ORDER.flatMap((name) => own.get(name) ?? []);
    return this.#add("fonts", `<${p}font>${elements.join("")}</${p}font>`);
  }

  #formatId(code: string): number {
    const known = builtInFormatId(code) ?? this.#formats.get(code) ?? null;
    if (known !== null) return known;
    const id = Math.max(163, ...this.#formats.values()) + 1;
    this.#formats.set(code, id);
    this.#push("numFmts", `<${this.#prefix}numFmt numFmtId="${id}" formatCode="${encodeXml(code)}"/>`);
    return id;
  }

  #add(section: Section, xml: string): number {
    const key = `${section} ${xml}`;
    const id = this.#known.get(key) ?? this.#push(section, xml);
    this.#known.set(key, id);
    return id;
  }

  #push(section: Section, xml: string): number {
    const id = this.#count(section);
    this.#counts.set(section, id + 1);
    const items = this.#added.get(section);
    if (items === undefined) this.#added.set(section, [xml]);
    else items.push(xml);
    return id;
  }

  #count(section: Section): number {
    return this.#counts.get(section) ?? 0;
  }

  #isInFile(section: Section): boolean {
    return this.#sections.has(section);
  }
}

type Section = (typeof SECTIONS)[number];

/** Parts of the style sheet we add to. */
const SECTIONS = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs"] as const;
const ORDER: readonly string[] = [
  ...["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"],
  ...["tableStyles", "colors", "extLst"],
];
const FONT_ORDER = [
  ...["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name"],
  ...["family", "charset", "scheme"],
];

function readStyleSheet(text: string) {
  const counts = new Map<string, number>();
  const sections = new Set<string>();
  const formats = new Map<string, number>();
  const font = new Map<string, string>();
  const scanner = new XmlScanner();
  let section = "";
  scanner.push(text);
  while (scanner.next() !== null) {
    const { name, depth } = scanner;
    if (!scanner.isOpening) continue;
    if (depth === 2) sections.add((section = name));
    if (depth === 3) counts.set(section, (counts.get(section) ?? 0) + 1);
    if (depth === 3 && name === "numFmt") {
      formats.set(scanner.attribute("formatCode") ?? "", Number(scanner.attribute("numFmtId")));
    }
    const isFirstFont = depth === 4 && section === "fonts" && counts.get("fonts") === 1;
    if (isFirstFont && scanner.token === "empty") font.set(name, scanner.buffer.slice(scanner.start, scanner.end));
  }
  scanner.finish();
  return { prefix: scanner.prefix, counts, sections, formats, font };
}

function sectionXml(p: string, section: Section, items: readonly string[]): string {
  return `<${p}${section} count="${items.length}">${items.join("")}</${p}${section}>`;
}

/** A solid fill says its colour in one place for a cell, and in another for a condition. */
function solidFill(p: string, element: "fgColor" | "bgColor", color: string): string {
  const pattern = `<${p}${element} rgb="FF${color}"/>`;
  return `<${p}fill><${p}patternFill patternType="solid">${pattern}</${p}patternFill></${p}fill>`;
}

function thinBorder(p: string): string {
  const sides = ["left", "right", "top", "bottom"].map((side) => {
    return `<${p}${side} style="thin"><${p}color rgb="FFBFBFBF"/></${p}${side}>`;
  });
  return `<${p}border>${sides.join("")}<${p}diagonal/></${p}border>`;
}

function alignmentXml(p: string, { wrap, horizontal, vertical }: CellStyle): string {
  const attributes = [
    horizontal === undefined ? "" : ` horizontal="${horizontal}"`,
    vertical === undefined ? "" : ` vertical="${vertical}"`,
    wrap === undefined ? "" : ` wrapText="${wrap ? 1 : 0}"`,
  ].join("");
  return attributes === "" ? "" : `<${p}alignment${attributes}/>`;
}
