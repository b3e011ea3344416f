import { toEnglishFormula, toFrenchFormula } from "../../../src/atelier/saisie/formule";

describe("French and English formulas", () => {
  test.each([
    ["=SOMME(A1;A2)", "=SUM(A1,A2)"],
    ['=SI(A1>1,5;"oui; 1,5";FAUX)', '=IF(A1>1.5,"oui; 1,5",FALSE)'],
    ["=NB.SI('Plan; 2'!B:B;\"Fait\")", "=COUNTIF('Plan; 2'!B:B,\"Fait\")"],
    ["=AUJOURDHUI()+30", "=TODAY()+30"],
    ["=SOMME(tblActions[Coût; total])", "=SUM(tblActions[Coût; total])"],
    ["=MAFONCTION(A1;2)", "=MAFONCTION(A1,2)"],
  ])("%s ⇄ %s", (french, english) => {
    expect(toEnglishFormula(french)).toBe(english);
    expect(toFrenchFormula(english)).toBe(french);
  });

  test("small letters are understood", () => {
    expect(toEnglishFormula("=somme(a1;a2)")).toBe("=SUM(a1,a2)");
  });
});
