import { type Classeur, tablesOf } from "../classeur";
import { PARTIES, type Partie } from "../cpom/partie";
import { PHASES, type PhaseCpom } from "../cpom/phase";
import type { Element, NatureMesure } from "./element";
import { OUTILS, type OutilId } from "./outil";

/** How far a tool is. « Absent »: the workbook does not hold it. */
export type EtatOutil = "absent" | "a-commencer" | "en-cours" | "complet";

/** How many there are of what a tool counts, and how many are done. */
export interface Mesure {
  readonly nature: NatureMesure;
  readonly fait: number;
  readonly total: number;
}

/** How far a tool of the kit is. */
export interface CompletudeOutil {
  readonly outil: OutilId;
  readonly label: string;
  readonly etat: EtatOutil;
  /** What it counts, the most telling first; empty when it counts nothing yet. */
  readonly mesures: readonly Mesure[];
  /** The first measure phase by phase, for tools whose lines have one. */
  readonly phases: readonly (Mesure & { readonly phase: PhaseCpom })[];
}

/** What a party still has to do in one tool. */
interface ResteOutil {
  readonly outil: OutilId;
  readonly label: string;
  readonly nombre: number;
  /** Where the first of them is. */
  readonly at: Element["at"];
}

/** What a party still has to do, tool by tool; `null` stands for what is of nobody. */
export interface RestePartie {
  readonly partie: Partie | null;
  readonly nombre: number;
  readonly outils: readonly ResteOutil[];
}

/** How far each tool of the kit is, absent ones included, in the order of the kit. */
export function measureOutils(classeur: Classeur, elements: readonly Element[]): readonly CompletudeOutil[] {
  const tables = tablesOf(classeur);
  return OUTILS.map(({ id, label, sheets }): CompletudeOutil => {
    const own = elements.filter(({ outil }) => outil === id);
    const mesures = measureNatures(own);
    const [first] = mesures;
    const phases = PHASES.flatMap((phase) =>
      measureNatures(own.filter((one) => one.phase === phase && one.nature === first?.nature)).map((mesure) => ({
        ...mesure,
        phase,
      })),
    );
    const found = tables.filter((table) => sheets.some((sheet) => sheet === table.sheet.id));
    const hasLignes = found.some(({ lignes }) => lignes.length > 0);
    const etat = found.length === 0 ? "absent" : etatOf(own, mesures, hasLignes);
    return { outil: id, label, etat, mesures, phases };
  });
}

/** What each party still has to do, those who sign first, then what nobody was given. Parties with nothing left are listed. */
export function measureParties(elements: readonly Element[]): readonly RestePartie[] {
  return [...PARTIES, null].map((partie) => {
    const left = elements.filter((one) => one.aFaire && one.partie === partie);
    const outils = OUTILS.flatMap(({ id, label }): readonly ResteOutil[] => {
      const own = left.filter(({ outil }) => outil === id);
      const [first] = own;
      return first === undefined ? [] : [{ outil: id, label, nombre: own.length, at: first.at }];
    });
    return { partie, nombre: left.length, outils };
  });
}

function measureNatures(elements: readonly Element[]): readonly Mesure[] {
  return [...new Set(elements.map(({ nature }) => nature))].map((nature) => {
    const same = elements.filter((one) => one.nature === nature);
    return { nature, fait: same.filter(({ fait }) => fait).length, total: same.length };
  });
}

/** Lines of which none counts (all « Sans objet ») leave nothing to do. */
function etatOf(elements: readonly Element[], mesures: readonly Mesure[], hasLignes: boolean): EtatOutil {
  const [first] = mesures;
  if (mesures.every(({ fait, total }) => fait === total) && hasLignes) return "complet";
  return elements.some(({ nature, entame }) => entame && nature === first?.nature) ? "en-cours" : "a-commencer";
}
