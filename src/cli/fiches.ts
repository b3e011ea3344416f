import { type CommandContext, runCommand } from "../application/command";
import { applyProposition } from "../application/commands/apply-proposition";
import { type FichesResult, proposeFiches } from "../application/commands/propose-fiches";
import { HostRefusal } from "../application/ports/workbook";
import type { Modele } from "../application/word/fill-model";
import type { Jour } from "../domain/calendrier/jour";
import type { FicheAction } from "../domain/fiche-action/fiche-action";
import { type FichesArguments, UsageError } from "./arguments";
import { toFichesJson, toFichesText } from "./report-fiches";

/** What it needs of the machine, see `Terminal`. */
interface FichesTerminal {
  readonly out: (text: string) => void;
  readonly today: Jour;
  readonly saveInFolder: (folder: string, name: string, bytes: Uint8Array) => Promise<void>;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  readonly openCopy: (path: string) => Promise<{
    readonly workbook: CommandContext["workbook"];
    readonly saveAs: (path: string) => Promise<void>;
  }>;
}

/** Makes the fiches, or makes them again; 1 when some line has none, or when a place waits for a choice. */
export async function fiches(asked: FichesArguments, terminal: FichesTerminal): Promise<0 | 1 | 2> {
  const { workbook, saveAs } = await terminal.openCopy(asked.classeur);
  const modele = asked.modele === null ? null : await openModele(asked.modele, terminal);
  const context: CommandContext = { workbook, today: asked.today ?? terminal.today };
  const proposed = await runCommand(proposeFiches({ actions: asked.actions, points: asked.points }), context);
  if (proposed.status === "failed") throw new HostRefusal(proposed.failure);
  const { result } = proposed;
  if (result.status === "refused") throw new UsageError(REFUS[result.raison]);
  const [first] = result.refused;
  if (result.fiches.length === 0) throw new UsageError(first?.phrase ?? nothingIn(asked));
  if (asked.sortie !== null) {
    const applied = await runCommand(applyProposition(result.proposition), context);
    if (applied.status === "failed") throw new HostRefusal(applied.failure);
    await saveAs(asked.sortie);
  }
  const documents = asked.word === null ? [] : await writeDocuments(result.fiches, modele, asked.word, terminal);
  const written = { sortie: asked.sortie, word: asked.word, documents };
  terminal.out(asked.json ? toFichesJson(result, written) : toFichesText(result, written));
  return result.refused.length + result.conflits.length > 0 ? 1 : 0;
}

const REFUS: Readonly<Record<Extract<FichesResult, { status: "refused" }>["raison"], string>> = {
  "sans-plan": "Aucun plan d’actions n’a été reconnu dans ce classeur.",
  "sans-checklist": "Aucune check-list n’a été reconnue dans ce classeur.",
};

function nothingIn({ points }: FichesArguments): string {
  return points === undefined ? "Le plan d’actions n’a aucune action." : "La check-list n’a aucun point.";
}

/** Read before anything is made: a model that is refused leaves no file. Loads what fills models. */
async function openModele(path: string, { readBytes }: FichesTerminal): Promise<Modele> {
  const bytes = await readBytes(path);
  const { openModel } = await import("../application/word/fill-model");
  const opened = await openModel(bytes);
  if (opened.status === "opened") return opened.modele;
  const { reason, fautes } = opened;
  throw new UsageError([`« ${path} » : ${reason}`, ...(fautes.length === 0 ? [] : [sayFautes(fautes)])].join(" "));
}

function sayFautes(fautes: readonly string[]): string {
  const shown = fautes.slice(0, MOST_FAUTES);
  const others = fautes.length - shown.length;
  const rest = others === 0 ? [] : [others === 1 ? "et une autre faute" : `et ${others} autres fautes`];
  return `À corriger : ${[...shown, ...rest].join(" ; ")}.`;
}

/** What a line of a terminal says and is still read. */
const MOST_FAUTES = 10;

/** One document a fiche, each with a name of its own, written as soon as it is made: two hundred copies of a model are large. */
async function writeDocuments(
  all: readonly FicheAction[],
  modele: Modele | null,
  folder: string,
  { saveInFolder }: FichesTerminal,
): Promise<readonly string[]> {
  const { fileNames } = await import("../application/word/noms-fichiers");
  const names = fileNames(all.map(({ action }) => `Fiche ${action}`));
  const filler = modele ?? (await (await import("../application/word/write-fiches")).ownLayout());
  for (const [index, fiche] of all.entries()) {
    await saveInFolder(folder, names[index] ?? "Fiche action.docx", await filler.fill(fiche));
  }
  return names;
}
