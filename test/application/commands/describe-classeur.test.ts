import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { checkClasseur } from "../../../src/application/commands/check-classeur";
import { describeClasseur } from "../../../src/application/commands/describe-classeur";
import { keepCorrespondance } from "../../../src/application/commands/keep-correspondance";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
const TITLES = ["Action", "Qui", "Pour le", "État"];
const CELLS = [["Suivi"], [], TITLES, ["Créer six places", "Directeur", 46_500, "fait"]];

function workbookOf(): MemoryWorkbook {
  const tabs = [tabOf("Feuil3", CELLS), tabOf("Notes", [["Appeler l’ARS"]], { visibility: "hidden" })];
  return new MemoryWorkbook({ name: "CPOM.xlsx", dateSystem: 1900, memory: null, tabs });
}

async function describeIn(workbook: MemoryWorkbook) {
  return (await describeClasseur.run({ workbook, today })).feuilles;
}

test("tells of every tab, hidden ones too, with her titles by column", async () => {
  const [suivi, notes] = await describeIn(workbookOf());
  expect(suivi?.attachment).toMatchObject({ sheet: "actions", headerRows: [3] });
  expect(suivi?.titles.map(({ title }) => title)).toEqual(TITLES);
  expect(suivi?.rows).toEqual([
    { row: 3, sample: "Action, Qui, Pour le" },
    { row: 4, sample: "Créer six places, Directeur, fait" },
  ]);
  expect(notes).toMatchObject({ tab: "Notes", visibility: "hidden", attachment: null, candidate: null });
});

test("what she says is kept in the workbook and followed by every command, until she goes back on it", async () => {
  const workbook = workbookOf();
  const attachments = async () => (await checkClasseur.run({ workbook, today })).attachments.map(({ sheet }) => sheet);
  expect(await attachments()).toEqual(["actions"]);

  await keepCorrespondance("Feuil3", { tab: "Feuil3", sheet: null }).run({ workbook, today });
  expect(await attachments()).toEqual([]);
  expect((await describeIn(workbook))[0]).toMatchObject({ said: { sheet: null }, attachment: null });
  expect((await workbook.read()).tabs[0]?.cells).toEqual(CELLS);

  await keepCorrespondance("Feuil3", null).run({ workbook, today });
  expect(await attachments()).toEqual(["actions"]);
});
