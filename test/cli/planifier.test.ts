import { createXlsx, openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { applyProposition } from "../../src/application/commands/apply-proposition";
import { prepareClasseur } from "../../src/application/commands/prepare-classeur";
import { runCli } from "../../src/cli/cli";
import { TODAY } from "../support/exemples";

const today = TODAY;
let kit = new Uint8Array();

beforeAll(async () => {
  const workbook = await createXlsx("cpom.xlsx");
  const { proposition } = await prepareClasseur({}).run({ workbook, today });
  await applyProposition(proposition).run({ workbook, today });
  kit = new Uint8Array(await workbook.save());
});

/** Runs `planifier` on a copy of the kit; `saved` is what `-o` wrote. */
async function planifier(...options: readonly string[]) {
  const written = { out: "", error: "" };
  const files = new Map<string, Uint8Array>();
  const nothing = () => Promise.reject(new Error("nothing else is opened"));
  const code = await runCli(["planifier", "cpom.xlsx", ...options], {
    ...{ out: (text) => (written.out += text), error: (text) => (written.error += text) },
    ...{ today, open: nothing, openToWrite: nothing },
    openCopy: async () => {
      const workbook = await openXlsx(kit, "cpom.xlsx");
      return { workbook, saveAs: async (path) => void files.set(path, await workbook.save()) };
    },
  });
  return { code, ...written, saved: files };
}

interface Planned {
  readonly feu: string;
  readonly taches: readonly {
    id: string;
    debutAuPlusTard: string;
    finAuPlusTard: string;
    marge: number;
    critique: boolean;
  }[];
}

async function planned(...options: readonly string[]) {
  const { code, out, error } = await planifier("--signature", "2027-12-17", "--json", ...options);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  const { feu, taches } = JSON.parse(out) as Planned;
  return { feu, taches: new Map(taches.map((one) => [one.id, one])) };
}

test.each<[string, readonly string[], string, string]>([
  ["without closed periods, shortest", ["--sans-neutralisation"], "2027-02-12", "2027-03-19"],
  ["without closed periods, longest", ["--sans-neutralisation", "--scenario", "long"], "2027-01-14", "2027-02-18"],
  ["shortest", [], "2027-01-22", "2027-02-26"],
  ["longest", ["--scenario", "long"], "2026-12-15", "2027-01-28"],
])("the kit signed on 17 December 2027, %s", async (_, options, p1, d1) => {
  const { feu, taches } = await planned(...options);
  expect([taches.get("P1")?.debutAuPlusTard, taches.get("D1")?.debutAuPlusTard]).toEqual([p1, d1]);
  expect(taches.get("F7")).toMatchObject({ finAuPlusTard: "2027-12-17" });
  expect(feu).toBe("vert");
});

test("-o writes the dates in her columns of a copy", async () => {
  const { code, saved } = await planifier("--signature", "2027-12-17", "-o", "sortie.xlsx");
  expect(code).toBe(0);
  const copy = await openXlsx(saved.get("sortie.xlsx") ?? new Uint8Array(), "sortie.xlsx");
  const tab = (await copy.read()).tabs.find(({ name }) => name === "Rétro-planning");
  const titles = tab?.cells[3] ?? [];
  const p1 = tab?.cells[4] ?? [];
  const valueOf = (title: string) => p1[titles.indexOf(title)];
  expect([valueOf("Début au plus tard"), valueOf("Critique")]).toEqual([46_409, "Non"]);
});

test.each<[string, readonly string[], number, RegExp]>([
  ["a day that is too near", ["--signature", "2027-02-01"], 1, /Intenable : il manque \d+ jours ouvrés/],
  ["no day at all", [], 2, /--signature AAAA-MM-JJ/],
  ["an unknown zone", ["--zone", "corse"], 2, /metropole, alsace-moselle/],
])("%s: says so", async (_, options, expected, words) => {
  const { code, out, error } = await planifier(...options);
  expect(code).toBe(expected);
  expect(`${out}${error}`.replace(/\u00A0/g, " ")).toMatch(words);
});
