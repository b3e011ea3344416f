import type { Bilan } from "../../domain/completude/bilan";
import type { Blocage } from "../../domain/completude/blocages";
import type { RestePartie } from "../../domain/completude/completude-outil";
import { PARTIES, type Partie } from "../../domain/cpom/partie";
import { type PhaseCpom, PHASES } from "../../domain/cpom/phase";
import type { Examination } from "../../domain/examine-classeur";

/** What one signatory has before it; `null`: what is of none of them. */
export interface PartSignataire {
  readonly partie: Partie | null;
  readonly blocages: readonly Blocage[];
  /** Lines it still has to do, those that block included. */
  readonly reste: number;
  readonly outils: RestePartie["outils"];
}

/** Blocages of one phase; `null`: of none. */
export interface BlocagesPhase {
  readonly phase: PhaseCpom | null;
  readonly blocages: readonly Blocage[];
}

/**
 * What each signatory has before it, in the order in which they are named, then what is of none of them where there is some.
 * A party that does not sign is not listed; empty when no signatory is known.
 */
export function shareOut({ bilan, signataires }: Examination): readonly PartSignataire[] {
  const listed = signataires.length > 0 ? signataires : PARTIES.filter((partie) => hasSome(bilan, partie));
  if (listed.length === 0) return [];
  const isListed = (one: Partie | null) => one !== null && listed.includes(one);
  const own = PARTIES.filter(isListed).map((partie) => partOf(bilan, partie, (one) => one === partie));
  const others = partOf(bilan, null, (one) => !isListed(one));
  return others.blocages.length + others.reste === 0 ? own : [...own, others];
}

/** The blocages phase by phase, in the order of the CPOM, then those of no phase. */
export function groupByPhase(blocages: readonly Blocage[]): readonly BlocagesPhase[] {
  return [...PHASES, null]
    .map((phase) => ({ phase, blocages: blocages.filter((one) => one.phase === phase) }))
    .filter((group) => group.blocages.length > 0);
}

function hasSome({ parties, blocages }: Bilan, partie: Partie): boolean {
  return (
    parties.some((one) => one.partie === partie && one.nombre > 0) || blocages.some((one) => one.partie === partie)
  );
}

function partOf(
  { parties, blocages }: Bilan,
  partie: Partie | null,
  isOwn: (one: Partie | null) => boolean,
): PartSignataire {
  const rests = parties.filter((one) => isOwn(one.partie));
  return {
    partie,
    blocages: blocages.filter((one) => isOwn(one.partie)),
    reste: rests.reduce((sum, { nombre }) => sum + nombre, 0),
    outils: addUp(rests.flatMap(({ outils }) => outils)),
  };
}

/** One line a tool, at the place of the first. */
function addUp(outils: RestePartie["outils"]): RestePartie["outils"] {
  const sums = new Map<string, RestePartie["outils"][number]>();
  for (const one of outils) {
    const before = sums.get(one.outil);
    sums.set(one.outil, before === undefined ? one : { ...before, nombre: before.nombre + one.nombre });
  }
  return [...sums.values()];
}
