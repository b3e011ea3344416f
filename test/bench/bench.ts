import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { decodeClasseur } from "../../src/domain/classeur";
import { checkClasseur } from "../../src/domain/rules/check";
import { sheets } from "../../src/domain/sheets/catalogue";
import { columnLetters } from "../../src/domain/sheets/grid";
import { readFiness } from "../../src/domain/cpom/finess";
import { finessNumbers, measureBlocking, measureDecode } from "./lignes";
import { measureApply, measureFiches, measureRead } from "../host/round-trips";
import { measureOpening } from "../host/web/opening";
import type { ClasseurFigure, WordFigure } from "./time-fiches";
import type { Durees, PlanningFigures } from "./time-planning";
import type { RaciFigure } from "./time-raci";
import { launchBrowser } from "../support/browser";
import { TODAY } from "../support/exemples";
import { runInNode } from "../support/run-in-node";
import type { CellDescription } from "../support/workbook-description";
import { buildXlsx } from "../support/xlsx-builder";

/** One line of the table the README quotes: what, measured, what it may not exceed. */
type Figure = readonly [what: string, measured: string, limit: string];
const figures: Figure[] = [];

afterAll(() => {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
  const rows = figures.map((figure) => `| ${figure.join(" | ")} |`);
  process.stdout.write(`\n${machine}\n\n| What | Measured | Limit |\n|---|---|---|\n${rows.join("\n")}\n\n`);
});

test("round trips with Excel", async () => {
  const usual = { sheets: 15, rows: 500, columns: 12 };
  const large = { sheets: 15, rows: 5000, columns: 12 };
  const read = await measureRead(usual);
  const apply = await measureApply(usual);
  figures.push(["Syncs to read 15 sheets × 500 × 12", String(read.first.syncs), "2"]);
  figures.push(["Syncs to write 15 sheets × 500 × 12", String(apply.syncs), "1"]);
  const { preview, written } = await measureFiches(200);
  figures.push(["Syncs to preview 200 fiches", String(preview.syncs), "3"]);
  figures.push(["Syncs to check that nothing moved, then write 200 fiches", String(written.syncs), "3"]);
  const { first, next } = await measureRead(large);
  const largeApply = await measureApply(large);
  const pieces = `${first.pieces} in ${first.syncs} syncs, ${next.syncs} when read again`;
  figures.push(["Pieces to read 15 sheets × 5,000 × 12", pieces, `${first.fewest} pieces at 5 MB`]);
  figures.push(["Pieces to write the same", String(largeApply.pieces), `${largeApply.fewest} at 5 MB`]);
});

test("controler on a check-list of 10,000 lines", async () => {
  const file = checklistFile(10_000);
  const ratios: number[] = [];
  const readings: number[] = [];
  for (let run = 0; run < 7; run++) {
    const start = performance.now();
    const snapshot = await (await openXlsx(file, "suivi.xlsx")).read();
    const opened = performance.now();
    checkClasseur(decodeClasseur(snapshot, TODAY));
    ratios.push((performance.now() - opened) / (opened - start));
    readings.push(opened - start);
  }
  const measured = `${median(ratios.slice(1)).toFixed(2)} (reading ${median(readings.slice(1)).toFixed(0)} ms)`;
  figures.push(["Recognise, decode and check 10,000 lines, over reading the file", measured, "1.00"]);
});

test("a table of 50,000 lines and twelve columns", async () => {
  const runs = Array.from({ length: 6 }, () => measureDecode(50_000)).slice(1);
  const rate = median(runs.map(({ decode, zod }) => zod / decode));
  const each = `${rate.toFixed(2)} (${Math.round(median(runs.map(({ decode }) => decode)))} ms)`;
  figures.push(["Decode 50,000 × 12 with every problem, rows a second over bare zod", each, "at least 0.70"]);
  for (const [what, label] of [
    ["decode", "recognised and decoded"],
    ["examine", "wholly examined, rules and completeness"],
  ] as const) {
    const longest: number[] = [];
    for (let run = 0; run < 5; run++) longest.push(await measureBlocking(50_000, what));
    figures.push([
      `Longest time the page does not answer while it is ${label}`,
      `${Math.round(median(longest))} ms`,
      "50 ms",
    ]);
  }
});

test("the FINESS numbers of a whole region", () => {
  const numbers = finessNumbers(4000);
  const start = performance.now();
  const right = numbers.filter((number) => readFiness(number)?.ok === true).length;
  figures.push(["Judge 4,000 FINESS numbers", `${(performance.now() - start).toFixed(1)} ms, ${right} right`, "50 ms"]);
});

