import type { Classeur } from "../classeur";
import { citationsIn, citedRows } from "../rules/citations";
import type { Sheets } from "../sheets/catalogue";
import { type Ligne, placeOf, type Table } from "../sheets/decode";
import type { Sheet } from "../sheets/sheet";
import { type Element, isFilled, toElement } from "./element";
import { partieReader } from "./partie-citee";

type Action = Ligne<Sheets["actions"]>;

/** What the plan of actions counts: its actions, its objectives, the indicators it uses, and the fiches it can give. */
export function planActionsElements(classeur: Classeur): readonly Element[] {
  const { actions, objectifs, indicateurs } = classeur.tables;
  const retained = (actions?.lignes ?? []).filter(({ value }) => !ABANDONS.has(value.statut ?? ""));
  const objectifsOf = citedRows(objectifs);
  const indicateursOf = citedRows(indicateurs);
  const used = new Set(retained.flatMap(({ value }) => objectifsOf(value.objectif)));
  const cited = new Set(retained.flatMap(({ value }) => indicateursOf(value.indicateurs)));
  return [
    ...(actions === null ? [] : actionElements(classeur, actions, retained)),
    ...(objectifs === null ? [] : objectifElements(objectifs, used)),
    ...(indicateurs === null ? [] : indicateurElements(indicateurs, cited)),
  ];
}

function objectifElements(table: Table<Sheets["objectifs"]>, used: ReadonlySet<number>): readonly Element[] {
  return table.lignes.map(({ row }) =>
    toElement("plan-actions", "objectifs-en-actions", placeOf(table, row, "intitule"), { fait: used.has(row) }),
  );
}

/** Indicators nobody uses are a bank to choose from. */
function indicateurElements(table: Table<Sheets["indicateurs"]>, cited: ReadonlySet<number>): readonly Element[] {
  return table.lignes
    .filter(({ row }) => cited.size === 0 || cited.has(row))
    .map((ligne) => {
      const at = placeOf(table, ligne.row, "valeurDepart");
      const fait = isFilled(ligne, "valeurDepart", "cibleFinale");
      return toElement("plan-actions", "indicateurs-chiffres", at, { fait });
    });
}

const ABANDONS: ReadonlySet<string> = new Set(["Abandonnée", "Reportée"]);

function actionElements(
  classeur: Classeur,
  table: Table<Sheets["actions"]>,
  retained: readonly Action[],
): readonly Element[] {
  const { objectifs, indicateurs } = classeur.tables;
  const partieOf = partieReader(classeur);
  const motives = citesOnly(objectifs, ({ value }) => value.constat !== null || value.origine !== null);
  const mesures = citesOnly(indicateurs, (ligne) => isFilled(ligne, "valeurDepart", "cibleFinale"));
  return retained.flatMap((ligne) => {
    const { value, state } = ligne;
    const at = placeOf(table, ligne.row, "intitule");
    const partie = partieOf(value.pilote);
    const entame = state.pilote === "filled" || state.finPrevue === "filled";
    return [
      toElement("plan-actions", "actions-completes", at, {
        fait: isFilled(ligne, "pilote", "finPrevue", "indicateurs"),
        entame,
        partie,
      }),
      toElement("fiche-action", "fiches-contractualisables", at, {
        fait: hasRubriques(ligne) && motives(value.objectif) && mesures(value.indicateurs),
        partie,
      }),
    ];
  });
}

/** Headings 1 and 4 to 7 of the fiche, as far as the plan fills them. Source: dossier métier, § 1.8. */
function hasRubriques({ value }: Action): boolean {
  const hasMoyens = [value.cout, value.etp, value.financeurs].some((one) => one !== null);
  const rubriques = [value.intitule, value.esms, value.pilote, value.debutPrevu, value.finPrevue];
  return hasMoyens && rubriques.every((one) => one !== null);
}

/** Whether a cell cites lines, all of them so; without their table, whether it cites anything. */
function citesOnly<S extends Sheet>(
  table: Table<S> | null,
  isSo: (ligne: Ligne<S>) => boolean,
): (typed: unknown) => boolean {
  if (table === null) return (typed) => citationsIn(typed).length > 0;
  const rows = new Set(table.lignes.filter(isSo).map(({ row }) => row));
  const find = citedRows(table);
  return (typed) => {
    const cited = find(typed);
    return cited.length > 0 && cited.every((row) => rows.has(row));
  };
}
