import { toFileFormula, toTypedFormula } from "../../../src/adapters/xlsx/structured-reference";
import { withoutTabs } from "../../../src/adapters/xlsx/without-tabs";

const OWN = { name: "tblX", columns: ["Pilote", "Fin réelle", "N° d'ordre", "Coût [€]", "a#b"] };

describe("a formula typed in a line of a table, and as the file keeps it", () => {
  test.each([
    ["=[@Pilote]", "tblX[[#This Row],[Pilote]]"],
    ["=[@[Fin réelle]]*2", "tblX[[#This Row],[Fin réelle]]*2"],
    ["=SUM([@[Fin réelle]:[Pilote]])", "SUM(tblX[[#This Row],[Fin réelle]:[Pilote]])"],
    ["=ROW([@])", "ROW(tblX[#This Row])"],
    ["=tblY[@Code]", "tblY[[#This Row],[Code]]"],
    ["=[@[N° d''ordre]]", "tblX[[#This Row],[N° d''ordre]]"],
    ["=[@[Coût '[€']]]", "tblX[[#This Row],[Coût '[€']]]"],
    ['=IF([@Pilote]="[@Pilote]","",1)', 'IF(tblX[[#This Row],[Pilote]]="[@Pilote]","",1)'],
    ["=COUNTIF(tblY[Code],[@Pilote])", "COUNTIF(tblY[Code],tblX[[#This Row],[Pilote]])"],
    ["=tblY[[#Headers],[Code]]", "tblY[[#Headers],[Code]]"],
    ["=tblY[#All]", "tblY[#All]"],
    ["='[Autre.xlsx]L''été'!A1+[@Pilote]", "'[Autre.xlsx]L''été'!A1+tblX[[#This Row],[Pilote]]"],
    ["=[1]Feuil1!A1", "[1]Feuil1!A1"],
    ['=IFS([@Pilote]="",0,TRUE,1)', '_xlfn.IFS(tblX[[#This Row],[Pilote]]="",0,TRUE,1)'],
    ["=A1+$B$2+SUM(C:C)", "A1+$B$2+SUM(C:C)"],
  ])("%s", (typed, kept) => {
    expect(toFileFormula(typed, OWN)).toBe(kept);
    expect(toTypedFormula(kept, OWN)).toBe(typed);
  });

  test.each([
    ["without its brackets", "=[@[Pilote]]", "tblX[[#This Row],[Pilote]]"],
    ["the table itself left out", "=SUM([Pilote])", "SUM(tblX[Pilote])"],
    ["a title with its signs as they are read", "=[@[N° d'ordre]]", "tblX[[#This Row],[N° d''ordre]]"],
    ["the same for a sign of references", "=[@a#b]", "tblX[[#This Row],[a'#b]]"],
    ["what is in the form of the file already", "=tblX[[#This Row],[Pilote]]", "tblX[[#This Row],[Pilote]]"],
    ["a bracket that is never closed", "=[@Pilote", "[@Pilote"],
  ])("also read: %s", (_case, typed, kept) => {
    expect(toFileFormula(typed, OWN)).toBe(kept);
  });

  test("outside a table, another table is named, and nothing is invented", () => {
    expect(toFileFormula("=tblY[@Code]+[@Code]", null)).toBe("tblY[[#This Row],[Code]]+[[#This Row],[Code]]");
    expect(toTypedFormula("tblX[[#This Row],[Pilote]]", null)).toBe("=tblX[@Pilote]");
  });
});

describe("a formula once the tab « L'été » and its table tblGone are gone", () => {
  const gone = [
    { name: "L'été", tables: ["tblGone"] },
    { name: "Listes", tables: [] },
  ];

  test.each([
    ["'L''été'!A1+1", "#REF!+1"],
    ["SUM('l''ÉTÉ'!$A$1:$B$2)", "SUM(#REF!)"],
    ["Listes!A:A", "#REF!"],
    ["Listes!$1:$2", "#REF!"],
    ["COUNTA(tblGone[Code])+ROWS(tblGone)", "COUNTA(#REF!)+ROWS(#REF!)"],
    ["tblGone[[#This Row],[Code]]", "#REF!"],
    ["Listes2!A1+MesListes!A1+'Listes été'!A1", "Listes2!A1+MesListes!A1+'Listes été'!A1"],
    ['IF(A1="Listes!A1",tblGoneAussi[x],1)', 'IF(A1="Listes!A1",tblGoneAussi[x],1)'],
    ["Listes(A1)", "Listes(A1)"],
  ])("%s → %s", (before, after) => {
    expect(withoutTabs(before, gone)).toBe(after);
  });
});
