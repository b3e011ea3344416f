import { type CommandContext, runCommand } from "../application/command";
import { applyProposition } from "../application/commands/apply-proposition";
import { type FichesResult, proposeFiches } from "../application/commands/propose-fiches";
import { HostRefusal } from "../application/ports/workbook";
import type { Jour } from "../domain/calendrier/jour";
import type { FicheAction } from "../domain/fiche-action/fiche-action";
import { type FichesArguments, UsageError } from "./arguments";
import { toFichesJson, toFichesText } from "./report-fiches";

/** What it needs of the machine, see `Terminal`. */
interface FichesTerminal {
  readonly out: (text: string) => void;
  readonly today: Jour;
  readonly saveInFolder: (folder: string, name: string, bytes: Uint8Array) => Promise<void>;
  readonly openCopy: (path: string) => Promise<{
    readonly workbook: CommandContext["workbook"];
    readonly saveAs: (path: string) => Promise<void>;
  }>;
}

/** Makes the fiches, or makes them again; 1 when some line has none, or when a place waits for a choice. */
export async function fiches(asked: FichesArguments, terminal: FichesTerminal): Promise<0 | 1 | 2> {
  const { workbook, saveAs } = await terminal.openCopy(asked.classeur);
  const context: CommandContext = { workbook, today: asked.today ?? terminal.today };
  const proposed = await runCommand(proposeFiches({ actions: asked.actions }), context);
  if (proposed.status === "failed") throw new HostRefusal(proposed.failure);
  const { result } = proposed;
  if (result.status === "refused") throw new UsageError(REFUS[result.raison]);
  const [first] = result.refused;
  if (result.fiches.length === 0) throw new UsageError(first?.phrase ?? "Le plan d’actions n’a aucune action.");
  const documents = asked.word === null ? [] : await writeDocuments(result.fiches);
  if (asked.sortie !== null) {
    const applied = await runCommand(applyProposition(result.proposition), context);
    if (applied.status === "failed") throw new HostRefusal(applied.failure);
    await saveAs(asked.sortie);
  }
  for (const { name, bytes } of documents) await terminal.saveInFolder(asked.word ?? "", name, bytes);
  const written = { sortie: asked.sortie, word: asked.word, documents: documents.map(({ name }) => name) };
  terminal.out(asked.json ? toFichesJson(result, written) : toFichesText(result, written));
  return result.refused.length + result.conflits.length > 0 ? 1 : 0;
}

const REFUS: Readonly<Record<Extract<FichesResult, { status: "refused" }>["raison"], string>> = {
  "sans-plan": "Aucun plan d’actions n’a été reconnu dans ce classeur.",
  "sans-checklist": "Aucune check-list n’a été reconnue dans ce classeur.",
};

/** One document a fiche, each with a name of its own. The writer is loaded only here. */
async function writeDocuments(all: readonly FicheAction[]) {
  const [{ writeFicheWord }, { fileNames }] = await Promise.all([
    import("../application/word/write-fiche"),
    import("../application/word/noms-fichiers"),
  ]);
  const names = fileNames(all.map(({ action }) => `Fiche ${action}`));
  const documents: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const [index, fiche] of all.entries()) {
    documents.push({ name: names[index] ?? "Fiche action.docx", bytes: await writeFicheWord(fiche) });
  }
  return documents;
}
