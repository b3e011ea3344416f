import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Jour } from "../../src/domain/calendrier/jour";
import { fromNumero, jourDeSemaine, toNumero } from "../../src/domain/calendrier/numero";
import { joursFeries, type ZoneFeries } from "../../src/domain/calendrier/jours-feries";
import type { Tache } from "../../src/domain/retro-planning/tache";

/** A network to be placed backward by both programs: finish-start links, durations and gaps in working days. */
export interface Projet {
  readonly taches: readonly Tache[];
  readonly zone: ZoneFeries;
  readonly cible: Jour;
}

/** First and last day of a task. */
export interface Dates {
  readonly debut: Jour;
  readonly fin: Jour;
}

/** Its version, or `null` where TaskJuggler is not installed. */
export function taskJugglerVersion(): string | null {
  const { status, stdout } = spawnSync("tj3", ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

/** The dates TaskJuggler gives to each task of each project, in one run of the program a call. */
export function scheduleWithTaskJuggler(projet: Projet): ReadonlyMap<string, Dates> {
  const folder = mkdtempSync(join(tmpdir(), "tj3-"));
  try {
    writeFileSync(join(folder, "projet.tjp"), describeProjet(projet));
    execFileSync("tj3", ["--silent", "--no-color", "-o", folder, join(folder, "projet.tjp")], { stdio: "pipe" });
    return readDates(readFileSync(join(folder, "dates.csv"), "utf8"), new Set(feriesOf(projet)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A day of eight hours from nine to five: a task starts at nine and ends at five. */
function describeProjet(projet: Projet): string {
  const { taches, cible } = projet;
  const from = Number(cible.slice(0, 4)) - YEARS;
  const leaves = feriesOf(projet).map((jour) => `leaves holiday "F" ${jour}`);
  const end = fromNumero(toNumero(cible) + 1);
  return [
    `project p "P" ${from}-01-01 - ${end} {`,
    '  timezone "UTC"',
    '  timeformat "%Y-%m-%d"',
    "  dailyworkinghours 8",
    "  workinghours mon - fri 9:00 - 17:00",
    "  workinghours sat, sun off",
    "}",
    ...leaves,
    'task all "All" {',
    "  scheduling alap",
    `  end ${cible}-17:00`,
    ...taches.map((tache) => describeTache(tache, taches)),
    "}",
    'taskreport dates "dates" { formats csv',
    "  columns id, start, end",
    '  timeformat "%Y-%m-%d %H:%M" }',
  ].join("\n");
}

/** The network must fit before the target. */
const YEARS = 4;

function feriesOf({ zone, cible }: Projet): readonly Jour[] {
  const years = Array.from({ length: YEARS + 1 }, (_, index) => Number(cible.slice(0, 4)) - index);
  return years.flatMap((annee) => joursFeries(annee, [zone]).map(({ jour }) => jour));
}

function describeTache({ id, dureeMin }: Tache, taches: readonly Tache[]): string {
  const after = taches.flatMap(({ id: next, liens }) =>
    liens.filter(({ predecesseur }) => predecesseur === id).map(({ decalage }) => ({ next, decalage })),
  );
  const precedes = after.map(({ next, decalage }) => `!${next}${decalage > 0 ? ` { gaplength ${decalage}d }` : ""}`);
  const links = precedes.length === 0 ? "" : `precedes ${precedes.join(", ")}`;
  return `  task ${id} "${id}" { scheduling alap length ${dureeMin}d ${links} }`;
}

function readDates(csv: string, off: ReadonlySet<string>): ReadonlyMap<string, Dates> {
  const lines = csv
    .split("\n")
    .slice(1)
    .filter((line) => line.includes("all."));
  return new Map(
    lines.map((line) => {
      const [id = "", debut = "", fin = ""] = line.replaceAll('"', "").split(";");
      return [id.replace("all.", ""), { debut: fromNumero(numeroOfText(debut)), fin: lastDay(fin, off) }];
    }),
  );
}

/** An end at nine in the morning is that of the last day worked before: TaskJuggler lets a task end where the next starts. */
function lastDay(text: string, off: ReadonlySet<string>): Jour {
  let numero = numeroOfText(text);
  if (text.slice(11, 13) > "09") return fromNumero(numero);
  do numero--;
  while (jourDeSemaine(numero) > 5 || off.has(fromNumero(numero)));
  return fromNumero(numero);
}

function numeroOfText(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000;
}
