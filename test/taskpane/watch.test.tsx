import { act, renderHook } from "@testing-library/react";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import { type ChangeListener, HostRefusal } from "../../src/application/ports/workbook";
import { useWatch } from "../../src/taskpane/use-watch";
import { tabOf, TODAY } from "../support/exemples";

const PLAN = { name: "CPOM.xlsx", dateSystem: 1900, memory: null, tabs: [tabOf("Plan", [["Action"]])] } as const;

/** Its host keeps telling those who wished to be let go. */
class Sticky extends MemoryWorkbook {
  override async watch(listener: ChangeListener): Promise<() => Promise<void>> {
    await super.watch(listener);
    return () => Promise.reject(new HostRefusal({ kind: "cell-being-edited" }));
  }
}

test("a host that refuses to let go is no failure: it is not listened to any more", async () => {
  const workbook = new Sticky(PLAN);
  const context = { workbook, today: TODAY };
  const contextOf = () => context;
  let told = 0;
  const { rerender } = renderHook(
    ({ isActive }) => {
      useWatch(contextOf, isActive, () => {
        told += 1;
      });
    },
    { initialProps: { isActive: true } },
  );
  const edit = () => act(() => workbook.edit({ tab: "Plan", row: 2, column: 1 }, "ACN-01"));
  await edit();
  expect(told).toBe(1);
  rerender({ isActive: false });
  await edit();
  expect(told).toBe(1);
});
