import { formatJour, type Jour } from "../../../domain/calendrier/jour";
import type { EtudePlanning } from "../../../domain/retro-planning/etude";
import type { ExplicationPlanning, FeuPlanning } from "../../../domain/retro-planning/explain";
import type { Lieux } from "./lieux";
import { mots } from "./textes-planning";

/** The light; `inconnu` when no date could be calculated. */
export type Feu = FeuPlanning | "inconnu";

interface VerdictText {
  readonly feu: Feu;
  readonly sentence: string;
  readonly details: readonly string[];
}

/** Tasks named in the sentence that says what decides. */
const NAMED = 3;

/** What is said of a date of signature, in one sentence and what follows it. */
export function verdictOf({ explication, demande, taches }: EtudePlanning): VerdictText {
  if (explication === null) return { feu: "inconnu", sentence: mots.feu.boucle, details: [] };
  const { feu, manque, marge, cibleAuPlusTot } = explication;
  if (marge.court === null) return { feu: "vert", sentence: mots.feu.fini, details: [] };
  if (feu === "rouge") {
    const earliest = cibleAuPlusTot.court;
    const isLater = earliest !== null && earliest > demande.cible.jour;
    return { feu, sentence: mots.feu.rouge(manque.court), details: isLater ? [mots.feu.auPlusTot(earliest)] : [] };
  }
  const isStarted = taches.some(({ tache }) => tache.debutReel !== null || tache.finReelle !== null);
  const sentence = isStarted ? startedSentence(feu, explication) : startSentence(feu, explication);
  return { feu, sentence, details: feu === "orange" ? [mots.feu.manqueLong(manque.long)] : [] };
}

/** The tasks that decide the date, first to last; `null` when nothing is left to do. */
export function reasonOf({ explication }: EtudePlanning, { nameOf }: Lieux): string | null {
  const chaine = explication?.chaine ?? [];
  if (chaine.length === 0 || explication?.marge.court === null) return null;
  const noms = chaine.map(({ id }) => nameOf(id));
  if (noms.length <= NAMED + 1) return mots.feu.raison(noms);
  return mots.feu.raisonDe(noms.slice(0, NAMED), noms.length - NAMED);
}

function startSentence(feu: "vert" | "orange", { depart }: ExplicationPlanning): string {
  if (feu === "vert" && depart.conseille === depart.derniereChance)
    return mots.feu.vertSansEcart(dayOf(depart.conseille));
  return mots.feu[feu](dayOf(depart.conseille), dayOf(depart.derniereChance));
}

/** Once the work has begun, the day to start is behind: what is left of the time says more. */
function startedSentence(feu: "vert" | "orange", { marge }: ExplicationPlanning): string {
  return feu === "vert" ? mots.feu.vertCommence(marge.long ?? 0) : mots.feu.orangeCommence(marge.court ?? 0);
}

function dayOf(day: Jour | null): string {
  return day === null ? mots.feu.horsCalendrier : formatJour(day);
}
