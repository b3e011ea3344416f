import { XlsxPackage } from "../../../src/adapters/xlsx/package";
import { readWorkbook } from "../../../src/adapters/xlsx/read-workbook";
import { decodeXml } from "../../../src/adapters/xlsx/xml";
import { openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import { buildXlsx } from "../../support/xlsx-builder";
import type { WorkbookDescription } from "../../support/workbook-description";
import { DEFAULT_NAME } from "../../support/workbook-description";
import type { OpenedWorkbook } from "../opened-workbook";
import { describeWorkbook } from "../workbook-contract";

describeWorkbook("xlsx", (description) => opened(description, false));

/** Every change is read back from the bytes that were saved, not from memory. */
describeWorkbook("xlsx, saved and opened again after each change", (description) => opened(description, true));

async function opened(description: WorkbookDescription, reopens: boolean): Promise<OpenedWorkbook> {
  const { name = DEFAULT_NAME } = description;
  const workbook = await openXlsx(buildXlsx(description), name);
  return {
    workbook: reopens
      ? {
          ...bound(workbook),
          read: async () => (await openXlsx(await workbook.save(), name)).read(),
          capture: async (areas) => (await openXlsx(await workbook.save(), name)).capture(areas),
          captureWithMemory: async (areas) => (await openXlsx(await workbook.save(), name)).captureWithMemory(areas),
        }
      : workbook,
    edit: async (place, value) => {
      if (typeof value === "object" && value !== null) throw new Error("A person types values, not errors.");
      await workbook.edit([{ kind: "write", at: place, cells: [[value]] }]);
    },
    select: (area) => {
      workbook.select(area);
    },
    close: () => undefined,
    highlightFormulas: async (tab) => highlightFormulas(await workbook.save(), tab),
  };
}

async function highlightFormulas(bytes: Uint8Array, tab: string): Promise<readonly string[]> {
  const file = new XlsxPackage(bytes);
  const part = (await readWorkbook(file, DEFAULT_NAME)).sheets.get(tab)?.part ?? "";
  const xml = [...file.text(file.needed(part))].join("");
  const rules = [...xml.matchAll(/<cfRule [^>]*priority="(\d+)"[^>]*><formula>([^<]*)/g)];
  const sorted = rules.toSorted(([, one], [, other]) => Number(one) - Number(other));
  return sorted.map(([, , formula = ""]) => `=${decodeXml(formula)}`);
}

function bound(workbook: Awaited<ReturnType<typeof openXlsx>>): OpenedWorkbook["workbook"] {
  return {
    read: () => workbook.read(),
    capture: (areas) => workbook.capture(areas),
    captureWithMemory: (areas) => workbook.captureWithMemory(areas),
    apply: (changes) => workbook.apply(changes),
    reveal: (place) => workbook.reveal(place),
    watch: (listener) => workbook.watch(listener),
    watchSelection: (listener) => workbook.watchSelection(listener),
  };
}
