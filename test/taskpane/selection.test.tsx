import { act, renderHook } from "@testing-library/react";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import type { CommandContext } from "../../src/application/command";
import { HostRefusal, type Workbook } from "../../src/application/ports/workbook";
import type { Area } from "../../src/domain/sheets/grid";
import { useSelection } from "../../src/taskpane/use-selection";
import { jour } from "../support/exemples";
import { area } from "../support/workbook-probe";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test("what is selected already is there at once; then where she stops, once she has stopped", async () => {
  const workbook = memory();
  workbook.select(line(2));
  const { selected, renders } = await follow(workbook);
  expect(selected()).toEqual(line(2));
  const before = renders();
  for (const row of [3, 4, 5, 6]) {
    workbook.select(line(row));
    await wait(100);
  }
  expect([selected(), renders()]).toEqual([line(2), before]);
  await wait(60);
  expect([selected(), renders()]).toEqual([line(6), before + 1]);
  workbook.select(null);
  await wait(200);
  expect(selected()).toBeNull();
});

test("a screen that is left does not follow any more, and follows again when it is back", async () => {
  const workbook = memory();
  const { selected, show, renders } = await follow(workbook);
  workbook.select(line(3));
  await show(false);
  await wait(200);
  const before = renders();
  workbook.select(line(4));
  await wait(200);
  expect([selected(), renders()]).toEqual([null, before]);
  await show(true);
  expect(selected()).toEqual(line(4));
});

test("left before the host answered: it is not listened to", async () => {
  const workbook = memory();
  workbook.select(line(2));
  let stopped = 0;
  let answer = (): void => undefined;
  const slow = withSelection(async (listener) => {
    await new Promise<void>((resolve) => (answer = resolve));
    const stop = await workbook.watchSelection(listener);
    return () => {
      stopped += 1;
      return stop();
    };
  });
  const { selected, show } = await follow(slow);
  await show(false);
  answer();
  await wait(200);
  expect([selected(), stopped]).toEqual([null, 1]);
});

test("a host that cannot be followed is no failure", async () => {
  const deaf = withSelection(() => Promise.reject(new HostRefusal({ kind: "cell-being-edited" })));
  const { selected, show } = await follow(deaf);
  expect(selected()).toBeNull();
  await show(false);
  expect(selected()).toBeNull();
});

describe("a host that refuses to be followed while a cell is being edited", () => {
  /** Refuses as long as it is shut; `asked` counts the times it was. */
  function shut() {
    const workbook = memory();
    workbook.select(line(2));
    const host = { isShut: true, asked: 0 };
    const refusing = withSelection((listener) => {
      host.asked += 1;
      if (host.isShut) return Promise.reject(new HostRefusal({ kind: "cell-being-edited" }));
      return workbook.watchSelection(listener);
    });
    return { workbook, host, refusing };
  }

  test("is followed once the workbook is read again, and asked once a reading", async () => {
    const { workbook, host, refusing } = shut();
    const { selected, read } = await follow(refusing);
    await read();
    expect([selected(), host.asked]).toEqual([null, 2]);
    await wait(60_000);
    expect(host.asked).toBe(2);
    host.isShut = false;
    await read();
    expect([selected(), host.asked]).toEqual([line(2), 3]);
    workbook.select(line(5));
    await wait(200);
    expect(selected()).toEqual(line(5));
    await read();
    expect([selected(), host.asked]).toEqual([line(5), 3]);
  });

  test("is asked again when it refuses after the reading that it was asked before", async () => {
    const { workbook } = shut();
    let refuse = (): void => undefined;
    let asked = 0;
    const slow = withSelection(async (listener) => {
      asked += 1;
      if (asked > 1) return workbook.watchSelection(listener);
      await new Promise<void>((resolve) => (refuse = resolve));
      throw new HostRefusal({ kind: "cell-being-edited" });
    });
    const { selected, read } = await follow(slow);
    await read();
    expect([selected(), asked]).toEqual([null, 1]);
    refuse();
    // The refusal, then the answer.
    await wait(0);
    await wait(0);
    expect([selected(), asked]).toEqual([line(2), 2]);
  });

  test("left meanwhile, is not asked by a reading; is when the screen is back", async () => {
    const { host, refusing } = shut();
    const { selected, show, read } = await follow(refusing);
    await show(false);
    host.isShut = false;
    await read();
    expect([selected(), host.asked]).toEqual([null, 1]);
    await show(true);
    expect([selected(), host.asked]).toEqual([line(2), 2]);
  });
});

test("a host that refuses to let go is no failure: it is not listened to any more", async () => {
  const workbook = memory();
  const sticky = withSelection(async (listener) => {
    await workbook.watchSelection(listener);
    return () => Promise.reject(new HostRefusal({ kind: "cell-being-edited" }));
  });
  const { selected, show } = await follow(sticky);
  await show(false);
  workbook.select(line(4));
  await wait(200);
  expect(selected()).toBeNull();
  await show(true);
  expect(selected()).toEqual(line(4));
});

const EMPTY = { name: "CPOM.xlsx", dateSystem: 1900, memory: null, tabs: [] } as const;

function memory(): MemoryWorkbook {
  return new MemoryWorkbook(EMPTY);
}

/** A workbook whose host answers otherwise to who follows the selection. */
function withSelection(follow: Workbook["watchSelection"]): Workbook {
  class Otherwise extends MemoryWorkbook {
    override watchSelection: Workbook["watchSelection"] = follow;
  }
  return new Otherwise(EMPTY);
}

async function follow(workbook: Workbook) {
  const context: CommandContext = { workbook, today: jour("2026-03-01") };
  const contextOf = () => context;
  let renders = 0;
  let shown: { readonly isActive: boolean; readonly lu: unknown } = { isActive: true, lu: null };
  const { result, rerender } = renderHook(
    (props: typeof shown) => {
      renders += 1;
      return useSelection(contextOf, props.isActive, props.lu);
    },
    { initialProps: shown },
  );
  const put = async (props: Partial<typeof shown>) => {
    shown = { ...shown, ...props };
    rerender(shown);
    await wait(0);
  };
  await wait(0);
  return {
    selected: () => result.current,
    renders: () => renders,
    show: (isActive: boolean) => put({ isActive }),
    /** The workbook was read again with success. */
    read: () => put({ lu: {} }),
  };
}

function line(row: number): Area {
  return area("Plan", `A${String(row)}`);
}

async function wait(milliseconds: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(milliseconds));
}
