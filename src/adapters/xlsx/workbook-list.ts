import type { PrintForm, TabForm } from "../../application/ports/tab-form";
import { nameKey } from "../../application/ports/snapshot";
import { columnLetters, quoteTab } from "../../domain/sheets/grid";
import type { Dialect } from "./dialect";
import type { Rewriting } from "./rewrite";
import { appended, rewrite, without, withAttribute } from "./rewrite";
import type { XmlScanner } from "./xml";
import { encodeXml } from "./xml";

/** A tab to list after the others. */
export interface ListedTab {
  readonly name: string;
  /** Id of the link of the workbook to its sheet. */
  readonly link: string;
  readonly form: TabForm | null;
}

/** A name of the workbook; `null` when it goes. */
export interface NameEdit {
  readonly name: string;
  readonly formula: string | null;
}

export interface ListChanges {
  readonly added: readonly ListedTab[];
  /** Ids of the links of the workbook to the sheets that go. */
  readonly removed: ReadonlySet<string>;
  readonly names: readonly NameEdit[];
  /** What a formula becomes once some tabs are gone. */
  readonly kept: (formula: string) => string;
  /** Everything must be calculated again at the next opening. */
  readonly calculates: boolean;
}

/** The part that lists the tabs, with what changes in it and the rest as it was. */
export function listTabs(text: string, changes: ListChanges, dialect: Dialect): string {
  const { added, removed, names, kept } = changes;
  let list = text;
  if (removed.size > 0) list = removeTabs(list, removed, kept);
  if (added.length > 0) list = addTabs(list, added, dialect);
  const places = new Map(
    added.length === 0 ? [] : [...tabsOf(list).entries()].map(([place, tab]) => [tab.name, place]),
  );
  const titles = added.flatMap(({ name, form }) => {
    const area = form?.print === undefined || form.print === null ? "" : repeatedArea(name, form.print);
    return area === "" ? [] : [{ name: "_xlnm.Print_Titles", tab: places.get(name) ?? -1, text: area }];
  });
  if (names.length > 0 || titles.length > 0) list = giveNames(list, names, titles);
  if (added.length > 0 || removed.size > 0) list = showTab(list);
  return changes.calculates ? calculate(list) : list;
}

/** Columns then rows that are printed again on each page, as the name of a tab says them. */
function repeatedArea(tab: string, { repeatedRows, repeatedColumns }: PrintForm): string {
  const sheet = quoteTab(tab);
  const columns = repeatedColumns === 0 ? [] : [`${sheet}!$A:$${columnLetters(repeatedColumns)}`];
  const rows = repeatedRows === null ? [] : [`${sheet}!$${repeatedRows.top}:$${repeatedRows.bottom}`];
  return [...columns, ...rows].join(",");
}

interface OneTab {
  readonly name: string;
  readonly link: string;
  readonly isVisible: boolean;
}

function tabsOf(text: string): readonly OneTab[] {
  const tabs: OneTab[] = [];
  rewrite(text, (scanner) => {
    if (!isSheet(scanner)) return null;
    const isVisible = (scanner.attribute("state") ?? "visible") === "visible";
    tabs.push({ name: scanner.attribute("name") ?? "", link: scanner.prefixedAttribute("id") ?? "", isVisible });
    return null;
  });
  return tabs;
}

function isSheet(scanner: XmlScanner): boolean {
  return scanner.name === "sheet" && scanner.depth === 3 && scanner.isOpening;
}

/** Tabs are known by their place in the list: names of one tab, and the tab that shows, follow. */
function removeTabs(text: string, removed: ReadonlySet<string>, kept: (formula: string) => string): string {
  const places = new Map<number, number>();
  let left = 0;
  for (const [place, { link }] of tabsOf(text).entries()) {
    if (removed.has(link)) continue;
    places.set(place, left);
    left += 1;
  }
  const isLost = (place: string | null) => place !== null && !places.has(Number(place));
  const list = without(
    text,
    "sheet",
    (scanner) => isSheet(scanner) && removed.has(scanner.prefixedAttribute("id") ?? ""),
  );
  const names = without(list, "definedName", (scanner) => isLost(scanner.attribute("localSheetId")));
  let isName = false;
  const moved = rewrite(names, (scanner) => {
    if (scanner.name === "workbookView" && scanner.isOpening) return movedTab(scanner, "activeTab", places);
    if (scanner.token !== "text") isName = scanner.name === "definedName" && scanner.token === "open";
    if (scanner.name === "definedName" && scanner.isOpening) return movedTab(scanner, "localSheetId", places);
    if (!isName || scanner.token !== "text") return null;
    const formula = kept(scanner.text());
    return formula === scanner.text() ? null : [scanner.start, scanner.end, encodeXml(formula)];
  });
  const seen = rewrite(moved, (scanner) => {
    return scanner.name === "workbookView" && scanner.isOpening ? movedTab(scanner, "firstSheet", places) : null;
  });
  return withoutEmpty(seen);
}

function movedTab(scanner: XmlScanner, attribute: string, places: ReadonlyMap<number, number>): Rewriting | null {
  const before = scanner.attribute(attribute);
  if (before === null) return null;
  const after = String(places.get(Number(before)) ?? 0);
  return after === before ? null : withAttribute(scanner, attribute, after);
}

