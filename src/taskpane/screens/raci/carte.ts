import { placeOfRole } from "../../../domain/raci/croisement";
import type { Activite, Matrice } from "../../../domain/raci/matrice";
import { PHASES_RACI } from "../../../domain/raci/phases";
import { type Lettre, LETTRES } from "../../../domain/raci/role";
import type { Place } from "../../../domain/sheets/grid";

/** The matrix in small: how many letters of each an acteur has in each phase, whatever the convention. */
export interface Carte {
  /** In the order of the démarche; `null`, activities of no phase. */
  readonly phases: readonly (string | null)[];
  /** By place of acteur, then by phase. */
  readonly cases: readonly (readonly CaseCarte[])[];
  /** The most R and A that one acteur has in one phase: the darkest of the map. */
  readonly pleine: number;
}

/** The letters of an acteur in a phase. */
export interface CaseCarte {
  readonly comptes: Readonly<Record<Lettre, number>>;
  /** R or A, each activity once. */
  readonly actives: number;
  /** The cell that says most of them; `null` when he has none. */
  readonly at: Place | null;
  /** The first cell of each letter; none for a letter that he has not. */
  readonly places: Readonly<Partial<Record<Lettre, Place>>>;
}

interface Brouillon {
  readonly comptes: Record<Lettre, number>;
  actives: number;
  rang: number;
  activite: Activite | null;
  readonly premieres: Map<Lettre, Activite>;
}

/** Linear in the letters. */
export function drawCarte(matrice: Matrice): Carte {
  const { acteurs, activites, convention } = matrice;
  const phases = [...new Set(activites.map(({ ligne }) => ligne.value.phase))].toSorted(
    (one, other) => rankOf(one) - rankOf(other),
  );
  const columns = new Map(phases.map((phase, index) => [phase, index]));
  const drafts = acteurs.map(() => phases.map(startDraft));
  const porteur = LETTRES[convention.value ?? "ANAP"].porteur;
  for (const activite of activites) {
    const column = columns.get(activite.ligne.value.phase) ?? 0;
    for (const [place, lettres] of activite.lettres) {
      const draft = drafts[place]?.[column];
      if (draft !== undefined) addLettres(draft, activite, lettres, porteur);
    }
  }
  const cases = drafts.map((line, place) =>
    line.map(({ comptes, actives, activite, premieres }) => ({
      ...{ comptes, actives },
      at: activite === null ? null : placeOfRole(matrice, activite, place),
      places: Object.fromEntries([...premieres].map(([lettre, one]) => [lettre, placeOfRole(matrice, one, place)])),
    })),
  );
  const pleine = cases.reduce((most, line) => line.reduce((all, { actives }) => Math.max(all, actives), most), 0);
  return { phases, cases, pleine };
}

function rankOf(phase: string | null): number {
  const rank = phase === null ? -1 : PHASES_RACI.indexOf(phase);
  return rank === -1 ? PHASES_RACI.length : rank;
}

function startDraft(): Brouillon {
  return { comptes: { R: 0, A: 0, C: 0, I: 0 }, actives: 0, rang: 0, activite: null, premieres: new Map() };
}

function addLettres(draft: Brouillon, activite: Activite, lettres: readonly string[], porteur: Lettre): void {
  for (const lettre of TOUTES) {
    if (!lettres.includes(lettre)) continue;
    draft.comptes[lettre]++;
    if (!draft.premieres.has(lettre)) draft.premieres.set(lettre, activite);
  }
  const isActive = lettres.includes("R") || lettres.includes("A");
  if (isActive) draft.actives++;
  const rang = isActive ? 2 + Number(lettres.includes(porteur)) : 1;
  if (rang <= draft.rang) return;
  draft.rang = rang;
  draft.activite = activite;
}

const TOUTES: readonly Lettre[] = ["R", "A", "C", "I"];
