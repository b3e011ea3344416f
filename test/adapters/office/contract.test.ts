import { officeWorkbook } from "../../../src/adapters/office/office-workbook";
import { openNodeHost } from "../../host/node";
import { describeWorkbook } from "../workbook-contract";

describeWorkbook(
  "Excel, through the real office.js",
  async (start) => {
    const host = openNodeHost(start);
    return Promise.resolve({
      workbook: officeWorkbook(),
      edit: (place, value) => {
        host.workbook.edit(place.tab, place.row, place.column, value);
        return Promise.resolve();
      },
      editElsewhere: (place, value) => {
        host.workbook.edit(place.tab, place.row, place.column, value, "co-author");
        return Promise.resolve();
      },
      select: (area) => {
        host.workbook.select(host.workbook.sheet(area.tab), [area]);
      },
      highlightFormulas: (tab) =>
        Promise.resolve(
          host.workbook.sheet(tab).features.conditionalFormats.map(({ set }) => textOf(set.get("Formula"))),
        ),
      nameFormula: (name) => Promise.resolve(host.workbook.nameOf(name)?.formula ?? null),
      close: () => {
        host.assertNothingUnknown();
      },
    });
  },
  {
    // The values of Excel do not tell an error from a text written like one, and their types would double what a read weighs.
    "text like an error": { error: "#N/A" },
  },
);

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
