import { findCitees } from "../../domain/fiche-action/citer";
import type { ChampFiche, FicheAction } from "../../domain/fiche-action/fiche-action";
import type { FichesRetenues } from "../../domain/fiche-action/fiches-retenues";
import { digestTexte, type FicheRetenue } from "../../domain/fiche-action/fusion";
import { type Classeur, tablesOf } from "../../domain/classeur";
import type { CellContext, Column } from "../../domain/sheets/column";
import type { Place } from "../../domain/sheets/grid";
import type { Ligne, Table } from "../../domain/sheets/decode";
import type { Sheet } from "../../domain/sheets/sheet";
import { type Command, defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { type CellToWrite, writeCells } from "../ecriture/write-cells";
import { decodeSnapshotInSteps } from "../examination";
import { placeOfCle } from "../fiches/cases-fiche";
import { type FicheRefusee, type LignesDemandees, listVoulues } from "../fiches/fiches-voulues";
import { type FicheLue, identityKey, placesOf, readFiches, valeurIn } from "../fiches/read-fiche";
import { readMemoire } from "../memoire";
import type { CellContent } from "../ports/workbook";
import { ecritIn } from "./propose-fiches";

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

/** What would go back from the fiches to the lines they come from; nothing is written. */
export type RetourResult =
  | { readonly status: "refused"; readonly raison: "sans-plan" | "sans-checklist" }
  | {
      readonly status: "proposed";
      /** `vers`: the cell that would be written. `isConflit`: the workbook changed too since the fiche was generated. */
      readonly repris: readonly (ChampModifie & { readonly vers: Place; readonly isConflit: boolean })[];
      /** Left where they are: what she wrote cannot be read in that column, or she emptied the place. */
      readonly illisibles: readonly (ChampModifie & { readonly raison: "illisible" | "vide" })[];
      /** Fiches asked for that the workbook does not hold, and lines that cannot have one. */
      readonly refused: readonly FicheRefusee[];
      readonly proposition: Proposition;
    };

/** Proposes to write in the plan what she changed in its fiches, as the columns of the plan read it. */
export function bringBackFiches(asked: LignesDemandees): Command<RetourResult> {
  return defineCommand<RetourResult>({
    id: "reprendreFiches",
    label: LABEL,
    help: "Reporte dans le plan d’actions ce que vous avez changé dans les fiches. Montre d’abord un aperçu.",
    async run({ workbook, today, pause }) {
      const snapshot = await workbook.read();
      const classeur = await decodeSnapshotInSteps(snapshot, today, pause);
      const voulues = listVoulues(classeur, asked);
      if (voulues.refus !== null) return { status: "refused", raison: voulues.refus };
      const { fiches: known } = readMemoire(snapshot.memory);
      const standing = readFiches(snapshot);
      const returning = new Returning(classeur, { dateSystem: snapshot.dateSystem });
      const refused = [...voulues.refusees];
      for (const { identite, id, compose } of voulues.voulues) {
        const lue = standing.get(identityKey(identite));
        if (lue !== undefined) returning.add(lue, compose({ ecrit: ecritIn(snapshot) }), known[lue.identite] ?? null);
        else if (asked.actions !== "toutes" && asked.points !== "toutes") {
          refused.push({ id, phrase: `« ${id} » n’a pas encore de fiche dans ce classeur : générez-la d’abord.` });
        }
      }
      const { repris, illisibles, cells, retenues } = returning;
      const proposition = { ...(await propose(workbook, LABEL, writeCells([...cells.values()]))), fiches: retenues() };
      return { status: "proposed", repris, illisibles, refused, proposition };
    },
  });
}

const LABEL = "Reprendre les fiches dans le plan d’actions";

type Proposed = Extract<RetourResult, { readonly status: "proposed" }>;

class Returning {
  readonly repris: Proposed["repris"][number][] = [];
  readonly illisibles: Proposed["illisibles"][number][] = [];
  /** By their address: a cell that two fiches show is written once, as the first says. */
  readonly cells = new Map<string, CellToWrite>();
  readonly #retenues = new Map<string, FicheRetenue>();

  constructor(
    readonly classeur: Classeur,
    readonly context: CellContext,
  ) {}

  retenues = (): FichesRetenues => Object.fromEntries(this.#retenues);

  add(lue: FicheLue, fiche: FicheAction, retenue: FicheRetenue | null): void {
    const bases = retenue?.champs ?? {};
    const taken: (readonly [cle: string, base: string])[] = [];
    for (const champ of fiche.champs) {
      const sienne = valeurIn(lue, placeOfCle(champ.cle));
      const [at] = placesOf(lue, placeOfCle(champ.cle));
      const isHers = sienne !== null && sienne !== champ.valeur && digestTexte(sienne) !== (bases[champ.cle] ?? "");
      if (!isHers || at === undefined || champ.source === null) continue;
      const said = {
        action: fiche.action,
        tab: lue.tab.name,
        libelle: champ.libelle,
        at,
        sienne,
        actuelle: champ.valeur,
      };
      const content = sienne === "" ? null : this.#read(champ, champ.source, fiche.action, sienne);
      if (content === null) {
        this.illisibles.push({ ...said, raison: sienne === "" ? "vide" : "illisible" });
        continue;
      }
      const key = JSON.stringify(champ.source);
      if (this.cells.has(key)) continue;
      this.cells.set(key, { at: champ.source, content });
      this.repris.push({
        ...said,
        vers: champ.source,
        isConflit: digestTexte(champ.valeur) !== (bases[champ.cle] ?? ""),
      });
      taken.push([champ.cle, digestTexte(sienne)]);
    }
    if (taken.length === 0) return;
    // What she wrote is what the plan will say: the next generation may write it as the plan does.
    this.#retenues.set(lue.identite, {
      version: retenue?.version ?? 1,
      champs: { ...bases, ...Object.fromEntries(taken) },
    });
  }

  /** What the column makes of a text, as it writes it; `null` when it cannot read it. */
  #read(champ: ChampFiche, source: Place, action: string, sienne: string): CellContent {
    const found = columnAt(this.classeur, source);
    if (found === null) return null;
    const texte = champ.cle === "titre.texte" ? withoutNumber(action, sienne) : sienne;
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

function withoutNumber(action: string, titre: string): string {
  return titre.startsWith(action) ? titre.slice(action.length).trim() : titre;
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
