import type { Validation } from "../../src/application/ports/tab-form";
import type { Change, Failure, HighlightChange } from "../../src/application/ports/workbook";
import { EMPTY, EVERYTHING, LIST, LISTE, NAMED_LIST, SUIVI, block, formWith } from "../support/tab-forms";
import type { TabDescription, WorkbookDescription } from "../support/workbook-description";
import { area, contentOf, failureOf, tabOf, trimmed, write } from "../support/workbook-probe";
import type { OpenedWorkbook } from "./opened-workbook";

type Start = (description: WorkbookDescription) => Promise<OpenedWorkbook>;

/** The part of the contract that prepares a workbook and takes it back: tabs with their form, validations, names. */
export function describeForms(start: Start): void {
  const startTab = (tab: Omit<TabDescription, "name">) => start({ tabs: [{ name: "Feuil1", ...tab }] });

  describe("adds a tab with its form", () => {
    test("its cells, its table, its place after the others", async () => {
      const { workbook } = await startTab({ cells: { A1: "a" } });
      await workbook.apply([{ kind: "add-tab", tab: "Suivi d'été", form: SUIVI }]);
      const { tabs } = await workbook.read();
      expect(tabs.map(({ name, visibility }) => [name, visibility])).toEqual([
        ["Feuil1", "visible"],
        ["Suivi d'été", "visible"],
      ]);
      const { cells, tables } = await tabOf(workbook, "Suivi d'été");
      // What formulas give is not known before somebody calculates.
      expect(trimmed(cells.map((line) => line.slice(0, 3)))).toEqual([
        ["Suivi des commandes"],
        [],
        [null, "Article", "Qté"],
        [null, "=Vis", 4],
        [null, "0123", 46112],
        [null, null, true],
      ]);
      expect(tables).toEqual([{ name: "tblSuivi", area: area("Suivi d'été", "B3:D6"), hasHeader: true }]);
    });

    test("hidden", async () => {
      const { workbook } = await startTab({});
      await workbook.apply([{ kind: "add-tab", tab: "Listes", form: { ...EMPTY, visibility: "hidden" } }]);
      expect(await tabOf(workbook, "Listes")).toMatchObject({ visibility: "hidden", tables: [] });
    });

    test("its formulas as they were typed; a computed column fills the lines that hold nothing there", async () => {
      const { workbook } = await startTab({});
      await workbook.apply([{ kind: "add-tab", tab: "Suivi", form: SUIVI }]);
      const [captured] = await workbook.capture([area("Suivi", "C1:E6")]);
      expect(captured?.cells).toEqual([
        [null, null, { formula: '=COUNTIF(tblSuivi[Article],"Vis")' }],
        [null, null, null],
        ["Qté", "Double", null],
        [4, { formula: "=[@Qté]*2" }, null],
        [46112, { formula: "=[@Qté]*3" }, null],
        [true, { formula: "=[@Qté]*2" }, null],
      ]);
    });

    test("its validations", async () => {
      const { workbook } = await startTab({});
      await workbook.apply([{ kind: "add-tab", tab: "Suivi", form: SUIVI }]);
      const areas = ["C4:C6", "C6", "C1:C4", "B1:B6", "C3", "C7:C9"].map((address) => area("Suivi", address));
      const captured = await workbook.capture(areas);
      expect(captured.map(({ hasValidation }) => hasValidation)).toEqual([true, true, true, false, false, false]);
    });

    test("several in one go, in their order, where one names what comes after it", async () => {
      const { workbook } = await startTab({});
      const lists = formWith({ visibility: "hidden", cells: [["Statut"], ["Fait"], ["À faire"]], tables: [LISTE] });
      const uses = formWith({
        cells: [["Nombre", { formula: "=ROWS(tblListe[Statut])" }]],
        validations: [{ block: block("A2:A9"), validation: NAMED_LIST }],
      });
      await workbook.apply([
        { kind: "remember", text: "préparé" },
        { kind: "add-tab", tab: "Emploi", form: uses },
        write("Emploi", "A2", [["Fait"]]),
        { kind: "name", name: "liste_statut", formula: "=tblListe[Statut]" },
        { kind: "add-tab", tab: "Listes", form: lists },
        write("Listes", "A3", [["En cours"]]),
        { kind: "validate", area: area("Feuil1", "B2:B5"), validation: NAMED_LIST },
      ]);
      const { tabs, memory } = await workbook.read();
      expect(tabs.map(({ name }) => name)).toEqual(["Feuil1", "Emploi", "Listes"]);
      expect(memory).toBe("préparé");
      const captured = await workbook.capture([
        area("Emploi", "A1:B2"),
        area("Listes", "A1:A3"),
        area("Feuil1", "A1:B2"),
      ]);
      expect(captured.map(({ cells, hasValidation }) => [cells, hasValidation])).toEqual([
        [
          [
            ["Nombre", { formula: "=ROWS(tblListe[Statut])" }],
            ["Fait", null],
          ],
          true,
        ],
        [[["Statut"], ["Fait"], ["En cours"]], false],
        [
          [
            [null, null],
            [null, null],
          ],
          true,
        ],
      ]);
    });

    test("with every look a form can ask for", async () => {
      const { workbook } = await startTab({});
      await workbook.apply([{ kind: "add-tab", tab: "Tout", form: EVERYTHING }]);
      expect(await contentOf(workbook, "Tout")).toEqual([
        ["Titre", "Date"],
        ["ligne", 46112],
      ]);
    });

    test.each<[string, readonly Change[], Failure]>([
      ["that exists", [add("FEUIL1")], { kind: "tab-exists", tab: "FEUIL1" }],
      ["under a name Excel refuses", [add("a/b")], { kind: "bad-tab-name", tab: "a/b" }],
      ["whose table exists, in another case", [add("Neuve", "TBLSTOCK")], { kind: "name-exists", name: "TBLSTOCK" }],
      [
        "whose table has a name already given",
        [{ kind: "name", name: "liste_a", formula: "=Feuil1!$A$1" }, add("Neuve", "Liste_A")],
        { kind: "name-exists", name: "Liste_A" },
      ],
      [
        "whose tables have the same name",
        [add("Une", "tblX"), add("Deux", "tblx")],
        { kind: "name-exists", name: "tblx" },
      ],
      [
        "and a name that a table has",
        [add("Neuve"), { kind: "name", name: "TblStock", formula: "=Feuil1!$A$1" }],
        { kind: "name-exists", name: "TblStock" },
      ],
      ["and a missing tab", [add("Neuve"), write("Absente", "A1", [[1]])], { kind: "missing-tab", tab: "Absente" }],
    ])("refuses a tab %s, and nothing was applied", async (_case, changes, failure) => {
      const { workbook } = await startTab({
        cells: { A1: "Nom", A2: "Vis" },
        tables: [{ name: "tblStock", area: "A1:A2" }],
      });
      const before = await workbook.read();
      expect(await failureOf(workbook.apply([write("Feuil1", "C1", [["écrit"]]), ...changes]))).toEqual(failure);
      expect(await workbook.read()).toEqual(before);
    });
  });

  describe("deletes a tab", () => {
    test("with all it holds: its name and the name of its table are free again", async () => {
      const { workbook } = await startTab({ cells: { A1: "a" } });
      await workbook.apply([{ kind: "add-tab", tab: "Suivi", form: SUIVI }]);
      await workbook.apply([{ kind: "delete-tab", tab: "SUIVI" }]);
      expect((await workbook.read()).tabs.map(({ name }) => name)).toEqual(["Feuil1"]);
      await workbook.apply([{ kind: "add-tab", tab: "Suivi", form: SUIVI }]);
      expect((await tabOf(workbook, "Suivi")).tables.map(({ name }) => name)).toEqual(["tblSuivi"]);
    });

    test("that was in the file, and adds another in its place", async () => {
      const { workbook } = await start({
        tabs: [
          { name: "Vue", cells: { A1: 1 } },
          { name: "Autre", cells: { A1: 2 } },
        ],
      });
      await workbook.apply([
        { kind: "delete-tab", tab: "Vue" },
        { kind: "add-tab", tab: "Vue" },
        write("Vue", "B1", [["neuve"]]),
      ]);
      const { tabs } = await workbook.read();
      expect(tabs.map(({ name, cells }) => [name, trimmed(cells)])).toEqual([
        ["Autre", [[2]]],
        ["Vue", [[null, "neuve"]]],
      ]);
    });

    test.each<[string, readonly Change[], Failure]>([
      ["a missing tab", [{ kind: "delete-tab", tab: "Absente" }], { kind: "missing-tab", tab: "Absente" }],
      ["the last that shows", [{ kind: "delete-tab", tab: "Vue" }], { kind: "last-visible-tab", tab: "Vue" }],
      [
        "a tab twice",
        [
          { kind: "delete-tab", tab: "Masquée" },
          { kind: "delete-tab", tab: "Masquée" },
        ],
        { kind: "missing-tab", tab: "Masquée" },
      ],
      [
        "a tab, then writes in it",
        [{ kind: "delete-tab", tab: "Masquée" }, write("Masquée", "A1", [[1]])],
        { kind: "missing-tab", tab: "Masquée" },
      ],
    ])("but not %s, and nothing was applied", async (_case, changes, failure) => {
      const { workbook } = await start({ tabs: [{ name: "Vue" }, { name: "Masquée", visibility: "hidden" }] });
      const before = await workbook.read();
      expect(await failureOf(workbook.apply([write("Vue", "A1", [["écrit"]]), ...changes]))).toEqual(failure);
      expect(await workbook.read()).toEqual(before);
    });
  });

  describe("validates cells", () => {
    test.each<[string, Validation["rule"]]>([
      ["a list", { kind: "list", source: "=Feuil1!$F$1:$F$3" }],
      ["a day", { kind: "date", minimum: 45658, maximum: 47848 }],
      ["any day", { kind: "date", minimum: null, maximum: null }],
      ["a whole number", { kind: "integer", minimum: 0, maximum: null }],
      ["a number", { kind: "decimal", minimum: null, maximum: 1.5 }],
      ["a length", { kind: "length", minimum: 14, maximum: 14 }],
      ["a formula", { kind: "formula", formula: "=AND(LEN(B2)=9,ISNUMBER(B2))" }],
      ["nothing, with a hint", { kind: "any" }],
    ])("%s; then no more, and what the cells hold was never touched", async (_case, rule) => {
      const { workbook } = await startTab({ cells: { B2: "hors liste", B4: 3 } });
      const cells = area("Feuil1", "B2:B5");
      const ask = async () => (await workbook.capture([cells]))[0];
      await workbook.apply([{ kind: "validate", area: cells, validation: { ...LIST, rule } }]);
      expect(await ask()).toEqual({ area: cells, cells: [["hors liste"], [null], [3], [null]], hasValidation: true });
      await workbook.apply([{ kind: "validate", area: cells, validation: null }]);
      expect(await ask()).toEqual({ area: cells, cells: [["hors liste"], [null], [3], [null]], hasValidation: false });
    });

    test("some of the cells that had one lose it, the others keep it", async () => {
      const { workbook } = await startTab({});
      await workbook.apply([
        { kind: "validate", area: area("Feuil1", "B2:D6"), validation: LIST },
        { kind: "validate", area: area("Feuil1", "C3:C4"), validation: null },
      ]);
      const asked = ["C3:C4", "B3", "D4", "C2", "C5", "B1:D1", "A1:Z9"].map((address) => area("Feuil1", address));
      const captured = await workbook.capture(asked);
      const expected = [false, true, true, true, true, false, true];
      expect(captured.map(({ hasValidation }) => hasValidation)).toEqual(expected);
    });

    test.each<[string, Failure]>([
      ["Protégée", { kind: "protected", tab: "Protégée" }],
      ["Absente", { kind: "missing-tab", tab: "Absente" }],
    ])("not in the tab %s", async (tab, failure) => {
      const { workbook } = await start({ tabs: [{ name: "Feuil1" }, { name: "Protégée", isProtected: true }] });
      const before = await workbook.read();
      const refused = [write("Feuil1", "A1", [[1]]), validate(tab, "A1"), validate("Feuil1", "B2")];
      expect(await failureOf(workbook.apply(refused))).toEqual(failure);
      expect(await workbook.read()).toEqual(before);
      expect((await workbook.capture([area("Feuil1", "A1:C3")]))[0]?.hasValidation).toBe(false);
    });
  });

  describe("highlights cells", () => {
    const hers = [
      { block: block("A1:A9"), formula: "=$A1>9", style: { bold: true } },
      { block: block("B1:B9"), formula: '=$B1="x"', style: { fill: "FFF2CC" } },
    ];
    const startHighlighted = async () => {
      const opened = await startTab({ cells: { A1: 1 } });
      await opened.workbook.apply([
        { kind: "add-tab", tab: "Suivi", form: formWith({ cells: [[1]], highlights: hers }) },
      ]);
      return opened;
    };
    const marked = (letter: string, mark = "essai") => ({
      block: block("A1:C9"),
      formula: `=AND(A1="${letter}",N("${mark}")=0)`,
      style: { bold: true, color: "1F3864", fill: "DDEBF7" },
    });
    const own = hers.map(({ formula }) => formula);
    const both = [marked("R"), marked("A")];

    test.each<[string, readonly Change[], readonly string[]]>([
      [
        "after those that stand there, in their order",
        [highlight(both)],
        [...own, ...both.map(({ formula }) => formula)],
      ],
      [
        "in the place of those of the same mark",
        [highlight(both), highlight([marked("C")])],
        [...own, marked("C").formula],
      ],
      [
        "beside those of another mark",
        [highlight([marked("R", "autre")], "autre"), highlight([marked("C")])],
        [...own, marked("R", "autre").formula, marked("C").formula],
      ],
      ["then no more: hers stay", [highlight(both), highlight([])], own],
      ["nothing to take away", [highlight([])], own],
    ])("%s", async (_, changes, expected) => {
      const { workbook, highlightFormulas } = await startHighlighted();
      for (const change of changes) await workbook.apply([change]);
      expect((await workbook.capture([area("Suivi", "A1")]))[0]?.cells).toEqual([[1]]);
      if (highlightFormulas !== undefined) expect(await highlightFormulas("Suivi")).toEqual(expected);
    });

    test.each<[string, Failure]>([
      ["Protégée", { kind: "protected", tab: "Protégée" }],
      ["Absente", { kind: "missing-tab", tab: "Absente" }],
    ])("not in the tab %s", async (tab, failure) => {
      const { workbook } = await start({ tabs: [{ name: "Feuil1" }, { name: "Protégée", isProtected: true }] });
      const before = await workbook.read();
      const refused = [write("Feuil1", "A1", [[1]]), { ...highlight(both), tab }];
      expect(await failureOf(workbook.apply(refused))).toEqual(failure);
      expect(await workbook.read()).toEqual(before);
    });
  });

  test("names a formula, then another in its place, then none", async () => {
    const { workbook, nameFormula } = await startTab({ cells: { A1: 1 } });
    const expectMeaning = async (formula: string | null) => {
      if (nameFormula !== undefined) expect(await nameFormula("liste_statut")).toBe(formula);
    };
    const give = (name: string, formula: string | null) => workbook.apply([{ kind: "name", name, formula }]);
    await give("liste_statut", "=Feuil1!$A$1:$A$3");
    await expectMeaning("=Feuil1!$A$1:$A$3");
    await give("Liste_Statut", "=Feuil1!$B$1:$B$3");
    await expectMeaning("=Feuil1!$B$1:$B$3");
    expect(await failureOf(workbook.apply([add("Neuve", "liste_statut")]))).toMatchObject({ kind: "name-exists" });
    await give("liste_statut", null);
    await expectMeaning(null);
    await give("liste_statut", null);
    await workbook.apply([add("Neuve", "liste_statut")]);
    expect((await tabOf(workbook, "Neuve")).tables).toHaveLength(1);
  });
}

/** A tab with, or without, a table of one line. */
function add(tab: string, table?: string): Change {
  const tables = table === undefined ? [] : [{ name: table, block: block("A1:A2"), computed: {} }];
  return { kind: "add-tab", tab, form: formWith({ cells: [["Titre"], ["x"]], tables }) };
}

function highlight(highlights: HighlightChange["highlights"], mark = "essai"): HighlightChange {
  return { kind: "highlight", tab: "Suivi", mark, highlights };
}

function validate(tab: string, address: string): Change {
  return { kind: "validate", area: area(tab, address), validation: LIST };
}
