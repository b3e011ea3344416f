import { parseAddress } from "../../src/domain/sheets/grid";
import type { HostSheet, HostWorkbook, HostName, HostXmlPart } from "./model";
import { ActionError, type HostObject, type HostType, type Json, hostObject } from "./rich-api";
import { isName } from "./table-types";

/** Names and custom XML parts of the workbook. */
export function partTypes(workbook: HostWorkbook) {
  const namedItem: HostType<HostName> = {
    name: "NamedItem",
    get: { Name: ({ name }) => name, Formula: ({ formula }) => formula },
    id: ({ name }) => name,
    calls: {
      Delete: (name) => {
        workbook.names.splice(workbook.names.indexOf(name), 1);
        return null;
      },
    },
  };

  const names: HostType<HostWorkbook> = {
    name: "NamedItemCollection",
    item: (self, key) => {
      const found = typeof key === "string" ? self.nameOf(key) : undefined;
      if (found === undefined) throw new ActionError("ItemNotFound", 404);
      return hostObject(namedItem, found);
    },
    items: (self) => self.names.map((one) => hostObject(namedItem, one)),
    objects: {
      Add: (self, [name, formula]) => {
        if (typeof name !== "string" || !isName(name) || typeof formula !== "string" || !formula.startsWith("=")) {
          throw new ActionError("InvalidArgument");
        }
        if (self.nameOf(name) !== undefined || self.tableOf(name) !== undefined) {
          throw new ActionError("ItemAlreadyExists", 409);
        }
        self.checkTables(formula);
        const added = { name, formula };
        self.names.push(added);
        return hostObject(namedItem, added);
      },
      GetItemOrNullObject: (self, [name]) => {
        const found = typeof name === "string" ? self.nameOf(name) : undefined;
        return found === undefined ? null : hostObject(namedItem, found);
      },
    },
  };

  const xmlPart: HostType<HostXmlPart> = {
    name: "CustomXmlPart",
    id: ({ id }) => id,
    get: { Id: ({ id }) => id },
    calls: {
      GetXml: ({ xml }) => xml,
      Delete: (part) => {
        workbook.xmlParts.splice(workbook.xmlParts.indexOf(part), 1);
        return null;
      },
    },
  };

  const xmlParts: HostType<HostWorkbook> = {
    name: "CustomXmlPartCollection",
    item: (self, key) => {
      const found = self.xmlParts.find(({ id }) => id === key);
      if (found === undefined) throw new ActionError("ItemNotFound", 404);
      return hostObject(xmlPart, found);
    },
    objects: {
      Add: (self, [xml]) => {
        if (typeof xml !== "string" || !isElement(xml)) throw new ActionError("InvalidArgument");
        const added = { id: self.newId(), xml };
        self.xmlParts.push(added);
        return hostObject(xmlPart, added);
      },
      GetByNamespace: (self, [namespace]) =>
        hostObject(
          scopedParts,
          self.xmlParts.filter(({ xml }) => /^[^>]*\sxmlns="([^"]*)"/.exec(xml)?.[1] === namespace),
        ),
      GetItemOrNullObject: (self, [id]) => {
        const found = self.xmlParts.find((part) => part.id === id);
        return found === undefined ? null : hostObject(xmlPart, found);
      },
    },
  };

  const scopedParts: HostType<readonly HostXmlPart[]> = {
    name: "CustomXmlPartScopedCollection",
    objects: {
      GetOnlyItemOrNullObject: (found) => {
        const [only, ...others] = found;
        return only === undefined || others.length > 0 ? null : hostObject(xmlPart, only);
      },
    },
    items: (parts) => parts.map((part) => hostObject(xmlPart, part)),
    item: (parts, key) => {
      const found = parts.find(({ id }) => id === key);
      if (found === undefined) throw new ActionError("ItemNotFound", 404);
      return hostObject(xmlPart, found);
    },
  };

  const all: readonly HostType<never>[] = [namedItem, names, xmlPart, xmlParts, scopedParts];
  return { all, names: () => hostObject(names, workbook), xmlParts: () => hostObject(xmlParts, workbook) };
}

const freezePanes: HostType<HostSheet> = {
  name: "WorksheetFreezePanes",
  calls: {
    FreezeRows: (sheet, [count]) => {
      if (typeof count !== "number" || count < 1) throw new ActionError("InvalidArgument");
      freeze(sheet, count, 0);
      return null;
    },
    FreezeColumns: (sheet, [count]) => {
      if (typeof count !== "number" || count < 1) throw new ActionError("InvalidArgument");
      freeze(sheet, 0, count);
      return null;
    },
    FreezeAt: (sheet, [address]) => {
      const area = typeof address === "string" ? parseAddress(sheet.name, address) : null;
      if (area === null) throw new ActionError("InvalidArgument");
      freeze(sheet, area.bottom, area.right);
      return null;
    },
  },
};

/** Whatever was frozen before is released. */
function freeze({ features }: HostSheet, rows: number, columns: number): void {
  features.frozenRows = rows;
  features.frozenColumns = columns;
}

/** Some of the papers Excel knows. */
const PAPERS: readonly Json[] = ["A3", "A4", "A5", "Letter"];

const pageLayout: HostType<HostSheet> = {
  name: "PageLayout",
  set: {
    ...kept(["Orientation", "Zoom"]),
    PaperSize: ({ features }, paper) => {
      if (!PAPERS.includes(paper)) throw new ActionError("InvalidArgument");
      features.pageLayout.set("PaperSize", paper);
    },
  },
  nav: { HeadersFooters: (sheet) => hostObject(headersFooters, sheet) },
  calls: {
    SetPrintTitleRows: ({ features }, [rows]) => {
      if (typeof rows !== "string" || !/^\$\d+:\$\d+$/.test(rows)) throw new ActionError("InvalidArgument");
      features.pageLayout.set("PrintTitleRows", rows);
      return null;
    },
    SetPrintTitleColumns: ({ features }, [columns]) => {
      if (typeof columns !== "string" || !/^\$[A-Z]+:\$[A-Z]+$/.test(columns)) throw new ActionError("InvalidArgument");
      features.pageLayout.set("PrintTitleColumns", columns);
      return null;
    },
  },
};

const headersFooters: HostType<HostSheet> = {
  name: "HeaderFooterGroup",
  nav: { DefaultForAllPages: (sheet) => hostObject(headerFooter, sheet) },
};

const headerFooter: HostType<HostSheet> = { name: "HeaderFooter", set: kept(["LeftFooter", "RightFooter"]) };

export function freezePanesOf(sheet: HostSheet): HostObject {
  return hostObject(freezePanes, sheet);
}

export function pageLayoutOf(sheet: HostSheet): HostObject {
  return hostObject(pageLayout, sheet);
}

export const PAGE_TYPES: readonly HostType<never>[] = [freezePanes, pageLayout, headersFooters, headerFooter];

function kept(properties: readonly string[]) {
  return Object.fromEntries(
    properties.map((property) => [
      property,
      ({ features }: HostSheet, value: Json) => void features.pageLayout.set(property, value),
    ]),
  );
}

/** One element, with nothing XML refuses outside of it. */
function isElement(xml: string): boolean {
  return /^<([\w.-]+)[^<>]*>[^<>]*<\/\1>$/.test(xml) && !/&(?!\w+;|#\d+;|#x[\da-f]+;)/i.test(xml);
}
