import { findCitees } from "../../domain/fiche-action/citer";
import type { ChampFiche } from "../../domain/fiche-action/fiche-action";
import type { FichesRetenues } from "../../domain/fiche-action/fiches-retenues";
import { baseOf, type ChoixFusion, digestTexte, type FicheRetenue } from "../../domain/fiche-action/fusion";
import { type Classeur, tablesOf } from "../../domain/classeur";
import type { CellContext, Column } from "../../domain/sheets/column";
import type { Place } from "../../domain/sheets/grid";
import type { Ligne, Table } from "../../domain/sheets/decode";
import type { Sheet } from "../../domain/sheets/sheet";
import { type Command, defineCommand } from "../command";
import { listRemplacements, type Proposition, propose } from "../ecriture/proposition";
import { writeCells } from "../ecriture/write-cells";
import { decodeSnapshotInSteps } from "../examination";
import { placeOfCle } from "../fiches/cases-fiche";
import { type FicheGardee, readFichesDuClasseur, withLigne } from "../fiches/fiches-du-classeur";
import { type FicheRefusee, type FicheVoulue, type LignesDemandees, listVoulues } from "../fiches/fiches-voulues";
import { numeroOfFiche } from "../../domain/fiche-action/attribution";
import { identityKey } from "../../domain/fiche-action/identite-fiche";
import { placesOf, valeurIn } from "../fiches/read-fiche";
import { idOfConflit } from "../fiches/update-fiche";
import { applyChanges, formulaOf } from "../ports/snapshot";
import type { CellContent, Change, Snapshot } from "../ports/workbook";

/** A place of a fiche that she changed. */
interface ChampModifie {
  readonly action: string;
  readonly tab: string;
  readonly libelle: string;
  /** Where it stands in the fiche. */
  readonly at: Place;
  /** What she wrote there. */
  readonly sienne: string;
  /** What the workbook says. */
  readonly actuelle: string;
}

/** A place whose text goes to the cell `vers`. */
interface ChampRepris extends ChampModifie {
  /** As `ConflitFiche.id`. */
  readonly id: string;
  readonly vers: Place;
}

/**
 * Why what she wrote stays in the fiche only: its column cannot read it, she emptied the place, the workbook changed too and she has not
 * chosen, another fiche says something else of the same cell, or that cell is a formula.
 */
export type RaisonLaisse = "illisible" | "vide" | "a-trancher" | "autre-fiche" | "formule";

/** What the person asks: whose fiches, and whose text stands where both changed, by `ConflitFiche.id`. */
interface RetourAsked extends LignesDemandees {
  readonly choix?: Readonly<Record<string, ChoixFusion>> | undefined;
}

/** What would go back from the fiches to the lines they come from; nothing is written. */
export type RetourResult =
  | { readonly status: "refused"; readonly raison: "sans-plan" | "sans-checklist" }
  | {
      readonly status: "proposed";
      readonly repris: readonly ChampRepris[];
      readonly laisses: readonly (ChampModifie & { readonly raison: RaisonLaisse })[];
      /** Fiches asked for that the workbook does not hold, and lines that cannot have one. */
      readonly refused: readonly FicheRefusee[];
      readonly proposition: Proposition;
    };

/** Proposes to write in the plan what she changed in its fiches, as the columns of the plan read it. No formula is replaced. */
export function bringBackFiches(asked: RetourAsked): Command<RetourResult> {
  return defineCommand<RetourResult>({
    id: "reprendreFiches",
    label: LABEL,
    help: "Reporte dans le plan d’actions ce que vous avez changé dans les fiches. Montre d’abord un aperçu.",
    async run({ workbook, today, pause }) {
      const snapshot = await workbook.read();
      const classeur = await decodeSnapshotInSteps(snapshot, today, pause);
      const voulues = listVoulues(classeur, asked);
      if (voulues.refus !== null) return { status: "refused", raison: voulues.refus };
      const fiches = readFichesDuClasseur(snapshot, classeur);
      const returning = new Returning(classeur, { dateSystem: snapshot.dateSystem }, asked.choix ?? {});
      const refused = [...voulues.refusees];
      for (const voulue of voulues.voulues) {
        const { identite, id } = voulue;
        const found = fiches.ofLigne(identite);
        if (found !== null) returning.add(found, voulue);
        else if (asked.actions !== "toutes" && asked.points !== "toutes") {
          const phrase = `« ${id} » n’a pas encore de fiche dans ce classeur : générez-la d’abord.`;
          refused.push({ id, rows: [], phrase });
        }
      }
      const all = await propose(workbook, LABEL, returning.changes());
      const formulas = new Set(
        listRemplacements(all)
          .filter(({ avant }) => formulaOf(avant) !== null)
          .map(({ at }) => keyOf(at)),
      );
      returning.leaveOut(formulas);
      const own = formulas.size === 0 ? all : await propose(workbook, LABEL, returning.changes());
      const { repris, laisses } = returning;
      if (repris.length === 0) return { status: "proposed", repris, laisses, refused, proposition: own };
      const after = await decodeSnapshotInSteps(applyAll(snapshot, own.changes), today, pause);
      const proposition = { ...own, fiches: returning.retenues(after) };
      return { status: "proposed", repris, laisses, refused, proposition };
    },
  });
}