/** A list of names may not be empty. */
function withoutEmpty(text: string): string {
  return text.replace(/<((?:[\w.-]+:)?definedNames)\s*>\s*<\/\1\s*>/, "");
}

function addTabs(text: string, added: readonly ListedTab[], { office }: Dialect): string {
  let lastId = 0;
  let prefix: string | null = null;
  const needsView = added.some(({ form }) => form !== null) && !text.includes("workbookView");
  const list = rewrite(text, (scanner) => {
    if (scanner.depth === 1 && scanner.isOpening) prefix = prefixOf(office, scanner);
    if (isSheet(scanner)) lastId = Math.max(lastId, Number(scanner.attribute("sheetId")));
    if (scanner.depth !== 2 || scanner.name !== "sheets") return null;
    const link = prefix === null ? `xmlns:r="${office}" r:id` : `${prefix}:id`;
    const sheets = added.map((tab, index) => {
      const state = tab.form?.visibility === "hidden" ? ` state="hidden"` : "";
      return `<${scanner.prefix}sheet name="${encodeXml(tab.name)}" sheetId="${lastId + 1 + index}"${state} ${link}="${tab.link}"/>`;
    });
    return appended(scanner, "sheets", sheets.join(""));
  });
  return needsView ? rewrite(list, viewBefore) : list;
}

/** The prefix that the root gives to a namespace: one declared further down is not known to our elements. */
function prefixOf(namespace: string, { buffer, start, end }: XmlScanner): string | null {
  return new RegExp(`\\sxmlns:([\\w.-]+)\\s*=\\s*["']${namespace}["']`).exec(buffer.slice(start, end))?.[1] ?? null;
}

/** A sheet that is frozen belongs to a window: there must be one. */
function viewBefore({ name, depth, isOpening, start, prefix }: XmlScanner): Rewriting | null {
  if (name !== "sheets" || depth !== 2 || !isOpening) return null;
  return [start, start, `<${prefix}bookViews><${prefix}workbookView/></${prefix}bookViews>`];
}

interface TabName {
  readonly name: string;
  readonly tab: number;
  readonly text: string;
}

function giveNames(text: string, names: readonly NameEdit[], ofTabs: readonly TabName[]): string {
  const edited = new Set(names.map(({ name }) => nameKey(name)));
  const left = without(text, "definedName", (scanner) => {
    return scanner.attribute("localSheetId") === null && edited.has(nameKey(scanner.attribute("name") ?? ""));
  });
  const given = (prefix: string) => {
    const local = ofTabs.map((one) => {
      return `<${prefix}definedName name="${one.name}" localSheetId="${one.tab}">${encodeXml(one.text)}</${prefix}definedName>`;
    });
    const whole = names.flatMap(({ name, formula }) => {
      if (formula === null) return [];
      const kept = encodeXml(formula.replace(/^=/, ""));
      return [`<${prefix}definedName name="${encodeXml(name)}">${kept}</${prefix}definedName>`];
    });
    return [...local, ...whole].join("");
  };
  if (given("") === "") return withoutEmpty(left);
  let isDone = false;
  return rewrite(left, (scanner) => {
    const { name, depth, prefix, start } = scanner;
    if (isDone) return null;
    const change = depth === 2 ? appended(scanner, "definedNames", given(prefix)) : null;
    const isAfter = depth === 2 && scanner.isOpening && ["calcPr", ...AFTER_CALCULATION].includes(name);
    if (change === null && !isAfter && !(depth === 1 && scanner.token === "close")) return null;
    isDone = true;
    return change ?? [start, start, `<${prefix}definedNames>${given(prefix)}</${prefix}definedNames>`];
  });
}

/** The tab that shows when the file is opened must be there, and visible. */
function showTab(text: string): string {
  const tabs = tabsOf(text);
  const first = tabs.findIndex(({ isVisible }) => isVisible);
  return rewrite(text, (scanner) => {
    if (scanner.name !== "workbookView" || !scanner.isOpening) return null;
    const shown = Number(scanner.attribute("activeTab") ?? 0);
    if (first < 0 || tabs[shown]?.isVisible === true) return null;
    return withAttribute(scanner, "activeTab", String(first));
  });
}

/** What may follow the calculation settings in the part that lists the tabs, in the order of the format. */
const AFTER_CALCULATION = [
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

/** The order to calculate everything again at the next opening. */
function calculate(text: string): string {
  let isSet = false;
  return rewrite(text, (scanner) => {
    const { name, depth, token } = scanner;
    if (isSet) return null;
    if (depth === 2 && name === "calcPr" && scanner.isOpening) {
      isSet = true;
      return withAttribute(scanner, "fullCalcOnLoad", "1");
    }
    const isAfter = depth === 2 && scanner.isOpening && AFTER_CALCULATION.includes(name);
    if (!isAfter && !(depth === 1 && token === "close")) return null;
    isSet = true;
    return [scanner.start, scanner.start, `<${scanner.prefix}calcPr fullCalcOnLoad="1"/>`];
  });
}
