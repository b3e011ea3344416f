import fc from "fast-check";
import { decodeClasseur } from "../../../src/domain/classeur";
import { sheets, type Sheets } from "../../../src/domain/sheets/catalogue";
import { encodeTable } from "../../../src/domain/sheets/encode";
import type { RowOf } from "../../../src/domain/sheets/sheet";
import { jour, tabOf, TODAY } from "../../support/exemples";

type Point = RowOf<Sheets["checklist"]>;

const word = fc.stringMatching(/^[A-Za-zéèàç’-]{2,20}$/);
const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null });
const day = fc.constantFrom(jour("2026-02-28"), jour("2028-02-29"), jour("2031-12-31"));

const point: fc.Arbitrary<Point> = fc.record({
  id: word,
  phase: fc.constantFrom("Préalables", "Diagnostic", "Négociation", "Suivi et renouvellement"),
  rubrique: fc.constantFrom("Programmation", "Financier", "Renouvellement"),
  point: word,
  niveau: fc.constantFrom("Obligatoire", "Recommandé", "Selon le cas"),
  porteur: word,
  parties: optional(fc.subarray(["ARS", "CD", "OG"], { minLength: 1 })),
  statut: fc.constantFrom("À faire", "En cours", "Fait", "Bloqué", "Sans objet"),
  echeance: optional(day),
  dateRealisation: optional(day),
  piece: optional(word),
  commentaire: optional(word),
  tache: optional(word),
  retard: optional(fc.nat()),
});

test.each([1900, 1904] as const)("a table written and read again is the same (%s)", (dateSystem) => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), (points) => {
      const tab = tabOf(sheets.checklist.tab, encodeTable(sheets.checklist, points, { dateSystem }));
      const table = decodeClasseur({ dateSystem, tabs: [tab] }, TODAY).tables.checklist;
      expect(table?.problems).toEqual([]);
      expect(table?.lignes.map(({ value }) => value)).toEqual(points);
    }),
  );
});
