import { strFromU8, unzipSync, zipSync } from "fflate";
import { createXlsx, openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { applyProposition } from "../../src/application/commands/apply-proposition";
import { proposeFiches } from "../../src/application/commands/propose-fiches";
import type { Change } from "../../src/application/ports/workbook";
import { writeFichesWord } from "../../src/application/word/write-fiches";
import { isCellError } from "../../src/domain/sheets/grid";
import { planOf, PLEINE } from "../application/fiches/plan-exemple";
import { TODAY } from "../support/exemples";
import { FICHE_COMPLETE } from "../support/fiches";

// Run by plain Node, which jest slows down several times: prints one JSON value, of what its one word asks.

/** Milliseconds, the first time, then the best of a few of the whole: preview, writing, file saved. */
export interface ClasseurFigure {
  readonly fiches: number;
  readonly apercu: number;
  readonly ecriture: number;
  readonly enregistrement: number;
  readonly meilleur: number;
  /** To open and read the file that was saved, the best of a few: what the same bytes cost anyway. */
  readonly relecture: number;
}

/** Milliseconds, the first time, library included, then the best of a few. */
export interface WordFigure {
  readonly documents: number;
  readonly premiere: number;
  readonly meilleure: number;
  /** Longest time between two chances for the page to answer, the first document apart. */
  readonly pas: number;
  /** To compress the same parts of the same documents, the best of a few. */
  readonly compression: number;
  /** Most memory of the whole process once they are made a first time, in megabytes. */
  readonly memoire: number;
}

const RUNS = 5;

const [asked = "", size = "200"] = process.argv.slice(2);
const figure = asked === "classeur" ? await measureClasseur(Number(size)) : await measureWord(asked, Number(size));
process.stdout.write(JSON.stringify(figure));

async function measureClasseur(fiches: number): Promise<ClasseurFigure> {
  const file = await planFile(fiches);
  const runs: { readonly steps: readonly number[]; readonly relecture: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    const workbook = await openXlsx(file, "plan.xlsx");
    const start = performance.now();
    const result = await proposeFiches({ actions: "toutes" }).run({ workbook, today: TODAY });
    const shown = performance.now();
    if (result.status !== "proposed" || result.generated.length !== fiches) throw new Error(result.status);
    const applied = await applyProposition(result.proposition).run({ workbook, today: TODAY });
    const written = performance.now();
    if (applied.status !== "applied") throw new Error(applied.status);
    const saved = await workbook.save();
    const end = performance.now();
    const { tabs } = await (await openXlsx(saved, "plan.xlsx")).read();
    const relecture = performance.now() - end;
    if (tabs.length < fiches) throw new Error(`${tabs.length} tabs for ${fiches} fiches.`);
    runs.push({ steps: [shown - start, written - shown, end - written], relecture });
  }
  const [apercu = Number.NaN, ecriture = Number.NaN, enregistrement = Number.NaN] = runs[0]?.steps ?? [];
  const meilleur = Math.min(...runs.map(({ steps }) => steps.reduce((sum, one) => sum + one, 0)));
  return {
    fiches,
    apercu,
    ecriture,
    enregistrement,
    meilleur,
    relecture: Math.min(...runs.map((one) => one.relecture)),
  };
}

/** The plan of actions and all that it cites, as a person would open it. */
async function planFile(actions: number): Promise<Uint8Array> {
  const lignes = Array.from({ length: actions }, (_, rank) => ({
    ...PLEINE,
    id: `ACN-${String(rank).padStart(3, "0")}`,
  }));
  const workbook = await createXlsx("plan.xlsx");
  const changes = planOf(lignes).tabs.flatMap(({ name, cells }): readonly Change[] => [
    { kind: "add-tab", tab: name },
    {
      ...{ kind: "write", at: { tab: name, row: 1, column: 1 } },
      cells: cells.map((line) => line.map((cell) => (isCellError(cell) ? null : cell))),
    },
  ]);
  await workbook.apply(changes);
  return workbook.save();
}

async function measureWord(kind: string, documents: number): Promise<WordFigure> {
  const fiches = Array.from({ length: documents }, (_, rank) => {
    return { ...FICHE_COMPLETE, action: `ACN-${rank}`, titre: `ACN-${rank} Créer des places de répit` };
  });
  const times: number[] = [];
  const steps: number[] = [];
  let bytes = new Uint8Array();
  let memoire: number | undefined;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    let last = start;
    const pause = async (): Promise<void> => {
      if (run > 0) steps.push(performance.now() - last);
      await new Promise((resolve) => setTimeout(resolve, 0));
      last = performance.now();
    };
    const made = await writeFichesWord(fiches, { kind: kind === "zip" ? "zip" : "un-document" }, { pause });
    if (made.status !== "written") throw new Error(made.status);
    steps.push(...(run > 0 ? [performance.now() - last] : []));
    times.push(performance.now() - start);
    memoire ??= process.resourceUsage().maxRSS / 1024;
    bytes = new Uint8Array(made.bytes);
  }
  const [premiere = Number.NaN] = times;
  const compression = measureCompression(bytes, kind);
  return {
    documents,
    premiere,
    meilleure: Math.min(...times),
    pas: Math.max(...steps),
    compression,
    memoire: memoire ?? Number.NaN,
  };
}

function measureCompression(made: Uint8Array, kind: string): number {
  const packages = kind === "zip" ? Object.values(unzipSync(made)) : [made];
  const parts = packages.map((one) => unzipSync(one));
  if (!parts.every((one) => strFromU8(one["word/document.xml"] ?? new Uint8Array()).includes("ACN-"))) {
    throw new Error("A document does not say its fiche.");
  }
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    for (const one of parts) zipSync(one);
    return performance.now() - start;
  });
  return Math.min(...times);
}
