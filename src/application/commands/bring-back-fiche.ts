import type { Jour } from "../../domain/calendrier/jour";
import { findCitees } from "../../domain/fiche-action/citer";
import type { ChampFiche, FicheAction } from "../../domain/fiche-action/fiche-action";
import type { FichesRetenues } from "../../domain/fiche-action/fiches-retenues";
import { baseOf, type ChoixFusion, digestTexte, type FicheRetenue } from "../../domain/fiche-action/fusion";
import { type Classeur, tablesOf } from "../../domain/classeur";
import type { CellContext, Column } from "../../domain/sheets/column";
import type { Place } from "../../domain/sheets/grid";
import type { Ligne, Table } from "../../domain/sheets/decode";
import type { Sheet } from "../../domain/sheets/sheet";
import { type Command, defineCommand, type Pause } from "../command";
import { listRemplacements, type Proposition, propose } from "../ecriture/proposition";
import { writeCells } from "../ecriture/write-cells";
import { decodeSnapshotInSteps } from "../examination";
import { placeOfCle } from "../fiches/cases-fiche";
import { type FicheGardee, readFichesDuClasseur } from "../fiches/fiches-du-classeur";
import { type FicheRefusee, type LignesDemandees, listVoulues } from "../fiches/fiches-voulues";
import { ligneOfFiche } from "../../domain/fiche-action/attribution";
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
      for (const { identite, id, compose } of voulues.voulues) {
        const found = fiches.ofLigne(identite);
        if (found !== null) returning.add(found, identite, compose());
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
      const valeurs =
        repris.length === 0 ? null : await readValeurs(applyAll(snapshot, own.changes), asked, today, pause);
      const retenues = returning.retenues((identite, cle) => valeurs?.get(identityKey(identite))?.get(cle) ?? null);
      return { status: "proposed", repris, laisses, refused, proposition: { ...own, fiches: retenues } };
    },
  });
}

const LABEL = "Reprendre les fiches dans le plan d’actions";

type Valeurs = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The workbook once it is written. Whether its tabs may be written is told when they are. */
function applyAll(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  const tabs = snapshot.tabs.map((tab) => ({ ...tab, isProtected: false }));
  return applyChanges({ ...snapshot, tabs }, changes);
}

/** What the workbook will say in each place of each fiche once it is written, by identity then by key. */
async function readValeurs(
  written: Snapshot,
  asked: LignesDemandees,
  today: Jour,
  pause: Pause | undefined,
): Promise<Valeurs> {
  const voulues = listVoulues(await decodeSnapshotInSteps(written, today, pause), asked);
  if (voulues.refus !== null) return new Map();
  return new Map(
    voulues.voulues.map(({ identite, compose }) => {
      const valeurs = compose().champs.map(({ cle, valeur }) => [cle, valeur] as const);
      return [identityKey(identite), new Map(valeurs)] as const;
    }),
  );
}

/** A text on its way from a fiche to a cell of the workbook. */
interface Retour {
  readonly champ: ChampRepris;
  readonly content: CellContent;
  readonly fiche: FicheGardee;
  /** Identity of its line. */
  readonly ligne: string;
  readonly cle: string;
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

  /** What she wrote is what the plan will say: in its own way of writing, that is no change. */
  retenues = (valeurOf: (identite: string, cle: string) => string | null): FichesRetenues => {
    const kept = new Map<string, FicheRetenue>();
    for (const { fiche, ligne, cle, champ } of [...this.#retours.values()].flat()) {
      const known = kept.get(fiche.identite) ?? fiche.retenue ?? { version: 1, champs: {} };
      const valeur = valeurOf(ligne, cle) ?? champ.sienne;
      // What it said when another text went back is true no more.
      const hasReprise = valeur !== champ.sienne || known.reprises?.[cle] !== undefined;
      kept.set(fiche.identite, {
        ...known,
        champs: { ...known.champs, [cle]: digestTexte(champ.sienne) },
        ...(hasReprise && { reprises: { ...known.reprises, [cle]: digestTexte(valeur) } }),
      });
    }
    return Object.fromEntries(kept);
  };

  /** Cells that stay as they are, by their key: their formula says more than what she wrote. */
  leaveOut(formulas: ReadonlySet<string>): void {
    for (const key of formulas) {
      for (const { champ } of this.#retours.get(key) ?? []) this.laisses.push({ ...champ, raison: "formule" });
      this.#retours.delete(key);
    }
  }

  /** `ligne`: identity of the line that the fiche is compared with. */
  add(fiche: FicheGardee, ligne: string, composed: FicheAction): void {
    const { lue, retenue } = fiche;
    const numeros = [composed.action, ligneOfFiche(fiche).id];
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
        const retour = { champ: { ...said, vers }, content, fiche, ligne, cle };
        this.#retours.set(key, others === undefined ? [retour] : [...others, retour]);
      }
    }
  }

  /** What the column makes of a text, as it writes it; `null` when it cannot read it. */
  #read(champ: ChampFiche, source: Place, numeros: readonly string[], sienne: string): CellContent {
    const found = columnAt(this.classeur, source);
    if (found === null) return null;
    const texte = champ.cle === "titre.texte" ? withoutNumber(numeros, sienne) : sienne;
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

/** « 12 places » does not begin with the number of the action 1. The number is that of the line, or the one that the fiche still says. */
function withoutNumber(numeros: readonly string[], titre: string): string {
  const numero = numeros.find((one) => titre.startsWith(one) && /^(\s|$)/u.test(titre.slice(one.length)));
  return numero === undefined ? titre : titre.slice(numero.length).trim();
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
