import { checkArchitecture } from "./check-architecture";
import { listFiles, readModules } from "./read-sources";

const FEWEST_MODULES = 30;

describe("the architecture", () => {
  test("holds", () => {
    const files = [...listFiles("src"), ...listFiles("test")].filter((path) => !path.startsWith("test/fixtures/"));
    const modules = readModules(files);
    const ours = modules.filter(({ path }) => path.startsWith("src/"));
    expect(ours.length).toBeGreaterThanOrEqual(FEWEST_MODULES);
    // A reader that resolves nothing would find nothing wrong.
    expect(
      ours.flatMap(({ imports }) => imports).filter((path) => path.startsWith("src/domain/")).length,
    ).toBeGreaterThan(30);
    expect(checkArchitecture(modules, files)).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "the domain importing a command",
      { "src/domain/a.ts": 'import "../application/b";', "src/application/b.ts": "" },
      "domain imports outside",
    ],
    [
      "the domain importing a type from outside",
      { "src/domain/a.ts": 'import type { B } from "../application/b";', "src/application/b.ts": "" },
      "domain imports outside",
    ],
    ["the domain importing a package", { "src/domain/a.ts": 'import "react";' }, "domain imports outside"],
    [
      "the domain importing Node",
      { "src/domain/a.ts": 'export * as fs from "node:fs"; export const a = 1;' },
      "domain imports outside",
    ],
    [
      "the domain importing late",
      { "src/domain/a.ts": 'export const a = () => import("date-fns");' },
      "domain imports outside",
    ],
    [
      "the application importing an adapter",
      { "src/application/a.ts": 'import "../adapters/x/b";', "src/adapters/x/b.ts": "" },
      "application imports outside",
    ],
    [
      "the application importing a library",
      { "src/application/a.ts": 'import "fflate";' },
      "application imports outside",
    ],
    [
      "the application writing Word outside its folder",
      { "src/application/agenda/a.ts": 'export const a = () => import("docx");' },
      "application imports outside",
    ],
    [
      "an adapter importing another",
      { "src/adapters/x/a.ts": 'import "../y/b";', "src/adapters/y/b.ts": "" },
      "adapter imports an adapter",
    ],
    [
      "an adapter importing a command",
      { "src/adapters/x/a.ts": 'import "../../application/catalogue";', "src/application/catalogue.ts": "" },
      "adapter imports more than ports and domain",
    ],
    [
      "an adapter importing a door",
      { "src/adapters/x/a.ts": 'import "../../taskpane/state";', "src/taskpane/state.ts": "" },
      "adapter imports more than ports and domain",
    ],
    [
      "a screen naming an adapter",
      { "src/taskpane/Screen.tsx": 'import "../adapters/x/b";', "src/adapters/x/b.ts": "" },
      "adapter named outside an entry",
    ],
    [
      "the ribbon naming an adapter",
      { "src/commands/ribbon.ts": 'import "../adapters/x/b";', "src/adapters/x/b.ts": "" },
      "adapter named outside an entry",
    ],
    [
      "the pane importing the atelier",
      { "src/taskpane/App.tsx": 'import "../atelier/Grid";', "src/atelier/Grid.tsx": "" },
      "door imports a door",
    ],
    [
      "the command line importing the pane",
      { "src/cli/main.ts": 'import "../taskpane/textes";', "src/taskpane/textes.ts": "" },
      "door imports a door",
    ],
    [
      "a screen importing the ribbon",
      { "src/taskpane/App.tsx": 'import "../commands/ribbon";', "src/commands/ribbon.ts": "" },
      "door imports a door",
    ],
    ["a screen importing Node", { "src/taskpane/App.tsx": 'import "node:fs";' }, "a page imports Node"],
    [
      "a starter importing a package",
      { "src/cli/run.mjs": 'import "zod";' },
      "a starter imports what may not be installed",
    ],
    [
      "the product importing a test",
      { "src/cli/main.ts": 'import "../../test/support/browser";', "test/support/browser.ts": "" },
      "import of a test",
    ],
    ["an import of nothing", { "src/domain/a.ts": 'import "./b";' }, "import of nothing"],
    ["two files in a ring", { "src/domain/a.ts": 'import "./b";', "src/domain/b.ts": 'import "./a";' }, "cycle"],
    [
      "three files in a ring",
      { "src/domain/a.ts": 'import "./b";', "src/domain/b.ts": 'import "./c";', "src/domain/c.ts": 'import "./a";' },
      "cycle",
    ],
    ["a barrel", { "src/domain/a.ts": 'export { b } from "./b";', "src/domain/b.ts": "export const b = 1;" }, "barrel"],
    ["an index", { "src/domain/index.ts": "export const a = 1;" }, "name"],
    ["a file too long", { "src/domain/a.ts": "export const a = 1;\n".repeat(401) }, "too long"],
    ["a name in capitals", { "src/domain/Jour.ts": "" }, "name"],
    ["a name with an accent", { "src/domain/fériés.ts": "" }, "name"],
    ["a component in lower case", { "src/taskpane/screen.tsx": "" }, "name"],
    ["a folder in capitals", { "src/domain/Raci/a.ts": "" }, "name"],
    ["a folder of helpers", { "src/domain/helpers/a.ts": "" }, "folder without a noun"],
  ])("refuses %s", (_, sources, rule) => {
    expect(rulesBroken(sources)).toEqual([rule]);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    [
      "the domain and zod",
      {
        "src/domain/a.ts": 'import { z } from "zod/mini";\nimport { b } from "./b";\nexport const a = [z, b];',
        "src/domain/b.ts": "",
      },
    ],
    [
      "an entry naming two adapters",
      {
        "src/cli/main.ts": 'import "../adapters/x/a"; import "../adapters/y/b";',
        "src/adapters/x/a.ts": "",
        "src/adapters/y/b.ts": "",
      },
    ],
    [
      "an adapter of a port",
      {
        "src/adapters/x/a.ts": 'import type { W } from "../../application/ports/workbook"; import "hucre";',
        "src/application/ports/workbook.ts": "",
      },
    ],
    [
      "the atelier mounting the pane",
      { "src/atelier/index.tsx": 'import { App } from "../taskpane/App";\nApp();', "src/taskpane/App.tsx": "" },
    ],
    [
      "the page of the pane running the ribbon",
      {
        "src/taskpane/index.tsx": 'import { associate } from "../commands/ribbon";\nassociate();',
        "src/commands/ribbon.ts": "",
      },
    ],
  ])("lets through %s", (_, sources) => {
    expect(rulesBroken(sources)).toEqual([]);
  });
});

function rulesBroken(sources: Readonly<Record<string, string>>): readonly string[] {
  const files = Object.keys(sources);
  const modules = readModules(files, (path) => sources[path] ?? "");
  return [...new Set(checkArchitecture(modules, files).map(({ rule }) => rule))];
}
