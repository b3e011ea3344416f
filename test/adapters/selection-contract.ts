import type { Area } from "../../src/domain/sheets/grid";
import type { WorkbookDescription } from "../support/workbook-description";
import { area, failureOf, until, write } from "../support/workbook-probe";
import type { OpenedWorkbook } from "./opened-workbook";

type Start = (description: WorkbookDescription) => Promise<OpenedWorkbook>;

const TABS: WorkbookDescription = {
  tabs: [{ name: "Feuil1" }, { name: "L'autre, été", cells: { A1: 1 } }, { name: "Masquée", visibility: "hidden" }],
};
const AUTRE = "L'autre, été";

/** The part of the contract about what the person selects. */
export function describeSelections(start: Start): void {
  describe("watchSelection", () => {
    /** What was told since the workbook was opened and `before` selected in it. */
    async function follow(before: Area) {
      const opened = await start(TABS);
      opened.select(before);
      const told: (Area | null)[] = [];
      const stop = await opened.workbook.watchSelection((selected) => told.push(selected));
      return { ...opened, told, stop };
    }

    test.each<[string, Area]>([
      ["a cell", area("Feuil1", "B7")],
      ["a block", area("Feuil1", "A2:C9")],
      ["a whole row", area("Feuil1", "A3:XFD3")],
      ["a whole column, to the edge of the sheet", area("Feuil1", "B1:B1048576")],
      ["a cell of a tab whose name is quoted", area(AUTRE, "A1")],
    ])("tells at once what is selected: %s", async (_case, selected) => {
      const { told } = await follow(selected);
      expect(told).toEqual([selected]);
    });

    test.each<[string, Area]>([
      ["in the same tab", area("Feuil1", "C3:D4")],
      ["in another tab", area(AUTRE, "E5")],
      ["in another tab, the cell of the same address", area(AUTRE, "A2")],
    ])("tells each other selection: %s", async (_case, selected) => {
      const { told, select } = await follow(area("Feuil1", "A2"));
      select(selected);
      await until(() => told.length > 1);
      select(area("Feuil1", "A2"));
      await until(() => told.length > 2);
      expect(told).toEqual([area("Feuil1", "A2"), selected, area("Feuil1", "A2")]);
    });

    test("does not tell the same cells twice", async () => {
      const { told, select } = await follow(area("Feuil1", "A2"));
      select(area("Feuil1", "A2"));
      select(area("Feuil1", "A3"));
      await until(() => told.length > 1);
      expect(told).toEqual([area("Feuil1", "A2"), area("Feuil1", "A3")]);
    });

    test("tells where the person ends, however many moves she makes at once", async () => {
      const { told, select } = await follow(area("Feuil1", "A1"));
      for (let row = 2; row <= 50; row += 1) select(area("Feuil1", `A${String(row)}`));
      await until(() => told.at(-1)?.top === 50);
      expect(told.at(-1)).toEqual(area("Feuil1", "A50"));
    });

    test("a cell that we show is selected, under the name its tab bears", async () => {
      const { told, workbook } = await follow(area("Feuil1", "A1"));
      await workbook.reveal({ tab: AUTRE.toUpperCase(), row: 4, column: 2 });
      await until(() => told.some((one) => one?.tab === AUTRE && one.top === 4));
      expect(told.at(-1)).toEqual(area(AUTRE, "B4"));
      expect(await failureOf(workbook.reveal({ tab: "Masquée", row: 1, column: 1 }))).toMatchObject({
        kind: "hidden-tab",
      });
      expect(told.at(-1)).toEqual(area(AUTRE, "B4"));
    });

    test("writing selects nothing; a tab that goes away is not selected any more", async () => {
      const { told, workbook } = await follow(area("Feuil1", "A2"));
      await workbook.apply([
        { kind: "add-tab", tab: "Neuve" },
        write("Neuve", "A1", [["x"]]),
        write("Feuil1", "A2", [[1]]),
      ]);
      await workbook.reveal({ tab: "Neuve", row: 1, column: 1 });
      await until(() => told.at(-1)?.tab === "Neuve");
      await workbook.apply([{ kind: "delete-tab", tab: "Neuve" }]);
      await until(() => told.at(-1)?.tab !== "Neuve");
      expect(told.slice(0, 2)).toEqual([area("Feuil1", "A2"), area("Neuve", "A1")]);
    });

    test("stops when asked, while another goes on", async () => {
      const { told, workbook, select, stop } = await follow(area("Feuil1", "A1"));
      const other: (Area | null)[] = [];
      await workbook.watchSelection((selected) => other.push(selected));
      await stop();
      select(area("Feuil1", "A2"));
      await until(() => other.length > 1);
      expect([told, other]).toEqual([[area("Feuil1", "A1")], [area("Feuil1", "A1"), area("Feuil1", "A2")]]);
    });
  });
}
