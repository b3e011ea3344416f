import { type Classeur, decodeClasseur, SANS_PRECISION } from "../../src/domain/classeur";
import { readMatrice } from "../../src/domain/raci/matrice";
import { rules } from "../../src/domain/rules/catalogue";
import type { Cell } from "../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../support/exemples";

// Run by plain Node, which jest slows down several times: prints one JSON array of {@link RaciFigure}.

/** Milliseconds, the best of a few, to read the roles of a matrix and pass every rule; decoding apart. */
export interface RaciFigure {
  readonly activites: number;
  readonly acteurs: number;
  readonly regles: number;
  readonly decodage: number;
}

const SIZES: readonly (readonly [activites: number, acteurs: number, runs: number])[] = [
  [500, 60, 9],
  [500, 200, 9],
  [5000, 200, 3],
];

process.stdout.write(JSON.stringify(SIZES.map(([activites, acteurs, runs]) => measure(activites, acteurs, runs))));

function measure(activites: number, acteurs: number, runs: number): RaciFigure {
  const cells = matrixOf(activites, acteurs);
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const classeur = decode(cells);
    const middle = performance.now();
    const found = readMatrice(classeur)?.activites.length;
    for (const rule of rules) if (rule.applies(classeur)) rule.find(classeur);
    if (found !== activites) throw new Error(`${String(found)} activities instead of ${activites}.`);
    return [performance.now() - middle, middle - start] as const;
  });
  const best = (which: 0 | 1): number => Math.min(...times.map((one) => one[which]));
  return { activites, acteurs, regles: best(0), decodage: best(1) };
}

function decode(cells: readonly (readonly Cell[])[]): Classeur {
  return decodeClasseur({ dateSystem: 1900, tabs: [tabOf("RACI", cells)] }, TODAY, {
    ...SANS_PRECISION,
    convention: "ANAP",
  });
}

/** One R, two A, some C and I a line; every fiftieth line has no R. The same every time. */
function matrixOf(activites: number, acteurs: number): readonly (readonly Cell[])[] {
  const titles = Array.from({ length: acteurs }, (_, place) => `ACT-${place + 1}`);
  const lines = Array.from({ length: activites }, (_, line) => [
    ...[`A${line + 1}`, `Activité numéro ${line + 1}`],
    ...titles.map((__, place): Cell => {
      const turn = (line * 7 + place * 3) % acteurs;
      if (turn === 0) return line % 50 === 49 ? null : "R";
      return turn < 3 ? "A" : turn < 6 ? "C" : turn < 12 ? "I" : null;
    }),
  ]);
  return [["ID", "Activité", ...titles], ...lines];
}
