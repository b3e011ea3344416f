import { createRoot } from "react-dom/client";
import { createXlsx, openXlsx } from "../adapters/xlsx/xlsx-workbook";
import { today } from "../taskpane/today";
import { Atelier } from "./Atelier";
import type { OpenedFile } from "./opened-file";

/** Beside this page, on our own server: nothing else is ever asked for. */
const EXEMPLE = "assets/exemple.xlsx";

const root = document.getElementById("atelier");
if (root === null) throw new Error("atelier.html has no element #atelier");
createRoot(root).render(<Atelier open={openXlsx} create={createFile} today={today} fetchExemple={fetchExemple} />);

/** As Excel begins one: with an empty tab. */
async function createFile(name: string): Promise<OpenedFile> {
  const file = await createXlsx(name);
  await file.apply([{ kind: "add-tab", tab: "Feuil1" }]);
  return file;
}

async function fetchExemple(): Promise<File> {
  const response = await fetch(EXEMPLE);
  if (!response.ok) throw new Error(`${EXEMPLE}: ${String(response.status)}`);
  return new File([await response.arrayBuffer()], "Exemple CPOM.xlsx");
}
