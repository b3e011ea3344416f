import { type Classeur, decodeClasseur } from "../../src/domain/classeur";
import { kitModeles } from "../../src/domain/modeles/kit";
import type { Modele } from "../../src/domain/modeles/modele";
import { sheets } from "../../src/domain/sheets/catalogue";
import { encodeTable } from "../../src/domain/sheets/encode";
import type { Cell, Grid } from "../../src/domain/sheets/grid";
import type { RowOf, Sheet } from "../../src/domain/sheets/sheet";
import { tabOf, TODAY } from "./exemples";

/** All the tables of the kit with the lines they start with, as nobody has touched them yet. */
export function kitClasseur(modeles: readonly Modele[] = kitModeles): Classeur {
  const tabs = allSheets.map((sheet) => tabOf(sheet.tab, kitCells(sheet, modeles)));
  return decodeClasseur({ dateSystem: 1900, tabs }, TODAY);
}

const allSheets: readonly Sheet[] = Object.values(sheets);

/** The cells of a table of the kit; in one with a family of columns, a column a title of it. */
function kitCells(sheet: Sheet, modeles: readonly Modele[]): Grid {
  const lignes = modeles.find((one) => one.sheet.id === sheet.id)?.lignes ?? [];
  const values = lignes.map(({ value }): RowOf<Sheet> => value);
  const [titles = [], ...rows] = encodeTable(sheet, values, { dateSystem: 1900 });
  const family = [...new Set(lignes.flatMap(({ cells }) => Object.keys(cells)))];
  return [
    [...titles, ...family],
    ...rows.map((row, index) => [
      ...row,
      ...family.map((title): Cell => lignes[index]?.cells[title]?.join("/") ?? null),
    ]),
  ];
}
