import { formatCell, toSaisie } from "../../../src/atelier/saisie/format-cell";
import { parseSaisie } from "../../../src/atelier/saisie/parse-saisie";
import type { Cell } from "../../../src/domain/sheets/grid";

describe("What a cell shows", () => {
  test.each<[cell: Cell, format: string, dateSystem: 1900 | 1904, shown: string]>([
    [null, "General", 1900, ""],
    ["Fait", "General", 1900, "Fait"],
    ["=A1", "General", 1900, "=A1"],
    [true, "General", 1900, "VRAI"],
    [12.5, "General", 1900, "12,5"],
    [46_112, "dd/mm/yyyy", 1900, "31/03/2026"],
    [44_650, "dd/mm/yyyy", 1904, "31/03/2026"],
    [1234.5, "#,##0.00", 1900, "1\u202f234,50"],
    [0.125, "0.0%", 1900, "12,5%"],
    [-3, "dd/mm/yyyy", 1900, "######"],
    [{ error: "#NAME?" }, "General", 1900, "#NOM?"],
    [{ error: "#N/A" }, "General", 1900, "#N/A"],
    ["  un texte,\ntel quel  ", "dd/mm/yyyy", 1900, "  un texte,\ntel quel  "],
    ["fiche-action:ACN-01", ";;;", 1900, ""],
  ])("%j under %j (%i) is %j", (cell, format, dateSystem, shown) => {
    expect(formatCell(cell, format, dateSystem)).toBe(shown);
  });
});

describe("Editing a cell without changing anything leaves it as it was", () => {
  test.each<[cell: Cell, format: string, shown: string]>([
    [null, "General", ""],
    ["Fait", "General", "Fait"],
    ["=A1", "General", "'=A1"],
    ["'quoted", "General", "''quoted"],
    [12.5, "General", "12,5"],
    [46_112, "dd/mm/yyyy", "31/03/2026"],
    [0.125, "0%", "12,5%"],
    [false, "General", "FAUX"],
    ["0102", "@", "0102"],
  ])("%j under %j is edited as %j", (cell, format, shown) => {
    expect(toSaisie(cell, null, format, 1900)).toBe(shown);
    expect(parseSaisie(shown, format, 1900)).toEqual(cell);
  });

  test("a formula is edited in French", () => {
    expect(toSaisie(3, "SUM(A1,1.5)", "General", 1900)).toBe("=SOMME(A1;1,5)");
  });
});