const LABEL = "Reprendre les fiches dans le plan d’actions";

/** The workbook once it is written. Whether its tabs may be written is told when they are. */
function applyAll(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  const tabs = snapshot.tabs.map((tab) => ({ ...tab, isProtected: false }));
  return applyChanges({ ...snapshot, tabs }, changes);
}

/** A text on its way from a fiche to a cell of the workbook. */
interface Retour {
  readonly champ: ChampRepris;
  readonly content: CellContent;
  readonly fiche: FicheGardee;
  /** The line that the fiche is compared with. */
  readonly ligne: FicheVoulue;
  readonly cle: string;
  /** Whether it begins with a number that the line has no more. */
  readonly isRenumbered: boolean;
}

type Laisse = Extract<RetourResult, { readonly status: "proposed" }>["laisses"][number];

class Returning {
  readonly laisses: Laisse[] = [];
  /** By the cell they go to: when two fiches show it, the first says it. */
  readonly #retours = new Map<string, readonly [Retour, ...Retour[]]>();

  constructor(
    readonly classeur: Classeur,
    readonly context: CellContext,
    readonly choix: Readonly<Record<string, ChoixFusion>>,
  ) {}

  get repris(): readonly ChampRepris[] {
    return [...this.#retours.values()].map(([{ champ }]) => champ);
  }

  changes = (): readonly Change[] => {
    return writeCells([...this.#retours.values()].map(([{ champ, content }]) => ({ at: champ.vers, content })));
  };

  /** What is to be kept of the fiches that go back. `after`: the workbook once it is written. */
  retenues = (after: Classeur): FichesRetenues => {
    const lignes = lignesByRow(after);
    const byFiche = new Map<FicheGardee, [Retour, ...Retour[]]>();
    for (const retour of [...this.#retours.values()].flat()) {
      const others = byFiche.get(retour.fiche);
      if (others === undefined) byFiche.set(retour.fiche, [retour]);
      else others.push(retour);
    }
    const kept = [...byFiche].map(([{ identite }, retours]) => {
      return [identite, retenueAfter(retours, lignes.get(rowKey(retours[0].ligne)) ?? null)] as const;
    });
    return Object.fromEntries(kept);
  };

  /** Cells that stay as they are, by their key: their formula says more than what she wrote. */
  leaveOut(formulas: ReadonlySet<string>): void {
    for (const key of formulas) {
      for (const { champ } of this.#retours.get(key) ?? []) this.laisses.push({ ...champ, raison: "formule" });
      this.#retours.delete(key);
    }
  }

  /** `ligne`: the line that the fiche is compared with. */
  add(fiche: FicheGardee, ligne: FicheVoulue): void {
    const { lue, retenue } = fiche;
    const composed = ligne.compose();
    const numeros = [composed.action, numeroOfFiche(fiche)];
    for (const champ of composed.champs) {
      const { cle, libelle, source: vers, valeur: actuelle } = champ;
      const sienne = valeurIn(lue, placeOfCle(cle));
      const [at] = placesOf(lue, placeOfCle(cle));
      if (sienne === null || sienne === actuelle || at === undefined || vers === null) continue;
      const base = baseOf(retenue, cle, { sienne, nouvelle: actuelle });
      if (digestTexte(sienne) === base) continue;
      const id = idOfConflit(lue, cle);
      const said = { id, action: composed.action, tab: lue.tab.name, libelle, at, sienne, actuelle };
      const content = sienne === "" ? null : this.#read(champ, vers, numeros, sienne);
      const key = keyOf(vers);
      const others = this.#retours.get(key);
      const isConflit = digestTexte(actuelle) !== base && this.choix[id] !== "sienne";
      if (content === null) this.laisses.push({ ...said, raison: sienne === "" ? "vide" : "illisible" });
      else if (isConflit) this.laisses.push({ ...said, raison: "a-trancher" });
      else if (others !== undefined && others[0].content !== content) {
        this.laisses.push({ ...said, raison: "autre-fiche" });
      } else {
        const numero = cle === TITRE ? numeroOf(sienne, numeros) : "";
        const isRenumbered = identityKey(numero) !== identityKey(composed.action) && numero !== "";
        const retour = { champ: { ...said, vers }, content, fiche, ligne, cle, isRenumbered };
        this.#retours.set(key, others === undefined ? [retour] : [...others, retour]);
      }
    }
  }

  /** What the column makes of a text, as it writes it; `null` when it cannot read it. */
  #read(champ: ChampFiche, source: Place, numeros: readonly string[], sienne: string): CellContent {
    const found = columnAt(this.classeur, source);
    if (found === null) return null;
    const texte = champ.cle === TITRE ? sienne.slice(numeroOf(sienne, numeros).length).trim() : sienne;
    if (found.column.kind === "reference") return this.#readReference(found, texte);
    const decoded = found.column.decode(texte, this.context);
    if (!decoded.ok) return null;
    const cell = found.column.encode(decoded.value, this.context);
    return typeof cell === "object" ? null : cell;
  }

  /** A person or an objectif is cited by what names it in its own table: « Claire Martin, directrice » is OG-QUA. */
  #readReference(from: ColumnFound, texte: string): CellContent {
    const table = tablesOf(this.classeur).find(({ sheet }) => sheet.id === from.column.target);
    if (table === undefined) return texte;
    const [head = texte] = texte.split(",");
    for (const typed of [texte, head]) {
      const lignes = findCitees<Sheet>(table, typed).flatMap((one) => one.lignes);
      const [only] = lignes;
      if (only !== undefined && lignes.length === 1) return designationOf(table, only, from);
    }
    return null;
  }
}

/** As the other lines of the column cite that table: by code where they do. */
function designationOf(cited: Table<Sheet>, { value }: Ligne<Sheet>, { table, name }: ColumnFound): CellContent {
  const typed = new Set(table.lignes.map((ligne) => ligne.value[name]));
  const uses = (designation: string): number =>
    cited.lignes.filter((ligne) => ligne.value[designation] !== null && typed.has(ligne.value[designation])).length;
  const usual = cited.sheet.designations.toSorted((one, other) => uses(other) - uses(one));
  const named = usual.map((designation) => value[designation]).find((one) => typeof one === "string");
  return typeof named === "string" ? named : null;
}

function keyOf(at: Place): string {
  return JSON.stringify([at.tab, at.row, at.column]);
}

const TITRE = "titre.texte";

/** The number that a title begins with, of these; `""` for none. « 12 places » does not begin with the number of the action 1. */
function numeroOf(titre: string, numeros: readonly string[]): string {
  return numeros.find((one) => titre.startsWith(one) && /^(\s|$)/u.test(titre.slice(one.length))) ?? "";
}

/** Lines that fiches are made of, by their row. */
function lignesByRow(classeur: Classeur): ReadonlyMap<string, FicheVoulue> {
  const { actions, checklist } = classeur.tables;
  const all: LignesDemandees = { ...(actions && { actions: "toutes" }), ...(checklist && { points: "toutes" }) };
  const voulues = listVoulues(classeur, all);
  return new Map(voulues.refus === null ? voulues.voulues.map((one) => [rowKey(one), one]) : []);
}

function rowKey({ at: { tab, row } }: FicheVoulue): string {
  return JSON.stringify([tab, row]);
}

/**
 * What she wrote is what the plan will say: in its own way of writing, that is no change. `apres`: the line once it is written, `null` when
 * nothing tells it from another any more.
 */
function retenueAfter(retours: readonly [Retour, ...Retour[]], apres: FicheVoulue | null): FicheRetenue {
  const [{ fiche, ligne }] = retours;
  const valeurs = new Map(apres?.compose().champs.map(({ cle, valeur }) => [cle, valeur]));
  let kept = fiche.retenue ?? { version: 1, champs: {} };
  for (const { cle, champ, isRenumbered } of retours) {
    const { sienne } = champ;
    const valeur = (isRenumbered ? null : valeurs.get(cle)) ?? sienne;
    // What it said when another text went back is true no more.
    const hasReprise = valeur !== sienne || kept.reprises?.[cle] !== undefined;
    kept = {
      ...kept,
      champs: { ...kept.champs, [cle]: digestTexte(sienne) },
      ...(hasReprise && { reprises: { ...kept.reprises, [cle]: digestTexte(valeur) } }),
    };
  }
  if (apres === null || !retours.some(({ cle }) => cle === TITRE)) return kept;
  const suivie = withLigne(kept, fiche.identite, apres);
  // Told by its title, the line has another name now; else it is still to be told that it follows it to its number.
  return identityKey(apres.identite) === identityKey(ligne.identite) ? { ...suivie, ligne: kept.ligne } : suivie;
}

interface ColumnFound {
  readonly table: Table<Sheet>;
  readonly name: string;
  readonly column: Column<unknown>;
}

/** The column of the table that holds a cell. */
function columnAt(classeur: Classeur, { tab, column }: Place): ColumnFound | null {
  for (const table of tablesOf(classeur)) {
    if (table.attachment.tab !== tab) continue;
    const name = Object.entries(table.attachment.columns).find(([, number]) => number === column)?.[0];
    const found = name === undefined ? undefined : table.sheet.columns[name];
    if (name !== undefined && found !== undefined) return { table, name, column: found };
  }
  return null;
}
