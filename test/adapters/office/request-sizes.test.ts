import { officeWorkbook } from "../../../src/adapters/office/office-workbook";
import { planOf } from "../../../src/adapters/office/plan";
import { layOutFiche } from "../../../src/application/fiches/lay-out-fiche";
import type { CellStyle, TabForm } from "../../../src/application/ports/tab-form";
import type { Change } from "../../../src/application/ports/workbook";
import { openNodeHost } from "../../host/node";
import { FICHE_COMPLETE, FICHE_HOSTILE, FICHE_VIDE } from "../../support/fiches";
import { FULL_CHANGES } from "../../support/full-form";
import { block, formWith } from "../../support/tab-forms";

/** Many of one kind of step: what is reckoned of it must never be under what office.js sends. */
const MANY = 1500;

test.each<[string, readonly Change[]]>([
  ["fiches", [FICHE_COMPLETE, FICHE_VIDE, FICHE_HOSTILE].map((fiche, rank) => layOutFiche(`F${rank}`, "a", fiche))],
  ["a full form", FULL_CHANGES],
  ["bold cells", [tab({ styles: styled({ bold: true }) })]],
  ["filled cells", [tab({ styles: styled({ fill: "FF0000" }) })]],
  ["cells of another format", [tab({ styles: styled({ numberFormat: "@" }) })]],
  [
    "cells with everything",
    [tab({ styles: styled({ bold: false, italic: true, size: 9, color: "FF0000", wrap: true }) })],
  ],
  ["borders", [tab({ styles: styled({ border: true }) })]],
  ["no borders", [tab({ styles: styled({ border: false }) })]],
  ["widths", [tab({ widths: Array.from({ length: MANY }, (_, column) => 5 + (column % 7)) })]],
  ["empty tabs", Array.from({ length: 300 }, (_, rank): Change => ({ kind: "add-tab", tab: `Feuille ${rank}` }))],
  [
    "names",
    Array.from({ length: 300 }, (_, rank): Change => ({ kind: "name", name: `n_${rank}`, formula: "=Feuil1!$A$1" })),
  ],
])("%s take no more bytes than was reckoned", async (_case, changes) => {
  const host = openNodeHost({ tabs: [{ name: "Feuil1" }] });
  await officeWorkbook().apply(changes);
  const reckoned = planOf(changes, () => undefined).map((steps) => steps.reduce((sum, { bytes }) => sum + bytes, 0));
  // Asking for the tabs and the names comes before all that is reckoned.
  const outline = 3000;
  expect(host.syncs.map(({ request }, rank) => request <= (reckoned[rank] ?? 0) + outline)).toEqual(
    reckoned.map(() => true),
  );
  host.assertNothingUnknown();
});

function tab(form: Partial<TabForm>): Change {
  return { kind: "add-tab", tab: "Neuve", form: formWith(form) };
}

function styled(style: CellStyle): TabForm["styles"] {
  return Array.from({ length: MANY }, (_, row) => ({ block: block(`A${row + 1}:B${row + 1}`), style }));
}
