import type { Classeur } from "../../domain/classeur";
import { ligneOfFiche } from "../../domain/fiche-action/attribution";
import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import type { ChoixFusion, FicheRetenue } from "../../domain/fiche-action/fusion";
import { type Command, defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { type CellToWrite, writeCells } from "../ecriture/write-cells";
import { decodeSnapshotInSteps } from "../examination";
import { type FicheGardee, type FichesDuClasseur, readFichesDuClasseur, withLigne } from "../fiches/fiches-du-classeur";
import { type FicheRefusee, type FicheVoulue, type LignesDemandees, listVoulues } from "../fiches/fiches-voulues";
import { layOutFiche } from "../fiches/lay-out-fiche";
import { linkTo, namingOf, tabNameOf } from "../fiches/noms-fiche";
import { identityKey } from "../../domain/fiche-action/identite-fiche";
import type { FicheLue } from "../fiches/read-fiche";
import { type ConflitFiche, retenueOf, updateFiche } from "../fiches/update-fiche";
import { freeTabNames } from "../kit/free-names";
import { readMemoire } from "../memoire";
import { findTab } from "../ports/snapshot";
import type { Change, Snapshot } from "../ports/workbook";

/** What the person asks: which lines, and whose text stands where both changed. */
export interface FichesAsked extends LignesDemandees {
  /** By `ConflitFiche.id`; without a choice, hers stands and the conflict is told again. */
  readonly choix?: Readonly<Record<string, ChoixFusion>> | undefined;
}

/** A fiche and its tab. */
interface FicheSituee {
  readonly action: string;
  readonly tab: string;
}

/** The fiches that would be made or made again; nothing is written. */
export type FichesResult =
  | { readonly status: "refused"; readonly raison: "sans-plan" | "sans-checklist" }
  | {
      readonly status: "proposed";
      readonly generated: readonly FicheSituee[];
      /** `champs`: labels of the places that the plan changes. */
      readonly updated: readonly (FicheSituee & { readonly champs: readonly string[] })[];
      readonly unchanged: readonly FicheSituee[];
      /** Those whose action has another number than at their last generation, `avant`: they follow it. */
      readonly renumerotees: readonly (FicheSituee & { readonly avant: string })[];
      /** Places where what she wrote is kept. */
      readonly kept: readonly (FicheSituee & { readonly champs: readonly string[] })[];
      readonly conflits: readonly (FicheSituee & ConflitFiche)[];
      readonly refused: readonly FicheRefusee[];
      /** Each fiche as it will stand, with what she wrote: what a document is made from. */
      readonly fiches: readonly FicheAction[];
      readonly proposition: Proposition;
    };

/** Proposes the fiches of these lines, all in one: new tabs, and in those that stand the places that the plan changed. */
export function proposeFiches(asked: FichesAsked): Command<FichesResult> {
  return defineCommand<FichesResult>({
    id: "genererFiches",
    label: LABEL,
    help: "Fait une fiche par action, remplie avec ce que le classeur sait. Ce que vous avez écrit dans une fiche est gardé.",
    async run({ workbook, today, pause }) {
      const snapshot = await workbook.read();
      const classeur = await decodeSnapshotInSteps(snapshot, today, pause);
      const voulues = listVoulues(classeur, asked);
      if (voulues.refus !== null) return { status: "refused", raison: voulues.refus };
      const making = new Making(snapshot, classeur, new Map(Object.entries(asked.choix ?? {})));
      for (const [index, voulue] of voulues.voulues.entries()) {
        if (index % FICHES_A_STEP === FICHES_A_STEP - 1 && pause !== undefined) await pause();
        making.add(voulue);
      }
      const { generated, updated, unchanged, renumerotees, kept, conflits, fiches, changes, retenues } = making;
      const proposition = { ...(await propose(workbook, LABEL, changes())), fiches: Object.fromEntries(retenues) };
      const refused = [...voulues.refusees, ...making.refused];
      const made = { generated, updated, unchanged, renumerotees, kept, conflits, refused, fiches };
      return { status: "proposed", ...made, proposition };
    },
  });
}

const LABEL = "Générer les fiches action";
const FICHES_A_STEP = 10;

type Proposed = Extract<FichesResult, { readonly status: "proposed" }>;

/** Fiches made one after the other, and all that they change. */
class Making {
  readonly generated: Proposed["generated"][number][] = [];
  readonly updated: Proposed["updated"][number][] = [];
  readonly unchanged: Proposed["unchanged"][number][] = [];
  readonly renumerotees: Proposed["renumerotees"][number][] = [];
  readonly kept: Proposed["kept"][number][] = [];
  readonly conflits: Proposed["conflits"][number][] = [];
  readonly refused: FicheRefusee[] = [];
  readonly fiches: FicheAction[] = [];
  readonly retenues = new Map<string, FicheRetenue>();
  readonly #snapshot: Snapshot;
  readonly #choix: ReadonlyMap<string, ChoixFusion>;
  readonly #fichesDuClasseur: FichesDuClasseur;
  /** Keys of the identities that the fiches bear. */
  readonly #borne: Set<string>;
  readonly #known: ReadonlyMap<string, FicheRetenue>;
  readonly #freeTab: (wanted: string) => string;
  readonly #ecrit: Classeur["ecrit"];
  readonly #tabs: Change[] = [];
  readonly #names: Change[] = [];
  readonly #cells: CellToWrite[] = [];

  constructor(snapshot: Snapshot, classeur: Classeur, choix: ReadonlyMap<string, ChoixFusion>) {
    this.#snapshot = snapshot;
    this.#choix = choix;
    this.#fichesDuClasseur = readFichesDuClasseur(snapshot, classeur);
    this.#borne = new Set(this.#fichesDuClasseur.toutes.map(({ identite }) => identityKey(identite)));
    this.#known = new Map(Object.entries(readMemoire(snapshot.memory).fiches));
    this.#freeTab = freeTabNames(snapshot);
    this.#ecrit = classeur.ecrit;
  }

  add(voulue: FicheVoulue): void {
    const found = this.#fichesDuClasseur.ofLigne(voulue.identite);
    if (found === null) this.#generate(voulue);
    else if (found.lue.tab.isProtected) this.#refuse(voulue, found.lue);
    else this.#update(voulue, found);
  }

  /** Tabs first, then what names them, then what leads to them. */
  changes = (): readonly Change[] => [...this.#tabs, ...this.#names, ...writeCells(this.#cells)];

  #generate(voulue: FicheVoulue): void {
    const { id, compose, lien } = voulue;
    const identite = this.#freeIdentite(voulue.identite);
    const version = (this.#known.get(identite)?.version ?? 0) + 1;
    const fiche = compose(version);
    const tab = this.#freeTab(tabNameOf(id));
    this.#tabs.push(layOutFiche(tab, identite, fiche));
    this.#names.push(namingOf(identite, tab));
    if (lien !== null && this.#isFree(lien.tab) && this.#ecrit(lien) === "") {
      this.#cells.push({ at: lien, content: linkTo(identite, tab) });
    }
    this.fiches.push(fiche);
    this.retenues.set(identite, withLigne(retenueOf(fiche), identite, voulue));
    this.generated.push({ action: id, tab });
    this.#takeNumero(voulue, null);
  }

  #update(voulue: FicheVoulue, found: FicheGardee): void {
    const { id, compose } = voulue;
    const { identite, lue, retenue } = found;
    const { tab } = lue;
    const composed = compose(retenue?.version);
    const update = updateFiche(lue, composed, retenue, this.#choix);
    const { fiche, cells, changes, gardes, conflits } = update;
    const kept = withLigne(update.retenue, identite, voulue);
    const { id: avant } = ligneOfFiche(found);
    const situee = { action: id, tab: tab.name };
    this.#cells.push(...cells);
    this.fiches.push(fiche);
    if (!isSameRetenue(kept, retenue)) this.retenues.set(identite, kept);
    if (identityKey(avant) !== identityKey(id)) this.renumerotees.push({ ...situee, avant });
    if (cells.length === 0) this.unchanged.push(situee);
    else this.updated.push({ ...situee, champs: changes });
    if (gardes.length > 0) this.kept.push({ ...situee, champs: gardes });
    this.conflits.push(...conflits.map((one) => ({ ...situee, ...one })));
    this.#takeNumero(voulue, found);
  }

  #refuse({ id }: FicheVoulue, { tab }: FicheLue): void {
    const phrase = `La fiche « ${id} » est laissée telle quelle : la feuille « ${tab.name} » est protégée. Ôtez la protection, puis recommencez.`;
    this.refused.push({ id, rows: [], phrase });
  }

  /** The number of an action slipped in between may be borne by the fiche of another, renumbered since. */
  #freeIdentite(wanted: string): string {
    let identite = wanted;
    for (let rank = 2; this.#borne.has(identityKey(identite)); rank++) identite = `${wanted} (${rank})`;
    this.#borne.add(identityKey(identite));
    return identite;
  }

  /** Whatever fiche had the number of this line before, it is not its own: that of an action given up, or renumbered. */
  #takeNumero({ identite }: FicheVoulue, own: FicheGardee | null): void {
    for (const one of this.#fichesDuClasseur.ofNumero(identite)) {
      if (one === own || one.retenue === null || one.retenue.isNumeroRepris === true) continue;
      if (!this.retenues.has(one.identite)) this.retenues.set(one.identite, { ...one.retenue, isNumeroRepris: true });
    }
  }

  #isFree(tab: string): boolean {
    return findTab(this.#snapshot, tab)?.isProtected === false;
  }
}

/** Whether a new generation keeps what the one before did: nothing is then to be remembered. */
function isSameRetenue(one: FicheRetenue, other: FicheRetenue | null): boolean {
  if (other?.version !== one.version || other.titre !== one.titre || other.ligne !== one.ligne) return false;
  if (other.isNumeroRepris !== one.isNumeroRepris) return false;
  const [bases, others] = [Object.entries(one.champs), Object.keys(other.champs)];
  return bases.length === others.length && bases.every(([cle, digest]) => other.champs[cle] === digest);
}