test("the schedule, in plain Node", () => {
  const { calendrier, kit, reseaux, taskJuggler } = JSON.parse(runInNode(PLANNING)) as PlanningFigures;
  const say = ({ mediane, meilleure }: Durees) => `${ms(mediane)} ms (best ${ms(meilleure)})`;
  const cold = `${say(kit)}, first call ${ms(kit.premiere)} ms`;
  figures.push(["Place the kit, say why it does not hold, find the smallest set of levers", cold, "5 ms"]);
  figures.push(["Make the calendar of a zone for a century", say(calendrier), "–"]);
  reseaux.forEach(({ taches, ...one }, index) => {
    const before = reseaux[index - 1];
    const growth =
      before === undefined ? "" : `, ${(one.meilleure / before.meilleure).toFixed(1)} times the line above`;
    const what = `Place ${taches.toLocaleString("en")} tasks and twice as many links, both passes, both scenarios`;
    figures.push([what, `${say(one)}${growth}`, taches === 10_000 ? "150 ms" : "–"]);
  });
  const times = taskJuggler === null ? "skipped: tj3 is not installed" : `${Math.round(taskJuggler.ratio)} times ours`;
  figures.push([`TaskJuggler on the same ${taskJuggler?.taches ?? ""} tasks, same dates`, times, "–"]);
});

test("a RACI matrix, in plain Node", () => {
  const matrices = JSON.parse(runInNode(RACI)) as readonly RaciFigure[];
  const LIMITS = ["100 ms", "–", "2 s"];
  matrices.forEach(({ activites, acteurs, regles, decodage }, index) => {
    const before = matrices[index - 1];
    const growth = before === undefined ? "" : `, ${(regles / before.regles).toFixed(1)} times the line above`;
    const what = `Read the roles of ${activites} × ${acteurs} and pass every rule`;
    figures.push([what, `${ms(regles)} ms${growth} (decoding: ${ms(decodage)} ms)`, LIMITS[index] ?? "–"]);
  });
});

test("fiches in a workbook, in plain Node", () => {
  for (const count of [50, 200]) {
    const { fiches, apercu, ecriture, enregistrement, meilleur, relecture } = JSON.parse(
      runInNode(FICHES, ["classeur", String(count)]),
    ) as ClasseurFigure;
    const whole = ms(apercu + ecriture + enregistrement);
    const steps = `${whole} ms (preview ${ms(apercu)}, writing ${ms(ecriture)}, file ${ms(enregistrement)}), best ${ms(meilleur)} ms`;
    const ratio = `${(meilleur / relecture).toFixed(1)} times reading that file`;
    figures.push([`Preview, write and save ${fiches} fiches`, `${steps}, ${ratio}`, fiches === 200 ? "3 s" : "–"]);
  }
});

test.each([
  ["zip", "200", "200 fiches as Word documents in an archive", "10 s, 500 MB"],
  ["un-document", "200", "200 fiches as one Word document", "10 s, 500 MB"],
  ["un-document", "1", "One fiche as a Word document", "–"],
])("fiches in Word, in plain Node: %s, %s", (kind, count, what, limit) => {
  const figure = JSON.parse(runInNode(FICHES, [kind, count])) as WordFigure;
  const { premiere, meilleure, pas, compression, memoire } = figure;
  const times = `${ms(premiere)} ms, best ${ms(meilleure)} ms, ${(meilleure / compression).toFixed(1)} times compressing them`;
  const cost = `the page waits ${ms(pas)} ms at most, ${ms(memoire)} MB in all`;
  figures.push([what, `${times}; ${cost}`, limit]);
});

test("initial JavaScript of the pane", () => {
  const page = readFileSync(join("dist", "taskpane.html"), "utf8");
  const own = [...page.matchAll(/<script[^>]+src="([^":]+)"/g)].flatMap(([, name]) => name ?? []);
  const bytes = own.reduce((sum, name) => sum + gzipSync(readFileSync(join("dist", name)), { level: 9 }).length, 0);
  expect(own.length).toBeGreaterThan(0);
  expect(readdirSync("dist")).toEqual(expect.arrayContaining(own));
  figures.push([
    "Initial JavaScript of the pane, gzipped, office.js aside",
    `${(bytes / 1000).toFixed(1)} kB`,
    "220 kB",
  ]);
});

test("opening the pane in the emulated Excel on the web", async () => {
  const browser = await launchBrowser();
  try {
    const { pane, oneButton, ratio } = await measureOpening(browser, 11);
    const times = `${median(pane).toFixed(0)} ms against ${median(oneButton).toFixed(0)} ms`;
    figures.push(["Navigation to usable, over a page with one button", `${ratio.toFixed(2)} (${times})`, "1.20"]);
  } finally {
    await browser.close();
  }
});

const PLANNING = join(__dirname, "time-planning.ts");
const RACI = join(__dirname, "time-raci.ts");
const FICHES = join(__dirname, "time-fiches.ts");

function ms(value: number): string {
  return value.toFixed(value < 20 ? 1 : 0);
}

function checklistFile(lines: number): Uint8Array {
  const columns = Object.values(sheets.checklist.columns);
  const cells: [string, CellDescription][] = columns.map(({ label }, index) => [`${columnLetters(index + 1)}1`, label]);
  for (let row = 2; row <= lines + 1; row++) {
    columns.forEach(({ example = null }, index) => {
      const cell = index === 0 ? `P${row}` : index === 3 ? `Point de contrôle ${row} à vérifier` : example;
      if (cell !== null) cells.push([`${columnLetters(index + 1)}${row}`, cell]);
    });
  }
  return buildXlsx({ tabs: [{ name: "Check-list", cells: Object.fromEntries(cells) }] });
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
